import GRDB
import Listings
import Queries

/// Moves postings between listings, and makes the listings anew of the postings they have then.
struct Regrouping {
  private let db: Database
  private let context: QueryContext
  let readings: ReadingTable
  private let statements: MergeStatements

  init(_ db: Database, _ context: QueryContext) throws {
    self.db = db
    self.context = context
    readings = try ReadingTable(db, context)
    statements = try MergeStatements(db)
  }

  /// Moves postings, each to the listing of that number; one that is not there is made, one that
  /// is left without postings goes.
  func move(_ targets: [Int64: Int64]) throws {
    var affected = Set(targets.values)
    for posting in targets.keys { affected.insert(try listing(of: posting)) }
    for id in affected where try exists(id) { try keepReading(of: id) }
    let template = try affected.first { try exists($0) }
    for id in affected { try takeOutOfIndex(id) }
    for (posting, target) in targets.sorted(by: { $0.key < $1.key }) {
      if try !exists(target) { try makeRow(target, like: template) }
      try db.execute(
        sql: "UPDATE posting SET listing = ? WHERE id = ?", arguments: [target, posting])
    }
    let absences = Absences(db)
    for id in affected.sorted() {
      try make(id)
      _ = try absences.bringUpToDate(id)
    }
  }

  /// Keeps what was understood of the only posting of a listing before another joins it.
  func keepReading(of id: Int64) throws {
    guard try count(of: id) == 1, let listing = try ListingReader(db).listing(ListingID(id)),
      let speaker = try Int64.fetchOne(
        db, sql: "SELECT speaker FROM listing WHERE id = ?", arguments: [id])
    else { return }
    try readings.write(listing, of: speaker)
  }

  /// Makes a listing anew after `change` to its postings; says what is other than before.
  func remake(
    _ id: Int64, on day: Day, after change: () throws -> Void
  ) throws -> [ListingChange] {
    let old = try ListingReader(db).listing(ListingID(id))
    try takeOutOfIndex(id)
    try change()
    try make(id)
    let new = try ListingReader(db).listing(ListingID(id))
    guard let old, let new else { return [] }
    return old.changes(to: new, on: day)
  }
}

private extension Regrouping {
  func listing(of posting: Int64) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT listing FROM posting WHERE id = ?", arguments: [posting]) ?? 0
  }

  func exists(_ id: Int64) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM listing WHERE id = ?)", arguments: [id]) ?? false
  }

  func count(of id: Int64) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM posting WHERE listing = ?", arguments: [id]) ?? 0
  }

  /// Its words must be those that the index was given, so it is asked before anything changes.
  func takeOutOfIndex(_ id: Int64) throws {
    guard let old = try ListingReader(db).listing(ListingID(id)) else { return }
    try statements.remove(IndexedText(old), of: id)
    try statements.removeEvidence(of: id)
  }

  /// A row to be filled; it counts as met when its like was.
  func makeRow(_ id: Int64, like template: Int64?) throws {
    try db.execute(
      sql: """
        INSERT INTO listing (id, remote, level, firstSeen, lastSeen, addedAt, speaker)
        SELECT ?, 'unknown', 'unknown', firstSeen, lastSeen, addedAt, ? FROM listing WHERE id = ?
        """, arguments: [id, id, template])
  }

  func make(_ id: Int64) throws {
    let parts = try readings.readings(ofListing: id)
    guard let speaker = parts.speaker, let listing = parts.merged else {
      if try count(of: id) == 0 {
        try db.execute(sql: "DELETE FROM listing WHERE id = ?", arguments: [id])
      }
      return
    }
    let row = statements.updateListing
    ListingRecord.bind(listing, in: context, to: row)
    row.bind(parts.map(\.lastSeen).max(), at: ListingRecord.understood.count)
    row.bind(id, at: ListingRecord.understood.count + 1)
    try row.run()
    try db.execute(
      sql: "UPDATE listing SET speaker = ?, postings = ?, firstSeen = ? WHERE id = ?",
      arguments: [speaker.posting, parts.count, parts.map(\.firstSeen).min(), id])
    try statements.writeEvidence(of: listing, id)
    // What the store gives back is what the index must know.
    if let made = try ListingReader(db).listing(ListingID(id)) {
      try statements.add(IndexedText(made), of: id)
    }
    if parts.count == 1 { try readings.remove(ofListing: id) }
  }
}
