/// The words that any vocabulary knows, each with a number; made once, then only read.
package struct Lexicon: Sendable {
  // Open addressing: a slot holds a word's number, 0 is free. The table is at most half full.
  private var slots: [UInt32]
  private var entries = [Entry(hash: 0, start: 0, end: 0)]
  // The bytes of all words in one piece.
  private var bytes: [UInt8] = []
  // A bit for each hash: few words of a text stand in any vocabulary, and most of the others end
  // here, in memory that stays near.
  private var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
  private static let filterBits = 19

  private struct Entry: Sendable {
    let hash: UInt64
    let start: Int32
    let end: Int32
  }

  package init() { slots = Array(repeating: 0, count: 1024) }

  /// The number of a folded word, 0 when no vocabulary holds it.
  package func id(of folded: [UInt8]) -> UInt32 {
    folded.withUnsafeBufferPointer { id(hash: Self.hash($0), bytes: $0) }
  }

  /// The same for a word of letters alone in any case, by the hash of its small letters.
  @inline(__always)
  func id(hash: UInt64, bytes word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bit = Self.bit(of: hash)
    if filter[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return 0 }
    return slot(hash: hash, bytes: word).map { slots[$0] } ?? 0
  }

  private func slot(hash: UInt64, bytes word: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.slot(of: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, isEqual(entry, word) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(entry.start)
    guard Int(entry.end) - start == word.count else { return false }
    for offset in 0..<word.count {
      let byte = word[offset]
      guard bytes[start + offset] == (byte &- 65 < 26 ? byte | 0x20 : byte) else { return false }
    }
    return true
  }

  /// The number of a word, which is added when it is new; `word` is folded as texts are.
  package mutating func add(_ word: some StringProtocol) -> UInt32 {
    add(folded: Self.fold(word))
  }

  /// A word as tokens compare it: small letters without marks.
  package static func fold(_ word: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
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
    let known = id(of: folded)
    if known != 0 { return known }
    let id = UInt32(entries.count)
    let hash = folded.withUnsafeBufferPointer { Self.hash($0) }
    let start = Int32(bytes.count)
    bytes += folded
    entries.append(Entry(hash: hash, start: start, end: Int32(bytes.count)))
    let bit = Self.bit(of: hash)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for id in 1..<entries.count { place(UInt32(id)) }
    } else {
      place(id)
    }
    return id
  }

  private mutating func place(_ id: UInt32) {
    var slot = Self.slot(of: entries[Int(id)].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = id
  }

  private static func bit(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 40) & (1 << filterBits - 1)
  }

  private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }

  // FNV-1a, 64 bits.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FoldedWord.start
    for byte in bytes { FoldedWord.add(byte, to: &hash) }
    return hash
  }
}
