/// HTML entities that stand in plain text because they were escaped once more than they were read.
enum EscapedEntities {
  /// Replaces entities whose ampersand is itself escaped; nil when there is none.
  ///
  /// In escaped markup ("&lt;p&gt;") such entities are right: they are of the inner layer.
  static func unescapedTwice(_ bytes: [UInt8]) -> [UInt8]? {
    guard !bytes.holds(Array("&lt;".utf8)) else { return nil }
    return replaced(bytes, prefix: Array("&amp;".utf8))
  }

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
    let name = String(decoding: bytes[start..<semicolon], as: UTF8.self)
    guard let scalar = scalar(named: name) else { return nil }
    if name == "amp", let inner = entity(bytes, at: semicolon + 1) { return inner }
    return (scalar, semicolon + 1)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if let scalar = names[name] { return scalar }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 32, !(0x7F..<0xA0).contains(value) else { return nil }
    return Unicode.Scalar(value)
  }

  // Those that texts about jobs hold; HTML's whole list is the HTML reader's affair.
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "rsquo": "\u{2019}", "lsquo": "\u{2018}", "rdquo": "\u{201D}", "ldquo": "\u{201C}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}", "bull": "\u{2022}",
    "middot": "\u{B7}", "euro": "\u{20AC}", "pound": "\u{A3}", "yen": "\u{A5}", "cent": "\u{A2}",
    "reg": "\u{AE}", "copy": "\u{A9}", "trade": "\u{2122}", "deg": "\u{B0}", "sect": "\u{A7}",
    "auml": "\u{E4}", "ouml": "\u{F6}", "uuml": "\u{FC}", "Auml": "\u{C4}", "Ouml": "\u{D6}",
    "Uuml": "\u{DC}", "szlig": "\u{DF}", "eacute": "\u{E9}", "egrave": "\u{E8}",
    "ecirc": "\u{EA}", "agrave": "\u{E0}", "acirc": "\u{E2}", "ccedil": "\u{E7}",
    "ocirc": "\u{F4}", "ugrave": "\u{F9}", "icirc": "\u{EE}", "iacute": "\u{ED}",
    "oacute": "\u{F3}", "uacute": "\u{FA}", "aacute": "\u{E1}", "ntilde": "\u{F1}",
    "atilde": "\u{E3}", "otilde": "\u{F5}",
  ]
}
