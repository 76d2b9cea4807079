import Listings

/// The listings that a search found, in its order, without a list of all of them.
package struct FoundRows: Sendable {
  package let count: Int
  private let columns: ListingColumns
  private let rows: RowSet
  /// Nil where the order is that of the rows.
  private let order: [Int32]?

  init(_ rows: RowSet, of columns: ListingColumns, in order: [Int32]?) {
    self.columns = columns
    self.rows = rows
    let count = rows.count
    self.order = order.map { $0.kept(by: rows, count: count) }
    self.count = count
  }

  package var ids: [ListingID] { ids(at: 0..<count) }

  package func ids(at positions: Range<Int>) -> [ListingID] {
    let positions = positions.clamped(to: 0..<count)
    if let order { return order[positions].map { columns.id(ofRow: Int($0)) } }
    return rows.members(at: positions).map { columns.id(ofRow: $0) }
  }

  /// Nil when the listing was not found.
  package func position(of id: ListingID) -> Int? {
    guard let row = columns.row(of: id), rows.contains(row) else { return nil }
    return order.map { $0.firstIndex(of: Int32(row)) } ?? rows.count(before: row)
  }
}

private extension [Int32] {
  /// Those of a set, which holds so many of them.
  func kept(by rows: RowSet, count: Int) -> [Int32] {
    guard count < self.count else { return self }
    return [Int32](unsafeUninitializedCapacity: count) { target, used in
      rows.withBits { bits in
        withUnsafeBufferPointer { order in
          for row in order where used < count {
            // Written always and counted if it is one of them: there is nothing to guess wrong.
            target[used] = row
            used += Int(bits[Int(row) >> 6] >> UInt64(row & 63) & 1)
          }
        }
      }
    }
  }
}
