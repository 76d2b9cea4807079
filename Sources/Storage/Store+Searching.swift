import GRDB
import Listings
import Queries

/// The listings that a query found, in its order.
package struct SearchResult: Hashable, Sendable {
  package let ids: [ListingID]
  package let counts: ResultCounts
}

extension Store {
  /// The first rows, without counting the rest: what to show before `search` has answered.
  package func firstRows(
    of query: Query, limit: Int, _ cancellation: Cancellation? = nil
  ) throws -> [ListingRow] {
    []
  }

  /// All that match, in order, with counts.
  package func search(
    _ query: Query, _ cancellation: Cancellation? = nil
  ) throws -> SearchResult {
    SearchResult(ids: [], counts: ResultCounts())
  }

  /// For each choice of the filter pane how many listings it would leave, the other filters kept.
  package func facets(
    of query: Query, _ cancellation: Cancellation? = nil
  ) throws -> FacetCounts {
    FacetCounts()
  }

  /// The rows of these listings, in this order; those that are not there are left out.
  package func rows(
    _ ids: some Collection<ListingID>, _ cancellation: Cancellation? = nil
  ) throws -> [ListingRow] {
    []
  }

  /// Nil when there is no such listing.
  package func detail(_ id: ListingID, _ cancellation: Cancellation? = nil) throws -> ListingDetail?
  {
    nil
  }

  package func exists(_ id: ListingID) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM listing WHERE id = ?)", arguments: [id.number])
        ?? false
    }
  }

  package func ids(matching query: Query) throws -> [ListingID] { try search(query).ids }
}
