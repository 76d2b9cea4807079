import Browsing
import Columns
import Foundation
import Listings
import Queries
import Storage

extension EffectRunner {
  /// The most frequent names of each group, on a queue that no search waits for.
  func countNames(of query: Query, _ generation: Int) {
    searches.async {
      self.sorting.async {
        guard self.isNewest(generation), (try? self.index.loadNames()) != nil,
          let names = self.index.listingNames,
          let search = try? self.index.search(query, Cancellation())
        else { return }
        var named: [NamedFacet: NamedCounts] = [:]
        // Sources are counted with the rest already.
        for facet in NamedFacet.allCases where facet != .source {
          guard self.isNewest(generation) else { return }
          named[facet] = search.named(facet, names)
        }
        self.post(.named(generation: generation, named))
      }
    }
  }

  /// The names of a group that fit what is typed.
  func list(_ request: ValueRequest) throws {
    let counts: NameCounts
    if let listed, listed.query == request.query, listed.facet == request.facet,
      listed.state == index.state
    {
      counts = listed.counts
    } else {
      try index.load()
      try index.loadNames()
      let state = index.state
      guard let names = index.listingNames,
        let search = try index.search(request.query, Cancellation())
      else { return post(.values(number: request.number, [], total: 0)) }
      counts = search.counts(of: request.facet, in: names)
      listed = (request.query, request.facet, state, counts)
    }
    let found = counts.most(request.limit, beginning: request.text)
    post(.values(number: request.number, found.values, total: found.total))
  }
}

private extension ColumnSearch {
  /// The most frequent ones, and those that the query names.
  func named(_ facet: NamedFacet, _ names: ListingNames) -> NamedCounts {
    let counts = counts(of: facet, in: names)
    let asked = query.names(facet)
    return NamedCounts(
      values: counts.most(FilterRows.listedNames)
        + (asked.on + asked.excluded).compactMap { counts.value(of: $0) },
      total: counts.total, notStated: facet == .tag ? nil : counts.notStated)
  }
}
