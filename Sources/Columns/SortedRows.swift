/// What is kept of an order of all rows by the values of a field.
enum KeptOrder: Sendable {
  /// The place of each row where there are so few that rows are soon put in order by them, the
  /// largest number for none: a quarter of the room.
  case few([UInt8])
  case many(SortedRows)
}

/// All rows by the values of a field, the smallest first; those without one last.
struct SortedRows: Sendable {
  let rows: [Int32]
  /// The positions at which another value begins.
  private let starts: RowSet
  /// Rows from that position on have no value.
  private let stated: Int

  /// `places` are what the rows were sorted by.
  init(_ rows: [Int32], by places: [UInt32]) {
    self.rows = rows
    var starts = RowSet(size: rows.count)
    var before = UInt32.max
    var stated = rows.count
    for (position, row) in rows.enumerated() {
      let place = places[Int(row)]
      if place == .max {
        stated = position
        break
      }
      if position == 0 || place != before { starts.insert(position) }
      before = place
    }
    self.starts = starts
    self.stated = stated
  }

  /// The largest values first, rows of the same value in the order that they had.
  var backward: [Int32] {
    [Int32](unsafeUninitializedCapacity: rows.count) { target, count in
      var begin = -1
      // Each value goes before those that came before it.
      var place = stated
      func put(_ range: Range<Int>) {
        place -= range.count
        for (offset, position) in range.enumerated() { target[place + offset] = rows[position] }
      }
      starts.forEach { start in
        if begin >= 0 { put(begin..<start) }
        begin = start
      }
      if begin >= 0 { put(begin..<stated) }
      for position in stated..<rows.count { target[position] = rows[position] }
      count = rows.count
    }
  }

  /// For each row the place of its value among the values, `max` without one.
  var places: [UInt32] {
    var places = Array(repeating: UInt32.max, count: rows.count)
    var place: UInt32 = 0
    for position in 0..<stated {
      if starts.contains(position) { place += 1 }
      places[Int(rows[position])] = place
    }
    return places
  }
}

extension [Int32] {
  /// Rows by their places, the smaller first; stable.
  ///
  /// Eleven bits at a time from the least; bits that are the same in all places cost nothing.
  func sorted(by places: [UInt32]) -> [Int32] {
    let (some, every) = places.reduce((UInt32.min, UInt32.max)) { ($0.0 | $1, $0.1 & $1) }
    var rows = self
    for shift in stride(from: UInt32(0), to: 32, by: 11) where (some ^ every) >> shift & 0x7FF != 0
    {
      rows = places.withUnsafeBufferPointer { places in
        rows.scattered(into: 0x800) { Int(places[Int($0)] >> shift & 0x7FF) }
      }
    }
    return rows
  }

  /// Puts rows into boxes in the order in which they come.
  private func scattered(into boxes: Int, _ box: (Int32) -> Int) -> [Int32] {
    var starts = [Int](repeating: 0, count: boxes + 1)
    return [Int32](unsafeUninitializedCapacity: count) { target, used in
      withUnsafeBufferPointer { rows in
        starts.withUnsafeMutableBufferPointer { starts in
          for row in rows { starts[box(row) + 1] += 1 }
          for box in 1...boxes { starts[box] += starts[box - 1] }
          for row in rows {
            let place = box(row)
            target[starts[place]] = row
            starts[place] += 1
          }
        }
      }
      used = count
    }
  }
}

extension [UInt8] {
  /// With more, rows go to so many ends of memory that to put them in order takes thrice as long.
  private static let mostKept = 32

  /// The same order with a byte for each row; nil where there are too many different places.
  init?(narrowing places: [UInt32]) {
    var known: Set<UInt32> = []
    var last = UInt32.max
    for place in places where place != last && place != .max {
      known.insert(place)
      if known.count > Self.mostKept { return nil }
      last = place
    }
    let bytes = Dictionary(uniqueKeysWithValues: zip(known.sorted(), UInt8.min...))
    var (byte, before) = (UInt8.max, UInt32.max)
    self = places.map { place in
      if place != before { (byte, before) = (bytes[place] ?? .max, place) }
      return byte
    }
  }

  /// All rows by their places, of which there are few, the smaller first or the larger; those that
  /// have the largest of all last either way.
  ///
  /// `forEachRow` hands over the rows in the order that those of one place keep.
  @inline(__always)
  func gathered(
    isDescending: Bool, _ forEachRow: ((Int32) -> Void) -> Void
  ) -> [Int32] {
    func box(_ place: UInt8) -> Int {
      Int(isDescending && place != .max ? .max - 1 - place : place)
    }
    let boxes = (0...UInt8.max).map(box)
    var starts = [Int](repeating: 0, count: 257)
    for place in self { starts[boxes[Int(place)] + 1] += 1 }
    for index in 1...256 { starts[index] += starts[index - 1] }
    return [Int32](unsafeUninitializedCapacity: count) { rows, used in
      withUnsafeBufferPointer { places in
        boxes.withUnsafeBufferPointer { boxes in
          starts.withUnsafeMutableBufferPointer { starts in
            forEachRow { row in
              let box = boxes[Int(places[Int(row)])]
              rows[starts[box]] = row
              starts[box] += 1
            }
          }
        }
      }
      used = count
    }
  }
}
