import GRDB
import Listings
import Queries

extension Store {
  /// The saved searches, by name.
  package func savedSearches() throws -> [SavedSearch] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM search ORDER BY name").map(SavedSearch.init)
    }
  }

  /// The search of that name, capitals aside.
  package func savedSearch(named name: String) throws -> SavedSearch? {
    try read { db in try SavedSearch.fetch(named: name, db) }
  }

  /// Keeps a query under a name, and returns the one that had it before.
  @discardableResult
  package func saveSearch(
    _ query: String, as name: String, at seconds: Int
  ) throws -> SavedSearch? {
    try writeDurably { db in
      let before = try SavedSearch.fetch(named: name, db)
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO search (name, query, savedAt, newest)
          VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM listing))
          """, arguments: [name, query, seconds])
      return before
    }
  }

  /// False when no search has that name.
  package func removeSearch(named name: String) throws -> Bool {
    try writeDurably { db in
      try db.execute(sql: "DELETE FROM search WHERE name = ?", arguments: [name])
      return db.changesCount > 0
    }
  }
}

extension Store {
  /// The listings that a search finds; `onlyNew` leaves those that came since the last visit, or
  /// before there was one, since it was saved.
  package func search(
    _ saved: SavedSearch, _ query: Query, onlyNew: Bool
  ) throws -> SearchResult {
    guard onlyNew else { return try search(query) }
    if try hasBeenVisited() { return try search(query.adding(.state(.new))) }
    let all = try search(query)
    var counts = all.counts
    let ids = all.ids.filter { saved.newest < $0 }
    (counts.matching, counts.new) = (ids.count, ids.count)
    return SearchResult(ids: ids, counts: counts)
  }

  /// Each saved search with what it finds now.
  ///
  /// `found` answers in the place of the store, when it can.
  package func savedResults(
    _ cancellation: Cancellation? = nil,
    found: (Query) throws -> SearchResult? = { _ in nil }
  ) throws -> [SavedSearchResult] {
    let isVisited = try hasBeenVisited()
    let searches = try savedSearches()
    return try searches.map { saved in
      var query: Query
      do throws(QueryError) {
        query = try Query(parsing: saved.query, searches: NamedQueries(searches))
      } catch {
        return SavedSearchResult(saved, problem: error.message)
      }
      // What is only counted need not be sorted.
      query.sort = []
      let result = try found(query) ?? search(query, cancellation)
      let new = isVisited ? result.counts.new : result.ids.count { saved.newest < $0 }
      return SavedSearchResult(saved, matching: result.counts.matching, new: new)
    }
  }

  /// A run of the browser has ended, so that new listings are told by it.
  package func hasBeenVisited() throws -> Bool {
    try read { db in try Visits.lastEnd(db) != nil }
  }
}

private extension SavedSearch {
  init(_ row: Row) {
    self.init(name: row["name"], query: row["query"], newest: ListingID(row["newest"]))
  }

  static func fetch(named name: String, _ db: Database) throws -> SavedSearch? {
    try Row.fetchOne(db, sql: "SELECT * FROM search WHERE name = ?", arguments: [name])
      .map(SavedSearch.init)
  }
}
