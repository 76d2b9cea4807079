import Listings
import Queries

/// The rows that each of the person's rules brings out.
package struct HighlightedRows: Sendable {
  private let columns: ListingColumns
  private let sets: [RowSet]

  package init(
    _ rules: [Query], in columns: ListingColumns, from source: some ListingSource
  ) throws {
    self.columns = columns
    sets = try rules.map { try ColumnSearch($0, in: columns, from: source).matching }
  }

  /// The number of the first rule that brings the listing out.
  package func rule(of id: ListingID) -> Int? {
    columns.row(of: id).flatMap { row in sets.firstIndex { $0.contains(row) } }
  }
}
