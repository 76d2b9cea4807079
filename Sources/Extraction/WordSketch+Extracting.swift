import Listings

/// Gathers the word sequences of some lines of a text into a sketch.
struct WordSketchBuilder {
  // Four words: long enough to be rare, short enough that one changed word leaves most of a line.
  private static let length = 4

  private var smallest = [UInt32](repeating: .max, count: WordSketch.slotCount)
  private var marks: (UInt64, UInt64) = (.max, .max)
  private var previous: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var words = 0

  /// Adds the words of `tokens`; sequences reach across lines.
  mutating func add(_ tokens: Range<Int>, of text: TokenizedText) {
    smallest.withUnsafeMutableBufferPointer { smallest in
      for token in text.tokens[tokens] where token.kind == .word || token.kind == .number {
        Self.add(token.hash, &previous, &words, &marks, smallest)
      }
    }
  }

  /// The parts of a builder one by one, so that its array is looked at once for a line.
  @inline(__always)
  private static func add(
    _ word: UInt64, _ previous: inout (UInt64, UInt64, UInt64), _ words: inout Int,
    _ marks: inout (UInt64, UInt64), _ smallest: UnsafeMutableBufferPointer<UInt32>
  ) {
    let (one, two, three) = previous
    previous = (two, three, word)
    words += 1
    guard words >= length else { return }
    var hash = one &* 0xff51_afd7_ed55_8ccd ^ (two << 17 | two >> 47)
    hash = hash &* 0xc4ce_b9fe_1a85_ec53 ^ (three << 37 | three >> 27)
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    hash = hash &* 0xd6e8_feb8_6659_fd93
    hash ^= hash >> 29
    let slot = Int(truncatingIfNeeded: hash) & (WordSketch.slotCount - 1)
    smallest[slot] = min(smallest[slot], UInt32(truncatingIfNeeded: hash >> 32))
    marks.0 = min(marks.0, hash)
    marks.1 = min(marks.1, hash &* 0x2545_F491_4F6C_DD1D)
  }

  var sketch: WordSketch {
    let count = max(0, words - Self.length + 1)
    if count == 0 { return .empty }
    let slots = smallest.map { value -> UInt8 in
      if value == .max { return 0 }
      // Small numbers survive, so their high bits say little: mixed, then 0 is kept for "none".
      return max(1, UInt8(truncatingIfNeeded: (value &* 0x9E37_79B1) >> 24))
    }
    return WordSketch(slots: slots, count: count, marks: [marks.0, marks.1])
  }
}
