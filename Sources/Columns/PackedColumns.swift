/// Days of rows that come newest first: few different ones, so that each is kept with its first row.
struct DayColumn: Sendable {
  private var runs: [(day: Int, first: Int)] = []
  private(set) var count = 0
  /// Rows from here on have no day.
  private(set) var firstUndated = 0

  mutating func append(_ day: Int?) {
    if let day {
      if runs.last?.day != day { runs.append((day, count)) }
      firstUndated = count + 1
    }
    count += 1
  }

  subscript(row: Int) -> Int? {
    guard row < firstUndated else { return nil }
    return runs[runs.partitioned { $0.first > row } - 1].day
  }

  /// The first row whose day passes, where all after it pass; undated rows do not count.
  func firstRow(where passes: (Int) -> Bool) -> Int {
    let run = runs.partitioned { passes($0.day) }
    return run < runs.count ? runs[run].first : firstUndated
  }

  /// The rows of each day that occurs, the newest first.
  var rowsOfDays: [Range<Int>] {
    runs.indices.map { index in
      runs[index].first..<(index + 1 < runs.count ? runs[index + 1].first : firstUndated)
    }
  }

  /// For each row the place of its day among the days, the oldest first; `max` without one.
  var places: [UInt32] {
    var places = Array(repeating: UInt32.max, count: count)
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].first : firstUndated
      for row in run.first..<end { places[row] = UInt32(runs.count - index) }
    }
    return places
  }
}

/// Sums of money: the different ones in order, and for each row the place of its own.
struct SumColumn: Sendable {
  private(set) var sums: [Int] = []
  private var places = Places.few([])
  /// The rows without one.
  private(set) var unstated = RowSet(size: 0)

  static let missing = UInt32.max

  /// In two bytes where there are not more sums than that; the largest number is none.
  private enum Places: Sendable {
    case few([UInt16])
    case many([UInt32])
  }

  subscript(row: Int) -> Int? {
    let place = place(ofRow: row)
    return place == Self.missing ? nil : sums[Int(place)]
  }

  /// `missing` where none is stated.
  func place(ofRow row: Int) -> UInt32 {
    switch places {
    case .few(let places): places[row] == .max ? Self.missing : UInt32(places[row])
    case .many(let places): places[row]
    }
  }

  /// The place of the first sum that passes, where all greater ones pass.
  func firstPlace(where passes: (Int) -> Bool) -> UInt32 { UInt32(sums.partitioned(by: passes)) }

  /// The place after the last.
  var end: UInt32 { UInt32(sums.count) }

  /// The rows whose sums have those places.
  func rows(in wanted: Range<UInt32>) -> RowSet {
    switch places {
    case .few(let places): Self.rows(places, in: wanted)
    case .many(let places): Self.rows(places, in: wanted)
    }
  }

  private static func rows<Place: FixedWidthInteger & UnsignedInteger>(
    _ places: [Place], in wanted: Range<UInt32>
  ) -> RowSet {
    let (first, count) = (Place(wanted.lowerBound), UInt64(wanted.count))
    return places.withUnsafeBufferPointer { places in
      // Taken away from what is less, the count leaves the highest bit set; a comparison would be
      // a guess each time.
      RowSet(size: places.count, bit: { (UInt64(places[$0] &- first) &- count) >> 63 })
    }
  }

  /// Sums in the order in which they were met.
  struct Loading: Sendable {
    private var numbers: [Int: UInt32] = [:]
    private var places: [UInt32] = []

    mutating func append(_ sum: Int?) {
      guard let sum else { return places.append(SumColumn.missing) }
      let number = numbers[sum] ?? UInt32(numbers.count)
      if Int(number) == numbers.count { numbers[sum] = number }
      places.append(number)
    }

    var sealed: SumColumn {
      var column = SumColumn()
      column.sums = numbers.keys.sorted()
      var moved = Array(repeating: UInt32(0), count: column.sums.count)
      for (place, sum) in column.sums.enumerated() {
        if let number = numbers[sum] { moved[Int(number)] = UInt32(place) }
      }
      let isFew = column.sums.count < UInt16.max
      column.places =
        isFew
        ? .few(places.map { $0 == SumColumn.missing ? .max : UInt16(moved[Int($0)]) })
        : .many(places.map { $0 == SumColumn.missing ? $0 : moved[Int($0)] })
      column.unstated = RowSet(size: places.count) { places[$0] == SumColumn.missing }
      return column
    }
  }
}

extension Array {
  /// The first index whose element passes, where all after it do.
  func partitioned(by passes: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
