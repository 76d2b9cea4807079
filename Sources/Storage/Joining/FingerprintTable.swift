import GRDB
import Listings

/// The fingerprints of postings, and the keys under which alike ones find each other.
struct FingerprintTable {
  // A key that more postings share tells little, and reading them all would hold up the import.
  private static let mostCandidates = 64

  private let keys: PostingKeys
  private let read: PreparedStatement
  private let inListing: PreparedStatement
  private let put: PreparedStatement
  private let remove: PreparedStatement

  init(_ db: Database, _ keys: PostingKeys) throws {
    self.keys = keys
    read = try PreparedStatement(db, "SELECT value FROM fingerprint WHERE posting = ?")
    inListing = try PreparedStatement(
      db,
      """
      SELECT value FROM posting JOIN fingerprint ON fingerprint.posting = posting.id
      WHERE posting.listing = ?
      """)
    put = try PreparedStatement(db, "INSERT INTO fingerprint (posting, value) VALUES (?, ?)")
    remove = try PreparedStatement(db, "DELETE FROM fingerprint WHERE posting = ?")
  }

  /// The postings that may be about the same job, each once.
  func candidates(
    for fingerprint: Fingerprint
  ) throws -> [(posting: Int64, fingerprint: Fingerprint)] {
    var seen: Set<Int64> = []
    for key in fingerprint.keys {
      seen.formUnion(try keys.postings(under: key, limit: Self.mostCandidates))
    }
    return try seen.sorted().compactMap { posting in
      try self.fingerprint(of: posting).map { (posting, $0) }
    }
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
    if let old = try self.fingerprint(of: posting) {
      if old == fingerprint { return }
      for key in old.keys { try keys.remove(key, of: posting) }
    }
    remove.bind(posting, at: 0)
    try remove.run()
    try add(fingerprint, of: posting)
  }

  /// Like `write`, for a posting that is new.
  func add(_ fingerprint: Fingerprint?, of posting: Int64) throws {
    guard let fingerprint else { return }
    put.bind(posting, at: 0)
    put.bind(fingerprint.bytes, at: 1)
    try put.run()
    for key in fingerprint.keys { keys.add(key, of: posting) }
  }

  private func fingerprint(of posting: Int64) throws -> Fingerprint? {
    read.bind(posting, at: 0)
    defer { read.reset() }
    return try read.step() ? Fingerprint(bytes: read.bytes(0)) : nil
  }
}
