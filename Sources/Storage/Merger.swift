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
  private var lastID: Int64
  /// The postings that this batch has spoken of.
  private(set) var met: Set<Int64> = []

  init(_ db: Database, context: QueryContext, seenOn day: Day, at seconds: Int) throws {
    self.db = db
    self.context = context
    self.day = day.number
    self.seconds = seconds
    statements = try MergeStatements(db)
    lastID = try Int64.fetchOne(db, sql: "SELECT max(id) FROM posting") ?? 0
  }

  mutating func merge(_ read: ReadPosting) throws -> MergeOutcome {
    let identity = PostingIdentity(read.posting)
    let contents = read.posting.contents
    let search = PostingSearch(statements: statements.known, met: met)
    guard let known = try search.known(read.posting, identity) else {
      let key = try search.freeKey(for: identity)
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
    for (index, value) in [day, day, seconds, Int(lastID)].enumerated() {
      listing.bind(value, at: ListingRecord.understood.count + index)
    }
    try listing.run()
    let posting = statements.addPosting
    PostingRecord.bind(read.posting, contents: contents, to: posting)
    for (index, value) in [day, day, Int(lastID), Int(lastID)].enumerated() {
      posting.bind(value, at: PostingRecord.published.count + index)
    }
    posting.bind(key, at: PostingRecord.published.count + 4)
    try posting.run()
    try statements.write(body, of: lastID)
    try write(read.listing, body, of: lastID)
    return ListingID(lastID)
  }

  func write(_ listing: Listing, _ body: StoredBody, of id: Int64) throws {
    try statements.write(listing.evidence, of: id)
    try statements.add(IndexedText(listing, body: body.shown), of: id)
  }

  func touch(_ known: KnownPosting) throws {
    try db.execute(
      sql: "UPDATE posting SET lastSeen = ? WHERE id = ?", arguments: [day, known.id])
    try db.execute(
      sql: "UPDATE listing SET lastSeen = max(lastSeen, ?), closed = NULL WHERE id = ?",
      arguments: [day, known.listing.number])
  }

  /// The listing speaks with the words of its first posting; the others are its history.
  func update(_ known: KnownPosting, with read: ReadPosting, contents: Int) throws {
    let body = StoredBody(read)
    let isFirst = known.id == known.listing.number
    let old = isFirst ? try ListingReader(db).listing(known.listing) : nil
    let posting = statements.updatePosting
    PostingRecord.bind(read.posting, contents: contents, to: posting)
    posting.bind(min(known.firstSeen, day), at: PostingRecord.published.count)
    posting.bind(max(known.lastSeen, day), at: PostingRecord.published.count + 1)
    posting.bind(known.id, at: PostingRecord.published.count + 2)
    try posting.run()
    try statements.removeTexts(of: known.id)
    try statements.write(body, of: known.id)
    guard let old else { return try touch(known) }
    try statements.remove(IndexedText(old, body: old.body), of: known.id)
    let listing = statements.updateListing
    ListingRecord.bind(read.listing, in: context, to: listing)
    listing.bind(max(known.lastSeen, day), at: ListingRecord.understood.count)
    listing.bind(known.id, at: ListingRecord.understood.count + 1)
    try listing.run()
    try write(read.listing, body, of: known.id)
    if old.differs(from: read.listing, body: body.shown) {
      try db.execute(
        sql: "UPDATE listing SET changedAt = ? WHERE id = ?", arguments: [seconds, known.id])
    }
  }
}

private extension Listing {
  /// What makes a listing "changed": another title, place, pay, remote status or text.
  func differs(from other: Listing, body otherBody: [Block]) -> Bool {
    title != other.title || location != other.location
      || salary?.range != other.salary?.range || salary?.others != other.salary?.others
      || remote.kind != other.remote.kind || remote.daysOnSite != other.remote.daysOnSite
      || remote.eligibility != other.remote.eligibility || body != otherBody
  }
}
