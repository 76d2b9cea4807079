import GRDB

/// A run of the browser.
package struct Visit: Hashable, Sendable {
  let id: Int64
}

extension Store {
  /// Until it ends, new and changed listings are those since the visit before it.
  package func beginVisit(at seconds: Int) throws -> Visit {
    try write { db in
      // A visit that was cut short counts as one that ended where it began.
      try db.execute(sql: "UPDATE visit SET ended = began WHERE ended IS NULL")
      try db.execute(sql: "INSERT INTO visit (began) VALUES (?)", arguments: [seconds])
      return Visit(id: db.lastInsertedRowID)
    }
  }

  package func endVisit(_ visit: Visit, at seconds: Int) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE visit SET ended = max(began, ?) WHERE id = ?", arguments: [seconds, visit.id])
    }
  }
}

enum Visits {
  /// The moment since which listings are new; nil before the first visit has ended.
  static func lastEnd(_ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT max(ended) FROM visit")
  }
}
