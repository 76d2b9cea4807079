/// Writes one segment of the index of words, page by page, in the format of FTS5.
///
/// The format is that of `fts5_index.c` in SQLite's source, which every version reads: words in the
/// order of their bytes, each without what it shares with the one before; behind each word its
/// listings, numbered by their distance, with the places; at the end of a page where its words
/// begin. Beside the pages stand the first words of those that have any, and for a word whose
/// listings fill several pages the first listing of each.
struct WordSegmentWriter {
  /// FTS5's own default; four such rows fit on one of our pages.
  private static let pageSize = 4050
  /// Pages without a word behind one with words from which on their first listings are written.
  private static let fewestIndexed = 4
  /// Before each word: the index of whole words, there being others of beginnings.
  private static let mark = UInt8(ascii: "0")
  private static let emptyPage: [UInt8] = [0, 0, 0, 0]

  private let segment: Int
  private let tables: WordTables
  private var page = Self.emptyPage
  private var pageNumber = 1
  /// Where the words of the page begin.
  private var footer: [UInt8] = []
  private var lastPlace = 0
  private var isWithoutWord = true
  private var isWithoutListing = true
  private var word: [UInt8] = []
  /// What tells the words of the last page that has any from those before; 0 when it is written.
  private var branch: [UInt8] = []
  private var branchPage = 1
  private var pagesWithoutWord = 0
  private var listingIndex = ListingIndex()

  init(segment: Int, of tables: WordTables) {
    self.segment = segment
    self.tables = tables
    page.reserveCapacity(2 * Self.pageSize)
  }

  /// Pages that were written.
  var pages: Int { pageNumber - 1 }

  private var size: Int { page.count + footer.count }

  /// Adds a word and its listings: the distance of each to the one before, the length of its
  /// places, twice and one more when it had the word before, and its places.
  mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, _ listings: UnsafeBufferPointer<UInt8>
  ) throws {
    try begin(word)
    if size + listings.count < Self.pageSize { return page.append(contentsOf: listings) }
    var reader = VarintReader(UnsafeRawBufferPointer(listings))
    var last = 0
    while let distance = reader.next() {
      addNumber(of: last + distance, after: last)
      last += distance
      let size = reader.next() ?? 0
      page.append(varint: size)
      try add(UnsafeBufferPointer(rebasing: listings[reader.take(size / 2)]))
    }
  }

  /// Ends the last page.
  mutating func finish() throws {
    if page.count > Self.emptyPage.count { try endPage() }
    if pageNumber > 1 { try endBranch() }
  }
}

private extension WordSegmentWriter {
  mutating func begin(_ next: UnsafeBufferPointer<UInt8>) throws {
    if size + next.count + 3 >= Self.pageSize, page.count > Self.emptyPage.count {
      try endPage()
    }
    footer.append(varint: page.count - lastPlace)
    lastPlace = page.count
    // Of the mark, too, but for the very first word.
    let shared = word.sharedBeginning(withMarked: next)
    if isWithoutWord {
      if pageNumber > 1 {
        try endBranch()
        branch = [Self.mark] + next.prefix(shared)
        branchPage = pageNumber
      }
      page.append(varint: next.count + 1)
      page.append(Self.mark)
      page.append(contentsOf: next)
    } else {
      page.append(varint: shared)
      page.append(varint: next.count + 1 - shared)
      page.append(contentsOf: next[(shared - 1)...])
    }
    word.removeAll(keepingCapacity: true)
    word.append(Self.mark)
    word.append(contentsOf: next)
    (isWithoutWord, isWithoutListing) = (false, false)
    listingIndex.page = pageNumber
  }

  /// The first listing on a page is known by its whole number.
  mutating func addNumber(of listing: Int, after last: Int) {
    guard isWithoutListing else { return page.append(varint: listing - last) }
    page.put(UInt16(truncatingIfNeeded: page.count), at: 0)
    page.append(varint: listing)
    listingIndex.add(listing, on: pageNumber, limit: Self.pageSize)
    isWithoutListing = false
  }

  /// Goes on with another page where one is full; a number never stands on two.
  mutating func add(_ places: UnsafeBufferPointer<UInt8>) throws {
    if size + places.count <= Self.pageSize { return page.append(contentsOf: places) }
    var start = 0
    while start < places.count {
      var end = start
      repeat {
        while places[end] >= 0x80 { end += 1 }
        end += 1
      } while end < places.count && size + (end - start) < Self.pageSize
      page.append(contentsOf: places[start..<end])
      start = end
      if size >= Self.pageSize { try endPage() }
    }
  }

  mutating func endPage() throws {
    page.put(UInt16(truncatingIfNeeded: page.count), at: 2)
    if isWithoutWord {
      if isWithoutListing { listingIndex.addNone() }
      pagesWithoutWord += 1
    } else {
      page.append(contentsOf: footer)
    }
    try tables.addBlock(page, at: WordTables.block(ofPage: pageNumber, in: segment))
    page.replaceSubrange(0..., with: Self.emptyPage)
    footer.removeAll(keepingCapacity: true)
    lastPlace = 0
    pageNumber += 1
    (isWithoutWord, isWithoutListing) = (true, true)
  }

  mutating func endBranch() throws {
    guard branchPage > 0 else { return }
    let index = pagesWithoutWord >= Self.fewestIndexed ? listingIndex.record : nil
    if let index {
      try tables.addBlock(
        index, at: WordTables.block(ofListingIndexFor: listingIndex.page, in: segment))
    }
    try tables.addBranch(branch, to: branchPage, isIndexed: index != nil, in: segment)
    listingIndex = ListingIndex()
    (pagesWithoutWord, branchPage) = (0, 0)
  }
}

/// The first listing of each page that a word's listings fill.
private struct ListingIndex {
  /// The page on which the word stands.
  var page = 0
  private var bytes: [UInt8] = []
  private var last = 0
  private var isTooLong = false

  /// Nil where there is nothing, or too much for one record; it only saves time.
  var record: [UInt8]? { bytes.isEmpty || isTooLong ? nil : bytes }

  mutating func add(_ listing: Int, on page: Int, limit: Int) {
    if bytes.isEmpty {
      bytes.append(0)
      bytes.append(varint: page)
      bytes.append(varint: listing)
    } else {
      bytes.append(varint: listing - last)
    }
    last = listing
    if bytes.count >= limit { isTooLong = true }
  }

  mutating func addNone() {
    if !bytes.isEmpty { bytes.append(0) }
  }
}

private extension [UInt8] {
  /// How many bytes a word with its mark shares with another, whose mark is not at hand.
  func sharedBeginning(withMarked next: UnsafeBufferPointer<UInt8>) -> Int {
    let most = Swift.min(count, next.count + 1)
    var shared = Swift.min(1, most)
    while shared < most, self[shared] == next[shared - 1] { shared += 1 }
    return isEmpty ? 0 : shared
  }

  mutating func put(_ number: UInt16, at index: Int) {
    self[index] = UInt8(number >> 8)
    self[index + 1] = UInt8(number & 0xFF)
  }
}
