import Listings

/// HTML entities that stand in plain text because they were escaped once more than they were read.
enum EscapedEntities {
  /// Replaces entities whose ampersand is itself escaped; nil when there is none.
  ///
  /// In escaped markup ("&lt;p&gt;") such entities are right: they are of the inner layer.
  static func unescapedTwice(_ bytes: [UInt8]) -> [UInt8]? {
    guard !bytes.holds(Array("&lt;".utf8)) else { return nil }
    return replaced(bytes, prefix: Array("&amp;".utf8))
  }

  /// Replaces every entity of a text that is no escaped markup; nil when there is none.
  static func unescapedOnce(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.holds(Array("&lt;".utf8)) ? nil : unescaped(bytes)
  }

  /// Whether a reference that begins with these letters is an ampersand, or the first character of a
  /// damaged run: `amp`, `Atilde`, `acirc`, `eth`, `#195`, `#226`.
  static func isDamage(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    damagedLeads.contains([first, second, third])
  }

  private static let damagedLeads: Set<[UInt8]> = Set(
    ["amp", "Ati", "Aci", "aci", "eth", "#19", "#22", "#24"].map { Array($0.utf8) })

  /// Replaces every entity; nil when there is none.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
    replaced(bytes, prefix: [UInt8(ascii: "&")])
  }

  private static func replaced(_ bytes: [UInt8], prefix: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    var copied = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "&"), bytes[position...].starts(with: prefix),
        let (scalar, end) = entity(bytes, at: position + prefix.count)
      {
        result.append(contentsOf: bytes[copied..<position])
        result.append(contentsOf: String(scalar).utf8)
        position = end
        copied = end
      } else {
        position += 1
      }
    }
    guard copied > 0 else { return nil }
    return result + bytes[copied...]
  }

  /// The entity whose name begins at `start`, behind as many further `amp;` as there are.
  private static func entity(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, end: Int)? {
    guard let semicolon = bytes[start...].prefix(9).firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let name = bytes[start..<semicolon]
    guard let scalar = CharacterReference.scalar(named: name), !isControl(scalar) else {
      return nil
    }
    if scalar == "&", let inner = entity(bytes, at: semicolon + 1) { return inner }
    return (scalar, semicolon + 1)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}
