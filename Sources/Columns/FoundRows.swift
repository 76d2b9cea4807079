import Listings

/// The listings that a search found, in its order, without a list of all of them.
package struct FoundRows: Sendable {
  package let count: Int
  private let columns: ListingColumns
  private let order: Order

  private enum Order {
    /// That of the rows.
    case usual(RowSet)
    case listed([Int32])
    /// The numbers of listings, one set for each value, of each set the largest number first.
    case byValue([RowSet])
  }

  private init(_ order: Order, count: Int, of columns: ListingColumns) {
    self.order = order
    self.count = count
    self.columns = columns
  }

  init(_ rows: RowSet, of columns: ListingColumns) {
    self.init(.usual(rows), count: rows.count, of: columns)
  }

  init(_ rows: RowSet, of columns: ListingColumns, in order: [Int32]) {
    let count = rows.count
    self.init(.listed(order.kept(by: rows, count: count)), count: count, of: columns)
  }

  /// `values` are the rows of each value; one value after the other.
  init(_ rows: RowSet, of columns: ListingColumns, by values: [RowSet]) {
    let order = Order.byValue(values.map { columns.numbers(of: $0 & rows) })
    self.init(order, count: rows.count, of: columns)
  }

  package var ids: [ListingID] { ids(at: 0..<count) }

  package func ids(at positions: Range<Int>) -> [ListingID] {
    let positions = positions.clamped(to: 0..<count)
    return switch order {
    case .usual(let rows): rows.members(at: positions).map { columns.id(ofRow: $0) }
    case .listed(let rows): rows[positions].map { columns.id(ofRow: Int($0)) }
    case .byValue(let values): values.ids(at: positions)
    }
  }

  /// Nil when the listing was not found.
  package func position(of id: ListingID) -> Int? {
    guard let row = columns.row(of: id) else { return nil }
    return switch order {
    case .usual(let rows): rows.contains(row) ? rows.count(before: row) : nil
    case .listed(let rows): rows.firstIndex(of: Int32(row))
    case .byValue(let values): values.position(of: Int(id.number))
    }
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

private extension [RowSet] {
  func ids(at positions: Range<Int>) -> [ListingID] {
    var ids: [ListingID] = []
    var first = 0
    for set in self where first < positions.upperBound {
      let count = set.count
      let wanted = positions.clamped(to: first..<first + count)
      if !wanted.isEmpty {
        let end = first + count
        let numbers = set.members(at: end - wanted.upperBound..<end - wanted.lowerBound)
        ids += numbers.reversed().map { ListingID(Int64($0)) }
      }
      first += count
    }
    return ids
  }

  func position(of number: Int) -> Int? {
    var first = 0
    for set in self {
      let count = set.count
      if set.contains(number) { return first + count - 1 - set.count(before: number) }
      first += count
    }
    return nil
  }
}
