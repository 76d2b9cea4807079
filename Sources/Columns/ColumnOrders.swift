import Listings
import Queries
import Synchronization

/// The orders of all rows that were asked for lately; sorting again by the same is only filtering.
final class ColumnOrders: Sendable {
  private let kept = Mutex<[(keys: [SortKey], rows: [Int32])]>([])
  private static let limit = 4

  /// Nil when a key is not in the columns.
  func rows(of columns: ListingColumns, by keys: [SortKey]) -> [Int32]? {
    if let known = kept.withLock({ $0.first { $0.keys == keys }?.rows }) { return known }
    guard let rows = columns.rows(by: keys) else { return nil }
    kept.withLock {
      $0.append((keys, rows))
      if $0.count > Self.limit { $0.removeFirst() }
    }
    return rows
  }
}

extension ListingColumns {
  /// All rows in order; rows without the field come last either way, then the larger id first.
  func rows(by keys: [SortKey]) -> [Int32]? {
    var rows = rowsByID.reversed().filter { $0 >= 0 }
    for key in keys.reversed() {
      guard let values = values(of: key) else { return nil }
      sort(&rows, by: values)
    }
    return rows
  }

  /// What a row comes by: the smaller first, a missing value as the largest.
  private func values(of key: SortKey) -> [UInt64]? {
    func signed(_ value: Int, isMissing: Bool) -> UInt64 {
      if isMissing { return .max }
      let ordered = UInt64(bitPattern: Int64(value)) ^ 1 << 63
      return key.isDescending ? .max - 1 - ordered : ordered
    }
    switch key.field {
    case .posted:
      return posted.map { signed(Int($0), isMissing: $0 == Self.missingDay) }
    case .salary:
      return ids.indices.map { row in
        let pay = payHigh[row] == Self.missing ? payLow[row] : payHigh[row]
        return signed(pay, isMissing: pay == Self.missing)
      }
    case .title, .company, .place:
      return ranks(by: key.field)?.map { signed(Int($0), isMissing: $0 == .max) }
    case .level:
      return ranked(seniority) { $0 == .unknown ? nil : $0.rank }
        .map { signed($0, isMissing: $0 == Self.missing) }
    case .remote:
      return ranked(remote, rank: \.sortRank).map { signed($0, isMissing: $0 == Self.missing) }
    case .seen, .rating: return nil
    }
  }

  private func ranked<Value>(_ sets: [Value: RowSet], rank: (Value) -> Int?) -> [Int] {
    var ranks = Array(repeating: Self.missing, count: count)
    for (value, rows) in sets {
      if let rank = rank(value) { rows.forEach { ranks[$0] = rank } }
    }
    return ranks
  }

  /// Stable, byte by byte from the least; bytes that are the same in all values cost nothing.
  private func sort(_ rows: inout [Int32], by values: [UInt64]) {
    let (some, every) = values.reduce((UInt64.min, UInt64.max)) { ($0.0 | $1, $0.1 & $1) }
    var sorted = rows
    for shift in stride(from: 0, to: 64, by: 8) where (some ^ every) >> shift & 0xFF != 0 {
      var starts = [Int](repeating: 0, count: 257)
      for value in values { starts[Int(value >> shift & 0xFF) + 1] += 1 }
      for byte in 0..<256 { starts[byte + 1] += starts[byte] }
      for row in rows {
        let byte = Int(values[Int(row)] >> shift & 0xFF)
        sorted[starts[byte]] = row
        starts[byte] += 1
      }
      swap(&rows, &sorted)
    }
  }
}
