/// Different byte strings, each with a number: the first is 0.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// Numbers by hash, plus one; 0 is free.
  private var slots: [Int32] = Array(repeating: 0, count: 1024)

  var count: Int { ends.count - 1 }

  /// The number of a string, which is new when it equals the count before.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    if count * 4 > slots.count * 3 { grow() }
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count + 1)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    return count - 1
  }

  func withWord<Value>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(ends[number])..<Int(ends[number + 1])]))
    }
  }

  /// The numbers in the order of their bytes.
  func sorted() -> [Int32] {
    bytes.withUnsafeBufferPointer { bytes in
      func word(_ number: Int32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(ends[Int(number)])..<Int(ends[Int(number) + 1])])
      }
      return (0..<Int32(count)).sorted { Self.precedes(word($0), word($1)) }
    }
  }

  /// Lets go of what only adding needs.
  mutating func seal() { slots = [] }

  static func precedes(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count < right.count
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = withWord(number, Self.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// FNV-1a.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & .max
  }
}
