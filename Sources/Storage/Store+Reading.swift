import GRDB
import Listings

extension Store {
  /// The rows of these listings, in this order; those that are not there are left out.
  package func rows(
    _ ids: some Collection<ListingID>, _ cancellation: Cancellation? = nil
  ) throws -> [ListingRow] {
    try read(cancellation) { db in
      try ListingReader(db, since: Visits.lastEnd(db), applications).rows(ids)
    }
  }

  /// Nil when there is no such listing.
  package func detail(
    _ id: ListingID, _ cancellation: Cancellation? = nil
  ) throws -> ListingDetail? {
    try read(cancellation) { db in
      try ListingReader(db, since: Visits.lastEnd(db), applications).detail(id)
    }
  }

  package func exists(_ id: ListingID) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM listing WHERE id = ?)", arguments: [id.number])
        ?? false
    }
  }
}
