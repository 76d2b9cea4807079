import GRDB
import Listings

/// A posting that is in the store already.
struct KnownPosting {
  let id: Int64
  let listing: ListingID
  let contents: Int
  let firstSeen: Int
  let lastSeen: Int
  /// Title, company and place, as published.
  let heading: [String?]
}

/// Finds postings by what they are known by.
struct KnownPostings {
  private let row: PreparedStatement

  init(_ db: Database) throws {
    row = try PreparedStatement(
      db,
      """
      SELECT id, listing, contents, firstSeen, lastSeen, title, company, location
      FROM posting WHERE identity = ?
      """)
  }

  func posting(_ key: String) throws -> KnownPosting? {
    row.bind(key, at: 0)
    defer { row.reset() }
    guard try row.step() else { return nil }
    return KnownPosting(
      id: Int64(row.integer(0)), listing: ListingID(Int64(row.integer(1))),
      contents: row.integer(2), firstSeen: row.integer(3), lastSeen: row.integer(4),
      heading: [row.text(5), row.text(6), row.text(7)])
  }
}

/// The statements of an import, prepared once for a batch.
struct MergeStatements {
  let addListing: PreparedStatement
  let addPosting: PreparedStatement
  let updateListing: PreparedStatement
  let updatePosting: PreparedStatement
  let known: KnownPostings
  private let addBody: PreparedStatement
  private let addEvidence: PreparedStatement
  private let dropBody: PreparedStatement
  private let dropEvidence: PreparedStatement
  private let counting: PreparedStatement
  private let addWords: PreparedStatement
  private let removeWords: PreparedStatement

  init(_ db: Database) throws {
    addListing = try PreparedStatement(db, ListingRecord.inserting)
    addPosting = try PreparedStatement(db, PostingRecord.inserting)
    updateListing = try PreparedStatement(db, ListingRecord.updating)
    updatePosting = try PreparedStatement(db, PostingRecord.updating)
    known = try KnownPostings(db)
    addBody = try PreparedStatement(
      db, "INSERT INTO body (posting, text, understood) VALUES (?, ?, ?)")
    addEvidence = try PreparedStatement(
      db, "INSERT INTO evidence (listing, fields, asides) VALUES (?, ?, ?)")
    // An upsert would say it in one statement, but has SQLite copy each page it touches, in case.
    dropBody = try PreparedStatement(db, "DELETE FROM body WHERE posting = ?")
    dropEvidence = try PreparedStatement(db, "DELETE FROM evidence WHERE listing = ?")
    counting = try PreparedStatement(db, "SELECT postings FROM listing WHERE id = ?")
    addWords = try PreparedStatement(
      db, "INSERT INTO words (rowid, title, company, location, body) VALUES (?, ?, ?, ?, ?)")
    removeWords = try PreparedStatement(
      db,
      """
      INSERT INTO words (words, rowid, title, company, location, body)
      VALUES ('delete', ?, ?, ?, ?, ?)
      """)
  }
}

extension MergeStatements {
  /// Whether the listing has one posting only.
  func isAlone(_ listing: ListingID) throws -> Bool {
    counting.bind(listing.number, at: 0)
    defer { counting.reset() }
    return try counting.step() && counting.integer(0) <= 1
  }

  func removeBody(of posting: Int64) throws {
    dropBody.bind(posting, at: 0)
    try dropBody.run()
  }

  func removeEvidence(of listing: Int64) throws {
    dropEvidence.bind(listing, at: 0)
    try dropEvidence.run()
  }

  func write(_ body: StoredBody, of posting: Int64) throws {
    addBody.bind(posting, at: 0)
    addBody.bind(body.text, at: 1)
    addBody.bind(body.understood, at: 2)
    try addBody.run()
  }

  func writeEvidence(of listing: Listing, _ id: Int64) throws {
    addEvidence.bind(id, at: 0)
    addEvidence.bind(listing.evidence.storedText, at: 1)
    addEvidence.bind(listing.asides.storedText, at: 2)
    try addEvidence.run()
  }

  func add(_ words: IndexedText, of listing: Int64) throws {
    addWords.bind(listing, at: 0)
    words.bind(to: addWords, from: 1)
    try addWords.run()
  }

  /// `words` must be the very words that were added; the index can't know them.
  func remove(_ words: IndexedText, of listing: Int64) throws {
    removeWords.bind(listing, at: 0)
    words.bind(to: removeWords, from: 1)
    try removeWords.run()
  }
}
