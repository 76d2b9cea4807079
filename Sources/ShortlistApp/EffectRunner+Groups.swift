import Browsing
import Columns
import Foundation
import Listings
import Queries
import Storage

extension EffectRunner {
  /// The found listings put together; nil when the columns are not to be had.
  func grouped(
    _ ids: [ListingID], _ request: GroupRequest, _ search: ColumnSearch
  ) throws -> GroupedListings? {
    if request.grouping != .stage { try index.loadNames() }
    let folding = request.folding
    switch request.grouping {
    case .stage:
      let stages = try store.stages()
      let all = Stage.allCases
      return GroupedListings(
        ids, number: { id in stages[id].flatMap(all.firstIndex) ?? all.count },
        name: { number in
          let name = number < all.count ? all[number].rawValue : nil
          return GroupName(key: name ?? "", name: name ?? "no stage")
        }, isNew: search.isNew, isFolded: folding.isFolded)
    case .company, .source:
      guard let names = index.listingNames else { return nil }
      let facet: NamedFacet = request.grouping == .company ? .company : .source
      let numbers = search.numbers(of: facet, in: names)
      return GroupedListings(
        ids, number: numbers, name: { names.groupName($0, facet) }, isNew: search.isNew,
        isFolded: folding.isFolded)
    }
  }
}
