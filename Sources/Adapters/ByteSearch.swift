/// Searches that look at eight bytes at a time; the standard library's go one by one, and every
/// byte of an input is searched for line ends and for the ends of strings.
extension UnsafeRawBufferPointer {
  /// The first place of `byte` from `start` on; the end when there is none.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let found = ByteMatch.equal(
        word(at: index), to: byte)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != byte { index += 1 }
    return index
  }

  /// The first place from `start` on where a plain run of a JSON string ends: a quote, a backslash
  /// or a control character.
  func endOfPlainRun(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let word = word(at: index)
      let found =
        ByteMatch.equal(word, to: UInt8(ascii: "\""))
        | ByteMatch.equal(word, to: UInt8(ascii: "\\"))
        | ByteMatch.below32(word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != UInt8(ascii: "\""), self[index] != UInt8(ascii: "\\"),
      self[index] >= 32
    {
      index += 1
    }
    return index
  }

  func count(of byte: UInt8) -> Int {
    var total = 0
    var index = 0
    let sought = SIMD16(repeating: byte)
    while index + 16 <= count {
      // A byte of the sums holds 255 of them.
      let end = Swift.min(count - 15, index + 255 * 16)
      var sums = SIMD16<UInt8>()
      while index < end {
        let bytes = loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        sums &-= unsafeBitCast(bytes .== sought, to: SIMD16<UInt8>.self)
        index += 16
      }
      for place in 0..<16 { total += Int(sums[place]) }
    }
    while index + 8 <= count {
      let difference =
        word(at: index) ^ UInt64(byte) &* ByteMatch.ones
      // Exact for every byte, unlike the quicker test for the first one.
      let rest = (difference & ~ByteMatch.highs) &+ ~ByteMatch.highs
      total += (~(rest | difference) & ByteMatch.highs).nonzeroBitCount
      index += 8
    }
    while index < count {
      if self[index] == byte { total += 1 }
      index += 1
    }
    return total
  }

  /// Eight bytes, the first of them lowest.
  private func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}

/// The high bit of each of eight bytes that are looked for.
///
/// Of those set only the lowest is sure: one above it may be a false one.
private enum ByteMatch {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  static func equal(_ word: UInt64, to byte: UInt8) -> UInt64 {
    let difference = word ^ UInt64(byte) &* ones
    return (difference &- ones) & ~difference & highs
  }

  static func below32(_ word: UInt64) -> UInt64 { (word &- ones &* 32) & ~word & highs }
}
