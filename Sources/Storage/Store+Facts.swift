import GRDB
import Listings
import Queries

extension Store {
  /// Hands over the small fields of every listing, newest first, the larger id first in a day.
  ///
  /// It reads nothing but the index of the list.
  package func forEachFacts(_ body: (ListingFacts) -> Void) throws {
    try read { db in
      var reader = try FactsReader(db, "ORDER BY posted DESC, id DESC")
      while let facts = try reader.next() { body(facts) }
    }
  }

  package func facts(of ids: some Collection<ListingID>) throws -> [ListingFacts] {
    try read { db in
      var reader = try FactsReader(db, "WHERE id = ?")
      return try ids.compactMap { try reader.facts(of: $0) }
    }
  }

  /// Hands over the listings that each source published, some more than once.
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

  /// Hands over the listings in the order of a text column, and whether the text is the one before;
  /// those without it are left out.
  package func forEachListing(
    by field: SortField, _ body: (ListingID, Bool) -> Void
  ) throws {
    guard let column = field.textColumn else { return }
    try read { db in
      let rows = try PreparedStatement(
        db,
        """
        SELECT id, \(column) FROM listing WHERE \(column) IS NOT NULL
        ORDER BY \(column) COLLATE NOCASE
        """)
      defer { rows.reset() }
      var before: [UInt8]?
      while try rows.step() {
        let text = rows.foldedText(1)
        body(ListingID(Int64(rows.integer(0))), text == before)
        before = text
      }
    }
  }

  /// Hands over the listings that a condition does not rule out, and of each whether it is a yes.
  package func forEachListing(
    answering condition: QueryCondition, _ cancellation: Cancellation? = nil,
    _ body: (ListingID, Bool) -> Void
  ) throws {
    try read(cancellation) { db in
      let compiler = try QueryCompiler(db, context)
      let statement =
        try compiler.directSearch(condition)
        ?? {
          let answer = try compiler.sql(.condition(condition))
          return "SELECT listing.id, \(answer) FROM listing WHERE \(answer) IS NOT FALSE"
        }()
      let rows = PreparedStatement(try db.makeStatement(literal: statement))
      while try rows.step() {
        body(ListingID(Int64(rows.integer(0))), rows.integer(1) != 0)
      }
    }
  }
}

/// Reads facts along the index of the list.
private struct FactsReader {
  private let row: PreparedStatement
  private let since: Int?
  private let remote = RemoteKind.allCases.byTag
  private let seniority = Seniority.allCases.byTag
  // Few combinations occur; each is read once.
  private var employment: [UInt64: [Employment]] = [0: []]

  init(_ db: Database, _ rest: String) throws {
    since = try Visits.lastEnd(db)
    row = try PreparedStatement(
      db,
      """
      SELECT id, posted, payLow, payHigh, period, remote, level, employment,
        read, saved, flagged, hidden, addedAt, changedAt, closed, stage
      FROM listing \(rest)
      """)
  }

  mutating func facts(of id: ListingID) throws -> ListingFacts? {
    row.reset()
    row.bind(id.number, at: 0)
    defer { row.reset() }
    return try next()
  }

  mutating func next() throws -> ListingFacts? {
    guard try row.step() else { return nil }
    var facts = ListingFacts(id: ListingID(Int64(row.integer(0))))
    facts.posted = row.optionalInteger(1).map(Day.init(number:))
    facts.payLow = row.optionalInteger(2)
    facts.payHigh = row.optionalInteger(3)
    facts.isPayStated = !row.isNull(4)
    facts.remote = remote[row.tag(5)] ?? .unknown
    facts.seniority = seniority[row.tag(6)] ?? .unknown
    facts.employment = forms()
    facts.marks = marks()
    return facts
  }

  private mutating func forms() -> [Employment] {
    let hash = row.hash(7)
    if let known = employment[hash] { return known }
    let forms = [String](jsonArray: row.text(7)).compactMap(Employment.init)
    employment[hash] = forms
    return forms
  }

  private func marks() -> ListingFacts.Marks {
    var marks: ListingFacts.Marks = []
    for (index, mark) in [ListingFacts.Marks.read, .saved, .flagged, .hidden].enumerated()
    where row.integer(8 + index) != 0 {
      marks.insert(mark)
    }
    if let since {
      if row.integer(12) > since {
        marks.insert(.new)
      } else if row.integer(13) > since {
        marks.insert(.changed)
      }
    }
    if !row.isNull(14) { marks.insert(.closed) }
    if !row.isNull(15) { marks.insert(.applied) }
    return marks
  }
}

private extension Collection where Element: RawRepresentable<String> {
  var byTag: [UInt64: Element] {
    Dictionary(map { ($0.rawValue.tag, $0) }) { first, _ in first }
  }
}

private extension SortField {
  var textColumn: String? {
    switch self {
    case .title: "title"
    case .company: "company"
    case .place: "location"
    case .posted, .salary, .level, .remote, .seen, .rating: nil
    }
  }
}
