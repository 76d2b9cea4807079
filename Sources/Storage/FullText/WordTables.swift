import GRDB

/// The tables in which FTS5 keeps the index of words, written without going through FTS5.
///
/// FTS5 takes listings in one by one: it splits each text, and for each word it changes a list in
/// its memory, all on the one thread that writes. That was two thirds of an import. Here the words
/// come split and sorted from the threads that read, and what is written is what FTS5 itself writes
/// of them in the end. It reads and merges the segments, and may add others.
struct WordTables {
  private let insertBlock: PreparedStatement
  private let insertBranch: PreparedStatement
  private let readBlock: PreparedStatement
  private let updateBlock: PreparedStatement
  private let insertCounts: PreparedStatement
  private let deleteCounts: PreparedStatement
  private let command: PreparedStatement

  /// The rows of `words_data` that are no pages.
  private enum Block {
    static let totals = 1
    static let structure = 10
  }

  /// Throws where SQLite keeps its own tables from being written.
  init(_ db: Database) throws {
    insertBlock = try PreparedStatement(db, "INSERT INTO words_data (id, block) VALUES (?, ?)")
    insertBranch = try PreparedStatement(
      db, "INSERT INTO words_idx (segid, term, pgno) VALUES (?, ?, ?)")
    readBlock = try PreparedStatement(db, "SELECT block FROM words_data WHERE id = ?")
    updateBlock = try PreparedStatement(db, "UPDATE words_data SET block = ? WHERE id = ?")
    insertCounts = try PreparedStatement(db, "INSERT INTO words_docsize (id, sz) VALUES (?, ?)")
    deleteCounts = try PreparedStatement(db, "DELETE FROM words_docsize WHERE id = ?")
    command = try PreparedStatement(db, "INSERT INTO words (words, rank) VALUES (?, ?)")
  }
}

extension WordTables {
  /// Writes what changed about listings, whose numbers are in order, as one segment.
  ///
  /// False, and nothing is written, where the index is kept in a way that we do not know.
  func write(_ changes: [WordChange]) throws -> Bool {
    try merge()
    guard var structure = try structure(), var totals = try totals(),
      let number = structure.freeNumber
    else { return false }
    var segment = WordSegment()
    for change in changes {
      segment.add(change.listing, before: change.before, after: change.after)
      try write(countsOf: change)
      totals.count(change)
    }
    var writer = WordSegmentWriter(segment: number, of: self)
    try segment.write(to: &writer)
    if writer.pages > 0 { structure.add(number, pages: writer.pages) }
    try update(Block.totals, totals.record)
    try update(Block.structure, structure.record)
    return true
  }

  /// Has FTS5 merge segments where there are many, and forget what it knows of them in any case.
  private func merge() throws {
    let pages = try structure()?.pagesDue ?? 0
    if pages > 0 { try run("usermerge", WordStructure.mostAlike) }
    try run("merge", pages)
  }

  private func run(_ name: String, _ number: Int) throws {
    command.bind(name, at: 0)
    command.bind(number, at: 1)
    try command.run()
  }
}

extension WordTables {
  /// The row of a page; pages count from 1.
  static func block(ofPage page: Int, in segment: Int) -> Int { segment << 37 + page }

  /// The row that says which listings begin the pages behind `page`.
  static func block(ofListingIndexFor page: Int, in segment: Int) -> Int {
    segment << 37 + 1 << 36 + page
  }

  func addBlock(_ bytes: [UInt8], at id: Int) throws {
    insertBlock.bind(id, at: 0)
    try insertBlock.run(with: bytes, at: 1)
  }

  /// Notes which word the words of a page do not come before.
  func addBranch(_ word: [UInt8], to page: Int, isIndexed: Bool, in segment: Int) throws {
    insertBranch.bind(segment, at: 0)
    insertBranch.bind(page << 1 + (isIndexed ? 1 : 0), at: 2)
    try insertBranch.run(with: word, at: 1)
  }
}

private extension WordTables {
  func block(_ id: Int) throws -> [UInt8] {
    readBlock.bind(id, at: 0)
    defer { readBlock.reset() }
    return try readBlock.step() ? Array(readBlock.bytes(0)) : []
  }

  func update(_ id: Int, _ bytes: [UInt8]) throws {
    updateBlock.bind(id, at: 1)
    try updateBlock.run(with: bytes, at: 0)
  }

  func structure() throws -> WordStructure? {
    WordStructure(record: try block(Block.structure))
  }

  func totals() throws -> WordTotals? { WordTotals(record: try block(Block.totals)) }

  func write(countsOf change: WordChange) throws {
    if change.before != nil {
      deleteCounts.bind(change.listing, at: 0)
      try deleteCounts.run()
    }
    guard let after = change.after else { return }
    var bytes: [UInt8] = []
    for count in after.counts { bytes.append(varint: count) }
    insertCounts.bind(change.listing, at: 0)
    try insertCounts.run(with: bytes, at: 1)
  }
}

/// How many listings there are in the index, and how many words in each of its columns.
private struct WordTotals {
  private var numbers: [Int]

  /// Nil when it is not what we know how to write.
  init?(record: [UInt8]) {
    numbers = record.withUnsafeBytes { bytes in
      var reader = VarintReader(bytes)
      var numbers: [Int] = []
      while let number = reader.next() { numbers.append(number) }
      return numbers
    }
    // A new index has said nothing yet.
    if numbers.isEmpty { numbers = [Int](repeating: 0, count: 1 + IndexedText.columns) }
    guard numbers.count == 1 + IndexedText.columns else { return nil }
  }

  var record: [UInt8] {
    var record: [UInt8] = []
    for number in numbers { record.append(varint: number) }
    return record
  }

  mutating func count(_ change: WordChange) {
    for (text, sign) in [(change.before, -1), (change.after, 1)] {
      guard let text else { continue }
      numbers[0] += sign
      for (column, count) in text.counts.enumerated() { numbers[column + 1] += sign * count }
    }
  }
}
