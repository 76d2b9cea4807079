import GRDB
import Listings
import Queries

/// Moves postings between listings, and makes the listings anew of the postings they have then.
struct Regrouping {
  private let db: Database
  private let context: QueryContext
  let readings: ReadingTable
  private let words: WordIndex
  private let reader: ListingReader
  private let statements: MergeStatements

  /// What it changes about `words` is written when those are.
  init(_ db: Database, _ context: QueryContext, _ words: WordIndex) throws {
    self.db = db
    self.context = context
    self.words = words
    reader = ListingReader(db)
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
    for id in affected { try takeOutOfIndex(id, reader.listing(ListingID(id))) }
    for (posting, target) in targets.sorted(by: { $0.key < $1.key }) {
      if try !exists(target) { try makeRow(target, like: template) }
      try db.execute(
        sql: "UPDATE posting SET listing = ? WHERE id = ?", arguments: [target, posting])
    }
    let absences = Absences(db)
    for id in affected.sorted() {
      if let made = try make(id) { try putIntoIndex(id, made) }
      _ = try absences.bringUpToDate(id)
    }
  }

  /// Keeps what was understood of the only posting of a listing before another joins it.
  func keepReading(of id: Int64) throws {
    guard try count(of: id) == 1, let listing = try reader.listing(ListingID(id)),
      let speaker = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT speaker FROM listing WHERE id = ?"), arguments: [id])
    else { return }
    try readings.write(listing, of: speaker)
  }

  /// Makes a listing anew after `change` to its postings; says what is other than before.
  func remake(
    _ id: Int64, on day: Day, after change: () throws -> Void
  ) throws -> [ListingChange] {
    let old = try reader.listing(ListingID(id))
    try takeOutOfIndex(id, old)
    try change()
    guard let new = try make(id) else { return [] }
    try putIntoIndex(id, new)
    return old?.changes(to: new, on: day) ?? []
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
      db.cachedStatement(sql: "SELECT count(*) FROM posting WHERE listing = ?"), arguments: [id])
      ?? 0
  }

  /// Its words must be those that the index was given, so it is asked before anything changes.
  func takeOutOfIndex(_ id: Int64, _ old: Listing?) throws {
    guard let old else { return }
    words.remove(IndexedText(old).values, of: id)
    try statements.removeEvidence(of: id)
  }

  /// What the store gives back is what the index must know.
  func putIntoIndex(_ id: Int64, _ made: Listing) throws {
    try words.put(IndexedText(made).values, of: id)
  }

  /// A row to be filled; it counts as met when its like was.
  func makeRow(_ id: Int64, like template: Int64?) throws {
    try db.execute(
      sql: """
        INSERT INTO listing (id, remote, level, firstSeen, lastSeen, addedAt, speaker)
        SELECT ?, 'unknown', 'unknown', firstSeen, lastSeen, addedAt, ? FROM listing WHERE id = ?
        """, arguments: [id, id, template])
  }

  /// Returns the listing as the store gives it back; nil when it is gone.
  func make(_ id: Int64) throws -> Listing? {
    let parts = try readings.readings(ofListing: id)
    guard let speaker = parts.speaker, let listing = parts.merged else {
      if try count(of: id) == 0 {
        try db.execute(sql: "DELETE FROM listing WHERE id = ?", arguments: [id])
      }
      return nil
    }
    let lastSeen = parts.map(\.lastSeen).max() ?? speaker.lastSeen
    try statements.updateListing.run(
      ListingRecord.values(of: listing, in: context), lastSeen, Int(id))
    try db.cachedStatement(
      sql: "UPDATE listing SET speaker = ?, postings = ?, firstSeen = ? WHERE id = ?"
    )
    .execute(arguments: [speaker.posting, parts.count, parts.map(\.firstSeen).min(), id])
    try statements.write(evidence: ListingRecord.evidence(of: listing), of: id)
    if parts.count == 1 { try readings.remove(ofListing: id) }
    return try reader.listing(ListingID(id))
  }
}
