import GRDB
import Listings

/// What sources came to say otherwise, kept with the posting that said it.
struct ChangeLog {
  private let db: Database

  init(_ db: Database) { self.db = db }

  static func createTable(_ db: Database) throws {
    try db.create(table: "change", options: .strict) { table in
      table.column("id", .integer).primaryKey()
      table.column("posting", .integer).notNull().references("posting")
      table.column("day", .integer).notNull()
      table.column("field", .text).notNull()
        .check { ListingChange.Field.allCases.map(\.rawValue).contains($0) }
      table.column("before", .text)
      table.column("after", .text)
    }
    try db.create(index: "changeByPosting", on: "change", columns: ["posting"])
  }

  func note(_ changes: [ListingChange], of posting: Int64) throws {
    let statement = try PreparedStatement(
      db, "INSERT INTO change (posting, day, field, before, after) VALUES (?, ?, ?, ?, ?)")
    for change in changes {
      statement.bind(posting, at: 0)
      statement.bind(change.day.number, at: 1)
      statement.bind(change.field.rawValue, at: 2)
      statement.bind(change.before, at: 3)
      statement.bind(change.after, at: 4)
      try statement.run()
    }
  }

  /// The newest first.
  func changes(
    of listing: ListingID
  ) throws -> [(posting: Int64, change: ListingChange)] {
    let row = try PreparedStatement(
      db,
      """
      SELECT field, before, after, day, change.posting FROM change JOIN posting ON posting.id = change.posting
      WHERE posting.listing = ? ORDER BY day DESC, change.id LIMIT 100
      """)
    row.bind(listing.number, at: 0)
    defer { row.reset() }
    var changes: [(posting: Int64, change: ListingChange)] = []
    while try row.step() {
      guard let field = row.text(0).flatMap(ListingChange.Field.init) else { continue }
      let change = ListingChange(
        field: field, before: row.text(1), after: row.text(2), day: Day(number: row.integer(3)))
      changes.append((Int64(row.integer(4)), change))
    }
    return changes
  }
}
