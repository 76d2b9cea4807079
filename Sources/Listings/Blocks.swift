/// A piece of a posting's body; Markdown, HTML and plain text all become these.
package enum Block: Hashable, Sendable {
  /// Levels 1 to 6.
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  /// `start` is the first number of an ordered list, nil for bullets.
  case list(start: Int?, items: [[Block]])
  case quote([Block])
  case code(String)
  /// Rows of cells; the first row is the head.
  case table([[[Inline]]])
  case rule
}

/// A run of text inside a block.
package enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link([Inline], url: String)
  case lineBreak
}

extension Inline {
  /// The words alone; a line break is "\n".
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let children), .strong(let children), .link(let children, _):
      children.plainText
    case .lineBreak: "\n"
    }
  }
}

extension Sequence<Inline> {
  package var plainText: String { reduce(into: "") { $0 += $1.plainText } }
}

/// What a line of a body is.
package enum BodyLineKind: Hashable, Sendable {
  case heading(level: Int)
  case paragraph
  case item(depth: Int)
  case quote
  case code
  case tableRow
}

/// One line of a body's plain text.
package struct BodyLine: Hashable, Sendable {
  /// UTF-8 offsets in the text, the line feed left out.
  package let range: Range<Int>
  package let kind: BodyLineKind
  /// The whole line is strong: often a heading in disguise.
  package let isStrong: Bool
  /// Index of the top-level block that the line belongs to.
  package let block: Int

  package init(range: Range<Int>, kind: BodyLineKind, isStrong: Bool, block: Int) {
    self.range = range
    self.kind = kind
    self.isStrong = isStrong
    self.block = block
  }
}

/// A body as lines of plain text: what extraction reads and evidence points into.
///
/// Lines end in "\n"; a table row's cells are parted by " | ". There are no empty lines.
package struct BodyText: Hashable, Sendable {
  /// The text as UTF-8, which is what readers want.
  package let bytes: [UInt8]
  package let lines: [BodyLine]

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package init(_ blocks: [Block]) {
    let writer = Self.writer(of: blocks)
    bytes = writer.bytes
    lines = writer.lines
  }

  fileprivate static func writer(of blocks: [Block]) -> BodyWriter {
    var writer = BodyWriter(blocks: blocks.count)
    for (index, block) in blocks.enumerated() {
      writer.append(block, kind: nil, depth: 0, top: index)
    }
    return writer
  }
}

extension [Block] {
  package var plainText: String { String(decoding: plainTextBytes, as: UTF8.self) }

  /// The plain text as UTF-8.
  package var plainTextBytes: [UInt8] { BodyText.writer(of: self).bytes }
}

/// Writes blocks as bytes: every imported posting comes through here, and some twice.
private struct BodyWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [BodyLine] = []
  private var lineStart = 0

  init(blocks: Int) {
    // Of a few blocks most are short, of many one is a list.
    bytes.reserveCapacity(blocks > 2 ? 4096 : 256)
    lines.reserveCapacity(4 * blocks)
  }

  mutating func append(_ block: Block, kind: BodyLineKind?, depth: Int, top: Int) {
    switch block {
    case .heading(let level, let inlines):
      append(inlines, kind: .heading(level: level), top: top)
    case .paragraph(let inlines): append(inlines, kind: kind ?? .paragraph, top: top)
    case .list(_, let items):
      for item in items {
        for child in item { append(child, kind: .item(depth: depth), depth: depth + 1, top: top) }
      }
    case .quote(let children):
      for child in children { append(child, kind: .quote, depth: depth, top: top) }
    case .code(let code): append([.text(code)], kind: .code, top: top)
    case .table(let rows):
      for row in rows {
        let cells = row.enumerated().flatMap { index, cell in
          index == 0 ? cell : [.text(" | ")] + cell
        }
        append(cells, kind: .tableRow, top: top)
      }
    case .rule: break
    }
  }

  private mutating func append(_ inlines: [Inline], kind: BodyLineKind, top: Int) {
    let isStrong = inlines.areStrong
    lineStart = bytes.count
    for inline in inlines { append(inline, kind, isStrong, top) }
    endLine(kind, isStrong, top)
  }

  private mutating func append(
    _ inline: Inline, _ kind: BodyLineKind, _ isStrong: Bool, _ top: Int
  ) {
    switch inline {
    case .text(let text), .code(let text): append(text, kind, isStrong, top)
    case .emphasis(let children), .strong(let children), .link(let children, _):
      for child in children { append(child, kind, isStrong, top) }
    case .lineBreak: endLine(kind, isStrong, top)
    }
  }

  private mutating func append(
    _ text: String, _ kind: BodyLineKind, _ isStrong: Bool, _ top: Int
  ) {
    // Strings of Swift's own are contiguous; only bridged ones are walked byte by byte.
    let isCopied = text.utf8.withContiguousStorageIfAvailable { all in
      let isLine = EightBytes.all(
        of: all, { EightBytes.equal($0, to: 10) == 0 }, rest: { $0 != 10 })
      guard isLine else { return false }
      bytes.append(contentsOf: all)
      return true
    }
    if isCopied == true { return }
    for byte in text.utf8 {
      if byte == 10 { endLine(kind, isStrong, top) } else { bytes.append(byte) }
    }
  }

  /// Ends the line that was begun; one without words is taken back.
  private mutating func endLine(_ kind: BodyLineKind, _ isStrong: Bool, _ top: Int) {
    let range = lineStart..<bytes.count
    if range.contains(where: { bytes[$0] != 32 }) {
      lines.append(BodyLine(range: range, kind: kind, isStrong: isStrong, block: top))
      bytes.append(10)
    } else {
      bytes.removeLast(range.count)
    }
    lineStart = bytes.count
  }
}

private extension [Inline] {
  /// Whether nothing but strong text, blanks and line ends is there.
  var areStrong: Bool {
    // Nearly every line begins with plain words.
    guard !isEmpty else { return false }
    if case .text(let text) = self[0], let byte = text.utf8.first, byte != 32 { return false }
    return allSatisfy {
      switch $0 {
      case .strong, .lineBreak: true
      case .text(let text): text.utf8.allSatisfy { $0 == 32 }
      default: false
      }
    }
  }
}
