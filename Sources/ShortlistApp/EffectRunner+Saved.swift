import Browsing
import Columns
import Foundation
import Queries
import Storage

extension EffectRunner {
  /// Counts what the saved searches find, after the writes and searches that wait already.
  func countSearches(_ effect: Effect) {
    let token = replaceCountCancellation()
    writes.async {
      self.searches.async {
        self.on(self.counting, effect) {
          let results = try self.store.savedResults(token) { try self.answer($0, token) }
          self.post(.searches(results))
        }
      }
    }
  }

  /// What the columns find; nil when the store has to be asked.
  private func answer(_ query: Query, _ token: Cancellation) throws -> SearchResult? {
    guard let search = try index.search(query, token) else { return nil }
    let matching = search.matching
    let found = try search.found(matching, from: StoreReading(store, token))
    return SearchResult(ids: found.ids, counts: search.counts(matching))
  }
}
