/// What a source is, told from its content alone.
package enum SourceFormat: Hashable, Sendable {
  case empty
  /// Not text; what it seems to be, in words.
  case binary(String)
  case json
  /// A list, as the outermost value.
  case jsonArray
  /// One JSON value a line.
  case jsonLines
  /// Records with a head line, parted by this byte.
  case table(separator: UInt8)
  case xml
  case html
  case mail
  case mailbox
  case markdown
  case text

  /// Whether `StreamingReader` can read it piece by piece.
  package var isStreamable: Bool {
    switch self {
    case .jsonLines, .jsonArray, .table, .mailbox: true
    default: false
    }
  }

  /// Looks at no more than the first 256 kB; a table shows itself by the names of its columns.
  package init(sniffing bytes: some Collection<UInt8>, words: DocumentWords) {
    let head = Array(bytes.prefix(262_144))
    let text = TextDecoding.looksWide(head) ? TextDecoding.utf8(head) : head
    self = FormatSniffer(bytes: text, names: words.columns).format()
  }
}

private struct FormatSniffer {
  let bytes: [UInt8]
  let names: ColumnNames
  let start: Int

  init(bytes: [UInt8], names: ColumnNames) {
    self.bytes = bytes
    self.names = names
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    start = bytes[mark...].firstIndex { !$0.isBlank } ?? bytes.count
  }

  func format() -> SourceFormat {
    if let kind = binaryKind() { return .binary(kind) }
    guard start < bytes.count else { return .empty }
    switch bytes[start] {
    case UInt8(ascii: "{"): return objectFormat()
    case UInt8(ascii: "["):
      let next = bytes[(start + 1)...].first { !$0.isBlank }
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "]") { return arrayFormat() }
    case UInt8(ascii: "\""):
      // JSON that was put into JSON as a text.
      let inner = bytes[(start + 1)...].prefix(3)
      if inner.starts(with: "{\\".utf8) || inner.starts(with: "[{\\".utf8)
        || inner.starts(with: "[\\n".utf8)
      {
        return .json
      }
    case UInt8(ascii: "<"): if let format = markupFormat() { return format }
    default: break
    }
    if ScriptOpening.end(in: bytes) != nil { return .json }
    if let format = mailFormat() { return format }
    if let separator = TableHead.separator(in: bytes[start...], names) {
      return .table(separator: separator)
    }
    return MarkdownSigns.areIn(bytes) ? .markdown : .text
  }
}

extension TextDecoding {
  static func looksWide(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || unmarkedOrder(bytes) != nil
  }
}

private extension FormatSniffer {
  func binaryKind() -> String? {
    let magics: [(String, [UInt8])] = [
      ("a PDF; save its text first, as with pdftotext", Array("%PDF-".utf8)),
      ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
      ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", Array("GIF8".utf8)),
      (
        "a zip archive or office document; unpack it, or save it as text or CSV",
        [0x50, 0x4B, 0x03, 0x04]
      ),
      ("gzip", [0x1F, 0x8B]), ("a SQLite database", Array("SQLite format 3".utf8)),
      ("an executable", [0x7F, 0x45, 0x4C, 0x46]),
      ("an old office document; save it as text or CSV", [0xD0, 0xCF, 0x11, 0xE0]),
    ]
    for (name, magic) in magics where bytes.starts(with: magic) { return name }
    // Escape sequences and stray controls are a nuisance to clean, not a sign of another format;
    // a posting may even hold a NUL. Many of them are no text.
    let controls = bytes.prefix(4096).count {
      $0 < 9 || (14..<27).contains($0) || (28..<32).contains($0)
    }
    // Broken UTF-8 beside them makes a few enough.
    let tolerated = TextDecoding.isUTF8(Array(bytes.prefix(4000))) ? 10 : 50
    return controls * tolerated > min(bytes.count, 4096) ? "binary data" : nil
  }

  /// An object that ends on its line, with another behind it, is a line of NDJSON.
  func objectFormat() -> SourceFormat { behindFirstLine == nil ? .json : .jsonLines }

  /// So is a list with another behind it.
  func arrayFormat() -> SourceFormat {
    behindFirstLine == UInt8(ascii: "[") ? .jsonLines : .jsonArray
  }

