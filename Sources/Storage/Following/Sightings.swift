import GRDB
import Listings

/// What a complete fetch did to listings.
package struct FetchConsequences: Hashable, Sendable {
  /// Listings that are gone now.
  package let closed: Int
  /// Listings that were gone and are back.
  package let reopened: Int
}

/// Which postings the fetches of a source held.
struct Sightings {
  private let db: Database
  private let source: String
  private let fetch: Int

  init(_ db: Database, _ fetch: Fetch) {
    self.db = db
    source = fetch.source
    self.fetch = fetch.number
  }

  func note(_ postings: Set<Int64>, onPage page: Int) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sighting (source, posting, page, fetch)
        SELECT name, ?, ?, ? FROM source WHERE name = ?
        ON CONFLICT DO UPDATE SET page = excluded.page, fetch = max(fetch, excluded.fetch)
        """)
    for posting in postings.sorted() {
      try statement.execute(arguments: [posting, page, fetch, source])
    }
  }

  /// Returns how many postings the page holds.
  func noteUnchanged(page: Int, on day: Day) throws -> Int {
    let held = "source = :source AND page = :page AND missed = 0"
    let arguments: StatementArguments = ["source": source, "page": page, "day": day.number]
    try db.execute(
      sql: """
        UPDATE posting SET lastSeen = :day WHERE lastSeen < :day
          AND id IN (SELECT posting FROM sighting WHERE \(held))
        """, arguments: arguments)
    try db.execute(
      sql: """
        UPDATE listing SET lastSeen = :day WHERE lastSeen < :day AND id IN
          (SELECT listing FROM posting WHERE id IN (SELECT posting FROM sighting WHERE \(held)))
        """, arguments: arguments)
    try db.execute(
      sql: """
        UPDATE sighting SET fetch = max(fetch, :fetch)
        WHERE source = :source AND page = :page AND missed = 0
        """, arguments: ["source": source, "page": page, "fetch": fetch])
    return db.changesCount
  }

  static func keep(_ pages: [SourcePage], of source: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM sourcePage WHERE source = ?", arguments: [source])
    for page in pages {
      try db.execute(
        sql: """
          INSERT INTO sourcePage (source, number, url, etag, lastModified, items)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [source, page.number, page.url, page.etag, page.lastModified, page.items])
    }
  }
}

extension Sightings {
  /// Counts what the fetch missed, and brings `closed` of the listings concerned up to date.
  func settle(_ absence: Absence, on day: Day) throws -> FetchConsequences {
    let oldest = absence == .isGone ? nil : try oldestPosted()
    let back = try comeBack()
    try countMissed(newerThan: oldest, absence, on: day)
    let concerned = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT posting.listing FROM sighting JOIN posting ON posting.id = sighting.posting
        JOIN listing ON listing.id = posting.listing
        WHERE sighting.source = ? AND missed >= \(Absences.missesThatClose)
          AND (missed = \(Absences.missesThatClose) OR listing.closed IS NULL)
        """, arguments: [source])
    let absences = Absences(db)
    let closed = try concerned.count { try absences.bringUpToDate($0) == (true, true) }
    let reopened = try back.count { try !absences.bringUpToDate($0).isClosed }
    return FetchConsequences(closed: closed, reopened: reopened)
  }

  /// Listings that were gone, and that the fetch holds.
  private func comeBack() throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT posting.listing FROM sighting JOIN posting ON posting.id = sighting.posting
        WHERE sighting.source = ? AND sighting.fetch >= ? AND missed >= \(Absences.missesThatClose)
        """, arguments: [source, fetch])
  }

  private func countMissed(
    newerThan oldest: Int?, _ absence: Absence, on day: Day
  ) throws {
    try db.execute(
      sql: """
        UPDATE sighting SET missed = 0, missedSince = NULL
        WHERE source = ? AND fetch >= ? AND missed > 0
        """, arguments: [source, fetch])
    if absence == .saysNothing { return }
    var isMissed = ""
    if absence == .isGoneIfNewer {
      guard let oldest else { return }
      isMissed = "AND (SELECT posted FROM posting WHERE id = sighting.posting) > \(oldest)"
    }
    try db.execute(
      sql: """
        UPDATE sighting SET missed = missed + 1, missedSince = coalesce(missedSince, ?)
        WHERE source = ? AND fetch < ? \(isMissed)
        """, arguments: [day.number, source, fetch])
  }

  /// The day by which the fetch's list of the newest begins; a few older ones, such as pinned
  /// postings, do not count.
  private func oldestPosted() throws -> Int? {
    let days = try Int.fetchAll(
      db,
      sql: """
        SELECT posted FROM sighting JOIN posting ON posting.id = sighting.posting
        WHERE sighting.source = ? AND sighting.fetch >= ? AND posted IS NOT NULL ORDER BY posted
        """, arguments: [source, fetch])
    return days.isEmpty ? nil : days[days.count / 10]
  }
}
