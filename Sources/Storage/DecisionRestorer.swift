import GRDB
import Listings

/// Takes over what was decided about a posting in another store, or in this one on an earlier day.
///
/// Of each field the later decision stays. How it came to be so is noted in the journal on the days
/// that it happened, where undo passes over it; to do all of it twice changes nothing.
struct DecisionRestorer {
  private let db: Database
  private let copies: DecisionCopies
  /// The changes that the journal has, by a hash of each.
  private var noted: Set<UInt64> = []

  init(_ db: Database) throws {
    self.db = db
    copies = try DecisionCopies(db)
    let row = try PreparedStatement(
      db,
      """
      SELECT posting, field, after, at
      FROM journal JOIN journalChange ON journalChange.journal = journal.id
      """)
    defer { row.reset() }
    while try row.step() {
      let change = DatedDecision(field: row.text(1) ?? "", value: row.text(2), at: row.integer(3))
      noted.insert(change.hash(of: Int64(row.integer(0))))
    }
  }

  mutating func restore(_ history: PostingHistory, of posting: Int64) throws {
    for change in history.changes where change.isStorable { try note(change, of: posting) }
    var isChanged = false
    for decision in history.decisions where decision.isStorable {
      guard try set(decision, of: posting) else { continue }
      // An export without its history still leaves a trace.
      try note(decision, of: posting)
      isChanged = true
    }
    guard isChanged else { return }
    let listing = try Int64.fetchOne(
      db, sql: "SELECT listing FROM posting WHERE id = ?", arguments: [posting])
    if let listing { try copies.bringUpToDate(ListingID(listing)) }
  }

  /// False where what is decided here is as late, or later.
  private func set(_ decision: DatedDecision, of posting: Int64) throws -> Bool {
    guard let value = decision.value else { return false }
    let known = try Int.fetchOne(
      db, sql: "SELECT at FROM decision WHERE posting = ? AND field = ?",
      arguments: [posting, decision.field])
    if let known, known >= decision.at { return false }
    // No upsert: MergeStatements tells what that would cost.
    try db.execute(
      sql: known == nil
        ? "INSERT INTO decision (value, at, posting, field) VALUES (?, ?, ?, ?)"
        : "UPDATE decision SET value = ?, at = ? WHERE posting = ? AND field = ?",
      arguments: [value, decision.at, posting, decision.field])
    return true
  }

  private mutating func note(_ change: DatedDecision, of posting: Int64) throws {
    guard noted.insert(change.hash(of: posting)).inserted else { return }
    try db.execute(
      sql: "INSERT INTO journal (at, decisions, state) VALUES (?, '[]', ?)",
      arguments: [change.at, JournalState.noted.rawValue])
    try db.execute(
      sql: SQLText.insert(
        into: "journalChange", ["journal", "posting", "field", "before", "after"]),
      arguments: [db.lastInsertedRowID, posting, change.field, change.before, change.value])
  }
}

private extension DatedDecision {
  func hash(of posting: Int64) -> UInt64 {
    var hash = ContentHash()
    hash.add(Int(posting))
    hash.add(field as String?)
    hash.add(value)
    hash.add(at)
    return hash.value
  }

  /// Whether the tables take it: what a file brings along may be of anybody's making.
  var isStorable: Bool {
    guard let field = DecisionField(rawValue: field), (1...Self.lastMoment).contains(at) else {
      return false
    }
    return [before, value].allSatisfy { $0.map(field.canBe) ?? true }
  }

  /// The end of the year 9999.
  private static let lastMoment = 253_402_300_799
}

private extension DecisionField {
  func canBe(_ value: String) -> Bool {
    switch self {
    case .read, .saved, .flagged, .hidden: value == "0" || value == "1"
    case .stage: Stage(rawValue: value) != nil
    case .rating: ["1", "2", "3", "4", "5"].contains(value)
    case .tags: [String](jsonArray: value).jsonArray == value
    case .followUp: Day(iso: value)?.description == value
    case .note, .hiddenReason: !value.isEmpty
    }
  }
}
