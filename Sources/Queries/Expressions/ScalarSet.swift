/// A set of Unicode scalars as ranges in order, apart from one another.
struct ScalarSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>] = []

  static let last: UInt32 = 0x10_FFFF

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let before = self.ranges.last, range.lowerBound <= before.upperBound &+ 1 {
        let end = max(before.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = before.lowerBound...end
      } else {
        self.ranges.append(range)
      }
    }
  }

  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if range.lowerBound > start { gaps.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    if start <= Self.last { gaps.append(start...Self.last) }
    return ScalarSet(gaps)
  }

  func contains(_ scalar: UInt32) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }

  static func | (left: ScalarSet, right: ScalarSet) -> ScalarSet {
    ScalarSet(left.ranges + right.ranges)
  }
}

extension ScalarSet {
  static let newline = ScalarSet([0x0A...0x0A])
  static let digits = ScalarSet([0x30...0x39])
  static let blanks = ScalarSet([0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x3000...0x3000])
  /// What stands in words as they are sought, and the underscore.
  static let word: ScalarSet = {
    var ranges: [ClosedRange<UInt32>] = [0x5F...0x5F]
    var start: UInt32?
    // Beyond lie planes without letters.
    for scalar in 0...UInt32(0x3_2000) {
      let isLetter = scalar < 0x3_2000 && WordFolding.isLetter(scalar)
      if isLetter, start == nil { start = scalar }
      if !isLetter, let first = start {
        ranges.append(first...scalar - 1)
        start = nil
      }
    }
    return ScalarSet(ranges)
  }()
}
