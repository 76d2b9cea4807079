import GRDB
import Listings
import Queries

/// Merges postings into the tables, inside one transaction.
struct Merger {
  private let db: Database
  private let context: QueryContext
  private let day: Int
  private let seconds: Int
  private let statements: MergeStatements
  private let fingerprints: FingerprintTable
  private let jobs: JobSearch
  private var lastID: Int64
  /// The postings that this batch has spoken of.
  private(set) var met: Set<Int64> = []

  init(_ db: Database, context: QueryContext, seenOn day: Day, at seconds: Int) throws {
    self.db = db
    self.context = context
    self.day = day.number
    self.seconds = seconds
    statements = try MergeStatements(db)
    fingerprints = try FingerprintTable(db)
    jobs = JobSearch(table: fingerprints, day: day.number)
    lastID = try Int64.fetchOne(db, sql: "SELECT max(id) FROM posting") ?? 0
  }

  mutating func merge(_ read: ReadPosting) throws -> MergeOutcome {
    let identity = PostingIdentity(read.posting)
    let contents = read.posting.contents
    let search = PostingSearch(statements: statements.known, met: met)
    guard let known = try search.known(read.posting, identity) else {
      let key = try search.freeKey(for: identity)
      if let job = try jobs.listing(for: read.posting, read.listing.fingerprint) {
        try join(job, read, key: key, contents: contents)
        return .duplicate(job)
      }
      return .added(try add(read, key: key, contents: contents))
    }
    met.insert(known.id)
    if known.contents == contents {
      if known.lastSeen < day { try touch(known) }
      return .unchanged(known.listing)
    }
    try update(known, with: read, contents: contents)
    return .updated(known.listing)
  }
}

private extension Merger {
  mutating func add(_ read: ReadPosting, key: String, contents: Int) throws -> ListingID {
    lastID += 1
    met.insert(lastID)
    let body = StoredBody(read)
    let listing = statements.addListing
    ListingRecord.bind(read.listing, in: context, to: listing)
    for (index, value) in [day, day, seconds, Int(lastID), Int(lastID)].enumerated() {
      listing.bind(value, at: ListingRecord.understood.count + index)
    }
    try listing.run()
    try addPosting(read, body, to: lastID, key: key, contents: contents)
    try write(read.listing, of: lastID)
    return ListingID(lastID)
  }

  /// Stores the posting numbered `lastID`.
  func addPosting(
    _ read: ReadPosting, _ body: StoredBody, to listing: Int64, key: String, contents: Int
  ) throws {
    let posting = statements.addPosting
    PostingRecord.bind(read.posting, contents: contents, to: posting)
    for (index, value) in [day, day, Int(lastID), Int(listing)].enumerated() {
      posting.bind(value, at: PostingRecord.published.count + index)
    }
    posting.bind(day, at: PostingRecord.published.count + 4)
    posting.bind(key, at: PostingRecord.published.count + 5)
    try posting.run()
    try statements.write(body, of: lastID)
    try fingerprints.add(read.listing.fingerprint, of: lastID)
  }

  /// Another posting of a job there is: the listing is made anew of all of them.
  mutating func join(
    _ job: ListingID, _ read: ReadPosting, key: String, contents: Int
  ) throws {
    lastID += 1
    met.insert(lastID)
    let regrouping = try Regrouping(db, context)
    try regrouping.keepReading(of: job.number)
    let changes = try regrouping.remake(job.number, on: Day(number: day)) {
      try addPosting(read, StoredBody(read), to: job.number, key: key, contents: contents)
      try regrouping.readings.write(read.listing, of: lastID)
    }
    try note(changes, of: lastID, in: job)
  }

  func note(_ changes: [ListingChange], of posting: Int64, in listing: ListingID) throws {
    if changes.isEmpty { return }
    try ChangeLog(db).note(changes, of: posting)
    try db.execute(
      sql: "UPDATE listing SET changedAt = ? WHERE id = ?", arguments: [seconds, listing.number])
  }

  func write(_ listing: Listing, of id: Int64) throws {
    try statements.writeEvidence(of: listing, id)
    try statements.add(IndexedText(listing), of: id)
  }

  func touch(_ known: KnownPosting) throws {
    try db.execute(
      sql: "UPDATE posting SET lastSeen = ? WHERE id = ?", arguments: [day, known.id])
    try db.execute(
      sql: "UPDATE listing SET lastSeen = max(lastSeen, ?), closed = NULL WHERE id = ?",
      arguments: [day, known.listing.number])
  }

  func update(_ known: KnownPosting, with read: ReadPosting, contents: Int) throws {
    guard try statements.isAlone(known.listing) else {
      let regrouping = try Regrouping(db, context)
      let changes = try regrouping.remake(known.listing.number, on: Day(number: day)) {
        try updatePosting(known, with: read, StoredBody(read), contents: contents)
        try regrouping.readings.write(read.listing, of: known.id)
      }
      return try note(changes, of: known.id, in: known.listing)
    }
    let body = StoredBody(read)
    let id = known.listing.number
    let old = try ListingReader(db).listing(known.listing)
    try updatePosting(known, with: read, body, contents: contents)
    try statements.removeEvidence(of: id)
    if let old { try statements.remove(IndexedText(old), of: id) }
    let listing = statements.updateListing
    ListingRecord.bind(read.listing, in: context, to: listing)
    listing.bind(max(known.lastSeen, day), at: ListingRecord.understood.count)
    listing.bind(id, at: ListingRecord.understood.count + 1)
    try listing.run()
    try write(read.listing, of: id)
    let changes = old?.changes(to: read.listing, on: Day(number: day)) ?? []
    try note(changes, of: known.id, in: known.listing)
  }

  func updatePosting(
    _ known: KnownPosting, with read: ReadPosting, _ body: StoredBody, contents: Int
  ) throws {
    let posting = statements.updatePosting
    PostingRecord.bind(read.posting, contents: contents, to: posting)
    posting.bind(min(known.firstSeen, day), at: PostingRecord.published.count)
    posting.bind(max(known.lastSeen, day), at: PostingRecord.published.count + 1)
    posting.bind(day, at: PostingRecord.published.count + 2)
    posting.bind(known.id, at: PostingRecord.published.count + 3)
    try posting.run()
    try statements.removeBody(of: known.id)
    try statements.write(body, of: known.id)
    try fingerprints.write(read.listing.fingerprint, of: known.id)
  }
}
