import CMarkGFM
import Listings

extension [Block] {
  /// Reads Markdown as people write it, with GitHub's tables.
  init(commonMark text: String, context: ReadingContext) {
    let cleaned = context.text(text)
    let blocks = PlainMarkdown.blocks(of: cleaned)
    self = blocks?.listed.normalized ?? [Block](anyCommonMark: cleaned, context: context)
  }

  /// Reads any Markdown, by way of cmark's tree.
  init(anyCommonMark text: String, context: ReadingContext) {
    self = CommonMarkReader(context: context).blocks(of: text).listed.normalized
  }
}

private struct CommonMarkReader {
  /// cmark itself bounds nesting; this bounds our own recursion over its tree.
  static let deepest = 100

  /// cmark's own "ensure registered" races when two threads come first.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  let context: ReadingContext

  func blocks(of text: String) -> [Block] {
    _ = Self.registration
    let outer = ccmark_mark()
    defer { ccmark_end(outer) }
    guard let parser = ccmark_begin(CMARK_OPT_DEFAULT) else { return [] }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else { return [] }
    return blocks(under: document, depth: 0)
  }
}

private extension CommonMarkReader {
  func children(of node: OpaquePointer) -> CommonMarkChildren {
    CommonMarkChildren(upcoming: cmark_node_first_child(node))
  }

  /// Cleaned once more: an entity may spell a control character.
  func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0).cleaned() } ?? ""
  }

  func blocks(under node: OpaquePointer, depth: Int) -> [Block] {
    guard depth < Self.deepest else { return [] }
    var blocks: [Block] = []
    for child in children(of: node) { append(child, to: &blocks, depth: depth) }
    return blocks
  }

  func append(_ node: OpaquePointer, to blocks: inout [Block], depth: Int) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      blocks.append(.heading(level: level, inlines(under: node, depth: depth)))
    case CMARK_NODE_PARAGRAPH: blocks.append(.paragraph(paragraph(node, depth: depth)))
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let start = isOrdered ? Int(cmark_node_get_list_start(node)) : nil
      let items = children(of: node).map { self.blocks(under: $0, depth: depth + 1) }
      blocks.append(.list(start: start, items: items))
    case CMARK_NODE_BLOCK_QUOTE: blocks.append(.quote(self.blocks(under: node, depth: depth + 1)))
    case CMARK_NODE_CODE_BLOCK: blocks += code(literal(node))
    case CMARK_NODE_HTML_BLOCK: blocks += [Block](html: literal(node), context: .plain)
    case CMARK_NODE_THEMATIC_BREAK: blocks.append(.rule)
    default:
      guard String(cString: cmark_node_get_type_string(node)) == "table" else { return }
      let rows = children(of: node).map { row in
        children(of: row).map { inlines(under: $0, depth: depth + 1) }
      }
      blocks.append(.table(rows))
    }
  }

  /// Postings indent prose by four blanks without meaning code; a fence is meant.
  func code(_ text: String) -> [Block] {
    let lines = text.split(separator: "\n")
    let isProse = lines.contains { $0.split(separator: " ").count > 8 }
    return isProse ? [Block](plainText: text, context: .plain) : [.code(text)]
  }

  /// In a post that was typed, a line is a line; in one that was wrapped, it is not.
  func paragraph(_ node: OpaquePointer, depth: Int) -> [Inline] {
    let content = inlines(under: node, depth: depth)
    // A soft break stands between two things.
    guard content.count > 2 else { return content }
    let lines = content.split(separator: softBreak)
    guard lines.count > 1 else { return content }
    let isWrapped =
      lines.dropLast().allSatisfy { (50...130).contains($0.plainText.utf8.count) }
      && !lines.dropFirst().contains { isLabelled(Array($0)) }
    return Array(lines.joined(separator: [isWrapped ? .text(" ") : .lineBreak]))
  }

  /// "**Location:** Porto", "**Location**: Porto".
  func isLabelled(_ line: [Inline]) -> Bool {
    guard case .strong(let words)? = line.first else { return false }
    if words.plainText.hasSuffix(":") { return true }
    guard line.count > 1, case .text(let rest) = line[1] else { return false }
    return rest.hasPrefix(":")
  }

  var softBreak: Inline { .code("\n") }

  func inlines(under node: OpaquePointer, depth: Int) -> [Inline] {
    guard depth < Self.deepest else { return [] }
    var inlines: [Inline] = []
    for child in children(of: node) { append(child, to: &inlines, depth: depth + 1) }
    return inlines
  }

  func append(_ node: OpaquePointer, to inlines: inout [Inline], depth: Int) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: inlines.append(.text(literal(node).withPlainBlanks))
    case CMARK_NODE_CODE: inlines.append(.code(literal(node)))
    case CMARK_NODE_SOFTBREAK: inlines.append(softBreak)
    case CMARK_NODE_LINEBREAK: inlines.append(.lineBreak)
    case CMARK_NODE_EMPH: inlines.append(.emphasis(self.inlines(under: node, depth: depth)))
    case CMARK_NODE_STRONG: inlines.append(.strong(self.inlines(under: node, depth: depth)))
    case CMARK_NODE_LINK:
      let url = cmark_node_get_url(node).map { String(cString: $0).cleaned(.singleLine) } ?? ""
      let content = self.inlines(under: node, depth: depth)
      if url.isWebAddress { inlines.append(.link(content, url: url)) } else { inlines += content }
    case CMARK_NODE_HTML_INLINE:
      if literal(node).lowercased().hasPrefix("<br") { inlines.append(.lineBreak) }
    case CMARK_NODE_IMAGE: break
    default: inlines += self.inlines(under: node, depth: depth)
    }
  }
}

private struct CommonMarkChildren: Sequence, IteratorProtocol {
  var upcoming: OpaquePointer?

  mutating func next() -> OpaquePointer? {
    guard let current = upcoming else { return nil }
    upcoming = cmark_node_next(current)
    return current
  }
}
