extension [Block] {
  /// The body as Markdown, in the one way that `init(markdown:)` reads back exactly.
  ///
  /// It is CommonMark with tables: blocks are parted by an empty line, lists are tight, a line
  /// break is a backslash at the line's end.
  package var markdown: String {
    String(decoding: normalized.markdownOfNormalized, as: UTF8.self)
  }

  /// The same as UTF-8, for blocks that are `normalized` already.
  package var markdownOfNormalized: [UInt8] { MarkdownPrinter.bytes(of: self) }
}

private enum MarkdownPrinter {
  static func bytes(of blocks: [Block]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(4096)
    append(blocks, to: &output, isItem: false)
    return output
  }

  private static func append(_ blocks: [Block], to output: inout [UInt8], isItem: Bool) {
    for index in blocks.indices {
      if index > 0 {
        output.append(10)
        // In an item, a list that follows its paragraph stays tight.
        let isTight = isItem && blocks[index].isList && blocks[index - 1].isParagraph
        if !isTight { output.append(10) }
      }
      append(blocks[index], to: &output)
    }
  }

  private static func append(_ block: Block, to output: inout [UInt8]) {
    switch block {
    case .heading(let level, let inlines):
      for _ in 0..<level { output.append(UInt8(ascii: "#")) }
      output.append(32)
      InlinePrinter.append(inlines, to: &output)
    case .paragraph(let inlines): InlinePrinter.append(inlines, to: &output)
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        if index > 0 { output.append(10) }
        let marker = start.map { "\($0 + index). " } ?? "- "
        append(item, to: &output, marker: marker)
      }
    case .quote(let children):
      var inner: [UInt8] = []
      append(children, to: &inner, isItem: false)
      appendQuoted(inner, to: &output)
    case .code(let code): appendFenced(code, to: &output)
    case .table(let rows): append(rows: rows, to: &output)
    case .rule: output.append(contentsOf: "---".utf8)
    }
  }

  private static func append(_ item: [Block], to output: inout [UInt8], marker: String) {
    output.append(contentsOf: marker.utf8)
    if item.count == 1, case .paragraph(let inlines) = item[0] {
      // Nearly every item is one line; only more than that needs indenting.
      let start = output.count
      InlinePrinter.append(inlines, to: &output)
      let isOneLine = output.withUnsafeBufferPointer {
        EightBytes.all(
          of: UnsafeBufferPointer(rebasing: $0[start...]),
          { EightBytes.equal($0, to: 10) == 0 }, rest: { $0 != 10 })
      }
      if isOneLine { return }
      output.removeSubrange(start...)
    }
    var inner: [UInt8] = []
    append(item, to: &inner, isItem: true)
    for (index, byte) in inner.enumerated() {
      output.append(byte)
      if byte == 10, index + 1 < inner.count, inner[index + 1] != 10 {
        for _ in marker.utf8 { output.append(32) }
      }
    }
  }

  private static func appendQuoted(_ inner: [UInt8], to output: inout [UInt8]) {
    var isLineStart = true
    for byte in inner {
      if isLineStart {
        output.append(UInt8(ascii: ">"))
        if byte != 10 { output.append(32) }
      }
      output.append(byte)
      isLineStart = byte == 10
    }
  }

  private static func appendFenced(_ code: String, to output: inout [UInt8]) {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = Array(repeating: UInt8(ascii: "`"), count: max(3, longest + 1))
    output += fence + [10]
    output += Array(code.utf8)
    output += [10] + fence
  }

  private static func append(rows: [[[Inline]]], to output: inout [UInt8]) {
    for (index, row) in rows.enumerated() {
      if index > 0 { output.append(10) }
      for cell in row {
        output.append(contentsOf: "| ".utf8)
        InlinePrinter.append(cell: cell, to: &output)
        output.append(32)
      }
      output.append(UInt8(ascii: "|"))
      guard index == 0 else { continue }
      output.append(10)
      for _ in row { output.append(contentsOf: "| --- ".utf8) }
      output.append(UInt8(ascii: "|"))
    }
  }
}

private extension Block {
  var isList: Bool { if case .list = self { true } else { false } }
  var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}
