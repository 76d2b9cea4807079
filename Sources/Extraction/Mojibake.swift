/// Text whose UTF-8 was read as Windows-1252 or Latin-1 on its way, once or more often, or in a rarer
/// code page.
package enum Mojibake {
  /// Gives `text` with every damaged run mended, and unchanged where nothing is damaged.
  ///
  /// Only runs are mended that are strict UTF-8 when read back and give a likely character;
  /// what could as well be meant as it stands needs a surely damaged run beside it.
  package static func mended(_ text: String) -> String {
    guard isSuspicious(text) else { return text }
    var bytes = Array(text.utf8)
    var changed = false
    // Twice damaged text, with entities escaped again, takes three rounds.
    for _ in 0..<4 {
      guard let better = mendedOnce(bytes) else { break }
      bytes = better
      changed = true
    }
    return changed ? String(decoding: bytes, as: UTF8.self) : text
  }
}

private extension Mojibake {
  static func mendedOnce(_ bytes: [UInt8]) -> [UInt8]? {
    if let better = CodePageDamage(bytes).mended() { return better }
    if let better = DamagedText(bytes).mended() { return better }
    return EscapedEntities.unescapedTwice(bytes) ?? unescapedDamage(bytes)
  }

  /// "l&acirc;&euro;&trade;outil": references that only together make a character.
  private static func unescapedDamage(_ bytes: [UInt8]) -> [UInt8]? {
    guard let plain = EscapedEntities.unescapedOnce(bytes) else { return nil }
    return DamagedText(plain).mended()
  }

  /// Whether a lead of a damaged run (U+00C2 to U+00F4, or one of another code page) `&amp;` or a
  /// reference before another stands anywhere.
  static func isSuspicious(_ text: String) -> Bool {
    let answer = text.utf8.withContiguousStorageIfAvailable { isSuspicious($0) }
    if let answer { return answer }
    return Array(text.utf8).withUnsafeBufferPointer { isSuspicious($0) }
  }

  static func isSuspicious(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position < bytes.count {
      // Eight bytes at a time, as long as they are ASCII without an ampersand.
      if position + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0, !holdsAmpersand(word) {
          position += 8
          continue
        }
      }
      let end = min(position + 8, bytes.count)
      while position < end {
        if isLead(bytes, position) { return true }
        position += 1
      }
    }
    return false
  }

  private static func isLead(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    if byte == UInt8(ascii: "&") { return EscapedEntities.isDamage(bytes, at: position) }
    if byte >= 0xCE { return isLeadOfCodePage(bytes, position) }
    // A control character that Windows-1252 has a sign for; U+0085 occurs as a line end.
    if byte == 0xC2, position + 1 < bytes.count, bytes[position + 1] < 0xA0 {
      return bytes[position + 1] != 0x85
    }
    guard position + 2 < bytes.count else { return false }
    if byte == 0xC3, bytes[position + 1] == 0x83, bytes[position + 2] == 32 { return true }
    guard bytes[position + 2] >= 0xC2 else { return false }
    // C3 82 to C3 B4, and behind it no ASCII but a blank that was a no-break space; a Romanian or a
    // Slovak capital where the page was that of Central Europe.
    switch (byte, bytes[position + 1]) {
    case (0xC3, 0x82...0xB4), (0xC4, 0x82), (0xC4, 0xB9): return true
    // What begins an emoji in a console's page and in that of Central Europe.
    case (0xC2, 0xAD): return bytes[position + 2] == 0xC6
    case (0xC4, 0x91): return bytes[position + 2] == 0xC5
    default: return false
    }
  }

  /// The signs that a lead byte is in the Mac's code page, in that of DOS and in Windows-1251, before
  /// more than ASCII.
  private static func isLeadOfCodePage(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> Bool {
    guard position + 3 < bytes.count, bytes[position + 2] >= 0x80 else { return false }
    switch (bytes[position], bytes[position + 1], bytes[position + 2]) {
    // A root sign, a box, the fourfold that begins an emoji.
    case (0xE2, 0x88, 0x9A), (0xE2, 0x94, 0x9C), (0xE2, 0x89, 0xA1):
      return bytes[position + 3] >= 0xC2
    // Greek and Cyrillic capitals and what no word goes on with.
    case (0xD0, 0xA0...0xA1, 0xC2), (0xD0, 0xA0...0xA1, 0xE2): return true
    case (0xD0, 0x93, 0xC2), (0xD0, 0x93, 0xE2): return true
    case (0xD0, 0x93, 0xD1): return (0x90...0x9F).contains(bytes[position + 3])
    case (0xD0, 0xB2, 0xD0): return bytes[position + 3] == 0x82
    case (0xD0, 0xB2, 0xE2): return bytes[position + 3] == 0x80
    case (0xD1, 0x80, 0xD1): return bytes[position + 3] == 0x9F
    case (0xEF, 0xA3, 0xBF): return bytes[position + 3] >= 0xC2
    default: return false
    }
  }

  private static func holdsAmpersand(_ word: UInt64) -> Bool {
    let zeroed = word ^ 0x2626_2626_2626_2626
    return (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080 != 0
  }
}
