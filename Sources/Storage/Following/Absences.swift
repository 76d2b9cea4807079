import GRDB

/// Whether listings are gone, by what the fetches of sources held.
struct Absences {
  static let missesThatClose = 2

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// A listing is gone when every followed source that had it has missed it twice, and nothing has
  /// been seen of it since.
  func bringUpToDate(_ listing: Int64) throws -> (isClosed: Bool, isChanged: Bool) {
    let before = try Int.fetchOne(
      db, sql: "SELECT closed FROM listing WHERE id = ?", arguments: [listing])
    let after = try Int.fetchOne(
      db,
      sql: """
        SELECT since FROM (
          SELECT max(missedSince) AS since, min(missed) AS missed
          FROM sighting JOIN posting ON posting.id = sighting.posting
          WHERE posting.listing = :listing)
        WHERE missed >= \(Self.missesThatClose) AND NOT EXISTS (
          SELECT 1 FROM posting WHERE listing = :listing AND lastSeen > since)
        """, arguments: ["listing": listing])
    if before != after {
      try db.execute(
        sql: "UPDATE listing SET closed = ? WHERE id = ?", arguments: [after, listing])
    }
    return (after != nil, before != after)
  }
}
