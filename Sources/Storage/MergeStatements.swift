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
  private let putBody: PreparedStatement
  private let putEvidence: PreparedStatement
  private let addWords: PreparedStatement
  private let removeWords: PreparedStatement

  init(_ db: Database) throws {
    addListing = try PreparedStatement(db, ListingRecord.inserting)
    addPosting = try PreparedStatement(db, PostingRecord.inserting)
    updateListing = try PreparedStatement(db, ListingRecord.updating)
    updatePosting = try PreparedStatement(db, PostingRecord.updating)
    known = try KnownPostings(db)
    putBody = try PreparedStatement(
      db, "INSERT INTO body (posting, text, understood) VALUES (?, ?, ?)")
    putEvidence = try PreparedStatement(
      db, "INSERT INTO evidence (listing, fields) VALUES (?, ?)")
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
  func write(_ body: StoredBody, of posting: Int64) throws {
    putBody.bind(posting, at: 0)
    putBody.bind(body.text, at: 1)
    putBody.bind(body.understood, at: 2)
    try putBody.run()
  }

  func write(_ evidence: [Evidence], of listing: Int64) throws {
    putEvidence.bind(listing, at: 0)
    putEvidence.bind(evidence.storedText, at: 1)
    try putEvidence.run()
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
