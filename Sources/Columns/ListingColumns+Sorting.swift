import Listings
import Queries

extension ListingColumns {
  /// Works out an order that will be asked for soon, either way.
  package func prepareOrder(of field: SortField, from source: some ListingSource) throws {
    if !field.hasFewValues, field != .posted { _ = try sorted(by: field, from: source) }
  }

  /// All rows in order; rows without the field come last either way, then the larger id first.
  ///
  /// `ranked` are for each word of the query the rows by the field that has it.
  func order(
    _ keys: [SortKey], ranked: [RankedRows], from source: some ListingSource
  ) throws -> [Int32] {
    guard let last = keys.last else { return [] }
    if keys.count == 1 { return try order(last, ranked, from: source) }
    func make() throws -> [Int32] {
      var rows = try order(last, ranked, from: source)
      for key in keys.dropLast().reversed() {
        if key.field.hasFewValues {
          let places = try fewPlaces(of: key.field, ranked, from: source)
          rows = places.gathered(isDescending: key.isDescending) { put in
            for row in rows { put(row) }
          }
          continue
        }
        var places = try places(of: key.field, from: source)
        if key.isDescending { places = places.map { $0 == .max ? $0 : .max - 1 - $0 } }
        rows = rows.sorted(by: places)
      }
      return rows
    }
    // Stars are given, and ranks hang on the words of the query.
    let isLasting = !keys.contains { $0.field == .rating || $0.field == .rank }
    return try isLasting ? memory.order(keys, make) : make()
  }

  private func order(
    _ key: SortKey, _ ranked: [RankedRows], from source: some ListingSource
  ) throws -> [Int32] {
    switch key.field {
    case .posted: return key.isDescending ? Array(0..<Int32(count)) : oldestFirst
    case let field where field.hasFewValues:
      let places = try fewPlaces(of: field, ranked, from: source)
      return gathered(by: places, isDescending: key.isDescending)
    default:
      switch try sorted(by: key.field, from: source) {
      case .few(let places): return gathered(by: places, isDescending: key.isDescending)
      case .many(let sorted): return key.isDescending ? sorted.backward : sorted.rows
      }
    }
  }

  /// Rows are newest first, and those of a day in the order that they keep.
  private var oldestFirst: [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for run in posted.rowsOfDays.reversed() {
      rows += Int32(run.lowerBound)..<Int32(run.upperBound)
    }
    return rows + (Int32(posted.firstUndated)..<Int32(count))
  }

  private func sorted(
    by field: SortField, from source: some ListingSource
  ) throws -> KeptOrder {
    try memory.sorted(by: field) {
      let places = try manyPlaces(of: field, from: source)
      if let few = [UInt8](narrowing: places) { return .few(few) }
      return .many(SortedRows(rowsByFallingID.sorted(by: places), by: places))
    }
  }

  /// What each row comes by where there are many values: the smaller first, `max` where it is not
  /// stated.
  private func places(
    of field: SortField, from source: some ListingSource
  ) throws -> [UInt32] {
    if field == .posted { return posted.places }
    switch try sorted(by: field, from: source) {
    case .few(let places): return places.map { $0 == .max ? .max : UInt32($0) }
    case .many(let sorted): return sorted.places
    }
  }

  private func manyPlaces(
    of field: SortField, from source: some ListingSource
  ) throws -> [UInt32] {
    switch field {
    case .salary: return payPlaces
    case .title, .company, .place: return try places(ofTexts: field, from: source)
    case .posted, .level, .remote, .seen, .rating, .rank:
      var places = Array(repeating: UInt32.max, count: count)
      try source.forEachNumber(by: field) { id, number in
        if let row = row(of: id) { places[row] = UInt32(clamping: number) }
      }
      return places
    }
  }

  /// The same for what has a handful of values.
  private func fewPlaces(
    of field: SortField, _ ranked: [RankedRows], from source: some ListingSource
  ) throws -> [UInt8] {
    switch field {
    case .level: return places(of: seniority, rank: \.sortRank)
    case .remote: return places(of: remote, rank: \.sortRank)
    case .rank:
      var places = Array(repeating: UInt8(0), count: count)
      for word in ranked { word.forEach { places[$0] = UInt8(min(254, Int(places[$0]) + $1)) } }
      return places
    case .rating, .posted, .salary, .title, .company, .place, .seen:
      var places = Array(repeating: UInt8.max, count: count)
      try source.forEachNumber(by: field) { id, number in
        if let row = row(of: id) { places[row] = UInt8(clamping: number) }
      }
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
      let (high, low) = (payHigh.place(ofRow: row), payLow.place(ofRow: row))
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

  /// The rows of each value in the order of a key, those without one last; nil for a field whose
  /// values have no sets of rows.
  func values(by key: SortKey) -> [RowSet]? {
    func inOrder<Value>(_ sets: [Value: RowSet], rank: (Value) -> Int?) -> [RowSet] {
      let ranked = sets.map { (rank: rank($0.key), rows: $0.value) }
      let stated = ranked.filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
      let unstated = ranked.filter { $0.rank == nil }
      return ((key.isDescending ? stated.reversed() : stated) + unstated).map(\.rows)
    }
    return switch key.field {
    case .level: inOrder(seniority, rank: \.sortRank)
    case .remote: inOrder(remote, rank: \.sortRank)
    case .posted, .salary, .title, .company, .place, .seen, .rating, .rank: nil
    }
  }

  private func places<Value>(
    of sets: [Value: RowSet], rank: (Value) -> Int?
  ) -> [UInt8] {
    var places = Array(repeating: UInt8.max, count: count)
    places.withUnsafeMutableBufferPointer { places in
      for (value, rows) in sets {
        if let rank = rank(value) { rows.forEach { places[$0] = UInt8(clamping: rank) } }
      }
    }
    return places
  }
}

private extension SortField {
  /// So few that they are counted, and put in order anew each time.
  var hasFewValues: Bool {
    switch self {
    case .level, .remote, .rating, .rank: true
    case .posted, .salary, .title, .company, .place, .seen: false
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
