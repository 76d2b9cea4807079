import GRDB
import Listings

/// A posting that may be about the same job as another.
struct LikePosting {
  let id: Int64
  let listing: Int64
  let source: String
  let externalID: String?
  let lastSeen: Int
  let fingerprint: Fingerprint
}

/// The fingerprints of postings, and the keys under which alike ones find each other.
struct FingerprintTable {
  // A key that more postings share tells little, and reading them all would hold up the import.
  private static let mostCandidates = 64

  private let find: PreparedStatement
  private let read: PreparedStatement
  private let inListing: PreparedStatement
  private let put: PreparedStatement
  private let putKey: PreparedStatement
  private let removeKey: PreparedStatement

  init(_ db: Database) throws {
    find = try PreparedStatement(
      db,
      """
      SELECT posting FROM likeness WHERE "key" = ?
      ORDER BY posting DESC LIMIT \(Self.mostCandidates)
      """)
    read = try PreparedStatement(
      db,
      """
      SELECT posting.listing, source, externalID, lastSeen, value
      FROM posting JOIN fingerprint ON fingerprint.posting = posting.id WHERE posting.id = ?
      """)
    inListing = try PreparedStatement(
      db,
      """
      SELECT value FROM posting JOIN fingerprint ON fingerprint.posting = posting.id
      WHERE posting.listing = ?
      """)
    put = try PreparedStatement(
      db, "INSERT OR REPLACE INTO fingerprint (posting, value) VALUES (?, ?)")
    putKey = try PreparedStatement(
      db, "INSERT OR IGNORE INTO likeness (\"key\", posting) VALUES (?, ?)")
    removeKey = try PreparedStatement(
      db, "DELETE FROM likeness WHERE \"key\" = ? AND posting = ?")
  }

  /// The postings that share a key with this fingerprint, each once.
  func candidates(for fingerprint: Fingerprint) throws -> [LikePosting] {
    var seen: Set<Int64> = []
    for key in fingerprint.keys {
      find.bind(Int64(bitPattern: key), at: 0)
      while try find.step() { seen.insert(Int64(find.integer(0))) }
      find.reset()
    }
    return try seen.sorted().compactMap(posting)
  }

  func fingerprints(ofListing id: Int64) throws -> [Fingerprint] {
    inListing.bind(id, at: 0)
    defer { inListing.reset() }
    var found: [Fingerprint] = []
    while try inListing.step() {
      if let fingerprint = Fingerprint(bytes: inListing.bytes(0)) { found.append(fingerprint) }
    }
    return found
  }

  func write(_ fingerprint: Fingerprint?, of posting: Int64) throws {
    guard let fingerprint else { return }
    if let old = try self.posting(posting)?.fingerprint {
      if old == fingerprint { return }
      for key in old.keys { try run(removeKey, key, posting) }
    }
    put.bind(posting, at: 0)
    put.bind(fingerprint.bytes, at: 1)
    try put.run()
    for key in fingerprint.keys { try run(putKey, key, posting) }
  }

  /// Like `write`, for a posting that is new.
  func add(_ fingerprint: Fingerprint?, of posting: Int64) throws {
    guard let fingerprint else { return }
    put.bind(posting, at: 0)
    put.bind(fingerprint.bytes, at: 1)
    try put.run()
    for key in fingerprint.keys { try run(putKey, key, posting) }
  }

  private func run(_ statement: PreparedStatement, _ key: UInt64, _ posting: Int64) throws {
    statement.bind(Int64(bitPattern: key), at: 0)
    statement.bind(posting, at: 1)
    try statement.run()
  }

  private func posting(_ id: Int64) throws -> LikePosting? {
    read.bind(id, at: 0)
    defer { read.reset() }
    guard try read.step(), let fingerprint = Fingerprint(bytes: read.bytes(4)) else { return nil }
    return LikePosting(
      id: id, listing: Int64(read.integer(0)), source: read.text(1) ?? "",
      externalID: read.text(2), lastSeen: read.integer(3), fingerprint: fingerprint)
  }
}
