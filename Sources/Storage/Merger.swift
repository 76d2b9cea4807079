import GRDB
import Listings
import Queries

/// Merges postings into the tables, inside one transaction that ends with `finish`.
struct Merger {
  private let db: Database
  private let context: QueryContext
  private let day: Int
  private let seconds: Int
  private let statements: MergeStatements
  private let keys: PostingKeys
  private let words: WordIndex
  private let known: KnownPostings
  private let fingerprints: FingerprintTable
  private let jobs: JobSearch
  private var regrouping: Regrouping?
  private var restorer: DecisionRestorer?
  private var lastID: Int64
  /// The postings that this batch has spoken of.
  private(set) var met: Set<Int64> = []

  init(_ db: Database, context: QueryContext, seenOn day: Day, at seconds: Int) throws {
    self.db = db
    self.context = context
    self.day = day.number
    self.seconds = seconds
    statements = try MergeStatements(db)
    keys = try PostingKeys(db)
    words = try WordIndex(db)
    known = try KnownPostings(db, keys)
    fingerprints = try FingerprintTable(db, keys)
    jobs = JobSearch(table: fingerprints, known: known, day: day.number)
    lastID = try Int64.fetchOne(db, sql: "SELECT max(id) FROM posting") ?? 0
  }

  mutating func merge(_ posting: StorablePosting) throws -> MergeOutcome {
    let (outcome, number) = try place(posting)
    if let history = posting.history, history.holdsDecisions {
      if restorer == nil { restorer = try DecisionRestorer(db) }
      try restorer?.restore(history, of: number)
    }
    return outcome
  }

  /// Writes what was held back.
  func finish() throws {
    try keys.flush()
    try words.flush()
    try HiddenCompanies(db, context).bringUpToDate(postings: met)
  }
}

private extension Merger {
  /// Also answers the posting's number.
  mutating func place(_ posting: StorablePosting) throws -> (MergeOutcome, Int64) {
    let search = PostingSearch(statements: known)
    guard let known = try search.known(posting, met: met) else {
      let key = try search.freeKey(for: posting.identity)
      if let job = try jobs.listing(for: posting) {
        try join(job, posting, key: key)
        return (.duplicate(job), lastID)
      }
      return (.added(try add(posting, key: key)), lastID)
    }
    met.insert(known.id)
    if known.contents == posting.contents {
      let seen = lastSeen(posting)
      if known.lastSeen < seen { try statements.touch(known, on: seen) }
      return (.unchanged(known.listing), known.id)
    }
    try update(known, with: posting)
    return (.updated(known.listing), known.id)
  }

  /// The day of the import, where the posting does not bring its own along.
  func firstSeen(_ posting: StorablePosting) -> Int {
    min(day, posting.history?.firstSeen?.number ?? day)
  }

  func lastSeen(_ posting: StorablePosting) -> Int {
    max(firstSeen(posting), min(day, posting.history?.lastSeen?.number ?? day))
  }

  func saidOn(_ posting: StorablePosting) -> Int { posting.history?.saidOn?.number ?? day }

  mutating func add(_ posting: StorablePosting, key: PostingKey) throws -> ListingID {
    lastID += 1
    met.insert(lastID)
    let id = Int(lastID)
    try statements.addListing.run(
      posting.understood, firstSeen(posting), lastSeen(posting), seconds, id, id)
    try addPosting(posting, to: lastID, key: key)
    try statements.write(evidence: posting.evidence, of: lastID)
    try words.add(posting.words, of: lastID)
    return ListingID(lastID)
  }

  /// Stores the posting numbered `lastID`.
  func addPosting(_ posting: StorablePosting, to listing: Int64, key: PostingKey) throws {
    let statement = statements.addPosting
    try statement.with(posting.published) {
      let next = posting.published.count
      for (index, number) in [
        firstSeen(posting), lastSeen(posting), Int(lastID), Int(listing), saidOn(posting),
      ].enumerated() {
        statement.bind(number, at: next + index)
      }
      statement.bind(key.text, at: next + 5)
      try statement.run()
    }
    keys.add(key.number, of: lastID)
    try statements.write(body: posting.body, of: lastID)
    try fingerprints.add(posting.fingerprint, of: lastID)
  }

  /// Another posting of a job there is: the listing is made anew of all of them.
  mutating func join(_ job: ListingID, _ posting: StorablePosting, key: PostingKey) throws {
    lastID += 1
    met.insert(lastID)
    let regrouping = try theRegrouping()
    try regrouping.keepReading(of: job.number)
    let changes = try regrouping.remake(job.number, on: Day(number: day)) {
      try addPosting(posting, to: job.number, key: key)
      try regrouping.readings.write(posting.understood, posting.evidence, of: lastID)
    }
    try note(changes, of: lastID, in: job)
  }

  func note(_ changes: [ListingChange], of posting: Int64, in listing: ListingID) throws {
    if changes.isEmpty { return }
    try ChangeLog(db).note(changes, of: posting)
    try db.cachedStatement(sql: "UPDATE listing SET changedAt = ? WHERE id = ?")
      .execute(arguments: [seconds, listing.number])
  }

  mutating func update(_ known: KnownPosting, with posting: StorablePosting) throws {
    guard try statements.isAlone(known.listing) else {
      let regrouping = try theRegrouping()
      let changes = try regrouping.remake(known.listing.number, on: Day(number: day)) {
        try updatePosting(known, with: posting)
        try regrouping.readings.write(posting.understood, posting.evidence, of: known.id)
      }
      return try note(changes, of: known.id, in: known.listing)
    }
    let id = known.listing.number
    let reader = ListingReader(db)
    let old = try reader.listing(known.listing)
    try updatePosting(known, with: posting)
    try statements.removeEvidence(of: id)
    if let old { words.remove(IndexedText(old).values, of: id) }
    try statements.updateListing.run(
      posting.understood, max(known.lastSeen, lastSeen(posting)), Int(id))
    try statements.write(evidence: posting.evidence, of: id)
    try words.put(posting.words, of: id)
    if let old, let new = try reader.listing(known.listing) {
      try note(old.changes(to: new, on: Day(number: day)), of: known.id, in: known.listing)
    }
  }

  func updatePosting(_ known: KnownPosting, with posting: StorablePosting) throws {
    try statements.updatePosting.run(
      posting.published, min(known.firstSeen, firstSeen(posting)),
      max(known.lastSeen, lastSeen(posting)), saidOn(posting), Int(known.id))
    try statements.removeBody(of: known.id)
    try statements.write(body: posting.body, of: known.id)
    try fingerprints.write(posting.fingerprint, of: known.id)
  }

  mutating func theRegrouping() throws -> Regrouping {
    let made = try regrouping ?? Regrouping(db, context, words)
    regrouping = made
    return made
  }
}
