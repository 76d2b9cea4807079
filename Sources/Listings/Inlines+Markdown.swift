/// Prints normalized inlines; what would read as markup is escaped with a backslash.
enum InlinePrinter {
  static func append(_ inlines: [Inline], to output: inout [UInt8]) {
    var isLineStart = true
    append(inlines, to: &output, isLineStart: &isLineStart, isCell: false)
  }

  /// In a cell every bar is escaped, even in code, and a line break is `<br>`.
  static func append(cell inlines: [Inline], to output: inout [UInt8]) {
    var inner: [UInt8] = []
    var isLineStart = false
    append(inlines, to: &inner, isLineStart: &isLineStart, isCell: true)
    for byte in inner {
      if byte == UInt8(ascii: "|") { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }

  private static func append(
    _ inlines: [Inline], to output: inout [UInt8], isLineStart: inout Bool, isCell: Bool
  ) {
    for inline in inlines {
      switch inline {
      case .text(let text): append(text, to: &output, isLineStart: isLineStart)
      case .code(let code): append(code: code, to: &output)
      case .emphasis(let children):
        output.append(UInt8(ascii: "*"))
        append(children, to: &output, isLineStart: &isLineStart, isCell: isCell)
        output.append(UInt8(ascii: "*"))
      case .strong(let children):
        output.append(contentsOf: "**".utf8)
        append(children, to: &output, isLineStart: &isLineStart, isCell: isCell)
        output.append(contentsOf: "**".utf8)
      case .link(let children, let url):
        output.append(UInt8(ascii: "["))
        append(children, to: &output, isLineStart: &isLineStart, isCell: isCell)
        append(url: url, to: &output)
      case .lineBreak: output.append(contentsOf: (isCell ? "<br>" : "\\\n").utf8)
      }
      isLineStart = inline.isLineBreak && !isCell
    }
  }

  private static func append(url: String, to output: inout [UInt8]) {
    output.append(contentsOf: "](".utf8)
    for byte in url.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
    }
    output.append(UInt8(ascii: ")"))
  }

  private static func append(code: String, to output: inout [UInt8]) {
    var lengths: Set<Int> = []
    var run = 0
    for byte in code.utf8 {
      if byte == UInt8(ascii: "`") {
        run += 1
      } else {
        lengths.insert(run)
        run = 0
      }
    }
    lengths.insert(run)
    var length = 1
    while lengths.contains(length) { length += 1 }
    let ticks = Array(repeating: UInt8(ascii: "`"), count: length)
    let needsPadding = code.utf8.first == ticks[0] || code.utf8.last == ticks[0]
    output += ticks
    if needsPadding { output.append(32) }
    output.append(contentsOf: code.utf8)
    if needsPadding { output.append(32) }
    output += ticks
  }

  private static func append(_ text: String, to output: inout [UInt8], isLineStart: Bool) {
    var text = text
    text.withUTF8 { bytes in
      if isLineStart, let place = Escaping.blockMarker(in: bytes) {
        append(bytes, range: 0..<place, to: &output)
        output.append(UInt8(ascii: "\\"))
        append(bytes, range: place..<bytes.count, to: &output)
      } else {
        append(bytes, range: 0..<bytes.count, to: &output)
      }
    }
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, to output: inout [UInt8]
  ) {
    let words = UnsafeRawBufferPointer(bytes)
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if index + 8 <= range.upperBound,
        Escaping.isPlain(words.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      // The last eight, some of which were looked at already.
      if index + 8 > range.upperBound, range.count >= 8,
        Escaping.isPlain(
          words.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self))
      {
        break
      }
      for place in index..<min(index + 8, range.upperBound)
      where Escaping.mayBeNeeded(bytes[place]) && Escaping.isNeeded(in: bytes, at: place) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
        output.append(UInt8(ascii: "\\"))
        start = place
      }
      index += 8
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]))
  }
}

/// Which characters of plain text would be markup in Markdown.
private enum Escaping {
  /// Of the bytes that are never markup most are above or below those that are.
  @inline(__always)
  static func mayBeNeeded(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "<"),
      UInt8(ascii: "&"):
      true
    default: false
    }
  }

  /// Whether surely none of eight bytes is one of these; from `[` to the tick there is but the caret
  /// that is not.
  @inline(__always)
  static func isPlain(_ word: UInt64) -> Bool {
    EightBytes.within(word, UInt8(ascii: "["), UInt8(ascii: "`"))
      | EightBytes.equal(word, to: UInt8(ascii: "*"))
      | EightBytes.equal(word, to: UInt8(ascii: "<"))
      | EightBytes.equal(word, to: UInt8(ascii: "&"))
      | EightBytes.equal(word, to: UInt8(ascii: "~")) == 0
  }

  static func isNeeded(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      return true
    case UInt8(ascii: "_"):
      return !(isWord(bytes, index - 1) && isWord(bytes, index + 1))
    case UInt8(ascii: "~"): return byte(bytes, index + 1) == UInt8(ascii: "~")
    case UInt8(ascii: "<"):
      guard let next = byte(bytes, index + 1) else { return false }
      return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    case UInt8(ascii: "&"): return startsEntity(bytes, at: index)
    default: return false
    }
  }

  /// The place of a character that must not begin its line as it is, or nil.
  static func blockMarker(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "="): return 0
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      return bytes.count == 1 || bytes[1] == 32 || bytes[1] == first ? 0 : nil
    case 48...57:
      let digits = bytes.prefix { (48...57).contains($0) }.count
      guard digits < bytes.count,
        bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")"),
        digits + 1 == bytes.count || bytes[digits + 1] == 32
      else { return nil }
      return digits
    default: return nil
    }
  }

  private static func startsEntity(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var place = index + 1
    if byte(bytes, place) == UInt8(ascii: "#") { place += 1 }
    let start = place
    while place < start + 32, let next = byte(bytes, place),
      isLetter(next) || (48...57).contains(next)
    {
      place += 1
    }
    return place > start && byte(bytes, place) == UInt8(ascii: ";")
  }

  private static func byte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard let byte = byte(bytes, index) else { return false }
    return isLetter(byte) || (48...57).contains(byte) || byte >= 0x80
  }
}
