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

  /// Whether the reference at `start` is an ampersand, or may begin a damaged run: another follows.
  static func isDamage(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard let semicolon = bytes[start...].prefix(longest).firstIndex(of: UInt8(ascii: ";")),
      semicolon + 1 < bytes.count
    else { return false }
    return bytes[semicolon + 1] == UInt8(ascii: "&")
      || bytes[(start + 1)..<semicolon].elementsEqual("amp".utf8)
  }

  // "&thetasym;".
  private static let longest = 10

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
    guard let semicolon = bytes[start...].prefix(longest - 1).firstIndex(of: UInt8(ascii: ";"))
    else {
      return nil
    }
    let name = bytes[start..<semicolon]
    guard let scalar = CharacterReference.scalar(named: name), scalar.value >= 0x20 else {
      return nil
    }
    if scalar == "&", let inner = entity(bytes, at: semicolon + 1) { return inner }
    return (scalar, semicolon + 1)
  }
}
