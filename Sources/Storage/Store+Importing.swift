import GRDB
import Listings

extension Store {
  /// Merges postings in one transaction, all or none; a batch of up to a thousand is best.
  ///
  /// `day` is the day of the file or fetch, `seconds` the moment of the import since 1970.
  package func merge(
    _ batch: [ReadPosting], seenOn day: Day, at seconds: Int
  ) throws -> [MergeOutcome] {
    try write { db in
      var merger = try Merger(db, context: context, seenOn: day, at: seconds)
      return try batch.map { try merger.merge($0) }
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

  package init(_ store: Store) { self.store = store }

  /// Listings that would be new bear the number 0.
  package mutating func merge(_ batch: [ReadPosting]) throws -> [MergeOutcome] {
    try store.read { db in
      let statements = try KnownPostings(db)
      return try batch.map { try outcome(of: $0.posting, statements) }
    }
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
