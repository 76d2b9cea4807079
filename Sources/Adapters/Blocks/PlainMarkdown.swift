import Listings

/// Reads the Markdown that most descriptions are made of: headings, lists of dashes, and paragraphs of
/// one line, with strong words and links in them.
///
/// Anything else is left to cmark, so that both always agree.
struct PlainMarkdown {
  private let bytes: UnsafeRawBufferPointer
  private var blocks: [Block] = []
  private var items: [[Block]] = []
  private var isAfterBlank = true

  /// Nil where the text is not as plain as that.
  static func blocks(of text: String) -> [Block]? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = PlainMarkdown(bytes: UnsafeRawBufferPointer(bytes))
      return reader.readLines() ? reader.blocks : nil
    }
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}

/// Each of these is false, or nil, where something is not plain.
private extension PlainMarkdown {
  mutating func readLines() -> Bool {
    var start = 0
    while start < bytes.count {
      let end = bytes.firstIndex(of: 10, from: start)
      guard readLine(start..<end) else { return false }
      start = end + 1
    }
    endList()
    return true
  }

  mutating func readLine(_ line: Range<Int>) -> Bool {
    var line = line
    while !line.isEmpty, bytes[line.upperBound - 1] == 32 { line.removeLast() }
    guard let first = line.first else {
      isAfterBlank = true
      return true
    }
    defer { isAfterBlank = false }
    switch bytes[first] {
    case UInt8(ascii: "-"): return readItem(line)
    case UInt8(ascii: "#"): return isAfterBlank && readHeading(line)
    default:
      guard isAfterBlank, beginsPlainly(line), let inlines = inlines(in: line) else { return false }
      endList()
      blocks.append(.paragraph(inlines))
      return true
    }
  }

  mutating func endList() {
    if !items.isEmpty { blocks.append(.list(start: nil, items: items)) }
    items.removeAll()
  }

  mutating func readItem(_ line: Range<Int>) -> Bool {
    guard isAfterBlank || !items.isEmpty, line.count > 2, bytes[line.lowerBound + 1] == 32,
      beginsPlainly(line.dropFirst(2)), let inlines = inlines(in: line.dropFirst(2))
    else { return false }
    items.append([.paragraph(inlines)])
    return true
  }

  mutating func readHeading(_ line: Range<Int>) -> Bool {
    let text = line.drop { bytes[$0] == UInt8(ascii: "#") }
    let level = line.count - text.count
    guard level <= 6, text.count > 1, bytes[text.lowerBound] == 32,
      bytes[text.lowerBound + 1] != 32, bytes[text.upperBound - 1] != UInt8(ascii: "#"),
      let inlines = inlines(in: text.dropFirst())
    else { return false }
    endList()
    blocks.append(.heading(level: level, inlines))
    return true
  }

  /// Whether what begins here is no block of its own.
  func beginsPlainly(_ text: Range<Int>) -> Bool {
    switch bytes[text.lowerBound] {
    case 0...32, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: ">"),
      UInt8(ascii: "="), UInt8(ascii: "~"):
      return false
    case 48...57:
      let next = text.first { !(48...57).contains(bytes[$0]) }
      return next.map { bytes[$0] != UInt8(ascii: ".") && bytes[$0] != UInt8(ascii: ")") } ?? true
    default: return true
    }
  }
}

private extension PlainMarkdown {
  func inlines(in line: Range<Int>) -> [Inline]? {
    var inlines: [Inline] = []
    var start = line.lowerBound
    var index = nextSign(line)
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "&") where index + 1 == line.upperBound || bytes[index + 1] == 32:
        index = nextSign(index + 1..<line.upperBound)
      case UInt8(ascii: "["), UInt8(ascii: "*"):
        let isLink = bytes[index] == UInt8(ascii: "[")
        let rest = index..<line.upperBound
        guard let (inline, end) = isLink ? link(rest, of: line) : strong(rest, of: line) else {
          return nil
        }
        if index > start { inlines.append(.text(text(start..<index))) }
        inlines.append(inline)
        start = end
        index = nextSign(end..<line.upperBound)
      default: return nil
      }
    }
    if start < line.upperBound { inlines.append(.text(text(start..<line.upperBound))) }
    return inlines
  }

  func link(_ rest: Range<Int>, of line: Range<Int>) -> (Inline, end: Int)? {
    let label = rest.lowerBound + 1..<nextSign(rest.dropFirst())
    let address = label.upperBound + 2
    guard !label.isEmpty, bytes[label.lowerBound] != 32, bytes[label.upperBound - 1] != 32,
      address < rest.upperBound, bytes[label.upperBound] == UInt8(ascii: "]"),
      bytes[label.upperBound + 1] == UInt8(ascii: "("),
      rest.lowerBound == line.lowerBound || bytes[rest.lowerBound - 1] != UInt8(ascii: "!")
    else { return nil }
    let url = address..<bytes.firstIndex(of: UInt8(ascii: ")"), from: address)
    guard !url.isEmpty, url.upperBound < rest.upperBound, bytes[url].allSatisfy(isOfAddress) else {
      return nil
    }
    let words = Inline.text(text(label))
    let goal = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[url]), as: UTF8.self)
    return (goal.isWebAddress ? .link([words], url: goal) : words, url.upperBound + 1)
  }

  func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"):
      false
    default: byte > 32 && byte < 0x7F
    }
  }

  /// Two stars, words, two stars, with blanks around them or a mark behind.
  func strong(_ rest: Range<Int>, of line: Range<Int>) -> (Inline, end: Int)? {
    guard rest.count > 4, bytes[rest.lowerBound + 1] == UInt8(ascii: "*"),
      rest.lowerBound == line.lowerBound || bytes[rest.lowerBound - 1] == 32
    else { return nil }
    let words = rest.lowerBound + 2..<nextSign(rest.dropFirst(2))
    let end = words.upperBound + 2
    guard !words.isEmpty, end <= rest.upperBound, isWord(words.lowerBound),
      isWord(words.upperBound - 1), bytes[words.upperBound] == UInt8(ascii: "*"),
      bytes[words.upperBound + 1] == UInt8(ascii: "*"),
      end == rest.upperBound || " .,:;?)".utf8.contains(bytes[end])
    else { return nil }
    return (.strong([.text(text(words))]), end)
  }

  func isWord(_ index: Int) -> Bool {
    (97...122).contains(bytes[index] | 0x20) || (48...57).contains(bytes[index])
  }

  /// The first place of what may be markup; the end when there is none.
  func nextSign(_ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      if mayHoldSign(at: index) { break }
      index += 8
    }
    // The last eight, some of which were looked at already.
    if index > range.lowerBound, index + 8 > range.upperBound,
      !mayHoldSign(at: range.upperBound - 8)
    {
      return range.upperBound
    }
    while index < range.upperBound, !isSign(bytes[index]) { index += 1 }
    return index
  }

  private func mayHoldSign(at index: Int) -> Bool {
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return EightBytes.within(word, UInt8(ascii: "["), UInt8(ascii: "`"))
      | EightBytes.equal(word, to: UInt8(ascii: "*"))
      | EightBytes.equal(word, to: UInt8(ascii: "<"))
      | EightBytes.equal(word, to: UInt8(ascii: "&"))
      | EightBytes.equal(word, to: UInt8(ascii: "|")) | EightBytes.below(word, 32) != 0
  }

  func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<32, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "&"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      .withPlainBlanks
  }
}
