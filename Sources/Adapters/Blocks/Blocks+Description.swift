import Listings

extension [Block] {
  /// Reads a description out of a board's field, a column or a message: HTML, HTML that was
  /// escaped once or twice, Markdown or plain text, whichever it shows itself to be.
  init(description: String, context: ReadingContext) {
    let text = description.unescapedMarkup
    if text.hasTags {
      self.init(html: text, context: context)
    } else if MarkdownSigns.areIn([UInt8](text.utf8), strongLines: 1) {
      self.init(commonMark: text, context: context)
    } else {
      self.init(plainText: text.decodingEntities, context: context)
    }
  }

  /// Several fields after each other, each under its heading where it has one.
  init(sections: [(heading: String?, text: String?)], context: ReadingContext) {
    self = []
    for section in sections {
      guard let text = section.text else { continue }
      let blocks = [Block](description: text, context: context)
      guard !blocks.isEmpty else { continue }
      if let heading = context.line(section.heading) {
        append(.heading(level: 2, [.text(heading)]))
      }
      append(contentsOf: blocks)
    }
  }
}

extension String {
  /// Has at least one element that descriptions are made of.
  var hasTags: Bool {
    guard hasByte(UInt8(ascii: "<")) else { return false }
    let bytes = Array(utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      var place = index + 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
      let start = place
      while place < bytes.count, place < start + 12, bytes[place].isTagNameByte { place += 1 }
      guard place > start, place < bytes.count,
        bytes[place] == UInt8(ascii: ">") || bytes[place] == UInt8(ascii: "/")
          || bytes[place].isBlank
      else { continue }
      let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
      if Self.commonTags.contains(name) { return true }
    }
    return false
  }

  private static let commonTags: Set<String> = [
    "p", "br", "div", "span", "ul", "ol", "li", "b", "strong", "i", "em", "u", "a", "h1", "h2",
    "h3", "h4", "h5", "h6", "table", "tr", "td", "section", "article", "blockquote", "pre", "hr",
    "font", "html", "body", "code", "img", "dl", "dt", "dd", "center",
  ]

  /// Undoes entity escaping where the text shows that its tags were escaped.
  ///
  /// Greenhouse escapes its HTML once, some sites' JSON-LD twice.
  var unescapedMarkup: String {
    var text = self
    for _ in 0..<2 {
      guard text.hasByte(UInt8(ascii: "&")), !text.hasTags else { return text }
      let decoded = text.decodingEntities
      guard decoded.hasTags || decoded.contains("&lt;") else { return text }
      text = decoded
    }
    return text
  }

  /// With the entities that text in JSON and feeds carries; unknown ones stay.
  var decodingEntities: String {
    guard hasByte(UInt8(ascii: "&")) else { return self }
    let bytes = Array(utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = CharacterReference.scalar(named: bytes[(index + 1)..<end])
      {
        output.append(contentsOf: String(Character(scalar)).utf8)
        index = end + 1
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

private extension UInt8 {
  var isTagNameByte: Bool { (97...122).contains(self | 0x20) || (48...57).contains(self) }
}
