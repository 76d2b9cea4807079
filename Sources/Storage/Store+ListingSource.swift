import Dispatch
import GRDB
import Listings
import Queries
import Synchronization

/// A store as columns ask it, until the asking is called off.
package struct StoreReading: ListingSource {
  private let store: Store
  private let cancellation: Cancellation?

  package init(_ store: Store, _ cancellation: Cancellation? = nil) {
    self.store = store
    self.cancellation = cancellation
  }

  /// It reads nothing but the index of the list.
  package func forEachFacts(_ body: (ListingFacts) -> Void) throws {
    try read { db in
      var reader = try FactsReader(db, "ORDER BY posted DESC, id DESC")
      while let facts = try reader.next() { body(facts) }
    }
  }

  package func forEachSource(
    _ body: (String, ((ListingID) -> Void) throws -> Void) throws -> Void
  ) throws {
    try read { db in
      for name in try SourceNames.all(db) {
        try body(name) { found in
          let rows = try PreparedStatement(
            db, "SELECT DISTINCT listing FROM posting WHERE source = ?")
          rows.bind(name, at: 0)
          defer { rows.reset() }
          while try rows.step() { found(ListingID(Int64(rows.integer(0)))) }
        }
      }
    }
  }

  package func forEachText(_ body: (ListingID, ListingTexts) -> Void) throws {
    try read { db in
      let rows = try PreparedStatement(
        db, "SELECT id, title, company, location, skillKeys FROM listing ORDER BY id")
      defer { rows.reset() }
      while try rows.step() {
        let texts = ListingTexts(
          title: rows.utf8(1), company: rows.utf8(2), place: rows.utf8(3), skills: rows.utf8(4))
        body(ListingID(Int64(rows.integer(0))), texts)
      }
    }
  }

  package func forEachOpenness(
    _ body: (ListingID, Int, Int) -> Void
  ) throws -> [Eligibility] {
    try read { db in
      let rows = try PreparedStatement(
        db,
        """
        SELECT regions, excludedRegions, timeZoneFrom, timeZoneThrough, id, \(QueryCompiler.reposts)
        FROM listing
        """)
      defer { rows.reset() }
      // Few combinations occur; each is read once.
      var places: [EligibilityKey: Int] = [:]
      var kinds: [Eligibility] = []
      while try rows.step() {
        let key = EligibilityKey(
          regions: rows.hash(0), excluded: rows.hash(1), from: rows.optionalInteger(2),
          through: rows.optionalInteger(3))
        let place = places[key] ?? kinds.count
        if place == kinds.count {
          places[key] = place
          kinds.append(rows.eligibility(at: 0))
        }
        body(ListingID(Int64(rows.integer(4))), place, rows.integer(5))
      }
      return kinds
    }
  }

  package func forEachNumber(
    by field: SortField, _ body: (ListingID, Int) -> Void
  ) throws {
    let sql: String
    switch field {
    case .seen: sql = "SELECT id, firstSeen FROM listing"
    case .rating:
      sql = """
        SELECT posting.listing, CAST(decision.value AS INTEGER)
        FROM decision JOIN posting ON posting.id = decision.posting
        WHERE field = 'rating' ORDER BY decision.at
        """
    default: return
    }
    try read { db in
      let rows = try PreparedStatement(db, sql)
      defer { rows.reset() }
      while try rows.step() { body(ListingID(Int64(rows.integer(0))), rows.integer(1)) }
    }
  }

  package func forEachListing(
    answering condition: QueryCondition, _ body: (ListingID, Bool) -> Void
  ) throws {
    try read { db in
      let compiler = try QueryCompiler(db, store.context)
      let rows = PreparedStatement(
        try db.makeStatement(literal: try compiler.answers(to: condition)))
      while try rows.step() {
        body(ListingID(Int64(rows.integer(0))), rows.integer(1) != 0)
      }
    }
  }

  package func numbers(of words: TextPattern, in field: TextField) throws -> NumberSet {
    let (matches, largest) = try read { db in
      let largest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM listing") ?? 0
      return (try WordIndexQuery(db, words, in: field).matches, largest)
    }
    return try numbers(of: matches, in: Self.parts(of: largest, matches))
  }

  /// Words that nearly every text has take long: two cores look for them, each in one half.
  ///
  /// For the beginning of a word the index gathers all listings first, so that halves cost the same
  /// as the whole.
  private static func parts(of largest: Int64, _ matches: [String]) -> [ClosedRange<Int64>] {
    let worthwhile: Int64 = 50_000
    let isGathered = matches.contains { $0.utf8.last == UInt8(ascii: "*") }
    guard largest >= worthwhile, !isGathered else { return [0...Int64.max] }
    return [0...largest / 2, largest / 2 + 1...Int64.max]
  }

  private func numbers(
    of matches: [String], in parts: [ClosedRange<Int64>]
  ) throws -> NumberSet {
    if parts.count == 1 { return try numbers(of: matches, within: parts[0]) }
    let found = Mutex([Result<NumberSet, any Error>]())
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let result = Result { try numbers(of: matches, within: parts[index]) }
      found.withLock { $0.append(result) }
    }
    return try found.withLock { $0 }.reduce(into: NumberSet()) { $0.formUnion(try $1.get()) }
  }

  /// The numbers within a range of the listings that the index finds.
  private func numbers(
    of matches: [String], within range: ClosedRange<Int64>
  ) throws -> NumberSet {
    try read { db in
      var numbers = NumberSet()
      for match in matches {
        let rows = try PreparedStatement(
          db, "SELECT gathered(rowid) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?")
        rows.bind(match, at: 0)
        rows.bind(range.lowerBound, at: 1)
        rows.bind(range.upperBound, at: 2)
        defer { rows.reset() }
        while try rows.step() { numbers.formUnion(rows.bytes(0)) }
      }
      return numbers
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try store.read(cancellation, body)
  }
}

extension Store {
  package func facts(of ids: some Collection<ListingID>) throws -> [ListingFacts] {
    try read { db in
      var reader = try FactsReader(db, "WHERE id = ?")
      return try ids.compactMap { try reader.facts(of: $0) }
    }
  }
}

/// What tells eligibilities apart, by hashes of the texts.
private struct EligibilityKey: Hashable {
  let regions: UInt64
  let excluded: UInt64
  let from: Int?
  let through: Int?
}
