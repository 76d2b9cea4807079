/// The words that any vocabulary knows, each with a number; made once, then only read.
package struct Lexicon: Sendable {
  /// A word's hash and number; the number 0 is a free slot.
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var id: UInt32 = 0
  }

  // Open addressing, at most half full. The hash of 64 bits stands for the word: among all the
  // words that a reader could ever meet no two share one by chance.
  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var count: UInt32 = 0
  // A bit for each hash: half of a text's words stand in no vocabulary, and nearly all of those end
  // here. With 16 KB it stays in the nearest cache; eight times as much let fewer pass and took
  // longer, since it did not.
  private var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
  private static let filterBits = 17

  package init() {}

  /// The number of a folded word, 0 when no vocabulary holds it.
  package func id(of folded: [UInt8]) -> UInt32 { id(hash: Self.hash(folded)) }

  /// The same by the word's hash, see `FoldedWord`.
  @inline(__always)
  func id(hash: UInt64) -> UInt32 {
    let bit = Self.bit(of: hash)
    if filter[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return 0 }
    var slot = Self.slot(of: hash) & (slots.count - 1)
    while slots[slot].id != 0 {
      if slots[slot].hash == hash { return slots[slot].id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// The number of a word, which is added when it is new; `word` is folded as texts are.
  package mutating func add(_ word: some StringProtocol) -> UInt32 {
    add(folded: Self.fold(word))
  }

  /// A word as tokens compare it: small letters without marks.
  package static func fold(_ word: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.utf8.count)
    var isASCII = true
    for byte in word.utf8 {
      folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
      isASCII = isASCII && byte < 0x80
    }
    if isASCII { return folded }
    folded.removeAll(keepingCapacity: true)
    for scalar in word.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        folded.append(value >= 65 && value <= 90 ? UInt8(value + 32) : UInt8(value))
      } else {
        LetterFolding.append(value, to: &folded)
      }
    }
    return folded
  }

  private mutating func add(folded: [UInt8]) -> UInt32 {
    let hash = Self.hash(folded)
    let known = id(hash: hash)
    if known != 0 { return known }
    count += 1
    let bit = Self.bit(of: hash)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    if Int(count) * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      for slot in old where slot.id != 0 { place(slot) }
    }
    place(Slot(hash: hash, id: count))
    return count
  }

  private mutating func place(_ word: Slot) {
    var slot = Self.slot(of: word.hash) & (slots.count - 1)
    while slots[slot].id != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = word
  }

  private static func bit(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 40) & (1 << filterBits - 1)
  }

  private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }

  // FNV-1a, 64 bits.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = FoldedWord.start
    for byte in bytes { FoldedWord.add(byte, to: &hash) }
    return hash
  }
}
