/// The words of some listings: each word once, with the listings that have it and where.
struct WordSegment {
  private var table = WordTable(words: 32_768)
  /// By the number of the word.
  private var lists: [List] = []
  /// The pieces of all lists: bytes, and in the last four where the next piece is.
  ///
  /// Each word has one end to which is written, and all of them together fit into the processor's
  /// cache; sorting what is written one after the other would go through all memory at random.
  private var pieces: [UInt8] = []
  /// How many bytes of `pieces` are taken.
  private var taken: UInt32 = 0

  /// The listings of a word, as the index keeps them.
  private struct List {
    let first: UInt32
    /// Where the next byte goes.
    var place: UInt32
    /// Of the last piece, with its link.
    var size: UInt32
    /// Where the last piece has no more room.
    var end: UInt32
    var lastListing: Int64 = 0

    var room: Int { Int(end - place) }
  }

  private static let linkSize: UInt32 = 4
  private static let smallestPiece: UInt32 = 16
  private static let largestPiece: UInt32 = 2048
  private static let room = [UInt8](repeating: 0, count: 1 << 16)

  /// Adds a listing, whose number must be greater than that of the one before.
  ///
  /// `before` is what the index holds of it so far.
  mutating func add(_ listing: Int64, before: IndexedText?, after: IndexedText?) {
    var lost: Set<Int> = []
    before?.forEachWord { word, _ in lost.insert(number(of: word)) }
    after?.forEachWord { word, places in
      let number = number(of: word)
      let wasThere = !lost.isEmpty && lost.remove(number) != nil
      append(listing, places, replacing: wasThere, to: number)
    }
    let nowhere = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    for number in lost { append(listing, nowhere, replacing: true, to: number) }
  }

  /// Hands all to the writer, in the order of the words.
  func write(to writer: inout WordSegmentWriter) throws {
    var listings: [UInt8] = []
    for number in table.sorted {
      collect(lists[number], into: &listings)
      try listings.withUnsafeBufferPointer { listings in
        try table.withWord(number) { try writer.add($0, listings) }
      }
    }
    try writer.finish()
  }
}

private extension WordSegment {
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let number = table.number(of: word)
    if number == lists.count {
      let size = Self.smallestPiece
      let start = take(size)
      lists.append(
        List(first: start, place: start, size: size, end: start + size - Self.linkSize))
    }
    return number
  }

  mutating func append(
    _ listing: Int64, _ places: UnsafeBufferPointer<UInt8>, replacing: Bool, to number: Int
  ) {
    let distance = Int(listing - lists[number].lastListing)
    let size = 2 * places.count + (replacing ? 1 : 0)
    lists[number].lastListing = listing
    // Nearly all are short.
    if distance < 0x4000, size < 0x80, places.count + 3 <= lists[number].room {
      let start = Int(lists[number].place)
      let count = pieces.withUnsafeMutableBufferPointer { pieces in
        var place = start
        if distance >= 0x80 {
          pieces[place] = UInt8(truncatingIfNeeded: distance >> 7 | 0x80)
          place += 1
        }
        pieces[place] = UInt8(truncatingIfNeeded: distance & 0x7F)
        pieces[place + 1] = UInt8(truncatingIfNeeded: size)
        place += 2
        for byte in places {
          pieces[place] = byte
          place += 1
        }
        return UInt32(truncatingIfNeeded: place - start)
      }
      lists[number].place += count
    } else {
      var entry: [UInt8] = []
      entry.append(varint: distance)
      entry.append(varint: size)
      entry.append(contentsOf: places)
      var list = lists[number]
      append(entry, to: &list)
      lists[number] = list
    }
  }

  /// Goes on in another piece where one is full.
  private mutating func append(_ entry: [UInt8], to list: inout List) {
    for byte in entry {
      if list.room == 0 { addPiece(to: &list) }
      pieces[Int(list.place)] = byte
      list.place += 1
    }
  }

  private mutating func addPiece(to list: inout List) {
    list.size = min(2 * list.size, Self.largestPiece)
    let start = take(list.size)
    for offset in 0..<Self.linkSize {
      pieces[Int(list.end + offset)] = UInt8(truncatingIfNeeded: start >> (8 * offset))
    }
    list.place = start
    list.end = start + list.size - Self.linkSize
  }

  private mutating func take(_ size: UInt32) -> UInt32 {
    if Int(taken + size) > pieces.count { pieces.append(contentsOf: Self.room) }
    taken += size
    return taken - size
  }

  private func collect(_ list: List, into listings: inout [UInt8]) {
    listings.removeAll(keepingCapacity: true)
    var (start, size) = (list.first, Self.smallestPiece)
    while true {
      let end = start + size - Self.linkSize
      if end == list.end { break }
      listings.append(contentsOf: pieces[Int(start)..<Int(end)])
      start = (0..<Self.linkSize).reduce(0) { start, offset in
        start | UInt32(pieces[Int(end + offset)]) << (8 * offset)
      }
      size = min(2 * size, Self.largestPiece)
    }
    listings.append(contentsOf: pieces[Int(start)..<Int(list.place)])
  }
}
