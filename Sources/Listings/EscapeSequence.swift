/// How far a terminal's escape sequence reaches, after ECMA-48.
///
/// A control string (OSC, DCS, PM, APC, SOS) that is properly ended goes whole, if its end comes
/// within `longestString`. One that is never ended, or cut short by another sequence, goes up to
/// that sequence when that is near and on the same line; else only its first word goes, so that
/// a lone introducer cannot swallow a document.
enum EscapeSequence {
  /// Clipboard payloads (OSC 52) reach 100 kB in common terminals.
  private static let longestString = 131_072
  private static let longestAbandonedString = 4096
  private static let mostParameterBytes = 256

  /// The length of the sequence whose introducer (ESC, or a C1 control as two bytes) is at
  /// `start`; at least that of the introducer.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    if bytes[start] != 0x1B {
      // U+0080 to U+009F, written C2 80 to C2 9F: the 8-bit form of ESC @ to ESC _.
      return sequenceEnd(bytes, kind: bytes[start + 1] - 0x40, after: start + 2) - start
    }
    guard start + 1 < bytes.count else { return 1 }
    let next = bytes[start + 1]
    switch next {
    case 0x20...0x2F: return charsetEnd(bytes, from: start + 1) - start
    case 0x40...0x5F: return sequenceEnd(bytes, kind: next, after: start + 2) - start
    case 0x30...0x7E: return 2
    default: return 1
    }
  }

  private static func sequenceEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, kind: UInt8, after start: Int
  ) -> Int {
    switch kind {
    case UInt8(ascii: "["): controlSequenceEnd(bytes, from: start)
    case UInt8(ascii: "]"): stringEnd(bytes, from: start, endsAtBell: true)
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      stringEnd(bytes, from: start, endsAtBell: false)
    default: start
    }
  }

  /// Skips intermediates and the final byte, as in `ESC ( B`.
  private static func charsetEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, index < start + 4, (0x20...0x2F).contains(bytes[index]) {
      index += 1
    }
    return index < bytes.count && (0x30...0x7E).contains(bytes[index]) ? index + 1 : index
  }

  private static func controlSequenceEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    let limit = min(bytes.count, start + mostParameterBytes)
    while index < limit, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    return index < limit && (0x40...0x7E).contains(bytes[index]) ? index + 1 : index
  }

  private static func stringEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, endsAtBell: Bool
  ) -> Int {
    var index = start
    var firstBlank: Int?
    var hasLineEnd = false
    let limit = min(bytes.count, start + longestString)
    scan: while index < limit {
      switch bytes[index] {
      case 0x07 where endsAtBell: return index + 1
      case 0x1B:
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\") { return index + 2 }
        break scan
      case 0xC2 where index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1]):
        if bytes[index + 1] == 0x9C { return index + 2 }
        break scan
      case 0x18, 0x1A: return index + 1
      case 0x0A, 0x0D:
        hasLineEnd = true
        firstBlank = firstBlank ?? index
      case 0x20: firstBlank = firstBlank ?? index
      default: break
      }
      index += 1
    }
    let isCutShort = index < limit
    if isCutShort, !hasLineEnd, index - start <= longestAbandonedString { return index }
    // A first word longer than the limit ends between two characters, never inside one.
    var end = firstBlank ?? index
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
