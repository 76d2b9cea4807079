import GRDB
import Listings

extension Store {
  /// The sources that are followed, by name.
  package func sources() throws -> [FollowedSource] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM source ORDER BY name").map(FollowedSource.init)
    }
  }

  /// False when the name is taken.
  package func follow(_ source: FollowedSource) throws -> Bool {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO source (name, kind, address, baseURL, every, paused, named)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          source.name, source.kind, source.address, source.baseURL, source.every, source.isPaused,
          source.isNamed,
        ])
      return db.changesCount > 0
    }
  }

  /// Follows it no longer, while its listings stay; false when there is no such source.
  package func unfollow(_ name: String) throws -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM source WHERE name = ?", arguments: [name])
      return db.changesCount > 0
    }
  }

  /// False when there is no such source.
  package func pause(_ name: String, _ isPaused: Bool) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE source SET paused = ? WHERE name = ?", arguments: [isPaused, name])
      return db.changesCount > 0
    }
  }

  /// The pages of the last complete fetch.
  package func pages(of source: String) throws -> [SourcePage] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM sourcePage WHERE source = ? ORDER BY number", arguments: [source]
      ).map { row in
        SourcePage(
          number: row["number"], url: row["url"], etag: row["etag"],
          lastModified: row["lastModified"], items: row["items"])
      }
    }
  }
}

extension Store {
  /// Begins a fetch: what it does not hold will count as missed, if it ends well.
  package func beginFetch(of source: String) throws -> Fetch {
    try write { db in
      try db.execute(
        sql: "UPDATE source SET fetch = fetch + 1 WHERE name = ?", arguments: [source])
      let number = try Int.fetchOne(
        db, sql: "SELECT fetch FROM source WHERE name = ?", arguments: [source])
      return Fetch(source: source, number: number ?? 0)
    }
  }

  /// Merges postings of a page, and notes that the fetch holds them.
  package func merge(
    _ batch: [ReadPosting], of page: FetchPage, seenOn day: Day, at seconds: Int
  ) throws -> [MergeOutcome] {
    let postings = batch.map { StorablePosting($0, in: context) }
    return try write { db in
      var merger = try Merger(db, context: context, seenOn: day, at: seconds)
      let outcomes = try postings.map { try merger.merge($0) }
      try merger.finish()
      try Sightings(db, page.fetch).note(merger.met, onPage: page.number)
      return outcomes
    }
  }

  /// Notes that a page is as it was: the fetch holds the postings that it held before.
  package func keep(_ page: FetchPage, seenOn day: Day) throws -> Int {
    try write { db in
      try Sightings(db, page.fetch).noteUnchanged(page: page.number, on: day)
    }
  }

  /// Ends a fetch that read everything: closes what two such fetches in a row did not hold, and
  /// opens again what is back.
  package func completeFetch(
    _ fetch: Fetch, pages: [SourcePage], absence: Absence, on day: Day, at seconds: Int
  ) throws -> FetchConsequences {
    try write { db in
      let sightings = Sightings(db, fetch)
      let consequences = try sightings.settle(absence, on: day)
      try Sightings.keep(pages, of: fetch.source, db)
      try db.execute(
        sql: """
          UPDATE source SET fetchedAt = ?, outcome = 'complete', message = NULL, failures = 0,
            waitUntil = NULL
          WHERE name = ?
          """, arguments: [seconds, fetch.source])
      return consequences
    }
  }

  /// Ends a fetch that read nothing or not everything; it closes nothing.
  package func breakFetch(
    of source: String, _ note: FetchNote, waitUntil: Int? = nil
  ) throws {
    try write { db in
      // What was read of it may stand on other pages now, so no page can be asked about by its tag.
      if note.outcome == .partial { try Sightings.keep([], of: source, db) }
      try db.execute(
        sql: """
          UPDATE source SET fetchedAt = ?, outcome = ?, message = ?, failures = failures + 1,
            waitUntil = ?
          WHERE name = ?
          """,
        arguments: [note.at, note.outcome.rawValue, note.message, waitUntil, source])
    }
  }
}

private extension FollowedSource {
  init(row: Row) {
    self.init(name: row["name"], kind: row["kind"], address: row["address"])
    baseURL = row["baseURL"]
    every = row["every"]
    isPaused = row["paused"]
    isNamed = row["named"]
    failures = row["failures"]
    waitUntil = row["waitUntil"]
    if let at: Int = row["fetchedAt"], let outcome = FetchOutcome(rawValue: row["outcome"]) {
      last = FetchNote(at: at, outcome: outcome, message: row["message"])
    }
  }
}
