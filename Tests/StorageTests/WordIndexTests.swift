import GRDB
import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// The index of words, as we write it, against what FTS5 makes of the same texts.
@Suite struct WordIndexTests {
  private let database: any DatabaseWriter

  init() throws {
    database = try Board.empty().database
    try database.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE temp.mirror USING fts5(
            title, company, location, body, content='', tokenize='unicode61 remove_diacritics 2');
          CREATE VIRTUAL TABLE temp.ours USING fts5vocab(main, words, instance);
          CREATE VIRTUAL TABLE temp.theirs USING fts5vocab(temp, mirror, instance);
          """)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func eachWordStandsWhereItStandsInAnIndexOfFTS5(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts: [Int64: Listing] = [:]
    for _ in 0..<12 {
      try database.write { db in
        let index = try WordIndex(db)
        for _ in 0..<40 {
          let listing = Int64.random(in: 1...200, using: &random)
          let after = Int.random(in: 0..<8, using: &random) == 0 ? nil : random.listing()
          try change(listing, from: texts[listing], to: after, in: index, db)
          texts[listing] = after
        }
        try index.flush()
      }
      try expectTheSame()
    }
    try expectSound()
  }

  @Test func wordsInMostListingsFillManyPages() throws {
    let count: Int64 = 4000
    try database.write { db in
      let index = try WordIndex(db)
      for number in 1...count {
        let rest = number % 700 == 0 ? " seldom" : ""
        let body = String(repeating: "we and you ", count: number == 9 ? 3000 : 3) + rest
        try change(number, from: nil, to: Listing(title: "Engineer", body: body), in: index, db)
      }
      try index.flush()
      let indexed = try Int.fetchOne(db, sql: "SELECT count(*) FROM words_idx WHERE pgno % 2 = 1")
      #expect(try #require(indexed) >= 3)
    }
    try expectTheSame()
    try expectSound()
    let found = try rows("SELECT rowid FROM words WHERE words MATCH 'seldom AND \"you we\"'")
    #expect(found == ["700", "1400", "2100", "2800", "3500"])
  }

  @Test func wordsOfAnyLengthAndAlikeBeginningsStayApart() throws {
    let long = String(repeating: "pneumono", count: 600)
    var words = (1...40).map { String(long.prefix($0)) }
    words += (0..<300).map { "pneumono\($0)" } + [long, long + "a", long + "b", "p", "z"]
    // FTS5 knows no more of a word than its first 32 KiB.
    words.append(String(repeating: "x", count: 40_000))
    try database.write { db in
      let index = try WordIndex(db)
      for (number, word) in words.enumerated() {
        try change(
          Int64(number + 1), from: nil, to: Listing(title: word, body: "\(word) and \(word)"),
          in: index, db)
      }
      try index.flush()
    }
    try expectTheSame()
    try expectSound()
  }

  @Test func manySegmentsAreMerged() throws {
    for batch in 0..<Int64(70) {
      try database.write { db in
        let index = try WordIndex(db)
        for number in 1...Int64(20) {
          let listing = Listing(title: "Engineer \(batch)", body: "kites and rockets \(number)")
          try change(batch * 20 + number, from: nil, to: listing, in: index, db)
        }
        // Of the batch before, one goes.
        if batch > 0 {
          let listing = Listing(title: "Engineer \(batch - 1)", body: "kites and rockets 7")
          try change(batch * 20 - 13, from: listing, to: nil, in: index, db)
        }
        try index.flush()
      }
    }
    try expectTheSame()
    try expectSound()
    let segments = try rows("SELECT count(DISTINCT segid) FROM words_idx")
    #expect(Int(segments[0]) ?? 100 <= 2 * WordStructure.mostAlike)
  }

  @Test func whereOnlyFTS5MayWriteItDoes() throws {
    try database.write { db in
      let index = try WordIndex(db, tables: nil)
      let first = Listing(title: "Zoë's C++ & Node.js", body: "kites, kites")
      try change(1, from: nil, to: first, in: index, db)
      try change(2, from: nil, to: Listing(title: "Nurse", body: "rockets"), in: index, db)
      try index.flush()
      try change(1, from: first, to: Listing(title: "Other", body: "kites"), in: index, db)
      try index.flush()
    }
    try expectTheSame()
    try expectSound()
  }

  @Test func anIndexKeptInAnotherWayIsLeftToFTS5() throws {
    try database.write { db in
      try db.execute(sql: "UPDATE words_data SET block = x'0000' WHERE id = 1")
      let tables = try WordTables(db)
      let change = WordChange(listing: 1, after: IndexedText(Listing(title: "A", body: "kites")))
      #expect(try !tables.write([change]))
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM words_data") == 2)
      let index = try WordIndex(db)
      try index.put(IndexedText(Listing(title: "Engineer", body: "kites")), of: 1)
      try index.flush()
    }
    #expect(try rows("SELECT rowid FROM words WHERE words MATCH 'kites'") == ["1"])
  }

  @Test(arguments: [
    0, 1, 127, 128, 16_383, 16_384, 1 << 21, 1 << 28, 1 << 35, 1 << 42, 1 << 49, 1 << 55, 1 << 56,
    1 << 62, -1,
  ])
  func aNumberReadsAsItWasWritten(number: Int) {
    for number in [number, number &- 1] {
      var bytes: [UInt8] = []
      bytes.append(varint: number)
      let read = bytes.withUnsafeBytes { bytes in
        var reader = VarintReader(bytes)
        return [reader.next(), reader.next()]
      }
      #expect(read == [number, nil])
    }
  }

  @Test func theStructureReadsAsItWasWritten() throws {
    let record: [UInt8] = [0, 0, 0, 7, 2, 3, 0x81, 0, 1, 2, 4, 2, 9, 1, 1, 3, 0, 1, 2, 1, 5]
    var structure = try #require(WordStructure(record: record))
    #expect(structure.record == record)
    #expect(structure.freeNumber == 3)
    structure.add(3, pages: 12)
    #expect(structure.levels[0].segments.map(\.lastPage) == [9, 3, 12])
    #expect(WordStructure(record: Array(record.dropLast())) == nil)
    #expect(WordStructure(record: record + [0]) == nil)
  }
}

private extension WordIndexTests {
  func change(
    _ number: Int64, from before: Listing?, to after: Listing?, in index: WordIndex, _ db: Database
  ) throws {
    if let before { index.remove(IndexedText(before), of: number) }
    if let after { try index.put(IndexedText(after), of: number) }
    for (listing, columns) in [(before, "mirror, "), (after, "")] {
      guard let listing else { continue }
      let command = columns.isEmpty ? "" : "'delete', "
      let texts = [
        listing.title, listing.company, listing.location, listing.searchedBody.plainText,
      ].map { $0.map(SearchText.normalized) }
      try db.execute(
        sql: """
          INSERT INTO mirror (\(columns)rowid, title, company, location, body)
          VALUES (\(command)?, ?, ?, ?, ?)
          """, arguments: [number] + StatementArguments(texts))
    }
  }

  func rows(_ sql: String) throws -> [String] {
    try database.write { db in try String.fetchAll(db, sql: sql) }
  }

  func expectTheSame() throws {
    let columns = "term || ' ' || doc || ' ' || col || ' ' || offset"
    let ours = try rows("SELECT \(columns) FROM ours ORDER BY term, doc, col, offset")
    let theirs = try rows("SELECT \(columns) FROM theirs ORDER BY term, doc, col, offset")
    #expect(ours.count == theirs.count)
    for (one, other) in zip(ours, theirs) where one != other {
      Issue.record("\(one.prefix(80)) is \(other.prefix(80)) in an index of FTS5")
      break
    }
    for table in ["docsize", "data"] {
      let condition = table == "data" ? "WHERE id = 1" : "ORDER BY id"
      let value = table == "data" ? "hex(block)" : "id || ' ' || hex(sz)"
      let own = try rows("SELECT \(value) FROM words_\(table) \(condition)")
      #expect(try own == rows("SELECT \(value) FROM mirror_\(table) \(condition)"), "\(table)")
    }
  }

  func expectSound() throws {
    try database.write { db in
      try db.execute(sql: "INSERT INTO words(words) VALUES ('integrity-check')")
    }
  }
}

private extension Listing {
  init(title: String, body: String) {
    self.init(title: title, company: nil, body: [.paragraph([.text(body)])])
  }
}

private extension SplitMix64 {
  /// Of words that are met again and again, some of them hard to split or to fold.
  mutating func listing() -> Listing {
    let odd = [
      "C++", "Node.js", "c#", ".NET", "naïve", "Ünïté", "Straße", "東京", "İstanbul", "e\u{301}t",
      "🚀", "x\u{301}\u{302}", "ПРИВЕТ", "ﬁn", "Ⱥ", "a1b2", "--", "R&D", "\u{1F600}go",
    ]
    func words(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &self)).map { _ in
        switch Int.random(in: 0..<6, using: &self) {
        case 0: odd[Int.random(in: odd.indices, using: &self)]
        case 1: "word\(Int.random(in: 0..<2000, using: &self))"
        default: "the\(Int.random(in: 0..<30, using: &self))"
        }
      }.joined(separator: " ")
    }
    var listing = Listing(title: words(6), body: words(400))
    if Bool.random(using: &self) { listing.company = words(3) }
    listing.location = words(3)
    return listing
  }
}
