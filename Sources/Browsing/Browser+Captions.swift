import Listings
import Queries

// What the panes say of the query, which they do not read themselves.
extension Browser {
  package var today: Day { context.today }
  package var currency: Currency { context.currency }

  /// The query as typed, without its order; empty when it asks for nothing.
  package var queryText: String {
    var unsorted = query
    unsorted.sort = []
    return unsorted == Query() ? "" : "\(unsorted)"
  }

  /// The columns that rows are sorted by, as in "posted ↓".
  package var orderText: String {
    query.effectiveSort.map { "\($0.field.rawValue) \($0.isDescending ? "↓" : "↑")" }
      .joined(separator: ", ")
  }

  /// "by company, " while rows are grouped.
  package var groupText: String { grouping.map { "by \($0.rawValue), " } ?? "" }

  /// Listings that the list shows, folded ones among them.
  package var shownCount: Int { grouping == nil ? list.count : counts?.matching ?? list.count }

  /// Finds what the query seeks in the words of the list.
  package var hitFinder: HitFinder { HitFinder(query.highlights) }

  package var includesUndecided: Bool { query.includesUndecided }
}

extension Wording {
  package static func state(_ state: ListingState) -> String { state.rawValue }
}
