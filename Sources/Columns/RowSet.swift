import Listings
import Queries

/// A set of rows, one bit each.
package struct RowSet: Sendable, Equatable {
  private var words: [UInt64]
  /// The number of rows there are, in the set or not.
  let size: Int

  init(size: Int, holdsAll: Bool = false) {
    self.size = size
    words = Array(repeating: holdsAll ? .max : 0, count: (size + 63) / 64)
    if holdsAll { clearTail() }
  }

  init(size: Int, range: Range<Int>) {
    self.init(size: size)
    for row in range.lowerBound..<min(range.upperBound, (range.lowerBound + 63) & ~63) {
      insert(row)
    }
    let whole =
      (range.lowerBound + 63) >> 6..<max((range.lowerBound + 63) >> 6, range.upperBound >> 6)
    for word in whole { words[word] = .max }
    for row in max(
      range.lowerBound, whole.upperBound << 6)..<max(
        range.upperBound, whole.upperBound << 6) where range.contains(row)
    {
      insert(row)
    }
  }

  /// The rows of which `holds` is true.
  init(size: Int, where holds: (Int) -> Bool) { self.init(size: size) { holds($0) ? 1 : 0 } }

  /// The rows of which `bit` is 1 and not 0.
  init(size: Int, bit: (Int) -> UInt64) {
    self.init(size: size)
    for index in words.indices {
      var word: UInt64 = 0
      var row = min(index << 6 + 64, size)
      // Shifted in whatever they are: there is nothing to guess wrong.
      while row > index << 6 {
        row -= 1
        word = word << 1 | bit(row)
      }
      words[index] = word
    }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ row: Int) -> Bool { words[row >> 6] >> (row & 63) & 1 != 0 }

  mutating func insert(_ row: Int) { words[row >> 6] |= 1 << (row & 63) }

  /// The same for a set of numbers of listings; larger ones came later.
  mutating func insert(number id: ListingID) {
    if id.number >= 0, id.number < size { insert(Int(id.number)) }
  }

  mutating func formUnion(_ other: RowSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// The same for many numbers at once.
  mutating func formUnion(_ numbers: NumberSet) {
    for (index, word) in numbers.words.prefix(words.count).enumerated() { words[index] |= word }
    clearTail()
  }

  /// Hands over the bits of all rows, 64 a word.
  mutating func withWords(
    _ body: (UnsafeMutableBufferPointer<UInt64>) throws -> Void
  ) rethrows {
    try words.withUnsafeMutableBufferPointer { try body($0) }
  }

  /// The same to be read only.
  func withBits<Value>(_ body: (UnsafeBufferPointer<UInt64>) -> Value) -> Value {
    words.withUnsafeBufferPointer(body)
  }

  mutating func set(_ row: Int, _ isIn: Bool) {
    if isIn { insert(row) } else { words[row >> 6] &= ~(1 << (row & 63)) }
  }

  /// Goes through the rows in order.
  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// How many of the rows of a range are in it.
  func count(in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    let head = UInt64.max << UInt64(range.lowerBound & 63)
    let tail = UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return (words[first] & head & tail).nonzeroBitCount }
    var count = (words[first] & head).nonzeroBitCount + (words[last] & tail).nonzeroBitCount
    for index in (first + 1)..<last { count += words[index].nonzeroBitCount }
    return count
  }

  /// How many rows are in both.
  func count(with other: RowSet) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }
}

extension RowSet {
  static func & (left: RowSet, right: RowSet) -> RowSet { left.joined(right) { $0 & $1 } }

  static func | (left: RowSet, right: RowSet) -> RowSet { left.joined(right) { $0 | $1 } }

  static func - (left: RowSet, right: RowSet) -> RowSet { left.joined(right) { $0 & ~$1 } }

  static prefix func ! (rows: RowSet) -> RowSet {
    var result = rows
    for index in result.words.indices { result.words[index] = ~result.words[index] }
    result.clearTail()
    return result
  }

  private func joined(_ other: RowSet, by join: (UInt64, UInt64) -> UInt64) -> RowSet {
    var result = self
    for index in result.words.indices {
      result.words[index] = join(words[index], other.words[index])
    }
    return result
  }

  /// Bits beyond the last row stay clear, so that counting need not look.
  private mutating func clearTail() {
    guard size & 63 != 0, !words.isEmpty else { return }
    words[words.count - 1] &= (1 << (size & 63)) - 1
  }
}

extension RowSet {
  /// How many rows of the set come before that one.
  func count(before row: Int) -> Int {
    var count = 0
    for index in 0..<row >> 6 { count += words[index].nonzeroBitCount }
    guard row & 63 != 0 else { return count }
    return count + (words[row >> 6] & (1 << (row & 63) - 1)).nonzeroBitCount
  }

  /// The rows of the set at those positions among them.
  func members(at positions: Range<Int>) -> [Int] {
    var members: [Int] = []
    members.reserveCapacity(positions.count)
    var position = 0
    for (index, word) in words.enumerated() {
      if position >= positions.upperBound { break }
      let end = position + word.nonzeroBitCount
      if end > positions.lowerBound {
        var rest = word
        while rest != 0 {
          if positions.contains(position) {
            members.append(index << 6 | rest.trailingZeroBitCount)
          }
          position += 1
          rest &= rest - 1
        }
      }
      position = end
    }
    return members
  }
}
