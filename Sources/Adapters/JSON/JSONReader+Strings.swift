extension JSONReader {
  /// Most strings hold no escape and are decoded as they lie.
  mutating func string() throws(JSONError) -> String {
    index += 1
    let start = index
    index = UnsafeRawBufferPointer(bytes).endOfPlainRun(from: index)
    guard index < bytes.count else { throw error("a closing quote") }
    guard bytes[index] == UInt8(ascii: "\"") else { return try escapedString(from: start) }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    index += 1
    return text
  }

  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var output = Array(bytes[start..<index])
    output.reserveCapacity(2 * output.count + 64)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return String(decoding: output, as: UTF8.self)
      } else if byte == UInt8(ascii: "\\") {
        index += 1
        try appendEscape(to: &output)
      } else if byte < 32, !isTolerant {
        throw error("no control character in a string")
      } else {
        // A control character that is tolerated is the first of its run.
        let run = index
        index = UnsafeRawBufferPointer(bytes).endOfPlainRun(from: index + (byte < 32 ? 1 : 0))
        output.append(contentsOf: bytes[run..<index])
      }
    }
    throw error("a closing quote")
  }

  mutating func appendEscape(to output: inout [UInt8]) throws(JSONError) {
    guard index < bytes.count else { throw error("an escape") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "b"): output.append(8)
    case UInt8(ascii: "f"): output.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
    case UInt8(ascii: "u"):
      if let scalar = escapedScalar() {
        output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      } else if isTolerant {
        output.append(contentsOf: "\\u".utf8)
      } else {
        throw error("four hexadecimal digits")
      }
    default:
      guard isTolerant else {
        index -= 1
        throw error("an escape")
      }
      output.append(byte)
    }
  }

  /// The scalar of `\u and four digits`, or of a pair of them; a lone surrogate is U+FFFD.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let saved = index
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      if let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      }
      index = saved
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[index + offset])).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}
