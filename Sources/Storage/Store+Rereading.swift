import GRDB
import Listings
import Queries

/// A posting as it is kept, and what is understood of it so far.
package struct StoredPosting: Sendable {
  package let number: Int64
  /// The listing that it belongs to.
  package let id: ListingID
  package let posting: Posting
  /// The day that "2 days ago" counts from.
  package let saidOn: Day
  /// What is understood of this posting alone, with its fingerprint.
  package let listing: Listing
  let contents: Int
}

extension Store {
  package func countOfPostings() throws -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM posting") ?? 0 }
  }

  /// The postings by number, from the one after `number` on.
  package func postings(after number: Int64, limit: Int) throws -> [StoredPosting] {
    try read { db in try StoredPostingReader(db, context).postings(after: number, limit: limit) }
  }

  /// Puts another understanding of postings in place, in one transaction.
  ///
  /// Ids and decisions stay, and what is new, changed or closed: the sources say what they said. A
  /// posting that was imported anew in between is left as it is.
  package func replace(_ understood: [(posting: StoredPosting, listing: Listing)]) throws {
    try write { db in
      let statements = try RereadingStatements(db, context)
      for (posting, listing) in understood { try statements.replace(posting, by: listing) }
      try statements.finish()
    }
  }
}

private struct StoredPostingReader {
  private let listings: ListingReader
  private let readings: ReadingTable
  private let row: PreparedStatement
  private static let next = PostingRecord.published.count

  init(_ db: Database, _ context: QueryContext) throws {
    listings = ListingReader(db)
    readings = try ReadingTable(db, context)
    let columns = PostingRecord.published.map { "posting.\($0)" }.joined(separator: ", ")
    row = try PreparedStatement(
      db,
      """
      SELECT \(columns), posting.id, posting.listing, coalesce(saidOn, posting.firstSeen),
        body.text, coalesce(body.understood, body.text), fingerprint.value
      FROM posting JOIN body ON body.posting = posting.id
      LEFT JOIN fingerprint ON fingerprint.posting = posting.id
      WHERE posting.id > ? ORDER BY posting.id LIMIT ?
      """)
  }

  func postings(after number: Int64, limit: Int) throws -> [StoredPosting] {
    row.bind(number, at: 0)
    row.bind(limit, at: 1)
    defer { row.reset() }
    var found: [StoredPosting] = []
    while try row.step() {
      if let posting = try posting() { found.append(posting) }
    }
    return found
  }

  private func posting() throws -> StoredPosting? {
    let number = Int64(row.integer(Self.next))
    let id = ListingID(Int64(row.integer(Self.next + 1)))
    guard var listing = try understood(number, in: id) else { return nil }
    listing.fingerprint = Fingerprint(bytes: row.bytes(Self.next + 5))
    var posting = PostingRecord.posting(row)
    posting.body = [Block](markdown: row.text(Self.next + 3) ?? "")
    return StoredPosting(
      number: number, id: id, posting: posting, saidOn: Day(number: row.integer(Self.next + 2)),
      listing: listing, contents: row.integer(0))
  }

  /// From the listing itself where the posting is its only one.
  private func understood(_ posting: Int64, in id: ListingID) throws -> Listing? {
    let several = try readings.readings(ofListing: id.number)
    guard var listing = several.first(where: { $0.posting == posting })?.listing else {
      return try listings.listing(id)
    }
    listing.body = [Block](markdown: row.text(Self.next + 4) ?? "")
    return listing
  }
}

/// The statements that put another understanding in place.
private struct RereadingStatements {
  private let db: Database
  private let context: QueryContext
  private let regrouping: Regrouping
  private let keys: PostingKeys
  private let words: WordIndex
  private let fingerprints: FingerprintTable
  private let contents: PreparedStatement
  private let updateBody: PreparedStatement

  init(_ db: Database, _ context: QueryContext) throws {
    self.db = db
    self.context = context
    words = try WordIndex(db)
    regrouping = try Regrouping(db, context, words)
    keys = try PostingKeys(db)
    fingerprints = try FingerprintTable(db, keys)
    contents = try PreparedStatement(db, "SELECT contents FROM posting WHERE id = ?")
    updateBody = try PreparedStatement(db, "UPDATE body SET understood = ? WHERE posting = ?")
  }

  func replace(_ posting: StoredPosting, by listing: Listing) throws {
    guard try isStillSaid(posting) else { return }
    let id = posting.id.number
    let closed = try Int.fetchOne(
      db, sql: "SELECT closed FROM listing WHERE id = ?", arguments: [id])
    _ = try regrouping.remake(id, on: posting.saidOn) {
      let read = ReadPosting(normalized: posting.posting, listing: listing)
      let understood = StoredBody(read).understood
      updateBody.bind(understood.map { String(decoding: $0, as: UTF8.self) }, at: 0)
      updateBody.bind(posting.number, at: 1)
      try updateBody.run()
      try regrouping.readings.write(listing, of: posting.number)
    }
    try HiddenCompanies(db, context).bringUpToDate(postings: [posting.number])
    try fingerprints.write(listing.fingerprint, of: posting.number)
    if let closed {
      try db.execute(sql: "UPDATE listing SET closed = ? WHERE id = ?", arguments: [closed, id])
    }
  }

  func finish() throws {
    try keys.flush()
    try words.flush()
  }

  private func isStillSaid(_ posting: StoredPosting) throws -> Bool {
    contents.bind(posting.number, at: 0)
    defer { contents.reset() }
    return try contents.step() && contents.integer(0) == posting.contents
  }
}
