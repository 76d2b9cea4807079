/// One decoded scalar; a byte that begins none stands for U+FFFD and has length 1.
struct UTF8Scalar {
  let value: UInt32
  let length: Int

  /// A digit as wide as a Chinese character: "１".
  var isWideDigit: Bool { value >= 0xFF10 && value <= 0xFF19 }

  init(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let lead = bytes[position]
    let count = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
    guard count > 0, position + count <= bytes.count else {
      self.init(value: 0xFFFD, length: 1)
      return
    }
    var value = UInt32(count == 1 ? lead : lead & (0xFF >> UInt8(count + 1)))
    for offset in 1..<max(count, 1) {
      let byte = bytes[position + offset]
      guard byte & 0xC0 == 0x80 else {
        self.init(value: 0xFFFD, length: 1)
        return
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    self.init(value: value, length: count)
  }

  private init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }
}

/// Which scalars make words, and how letters are folded: small, and Latin ones without marks.
enum LetterFolding {
  enum Class { case letter, blank, symbol, invisible }

  static func fold(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0..<0x80: .symbol
    // No-break, narrow and other typographic blanks.
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .blank
    // Soft hyphens, joiners, direction marks and variation selectors.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
      .invisible
    case 0xAA, 0xB5, 0xBA: .letter
    case 0x80..<0xC0, 0xD7, 0xF7: .symbol
    case 0x2010...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0x30FB, 0xFFFC...0xFFFF: .symbol
    case 0xFF01...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFEE: .symbol
    case 0xE000...0xF8FF, 0x1F000...0x1FAFF: .symbol
    // Indic, Thai and other currency signs stand among their scripts' letters.
    case 0x0E3F, 0x09F2, 0x09F3, 0x0AF1, 0x0BF9, 0x17DB: .symbol
    default: .letter
    }
  }

  static func append(_ scalar: UInt32, to folded: inout [UInt8]) {
    if scalar >= 0xC0, scalar < 0x180 {
      let base = latin[Int(scalar - 0xC0)]
      if base.first != UInt8(ascii: "?") {
        folded.append(contentsOf: base)
        return
      }
    }
    // Romanian writes its two letters with a comma below, or with the cedilla of Turkish.
    if scalar >= 0x218, scalar <= 0x21B {
      folded.append(UInt8(ascii: scalar < 0x21A ? "s" : "t"))
      return
    }
    // Combining marks are dropped, so that decomposed letters fold like composed ones.
    if scalar >= 0x300, scalar < 0x370 { return }
    appendUTF8(lowered(scalar), to: &folded)
  }

  /// Small letters of Greek, Cyrillic and Vietnamese; other scripts here have no case.
  private static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    case 0x388...0x38A: scalar + 37
    case 0x386: 0x3AC
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: scalar + 63
    // Capitals and small letters take turns.
    case 0x1A0, 0x1AF: scalar + 1
    case 0x1E00...0x1EFF where scalar % 2 == 0 && !(0x1E96...0x1E9F).contains(scalar): scalar + 1
    default: scalar
    }
  }

  private static func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let unicode = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
  }

  // Base letters of U+00C0 to U+017F, in code point order; "?" keeps the scalar.
  private static let latin: [[UInt8]] = [
    "a a a a a a ae c e e e e i i i i d n o o o o o ? o u u u u y th ss",
    "a a a a a a ae c e e e e i i i i d n o o o o o ? o u u u u y th y",
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g",
    "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l",
    "l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s",
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s",
  ].flatMap { $0.utf8.split(separator: 32).map { Array($0) } }
}