  /// What follows the value that ends on its line.
  private var behindFirstLine: UInt8? {
    var depth = 0
    var isInString = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      } else if byte == 10 {
        return nil
      }
      index += 1
    }
    return bytes[min(index + 1, bytes.count)...].first { !$0.isBlank }
  }

  func markupFormat() -> SourceFormat? {
    let start = afterComments()
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else { return nil }
    let head = String(decoding: bytes[start...].prefix(1024), as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return .html }
    if head.hasPrefix("<?xml") { return head.contains("<html") ? .html : .xml }
    for root in ["<rss", "<feed", "<rdf:rdf", "<workzag-jobs", "<jobs", "<source"]
    where head.hasPrefix(root) {
      return .xml
    }
    guard bytes.count > start + 1 else { return nil }
    let next = bytes[start + 1]
    return next == UInt8(ascii: "!") || (97...122).contains(next | 0x20) ? .html : nil
  }

  /// Where a text begins behind comments, which people put on top of Markdown, too.
  func afterComments() -> Int {
    var start = start
    while bytes[start...].starts(with: "<!--".utf8) {
      var end = start + 4
      while end < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
      guard let next = bytes[min(end + 3, bytes.count)...].firstIndex(where: { !$0.isBlank })
      else { return self.start }
      start = next
    }
    return start
  }

  /// Several header lines that only mail has, before any empty line.
  func mailFormat() -> SourceFormat? {
    let names: Set<String> = [
      "from", "to", "subject", "date", "mime-version", "received", "content-type", "message-id",
      "return-path", "delivered-to", "reply-to", "sender",
    ]
    let isBox = bytes[start...].starts(with: "From ".utf8)
    var found: Set<String> = []
    for (index, line) in bytes[start...].split(separator: 10, maxSplits: 60).prefix(60).enumerated()
    {
      if isBox, index == 0 { continue }
      if line.isEmpty || line.first == 13 { break }
      if line.first?.isBlank == true { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.startIndex < colon,
        !line[..<colon].contains(where: { $0 <= 32 || $0 >= 127 })
      else { break }
      found.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
    }
    let count = found.intersection(names).count
    guard found.contains("from") || found.contains("message-id") else { return nil }
    return count >= 3 ? (isBox ? .mailbox : .mail) : nil
  }
}

/// What tells Markdown from text that was typed or pasted.
enum MarkdownSigns {
  /// Bold label lines alone are no sign: people put them on top of pasted pages.
  ///
  /// A field of a board that has one strong line was written in Markdown; a document needs two.
  static func areIn(_ bytes: [UInt8], strongLines: Int = 2) -> Bool {
    for fence in ["---", "+++"] where bytes.starts(with: fence.utf8) {
      let behind = bytes.dropFirst(3).first
      if behind == 10 || behind == 13 { return true }
    }
    var strong = 0
    var start = 0
    while start < bytes.count {
      // Line by line: most of what has a sign has it at the top.
      let end = bytes.endOfLine(from: start)
      let content = bytes[start..<end].drop { $0 == 32 }
      start = end + 1
      if content.isEmpty { continue }
      if isHeading(content) || isTableRule(content) { return true }
      if content.starts(with: "```".utf8) { return true }
      if hasLink(content) { return true }
      if hasStrong(content), !isLabel(content) { strong += 1 }
    }
    return strong >= strongLines || hasEscapes(bytes)
  }

  /// `$27\.50 \- $31`, as programs write Markdown: backslashes before punctuation, and before nothing
  /// else.
  private static func hasEscapes(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var count = 0
      var index = bytes.firstIndex(of: UInt8(ascii: "\\"), from: 0)
      while index + 1 < bytes.count {
        let next = bytes[index + 1]
        let isPunctuation =
          (33...47).contains(next) || (58...64).contains(next) || (91...96).contains(next)
          || (123...126).contains(next)
        guard isPunctuation else { return false }
        count += 1
        index = bytes.firstIndex(of: UInt8(ascii: "\\"), from: index + 2)
      }
      return count >= 2
    }
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(level) && line.dropFirst(level).first == 32 && line.count > level + 1
  }

  private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 5 && line.contains(UInt8(ascii: "|"))
      && line.allSatisfy { "|-: ".utf8.contains($0) } && line.contains(UInt8(ascii: "-"))
  }

  private static func hasLink(_ line: ArraySlice<UInt8>) -> Bool {
    guard
      let bracket = line.indices.dropLast().first(where: {
        line[$0] == UInt8(ascii: "]") && line[$0 + 1] == UInt8(ascii: "(")
      })
    else { return false }
    let address = line[(bracket + 2)...]
    return line[..<bracket].contains(UInt8(ascii: "["))
      && (address.starts(with: "http".utf8) || address.starts(with: "mailto:".utf8))
  }

  private static func hasStrong(_ line: ArraySlice<UInt8>) -> Bool {
    line.indices.dropLast(3).contains {
      line[$0] == UInt8(ascii: "*") && line[$0 + 1] == UInt8(ascii: "*") && line[$0 + 2] > 32
        && line[$0 + 2] != UInt8(ascii: "*")
    }
  }

  private static func isLabel(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "**".utf8)
      && (line.prefix(40).lastRange(of: ":**") || line.prefix(40).lastRange(of: "**:"))
  }
}

private extension [UInt8] {
  /// The place of the first CR or LF from `start` on; the end when there is none.
  func endOfLine(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      let end = bytes.firstIndex(of: 10, from: start)
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      return start + line.firstIndex(of: 13, from: 0)
    }
  }
}

private extension ArraySlice<UInt8> {
  func lastRange(of text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.dropLast(Swift.max(0, wanted.count - 1)).contains {
      self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}

extension UInt8 {
  var isBlank: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
}
