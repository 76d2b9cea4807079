/// How much of a text's layout cleaning keeps.
package enum TextShape: Sendable {
  /// Line feeds and tabs stay.
  case lines
  /// Runs of blanks, tabs and line feeds become one blank; none at the ends.
  case singleLine
}

extension String {
  /// The text without anything a terminal would obey or a reader could not see.
  ///
  /// Escape sequences go whole, payload included; then control characters, bidirectional
  /// overrides, isolates and marks, and invisible formatting. The joiners that scripts need
  /// (U+200C, U+200D) stay. All kinds of line ends become "\n". Clean text is not copied.
  package func cleaned(_ shape: TextShape = .lines) -> String {
    var text = self
    let answer: String? = text.withUTF8 { bytes in
      guard let first = TextCleaner.firstToClean(in: bytes, shape: shape) else { return nil }
      var cleaner = TextCleaner(bytes: bytes, shape: shape)
      cleaner.run(from: first)
      return String(decoding: cleaner.output, as: UTF8.self)
    }
    return answer ?? text
  }
}

/// One pass over UTF-8 that copies what may stay.
private struct TextCleaner {
  let bytes: UnsafeBufferPointer<UInt8>
  let shape: TextShape
  var output: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>, shape: TextShape) {
    self.bytes = bytes
    self.shape = shape
  }
}

/// What stands at a place of the text.
private enum Finding {
  case keep(length: Int)
  case lineEnd(length: Int)
  case drop(length: Int)
}

extension TextCleaner {
  /// Where cleaning must begin, or nil when the text may stay as it is.
  static func firstToClean(in bytes: UnsafeBufferPointer<UInt8>, shape: TextShape) -> Int? {
    var index = 0
    var wasBlank = true
    let words = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      if shape == .lines, index + 8 <= bytes.count {
        let found = unprintable(
          UInt64(littleEndian: words.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        guard found != 0 else {
          index += 8
          continue
        }
        index += found.trailingZeroBitCount / 8
      }
      let byte = bytes[index]
      if byte == 32 {
        if wasBlank, shape == .singleLine { return index }
        wasBlank = true
        index += 1
      } else if byte > 32, byte < 0x7F {
        wasBlank = false
        index += 1
      } else if byte == 10 || byte == 9, shape == .lines {
        index += 1
      } else if byte < 0x80 {
        return index
      } else {
        wasBlank = false
        guard case .keep(let length) = finding(at: index, in: bytes) else { return index }
        index += length
      }
    }
    return shape == .singleLine && wasBlank && !bytes.isEmpty ? bytes.count - 1 : nil
  }

  /// Of eight bytes those that are not from 0x20 to 0x7E; of those set only the lowest is sure.
  private static func unprintable(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let below = (word &- ones &* 0x20) & ~word
    let delete = word ^ ones &* 0x7F
    return (word | below | (delete &- ones) & ~delete) & highs
  }

  mutating func run(from first: Int) {
    output.reserveCapacity(bytes.count)
    output.append(contentsOf: bytes[..<first])
    var index = first
    while index < bytes.count {
      switch Self.finding(at: index, in: bytes) {
      case .keep(let length):
        append(index..<index + length)
        index += length
      case .lineEnd(let length):
        appendLineEnd()
        index += length
      case .drop(let length): index += length
      }
    }
    if shape == .singleLine { while output.last == 32 { output.removeLast() } }
  }

  private mutating func append(_ range: Range<Int>) {
    let byte = bytes[range.lowerBound]
    if shape == .singleLine, byte == 32 || byte == 9 {
      if let last = output.last, last != 32 { output.append(32) }
    } else {
      output.append(contentsOf: bytes[range])
    }
  }

  private mutating func appendLineEnd() {
    if shape == .lines {
      output.append(10)
    } else if let last = output.last, last != 32 {
      output.append(32)
    }
  }

  private static func finding(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding {
    let byte = bytes[index]
    switch byte {
    case 9, 32..<0x7F: return .keep(length: 1)
    case 0x0A, 0x0B, 0x0C: return .lineEnd(length: 1)
    case 0x0D:
      return .lineEnd(length: index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1)
    case 0x1B: return .drop(length: EscapeSequence.length(in: bytes, at: index))
    case 0..<32, 0x7F: return .drop(length: 1)
    default: return multibyteFinding(at: index, in: bytes)
    }
  }

  /// Swift strings hold valid UTF-8, so the lead byte tells the length.
  private static func multibyteFinding(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Finding {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return .drop(length: bytes.count - index) }
    switch lead {
    case 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF, 0xF0, 0xF3: break
    default: return .keep(length: length)
    }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    switch scalar {
    case 0x85, 0x2028, 0x2029: return .lineEnd(length: length)
    case 0x80...0x9F: return .drop(length: EscapeSequence.length(in: bytes, at: index))
    default: return isInvisible(scalar) ? .drop(length: length) : .keep(length: length)
    }
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x180E: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB: true
    // Musical formatting, tags, and the variation selectors that can smuggle a text.
    case 0x1D173...0x1D17A, 0xE0000...0xE007F, 0xE0100...0xE01EF: true
    default: false
    }
  }
}
