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

/// Where a posting that is in the store comes from, and when it was seen last.
struct PostingOrigin {
  let listing: Int64
  let source: String
  let externalID: String?
  let lastSeen: Int
}

/// Finds postings by what they are known by.
struct KnownPostings {
  let keys: PostingKeys
  private let row: PreparedStatement
  private let originRow: PreparedStatement

  init(_ db: Database, _ keys: PostingKeys) throws {
    self.keys = keys
    row = try PreparedStatement(
      db,
      """
      SELECT listing, contents, firstSeen, lastSeen, title, company, location
      FROM posting WHERE id = ? AND identity = ?
      """)
    originRow = try PreparedStatement(
      db, "SELECT listing, source, externalID, lastSeen FROM posting WHERE id = ?")
  }

  func posting(_ key: PostingKey) throws -> KnownPosting? {
    // Few numbers mean two postings, and none so many that the right one is not among them.
    for id in try keys.postings(under: key.number, limit: 64) {
      if let known = try posting(id, key) { return known }
    }
    return nil
  }

  func origin(of posting: Int64) throws -> PostingOrigin? {
    originRow.bind(posting, at: 0)
    defer { originRow.reset() }
    guard try originRow.step() else { return nil }
    return PostingOrigin(
      listing: Int64(originRow.integer(0)), source: originRow.text(1) ?? "",
      externalID: originRow.text(2), lastSeen: originRow.integer(3))
  }

  private func posting(_ id: Int64, _ key: PostingKey) throws -> KnownPosting? {
    row.bind(id, at: 0)
    row.bind(key.text, at: 1)
    defer { row.reset() }
    guard try row.step() else { return nil }
    return KnownPosting(
      id: id, listing: ListingID(Int64(row.integer(0))), contents: row.integer(1),
      firstSeen: row.integer(2), lastSeen: row.integer(3),
      heading: [row.text(4), row.text(5), row.text(6)])
  }
}
