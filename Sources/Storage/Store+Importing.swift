import GRDB
import Listings

extension Store {
  /// Merges postings in one transaction, all or none; a batch of up to a thousand is best.
  ///
  /// `day` is the day of the file or fetch, `seconds` the moment of the import since 1970.
  package func merge(
    _ batch: [ReadPosting], seenOn day: Day, at seconds: Int
  ) throws -> [MergeOutcome] {
    []
  }

  /// Tidies up after the last batch, so that searches stay quick.
  package func finishImport() throws {}

  func comparePay() throws {}
}

/// What an import would do: it answers as the store would, and writes nothing.
package struct Rehearsal {
  private let store: Store

  package init(_ store: Store) { self.store = store }

  package mutating func merge(_ batch: [ReadPosting]) throws -> [MergeOutcome] { [] }
}
