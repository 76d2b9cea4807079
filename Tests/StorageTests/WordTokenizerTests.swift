import GRDB
import Testing

@testable import Storage

/// Words are cut as SQLite itself cuts them.
@Suite struct WordTokenizerTests {
  private struct FixedRandom {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private static let pieces = [
    "Night", "shifts", "c", "Z", "A", "z", "0", "9", "42nd", " ", "  ", "\n", "-", "_", "@", "[",
    "`",
    "{", "/", ":", "~", ".", ",", "'", "\u{7F}", "\u{1}", "ELEVATOR", "x86", "caf\u{E9}", "\u{130}",
    "\u{2019}", "stra\u{DF}e", "\u{2022}", "\u{2014}", "\u{301}", "e\u{301}", "\u{6771}\u{4EAC}",
    "\u{1F680}", "\u{E000}", "\u{41F}\u{440}",
  ]

  private func queue(_ isOurs: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in if isOurs { try WordTokenizer.add(to: db) } }
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2');
          CREATE VIRTUAL TABLE tokens USING fts5vocab('words', 'instance')
          """)
    }
    return queue
  }

  @Test func `The index holds the same words at the same places`() throws {
    var random = FixedRandom(state: 11)
    let texts = (0..<600).map { round in
      (0..<random.next(40)).map { _ in
        // Half are ASCII throughout.
        Self.pieces[random.next(round.isMultiple(of: 2) ? Self.pieces.count : 28)]
      }.joined()
    }
    let held = try [true, false].map { isOurs in
      try queue(isOurs).write { db in
        for text in texts + ["", "a", String(repeating: "Word", count: 20_000)] {
          try db.execute(sql: "INSERT INTO words VALUES (?)", arguments: [text])
        }
        return try Row.fetchAll(
          db, sql: "SELECT term, doc, offset FROM tokens ORDER BY doc, offset")
      }
    }
    #expect(held[0].count > 2000)
    #expect(held[0] == held[1])
  }

  @Test func `A word is marked where it stands, whatever stands before it`() throws {
    let marked = try [true, false].map { isOurs in
      try queue(isOurs).write { db in
        try db.execute(
          sql: "INSERT INTO words VALUES (?)",
          arguments: ["\u{2022} Caf\u{E9}\u{2019}s night \u{2014} day, \u{FC}ber NIGHT-shift"])
        return try String.fetchOne(
          db, sql: "SELECT highlight(words, 0, '<', '>') FROM words WHERE words MATCH 'night OR s'")
      }
    }
    #expect(
      marked[0] == "\u{2022} Caf\u{E9}\u{2019}<s> <night> \u{2014} day, \u{FC}ber <NIGHT>-shift")
    #expect(marked[0] == marked[1])
  }

  @Test(arguments: ["night", "NIGHT", "\"night shifts\"", "nigh*", "caf\u{E9}", "cafe"])
  func `A search finds what it found`(search: String) throws {
    let found = try [true, false].map { isOurs in
      try queue(isOurs).write { db in
        try db.execute(
          sql: "INSERT INTO words VALUES ('Night-shifts'), ('a CAF\u{C9} by night'), ('days')")
        return try Int.fetchAll(
          db, sql: "SELECT rowid FROM words WHERE words MATCH ?", arguments: [search])
      }
    }
    #expect(found[0] == found[1] && !found[0].isEmpty)
  }
}
