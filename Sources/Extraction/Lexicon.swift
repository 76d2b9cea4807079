/// The words that any vocabulary knows, each with a number; made once, then only read.
package struct Lexicon: Sendable {
  // Open addressing: a slot holds a word's number, 0 is free. The table is at most half full.
  private var slots: [UInt32]
  private var words: [[UInt8]]
  private var hashes: [UInt64]

  package init() {
    slots = Array(repeating: 0, count: 1024)
    words = [[]]
    hashes = [0]
  }

  /// The number of a folded word, 0 when no vocabulary holds it.
  package func id(of folded: [UInt8]) -> UInt32 {
    let hash = Self.hash(folded)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, words[id] == folded { return slots[slot] }
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
    let id = UInt32(words.count)
    words.append(folded)
    hashes.append(Self.hash(folded))
    if words.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for id in 1..<words.count { place(UInt32(id)) }
    } else {
      place(id)
    }
    return id
  }

  private mutating func place(_ id: UInt32) {
    var slot = Int(truncatingIfNeeded: hashes[Int(id)]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = id
  }

  // FNV-1a, 64 bits.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
