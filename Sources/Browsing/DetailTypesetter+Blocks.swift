import Listings
import Texts

extension DetailTypesetter {
  mutating func addBlocks(_ blocks: ArraySlice<Block>) {
    for (index, block) in zip(blocks.indices, blocks) {
      if index > blocks.startIndex, !blocks[index - 1].isHeading { addBlank() }
      add(block, indent: 0, prefix: [])
    }
  }

  /// `depth` guards the stack against posts that nest without end.
  private mutating func add(
    _ block: Block, indent: Int, prefix: [TextRun<DetailStyle>], depth: Int = 0
  ) {
    guard depth < 30 else { return }
    switch block {
    case .heading(_, let inlines):
      add(set(inlines, .heading), first: indent, hanging: indent, prefix: prefix)
    case .paragraph(let inlines):
      add(set(inlines, .plain), first: indent, hanging: indent, prefix: prefix)
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        let marker = start.map { "\($0 &+ index). " } ?? "• "
        add(item, marker: marker, indent: indent, prefix: prefix, depth: depth)
      }
    case .quote(let children):
      let bar = TextRun(text: "│ ", style: DetailStyle(.dimmed))
      for (index, child) in children.enumerated() {
        // Bars of quotes within quotes must leave room for the words.
        let bars = prefix.count < 4 ? prefix + [bar] : prefix
        if index > 0 { page.lines.append(DetailLine(runs: bars)) }
        add(child, indent: indent, prefix: bars, depth: depth + 1)
      }
    case .code(let code):
      for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
        var words = Text()
        append(words: String(line), .code, to: &words)
        cursor.endLine()
        add(words, first: indent + 2, hanging: indent + 2, prefix: prefix)
      }
    case .table(let rows):
      let table = DetailTable(rows, width: width - indent)
      for number in table.rows.indices {
        let line = table.line(number) { mark($0, at: $1, in: &$2) }
        cursor.endLine()
        add(line, first: indent, hanging: indent + 2, prefix: prefix)
      }
    case .rule: addRule()
    }
  }

  /// The first block stands beside the marker, further ones under it.
  private mutating func add(
    _ item: [Block], marker: String, indent: Int, prefix: [TextRun<DetailStyle>], depth: Int
  ) {
    let hanging = indent + displayWidth(of: marker)
    var line = text(marker, .dimmed)
    var rest = item[...]
    if case .paragraph(let inlines)? = item.first {
      line.append(set(inlines, .plain))
      rest = rest.dropFirst()
    }
    add(line, first: indent, hanging: hanging, prefix: prefix)
    for block in rest { add(block, indent: hanging, prefix: prefix, depth: depth + 1) }
  }

  mutating func set(_ inlines: [Inline], _ kind: DetailStyle.Kind) -> Text {
    var result = Text()
    for inline in inlines { append(inline, kind, to: &result, depth: 0) }
    cursor.endLine()
    return result
  }

  private mutating func append(
    _ inline: Inline, _ kind: DetailStyle.Kind, to result: inout Text, depth: Int
  ) {
    guard depth < 30 else { return }
    switch inline {
    case .text(let words): append(words: words, kind, to: &result)
    case .emphasis(let children):
      for child in children {
        append(child, kind == .plain ? .emphasis : kind, to: &result, depth: depth + 1)
      }
    case .strong(let children):
      for child in children {
        append(child, kind == .heading ? kind : .strong, to: &result, depth: depth + 1)
      }
    case .code(let code): append(words: code, .code, to: &result)
    case .link(let children, let url):
      for child in children { append(child, .link, to: &result, depth: depth + 1) }
      if children.isEmpty { result.append(url, style: DetailStyle(.link)) }
      if Browser.mayOpen(url) {
        result.append("[\(number(of: url))]", style: DetailStyle(.linkNumber))
      }
    case .lineBreak:
      result.append("\n", style: DetailStyle(kind))
      cursor.endLine()
    }
  }

  private mutating func append(words: String, _ kind: DetailStyle.Kind, to result: inout Text) {
    let start = result.utf8.count
    result.append(words, style: DetailStyle(kind))
    mark(words, at: start, in: &result)
  }
}

private extension Block {
  var isHeading: Bool { if case .heading = self { true } else { false } }
}
