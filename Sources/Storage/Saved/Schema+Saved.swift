import GRDB

extension Schema {
  /// Queries that are kept under a name; capitals tell no two names apart.
  static func createSearches(_ db: Database) throws {
    try db.create(table: "search", options: [.strict, .withoutRowID]) { table in
      table.column("name", .text).notNull().primaryKey().collate(.nocase).check { $0 != "" }
      table.column("query", .text).notNull()
      table.column("savedAt", .integer).notNull()
      // The newest listing at that moment.
      table.column("newest", .integer).notNull()
    }
  }
}
