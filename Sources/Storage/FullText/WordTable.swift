/// Gives each different word a number, in the order in which they are met.
///
/// Hot: an import asks it for each word of each body.
struct WordTable {
  /// The bytes of all words, one behind the other, and room for others.
  private var bytes: [UInt8]
  /// How many of `bytes` are taken.
  private(set) var size = 0
  private var entries: [Entry] = []
  /// One more than the number of the word that belongs there; 0 where there is none.
  private var slots: [UInt32]
  private var shift: Int

  private struct Entry {
    let key: UInt64
    let start: Int
    let count: Int
  }

  /// `words` is about how many different ones there will be.
  init(words: Int) {
    let bits = max(6, Int.bitWidth - words.leadingZeroBitCount + 1)
    slots = [UInt32](repeating: 0, count: 1 << bits)
    shift = UInt64.bitWidth - bits
    entries.reserveCapacity(words)
    bytes = [UInt8](repeating: 0, count: 8 * words)
  }

  var count: Int { entries.count }

  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let key = Self.key(of: word)
    var slot = place(of: key)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let entry = entries[number]
      if entry.key == key, entry.count == word.count,
        word.count <= 8 || holds(word, at: entry.start)
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(entries.count + 1)
    entries.append(Entry(key: key, start: size, count: word.count))
    append(word)
    if 2 * entries.count > slots.count { grow() }
    return entries.count - 1
  }

  /// Hands over the bytes of a word.
  func withWord<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let entry = entries[number]
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[entry.start..<entry.start + entry.count]))
    }
  }

  /// The numbers of all words in the order of their bytes.
  var sorted: [Int] {
    // Few words share their first eight bytes, which are compared at once.
    let heads = entries.indices.map { number in
      (head: withWord(number, Self.head), number: number)
    }
    return heads.sorted { one, other in
      one.head == other.head ? precedes(one.number, other.number) : one.head < other.head
    }
    .map(\.number)
  }
}

private extension WordTable {
  func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
  }

  /// Tells words of up to eight bytes apart, together with their length.
  static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    let count = bytes.count
    func four(_ offset: Int) -> UInt64 {
      UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    func eight(_ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    switch count {
    case 0: return 0
    case ..<4:
      return UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16
        | UInt64(count) << 32
    case ...8: return four(0) | four(count - 4) << 32
    default: return eight(0) &* 0xD6E8_FEB8_6659_FD93 ^ eight(count - 8) &+ UInt64(count)
    }
  }

  /// The first eight bytes as a number that is in the order of the words.
  static func head(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for offset in 0..<8 {
      head = head << 8 | (offset < word.count ? UInt64(word[offset]) : 0)
    }
    return head
  }

  func holds(_ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let word = UnsafeRawBufferPointer(word)
      func eight(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
      // Of more than eight bytes, of which the last ones may be looked at twice.
      var offset = 0
      while offset + 8 < word.count {
        if eight(bytes, start + offset) != eight(word, offset) { return false }
        offset += 8
      }
      return eight(bytes, start + word.count - 8) == eight(word, word.count - 8)
    }
  }

  mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
    if size + word.count > bytes.count {
      bytes.append(contentsOf: [UInt8](repeating: 0, count: bytes.count + word.count))
    }
    bytes.withUnsafeMutableBytes { bytes in
      UnsafeMutableRawBufferPointer(rebasing: bytes[size..<size + word.count])
        .copyMemory(from: UnsafeRawBufferPointer(word))
    }
    size += word.count
  }

  func precedes(_ one: Int, _ other: Int) -> Bool {
    withWord(one) { first in
      withWord(other) { second in first.lexicographicallyPrecedes(second) }
    }
  }

  mutating func grow() {
    shift -= 1
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for (number, entry) in entries.enumerated() {
      var slot = place(of: entry.key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
