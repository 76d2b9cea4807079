import GRDB
import Listings

extension Store {
  /// Merges postings in one transaction, all or none; a batch of up to a thousand is best.
  ///
  /// `day` is the day of the file or fetch, `seconds` the moment of the import since 1970.
  package func merge(
    _ batch: [ReadPosting], seenOn day: Day, at seconds: Int
  ) throws -> [MergeOutcome] {
    var rest: [StorablePosting]? = batch.map { StorablePosting($0, in: context) }
    return try merge(seenOn: day, at: seconds) {
      defer { rest = nil }
      return rest
    }
  }

  /// Merges all that `next` gives in one transaction, which ends when it gives nothing.
  ///
  /// The index of words is written out with each transaction, and all that was written is merged
  /// again later: a few large ones are a third faster than many small ones.
  package func merge(
    seenOn day: Day, at seconds: Int, batches next: () -> [StorablePosting]?
  ) throws -> [MergeOutcome] {
    try write { db in
      var merger = try Merger(db, context: context, seenOn: day, at: seconds)
      var outcomes: [MergeOutcome] = []
      while let batch = next() {
        for posting in batch { outcomes.append(try merger.merge(posting)) }
      }
      try merger.finish()
      return outcomes
    }
  }

  /// Tidies up after the last batch: the log goes into the file and gives its room back.
  ///
  /// A reader that is busy is not waited for; then the next import does it.
  package func finishImport() throws {
    database.writeWithoutTransaction { db in _ = try? db.checkpoint(.truncate) }
  }
}

/// What an import would do: it answers as the store would, and writes nothing.
package struct Rehearsal {
  private let store: Store
  /// Keys and contents of what was merged so far; the store itself never hears of it.
  private var merged: [String: Int] = [:]
  private var jobs: [UInt64: [Fingerprint]] = [:]
  private let day: Day

  package init(_ store: Store, seenOn day: Day) {
    self.store = store
    self.day = day
  }

  /// Listings that would be new bear the number 0.
  package mutating func merge(_ batch: [ReadPosting]) throws -> [MergeOutcome] {
    try merge(batch.map { StorablePosting($0, in: store.context) })
  }

  /// The same for postings that were made storable elsewhere.
  package mutating func merge(_ batch: [StorablePosting]) throws -> [MergeOutcome] {
    try store.read { db in
      let keys = try PostingKeys(db)
      let known = try KnownPostings(db, keys)
      let search = JobSearch(
        table: try FingerprintTable(db, keys), known: known, day: day.number)
      return try batch.map { posting in
        let outcome = try outcome(of: posting, known)
        guard case .added = outcome, let fingerprint = posting.fingerprint else { return outcome }
        let job = try search.listing(for: posting)
        return joins(fingerprint) || job != nil ? .duplicate(job ?? ListingID(0)) : outcome
      }
    }
  }

  /// Whether something merged so far is about the same job.
  private mutating func joins(_ fingerprint: Fingerprint) -> Bool {
    let isKnown = fingerprint.keys.contains { key in
      jobs[key]?.contains { $0.isSameJob(as: fingerprint) } ?? false
    }
    for key in fingerprint.keys { jobs[key, default: []].append(fingerprint) }
    return isKnown
  }

  private mutating func outcome(
    of posting: StorablePosting, _ statements: KnownPostings
  ) throws -> MergeOutcome {
    let identity = posting.identity
    let key = (identity.narrowKey ?? identity.key).text
    let known = try PostingSearch(statements: statements).known(posting, met: [])
    let id = known?.listing ?? ListingID(0)
    let before = merged.updateValue(posting.contents, forKey: key) ?? known?.contents
    guard let before else { return .added(id) }
    return before == posting.contents ? .unchanged(id) : .updated(id)
  }
}
