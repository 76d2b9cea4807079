import Listings

/// Reads the HTML that most descriptions are made of: paragraphs, headings, lists and the emphasis in
/// them, each closed where it should be.
///
/// Libxml2 makes sense of any page, and half of what it takes for one goes into its tree. Where all is
/// plain, the blocks are made without one; anything else is left to it, so that both always agree.
struct PlainHTML {
  private static let longest = 1 << 20
  private static let deepest = 8

  private let bytes: UnsafeRawBufferPointer
  private let context: ReadingContext
  private var index = 0
  private var isInLink = false

  /// Nil where the text is not as plain as that.
  static func blocks(of html: String, context: ReadingContext) -> [Block]? {
    var html = html
    return html.withUTF8 { bytes in
      guard bytes.count <= longest else { return nil }
      var reader = PlainHTML(bytes: UnsafeRawBufferPointer(bytes), context: context)
      var builder = HTMLBlockBuilder(context: context)
      return reader.readBody(into: &builder) ? builder.finished() : nil
    }
  }

  private init(bytes: UnsafeRawBufferPointer, context: ReadingContext) {
    self.bytes = bytes
    self.context = context
  }
}

/// The elements of plain HTML.
private enum PlainElement: Equatable {
  case paragraph, heading(Int), list(isOrdered: Bool), item, lineBreak, rule
  case strong, emphasis, plain, link

  /// By the name as a number; the commonest first.
  static let named: [(name: UInt64, element: PlainElement)] = {
    let elements: [(String, PlainElement)] = [
      ("li", .item), ("p", .paragraph), ("strong", .strong), ("br", .lineBreak),
      ("ul", .list(isOrdered: false)), ("span", .plain), ("a", .link), ("b", .strong),
      ("em", .emphasis), ("h3", .heading(3)), ("h2", .heading(2)), ("i", .emphasis), ("u", .plain),
      ("ol", .list(isOrdered: true)), ("h1", .heading(1)), ("h4", .heading(4)),
      ("h5", .heading(5)), ("h6", .heading(6)), ("hr", .rule),
    ]
    return elements.map { ($0.0.utf8.reduce(0) { $0 << 8 | UInt64($1) }, $0.1) }
  }()
}

private struct PlainTag {
  let name: UInt64
  let element: PlainElement
  let isEnd: Bool
  var address: String?
}

/// Each of these is false where something is not plain.
private extension PlainHTML {
  mutating func readBody(into builder: inout HTMLBlockBuilder) -> Bool {
    var isEmpty = true
    while index < bytes.count {
      guard skipBlanks(into: &builder) else { return false }
      if index == bytes.count { break }
      guard let tag = readTag(), !tag.isEnd else { return false }
      isEmpty = false
      switch tag.element {
      case .rule: builder.addRule()
      case .lineBreak: builder.addLineBreak()
      default: guard readBlock(tag, into: &builder, depth: 0) else { return false }
      }
    }
    return !isEmpty
  }

  /// Blanks between elements; other text makes libxml2 put elements around it.
  mutating func skipBlanks(into builder: inout HTMLBlockBuilder) -> Bool {
    let start = index
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    if index > start { builder.add(text: string(start..<index)) }
    return index == bytes.count || bytes[index] == UInt8(ascii: "<")
  }

  mutating func readBlock(
    _ tag: PlainTag, into builder: inout HTMLBlockBuilder, depth: Int
  ) -> Bool {
    switch tag.element {
    case .paragraph:
      builder.flush()
      guard readInlines(until: tag, into: &builder, depth: depth) else { return false }
      builder.flush()
      return true
    case .heading(let level):
      builder.flush()
      guard readInlines(until: tag, into: &builder, depth: depth) else { return false }
      builder.addHeading(level: level)
      return true
    case .list(let isOrdered):
      builder.flush()
      return readList(tag, isOrdered: isOrdered, into: &builder, depth: depth)
    default: return false
    }
  }

  mutating func readList(
    _ list: PlainTag, isOrdered: Bool, into builder: inout HTMLBlockBuilder, depth: Int
  ) -> Bool {
    guard depth < Self.deepest else { return false }
    var items: [[Block]] = []
    while true {
      while index < bytes.count, bytes[index].isBlank { index += 1 }
      guard let tag = readTag() else { return false }
      if tag.isEnd {
        guard tag.name == list.name else { return false }
        builder.add(list: items, start: isOrdered ? 1 : nil)
        return true
      }
      guard tag.element == .item else { return false }
      var inner = HTMLBlockBuilder(context: context)
      guard readContents(until: tag, holdBlocks: true, into: &inner, depth: depth + 1) else {
        return false
      }
      items.append(inner.finished())
    }
  }

  mutating func readInlines(
    until opening: PlainTag, into builder: inout HTMLBlockBuilder, depth: Int
  ) -> Bool {
    readContents(until: opening, holdBlocks: false, into: &builder, depth: depth)
  }

