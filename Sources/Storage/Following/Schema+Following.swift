import GRDB

extension Schema {
  /// Sources that are followed, and which of their postings each fetch held.
  static func createFollowing(_ db: Database) throws {
    try db.create(table: "source", options: [.strict, .withoutRowID]) { table in
      table.column("name", .text).notNull().primaryKey()
      table.column("kind", .text).notNull()
      table.column("address", .text).notNull()
      table.column("baseURL", .text)
      table.column("every", .integer).check { $0 >= 0 }
      for name in ["paused", "named"] {
        table.column(name, .integer).notNull().defaults(to: 0).check { [0, 1].contains($0) }
      }
      // The number of the fetch under way, or of the last one.
      table.column("fetch", .integer).notNull().defaults(to: 0)
      table.column("fetchedAt", .integer)
      table.column("outcome", .text)
        .check { FetchOutcome.allCases.map(\.rawValue).contains($0) }
      table.column("message", .text)
      table.column("failures", .integer).notNull().defaults(to: 0)
      table.column("waitUntil", .integer)
      table.check(sql: "(fetchedAt IS NULL) = (outcome IS NULL)")
    }
    try db.create(table: "sourcePage", options: [.strict, .withoutRowID]) { table in
      table.column("source", .text).notNull().references("source", onDelete: .cascade)
      table.column("number", .integer).notNull()
      table.column("url", .text).notNull()
      table.column("etag", .text)
      table.column("lastModified", .text)
      table.column("items", .integer).notNull()
      table.primaryKey(["source", "number"])
    }
    try db.create(table: "sighting", options: [.strict, .withoutRowID]) { table in
      table.column("source", .text).notNull().references("source", onDelete: .cascade)
      table.column("posting", .integer).notNull().references("posting")
      table.column("page", .integer).notNull()
      // The last fetch that held it.
      table.column("fetch", .integer).notNull()
      // Good fetches in a row that did not hold it, and the day of the first of them.
      table.column("missed", .integer).notNull().defaults(to: 0)
      table.column("missedSince", .integer)
      table.primaryKey(["source", "posting"])
      table.check(sql: "(missed = 0) = (missedSince IS NULL)")
    }
    try db.create(index: "sightingByPosting", on: "sighting", columns: ["posting"])
  }
}
