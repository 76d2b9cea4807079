import GRDB
import Listings

extension Store {
  /// Merges postings in one transaction, all or none; a batch of up to a thousand is best.
  ///
  /// `day` is the day of the file or fetch, `seconds` the moment of the import since 1970.
  package func merge(
    _ batch: [ReadPosting], seenOn day: Day, at seconds: Int
  ) throws -> [MergeOutcome] {
    var rest: [ReadPosting]? = batch
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
    seenOn day: Day, at seconds: Int, batches next: () -> [ReadPosting]?
  ) throws -> [MergeOutcome] {
    try write { db in
      var merger = try Merger(db, context: context, seenOn: day, at: seconds)
      var outcomes: [MergeOutcome] = []
      while let batch = next() {
        for read in batch { outcomes.append(try merger.merge(read)) }
      }
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
    try store.read { db in
      let statements = try KnownPostings(db)
      let search = JobSearch(table: try FingerprintTable(db), day: day.number)
      return try batch.map { read in
        let outcome = try outcome(of: read.posting, statements)
        guard case .added = outcome, let fingerprint = read.listing.fingerprint else {
          return outcome
        }
        let job = try search.listing(for: read.posting, fingerprint)
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
    of posting: Posting, _ statements: KnownPostings
  ) throws -> MergeOutcome {
    let identity = PostingIdentity(posting)
    let contents = posting.contents
    let key = identity.narrowKey ?? identity.key
    let known = try PostingSearch(statements: statements, met: []).known(posting, identity)
    let id = known?.listing ?? ListingID(0)
    let before = merged.updateValue(contents, forKey: key) ?? known?.contents
    guard let before else { return .added(id) }
    return before == contents ? .unchanged(id) : .updated(id)
  }
}
