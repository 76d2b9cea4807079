/// Reads UTF-8 as glyphs; the one place that decides what of a text can reach a cell.
///
/// Controls, bidirectional and other invisible formatting are left out; a tab or a line's end is a
/// blank. Sequences on which terminals disagree (joined emoji, skin tones, keycaps, variation
/// selectors) become their base, and a flag its two letters.
package struct GlyphReader {
  private let utf8: UnsafeBufferPointer<UInt8>
  /// UTF-8 offset of the next byte that was not read.
  package private(set) var position: Int

  package init(_ utf8: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.utf8 = utf8
    self.position = position
  }

  package mutating func next() -> Glyph? {
    while position < utf8.count {
      if let glyph = step() { return glyph }
    }
    return nil
  }

  /// Passes over what stands at `position`, which must be before the end; nil if it shows nothing.
  mutating func step() -> Glyph? {
    guard var glyph = base() else { return nil }
    if position < utf8.count, utf8[position] >= 0x80 { addMarks(to: &glyph) }
    return glyph
  }
}

private extension GlyphReader {
  /// Nil when the scalar at `position`, which is passed over, takes no column of its own.
  @inline(__always)
  mutating func base() -> Glyph? {
    let byte = utf8[position]
    guard byte >= 0x80 else {
      position += 1
      if byte >= 0x20, byte < 0x7F { return Glyph(Unicode.Scalar(byte), width: 1) }
      return byte == 9 || byte == 10 ? .blank : nil
    }
    let (scalar, length) = decode(at: position)
    position += length
    if let letter = scalar.letterOfFlag { return Glyph(letter, width: 1) }
    guard !scalar.isInvisible, !scalar.isSkinTone else { return nil }
    switch columns(of: scalar) {
    case 1: return Glyph(scalar, width: 1)
    case 2: return Glyph(scalar, width: 2)
    case 0: return nil
    default: return Glyph("\u{FFFD}", width: 1)
    }
  }

  mutating func addMarks(to glyph: inout Glyph) {
    while position < utf8.count, utf8[position] >= 0x80 {
      let (scalar, length) = decode(at: position)
      if scalar == "\u{200D}", glyph.base.properties.isEmoji {
        position += length
        skipJoined()
      } else if scalar.isInvisible || scalar.isSkinTone {
        position += length
      } else if columns(of: scalar) == 0 {
        position += length
        if scalar != "\u{20E3}" { glyph.add(mark: scalar) }
      } else {
        return
      }
    }
  }

  /// The emoji after a joiner is part of the one before it.
  mutating func skipJoined() {
    guard position < utf8.count, utf8[position] >= 0x80 else { return }
    let (scalar, length) = decode(at: position)
    if scalar.properties.isEmoji { position += length }
  }

  /// The scalar at `index`; bytes that are no UTF-8 are U+FFFD, one by one.
  func decode(at index: Int) -> (Unicode.Scalar, Int) {
    let lead = utf8[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= utf8.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in utf8[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}

private extension Unicode.Scalar {
  /// Regional indicators come in pairs; half a pair in a cell is drawn differently everywhere.
  var letterOfFlag: Unicode.Scalar? {
    (0x1F1E6...0x1F1FF).contains(value) ? Unicode.Scalar(UInt8(value - 0x1F1E6 + 65)) : nil
  }

  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// Formatting that shows nothing but may reorder or hide what stands around it.
  var isInvisible: Bool {
    switch value {
    case 0x80..<0xA0, 0xAD: true
    case 0xA0..<0x34F, 0x350..<0x600: false
    case 0x2010..<0x2028, 0x202F..<0x2060, 0x2070..<0x3164, 0x3165..<0xFE00, 0x1F000..<0x20000:
      false
    default:
      properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
        || value == 0x2028 || value == 0x2029
    }
  }
}
