import GRDB
import Listings

/// The statements of an import, prepared once for a batch.
///
/// None of them replaces rows or upserts: SQLite then marks a point to go back to, and at each such
/// point the index of words is written out, which takes twice as long as all else together.
struct MergeStatements {
  let addListing: PreparedStatement
  let addPosting: PreparedStatement
  let updateListing: PreparedStatement
  let updatePosting: PreparedStatement
  private let addBody: PreparedStatement
  private let addEvidence: PreparedStatement
  private let dropBody: PreparedStatement
  private let dropEvidence: PreparedStatement
  private let counting: PreparedStatement
  private let touchPosting: PreparedStatement
  private let touchListing: PreparedStatement

  init(_ db: Database) throws {
    addListing = try PreparedStatement(db, ListingRecord.inserting)
    addPosting = try PreparedStatement(db, PostingRecord.inserting)
    updateListing = try PreparedStatement(db, ListingRecord.updating)
    updatePosting = try PreparedStatement(db, PostingRecord.updating)
    addBody = try PreparedStatement(
      db, "INSERT INTO body (text, understood, posting) VALUES (?, ?, ?)")
    addEvidence = try PreparedStatement(
      db, "INSERT INTO evidence (fields, asides, listing) VALUES (?, ?, ?)")
    dropBody = try PreparedStatement(db, "DELETE FROM body WHERE posting = ?")
    dropEvidence = try PreparedStatement(db, "DELETE FROM evidence WHERE listing = ?")
    counting = try PreparedStatement(db, "SELECT postings FROM listing WHERE id = ?")
    touchPosting = try PreparedStatement(db, "UPDATE posting SET lastSeen = ? WHERE id = ?")
    touchListing = try PreparedStatement(
      db, "UPDATE listing SET lastSeen = max(lastSeen, ?), closed = NULL WHERE id = ?")
  }
}

extension MergeStatements {
  /// Whether the listing has one posting only.
  func isAlone(_ listing: ListingID) throws -> Bool {
    counting.bind(listing.number, at: 0)
    defer { counting.reset() }
    return try counting.step() && counting.integer(0) <= 1
  }

  /// Notes that a posting was seen on a later day, and is not gone.
  func touch(_ known: KnownPosting, on day: Int) throws {
    for (statement, id) in [(touchPosting, known.id), (touchListing, known.listing.number)] {
      statement.bind(day, at: 0)
      statement.bind(id, at: 1)
      try statement.run()
    }
  }

  func removeBody(of posting: Int64) throws {
    dropBody.bind(posting, at: 0)
    try dropBody.run()
  }

  func removeEvidence(of listing: Int64) throws {
    dropEvidence.bind(listing, at: 0)
    try dropEvidence.run()
  }

  /// `body` has the columns `text` and `understood`.
  func write(body: RowValues, of posting: Int64) throws {
    try addBody.run(body, Int(posting))
  }

  /// `evidence` has the columns `fields` and `asides`.
  func write(evidence: RowValues, of listing: Int64) throws {
    try addEvidence.run(evidence, Int(listing))
  }
}
