import Listings
import Queries

extension ListingColumns {
  /// Works out an order that will be asked for soon.
  package func prepareOrder(_ keys: [SortKey], from source: some ListingSource) throws {
    _ = try order(keys, ranked: [], from: source)
  }

  /// All rows in order; rows without the field come last either way, then the larger id first.
  ///
  /// `ranked` are for each word of the query the rows by the field that has it.
  func order(
    _ keys: [SortKey], ranked: [RankedRows], from source: some ListingSource
  ) throws -> [Int32] {
    func make() throws -> [Int32] {
      var rows = rowsByFallingID
      for key in keys.reversed() {
        var places = try places(of: key.field, ranked, from: source)
        if key.isDescending { places = places.map { $0 == .max ? $0 : .max - 1 - $0 } }
        sort(&rows, by: places)
      }
      return rows
    }
    // Stars are given, and ranks hang on the words of the query.
    let isLasting = !keys.contains { $0.field == .rating || $0.field == .rank }
    return try isLasting ? memory.order(keys, make) : make()
  }

  /// What each row comes by: the smaller first, `max` where it is not stated.
  private func places(
    of field: SortField, _ ranked: [RankedRows], from source: some ListingSource
  ) throws -> [UInt32] {
    switch field {
    case .posted: return posted.places
    case .salary: return payPlaces
    case .title, .company, .place: return try places(ofTexts: field, from: source)
    case .level: return places(of: seniority) { $0 == .unknown ? nil : $0.rank }
    case .remote: return places(of: remote, rank: \.sortRank)
    case .seen, .rating:
      var places = Array(repeating: UInt32.max, count: count)
      try source.forEachNumber(by: field) { id, number in
        if let row = row(of: id) { places[row] = UInt32(clamping: number) }
      }
      return places
    case .rank:
      var places = Array(repeating: UInt32(0), count: count)
      for word in ranked { word.forEach { places[$0] += UInt32($1) } }
      return places
    }
  }

  /// By the upper end, the lower where that is missing.
  private var payPlaces: [UInt32] {
    let sums = Set(payHigh.sums + payLow.sums).sorted()
    func places(of column: SumColumn) -> [UInt32] {
      column.sums.map { sum in UInt32(sums.partitioned { $0 >= sum }) }
    }
    let (highs, lows) = (places(of: payHigh), places(of: payLow))
    return (0..<count).map { row in
      let (high, low) = (payHigh.places[row], payLow.places[row])
      if high != SumColumn.missing { return highs[Int(high)] }
      return low == SumColumn.missing ? .max : lows[Int(low)]
    }
  }

  /// Different texts are kept once, so that there is little to compare.
  private func places(
    ofTexts field: SortField, from source: some ListingSource
  ) throws -> [UInt32] {
    var texts = WordTable()
    var places = Array(repeating: UInt32.max, count: count)
    var folded: [UInt8] = []
    try source.forEachText { id, found in
      guard let text = found[field], let row = row(of: id) else { return }
      folded.removeAll(keepingCapacity: true)
      for byte in text { folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      places[row] = UInt32(folded.withUnsafeBufferPointer { texts.number(of: $0) })
    }
    texts.seal()
    var moved = Array(repeating: UInt32(0), count: texts.count)
    for (place, number) in texts.sorted().enumerated() { moved[Int(number)] = UInt32(place) }
    for row in places.indices where places[row] != .max { places[row] = moved[Int(places[row])] }
    return places
  }

  private func places<Value>(
    of sets: [Value: RowSet], rank: (Value) -> Int?
  ) -> [UInt32] {
    var places = Array(repeating: UInt32.max, count: count)
    for (value, rows) in sets {
      if let rank = rank(value) { rows.forEach { places[$0] = UInt32(rank) } }
    }
    return places
  }

  /// Stable, byte by byte from the least; bytes that are the same in all places cost nothing.
  private func sort(_ rows: inout [Int32], by places: [UInt32]) {
    let (some, every) = places.reduce((UInt32.min, UInt32.max)) { ($0.0 | $1, $0.1 & $1) }
    var sorted = rows
    for shift in stride(from: 0, to: 32, by: 8) where (some ^ every) >> shift & 0xFF != 0 {
      var starts = [Int](repeating: 0, count: 257)
      for place in places { starts[Int(place >> shift & 0xFF) + 1] += 1 }
      for byte in 0..<256 { starts[byte + 1] += starts[byte] }
      for row in rows {
        let byte = Int(places[Int(row)] >> shift & 0xFF)
        sorted[starts[byte]] = row
        starts[byte] += 1
      }
      swap(&rows, &sorted)
    }
  }
}

/// The rows that hold a word in their title, company or place; each row counts where it is first.
struct RankedRows: Sendable {
  let fields: [RowSet]

  /// Hands over each row with the place of its first field, their number where it is in none.
  func forEach(_ body: (Int, Int) -> Void) {
    guard let first = fields.first else { return }
    var rest = RowSet(size: first.size, holdsAll: true)
    for (place, rows) in fields.enumerated() {
      (rows & rest).forEach { body($0, place) }
      rest = rest - rows
    }
    rest.forEach { body($0, fields.count) }
  }
}
