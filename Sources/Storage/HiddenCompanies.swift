import GRDB
import Listings
import Queries

/// The companies whose listings are hidden, those that are still to come among them.
///
/// Hiding a company counts as a decision about each of its listings, made at that moment: one that
/// was shown again since is not hidden.
struct HiddenCompanies {
  private let db: Database
  private let context: QueryContext

  init(_ db: Database, _ context: QueryContext) {
    self.db = db
    self.context = context
  }

  static func createTables(_ db: Database) throws {
    try db.create(table: "hiddenCompany", options: [.strict, .withoutRowID]) { table in
      table.column("key", .text).notNull().primaryKey().check { $0 != "" }
      table.column("name", .text).notNull()
      table.column("at", .integer).notNull()
    }
    try db.create(table: "journalCompany", options: [.strict, .withoutRowID]) { table in
      table.column("journal", .integer).notNull().references("journal")
      table.column("key", .text).notNull()
      table.column("name", .text).notNull()
      table.column("before", .integer)
      table.column("after", .integer)
      table.primaryKey(["journal", "key"])
    }
  }

  /// When each was hidden, by the text of its key.
  static func moments(_ db: Database) throws -> [String: Int] {
    let row = try PreparedStatement(db, "SELECT key, at FROM hiddenCompany")
    defer { row.reset() }
    var moments: [String: Int] = [:]
    while try row.step() { moments[row.text(0) ?? ""] = row.integer(1) }
    return moments
  }
}

extension HiddenCompanies {
  /// Hides the companies of these listings, or shows them again; `entry` is asked for the entry of
  /// the journal when something changes.
  func decide(
    _ isHidden: Bool, on ids: [ListingID], at seconds: Int, entry: () throws -> Int64
  ) throws -> [ListingID] {
    var changed: [ListingID] = []
    var known = try Self.moments(db)
    for id in ids {
      guard let name = try company(of: id), let key = CompanyKey(name),
        (known[key.text] != nil) != isHidden
      else { continue }
      let before = known[key.text]
      known[key.text] = isHidden ? seconds : nil
      try db.execute(
        sql: SQLText.insert(into: "journalCompany", ["journal", "key", "name", "before", "after"]),
        arguments: [try entry(), key.text, name, before, known[key.text]])
      try set(key, name, to: known[key.text])
      changed += try listings(of: key)
    }
    return changed
  }

  /// What an entry of the journal says of companies comes to be so: `before` or `after` it.
  func restore(_ value: String, of entry: Int64) throws -> [ListingID] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT key, name, \(value) FROM journalCompany WHERE journal = ?",
      arguments: [entry])
    var changed: [ListingID] = []
    for row in rows {
      guard let key = CompanyKey(row[0] as String) else { continue }
      try set(key, row[1], to: row[2])
      changed += try listings(of: key)
    }
    return changed
  }

  /// Hides what came in or came to be of a hidden company.
  func bringUpToDate(postings: some Sequence<Int64>) throws {
    let hidden = try Self.moments(db)
    if hidden.isEmpty { return }
    let copies = try DecisionCopies(db)
    let row = try PreparedStatement(
      db,
      """
      SELECT listing.id, listing.company, hidden FROM posting JOIN listing ON listing.id = posting.listing
      WHERE posting.id = ?
      """)
    for posting in postings {
      row.bind(posting, at: 0)
      defer { row.reset() }
      guard try row.step() else { continue }
      let isOfOne = CompanyKey(row.text(1)).map { hidden[$0.text] != nil } ?? false
      guard isOfOne || row.integer(2) == 1 else { continue }
      let id = ListingID(Int64(row.integer(0)))
      row.reset()
      try copies.bringUpToDate(id)
    }
  }
}

private extension HiddenCompanies {
  func company(of id: ListingID) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT company FROM listing WHERE id = ?", arguments: [id.number])
  }

  func set(_ key: CompanyKey, _ name: String, to moment: Int?) throws {
    try db.execute(sql: "DELETE FROM hiddenCompany WHERE key = ?", arguments: [key.text])
    guard let moment else { return }
    try db.execute(
      sql: SQLText.insert(into: "hiddenCompany", ["key", "name", "at"]),
      arguments: [key.text, name, moment])
  }

  /// The index of words finds those that may be of it.
  func listings(of key: CompanyKey) throws -> [ListingID] {
    let named = QueryExpression.condition(.text(.company, TextPattern(key.text)))
    let plan = try QueryPlan(
      Query(.and([named, .condition(.state(.any))])), db, context)
    let row = PreparedStatement(
      try db.makeStatement(
        literal: "SELECT listing.id, company FROM listing WHERE \(plan.matches) ORDER BY listing.id"
      ))
    var found: [ListingID] = []
    while try row.step() {
      if CompanyKey(row.text(1)) == key { found.append(ListingID(Int64(row.integer(0)))) }
    }
    return found
  }
}