  /// What an element holds, up to its end: text and inlines, those of an item paragraphs and lists
  /// as well.
  mutating func readContents(
    until opening: PlainTag, holdBlocks: Bool, into builder: inout HTMLBlockBuilder, depth: Int
  ) -> Bool {
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        guard readText(into: &builder) else { return false }
        continue
      }
      guard let tag = readTag() else { return false }
      if tag.isEnd { return tag.name == opening.name }
      let isPlain =
        switch tag.element {
        case .paragraph where holdBlocks, .list where holdBlocks:
          readBlock(tag, into: &builder, depth: depth)
        default: readInline(tag, into: &builder, depth: depth)
        }
      guard isPlain else { return false }
    }
    return false
  }

  mutating func readInline(
    _ tag: PlainTag, into builder: inout HTMLBlockBuilder, depth: Int
  ) -> Bool {
    guard depth < Self.deepest else { return false }
    switch tag.element {
    case .lineBreak:
      builder.addLineBreak()
      return true
    case .plain: return readInlines(until: tag, into: &builder, depth: depth + 1)
    case .strong: return readInlines(until: tag, in: .strong, into: &builder, depth: depth)
    case .emphasis: return readInlines(until: tag, in: .emphasis, into: &builder, depth: depth)
    case .link:
      // A link ends where another one begins.
      guard !isInLink else { return false }
      isInLink = true
      defer { isInLink = false }
      guard let link = builder.link(tag.address) else {
        return readInlines(until: tag, into: &builder, depth: depth + 1)
      }
      return readInlines(until: tag, in: link, into: &builder, depth: depth)
    default: return false
    }
  }

  mutating func readInlines(
    until tag: PlainTag, in style: HTMLBlockBuilder.Style, into builder: inout HTMLBlockBuilder,
    depth: Int
  ) -> Bool {
    builder.begin(style)
    defer { builder.endStyle() }
    return readInlines(until: tag, into: &builder, depth: depth + 1)
  }
}

private extension PlainHTML {
  /// Text up to the next tag.
  mutating func readText(into builder: inout HTMLBlockBuilder) -> Bool {
    let start = index
    index = bytes.firstIndex(of: UInt8(ascii: "<"), from: start)
    let text = UnsafeRawBufferPointer(rebasing: bytes[start..<index])
    guard !text.holdsNoncharacter else { return false }
    guard text.firstIndex(of: UInt8(ascii: "&"), from: 0) < text.count else {
      builder.add(text: String(decoding: text, as: UTF8.self))
      return true
    }
    guard let decoded = decoded(text) else { return false }
    builder.add(text: decoded)
    return true
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Nil when an ampersand begins none of the entities that every reader knows.
  func decoded(_ text: UnsafeRawBufferPointer) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let next = text.firstIndex(of: UInt8(ascii: "&"), from: place)
      output.append(contentsOf: text[place..<next])
      if next == text.count { break }
      let name = text[(next + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") }
      guard name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ";"),
        let scalar = scalar(named: name)
      else { return nil }
      output.append(contentsOf: String(Character(scalar)).utf8)
      place = name.endIndex + 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  func scalar(named name: Slice<UnsafeRawBufferPointer>) -> Unicode.Scalar? {
    let letters = name.first == UInt8(ascii: "#") ? name.dropFirst() : name
    let isPlain = letters.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 0x20)
    }
    guard isPlain, let scalar = CharacterReference.scalar(named: name) else { return nil }
    // What is no character, or a control one, readers take in ways of their own.
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xD800: return scalar
    default: return nil
    }
  }
}

private extension UnsafeRawBufferPointer {
  /// U+FFFE or U+FFFF, which libxml2 leaves out.
  var holdsNoncharacter: Bool {
    var place = firstIndex(of: 0xEF, from: 0)
    while place < count {
      if place + 1 < count, self[place + 1] == 0xBF { return true }
      place = firstIndex(of: 0xEF, from: place + 1)
    }
    return false
  }
}

private extension PlainHTML {
  /// The tag that begins here; nil when it is none of the plain ones.
  mutating func readTag() -> PlainTag? {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") else { return nil }
    let isEnd = bytes[index + 1] == UInt8(ascii: "/")
    index += isEnd ? 2 : 1
    var name: UInt64 = 0
    while index < bytes.count, name >> 56 == 0,
      (97...122).contains(bytes[index]) || (48...57).contains(bytes[index])
    {
      name = name << 8 | UInt64(bytes[index])
      index += 1
    }
    guard index < bytes.count,
      let known = PlainElement.named.first(where: { $0.name == name })
    else { return nil }
    var tag = PlainTag(name: name, element: known.element, isEnd: isEnd)
    let isVoid = tag.element == .lineBreak || tag.element == .rule
    if isVoid || !isEnd, bytes[index] != UInt8(ascii: ">") {
      guard !isEnd, readAttributes(of: &tag, isVoid: isVoid) else { return nil }
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">"), !(isVoid && isEnd) else {
      return nil
    }
    index += 1
    return tag
  }

  /// Only such as hide nothing, each with a value in quotes.
  mutating func readAttributes(of tag: inout PlainTag, isVoid: Bool) -> Bool {
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index].isBlank { index += 1 }
      guard index < bytes.count else { return false }
      if bytes[index] == UInt8(ascii: ">") { return true }
      if isVoid, bytes[index] == UInt8(ascii: "/") {
        index += 1
        return true
      }
      guard index > start, let (name, value) = readAttribute() else { return false }
      switch name {
      case "href":
        guard tag.element == .link, tag.address == nil else { return false }
        tag.address = value
      case "rel", "target", "title", "dir", "lang": break
      default: return false
      }
    }
    return false
  }

  mutating func readAttribute() -> (name: String, value: String)? {
    let start = index
    while index < bytes.count, (97...122).contains(bytes[index]) { index += 1 }
    let name = string(start..<index)
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="),
      bytes[index + 1] == UInt8(ascii: "\"")
    else { return nil }
    let end = bytes.firstIndex(of: UInt8(ascii: "\""), from: index + 2)
    let value = index + 2..<end
    guard end < bytes.count,
      bytes[value].allSatisfy({
        $0 >= 32 && $0 < 0x7F && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<")
      })
    else { return nil }
    index = end + 1
    return (name, string(value))
  }
}
