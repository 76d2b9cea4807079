import Listings

extension [Block] {
  /// Reads a page or a piece of one; scripts, menus and forms are left out.
  init(html: String, context: ReadingContext) {
    // Before parsing: libxml2 drops an ESC, and would leave the sequence it began as text.
    let text = context.text(html)
    if let blocks = PlainHTML.blocks(of: text, context: context) {
      self = blocks.listed.normalized
    } else {
      self.init(markup: text, context: context)
    }
  }

  /// Reads any HTML, by way of libxml2's tree.
  init(markup text: String, context: ReadingContext) {
    guard let root = MarkupTree(html: [UInt8](text.utf8))?.root else {
      self = []
      return
    }
    self.init(root, context: context)
  }

  init(_ node: MarkupNode, context: ReadingContext) {
    var builder = HTMLBlockBuilder(context: context)
    builder.add(contentsOf: node)
    self = builder.finished().listed.normalized
  }
}

/// Walks elements and collects blocks; styles are kept per run of text, so that wrongly nested
/// tags (a paragraph inside of bold) cost nothing.
struct HTMLBlockBuilder {
  /// Elements nested deeper than this are passed over; libxml2 itself stops at 256.
  private static let deepest = 200

  let context: ReadingContext
  private var blocks: [Block] = []
  private var inlines: [Inline] = []
  private var styles: [Style] = []
  private var depth = 0

  enum Style { case strong, emphasis, code, link(String) }

  init(context: ReadingContext) { self.context = context }

  mutating func finished() -> [Block] {
    flush()
    return blocks
  }

  mutating func add(contentsOf node: MarkupNode) {
    guard depth < Self.deepest else { return }
    depth += 1
    for child in node.children {
      if child.isText {
        add(text: child.ownText)
      } else if child.isElement {
        add(element: child)
      }
    }
    depth -= 1
  }
}

/// What plain HTML is built with, too.
extension HTMLBlockBuilder {
  mutating func flush() {
    if !inlines.isEmpty { blocks.append(.paragraph(inlines)) }
    inlines.removeAll(keepingCapacity: true)
  }

  mutating func add(text: String) {
    // Blanks between blocks are layout of the markup.
    if inlines.isEmpty, text.utf8.allSatisfy(\.isBlank) { return }
    // No-break spaces are layout here, as often as not.
    let cleaned = context.text(text).withPlainBlanks
    var inline = Inline.text(cleaned)
    for style in styles.reversed() {
      inline =
        switch style {
        case .strong: .strong([inline])
        case .emphasis: .emphasis([inline])
        case .code: .code(cleaned)
        case .link(let url): .link([inline], url: url)
        }
    }
    inlines.append(inline)
  }

  mutating func addLineBreak() { inlines.append(.lineBreak) }

  mutating func addRule() {
    flush()
    blocks.append(.rule)
  }

  /// A heading of the inlines since the last block.
  mutating func addHeading(level: Int) {
    blocks.append(.heading(level: level, inlines))
    inlines.removeAll()
  }

  mutating func add(list items: [[Block]], start: Int?) {
    blocks.append(.list(start: start, items: items))
  }

  /// Nil when the address leads nowhere.
  func link(_ address: String?) -> Style? {
    guard let url = context.line(address), url.isWebAddress else { return nil }
    return .link(url)
  }

  mutating func begin(_ style: Style) { styles.append(style) }

  mutating func endStyle() { styles.removeLast() }
}

private extension HTMLBlockBuilder {
  mutating func add(element: MarkupNode) {
    switch HTMLElement.kind(of: element) {
    case .dropped: return
    case .inline(let style): add(inline: element, style)
    case .lineBreak: addLineBreak()
    case .rule: addRule()
    case .heading(let level): add(block: element) { .heading(level: level, $0) }
    case .paragraph: if !element.isHidden { add(paragraph: element) }
    case .list(let isOrdered): add(list: element, isOrdered: isOrdered)
    case .quote:
      flush()
      blocks.append(.quote(children(of: element)))
    case .preformatted:
      flush()
      blocks.append(.code(context.text(element.text)))
    case .table: add(table: element)
    }
  }

  mutating func add(inline element: MarkupNode, _ style: HTMLElement.InlineStyle) {
    guard !element.isHidden else { return }
    switch style {
    case .plain: return add(contentsOf: element)
    case .strong: styles.append(.strong)
    case .emphasis: styles.append(.emphasis)
    case .code: styles.append(.code)
    case .link:
      guard let link = link(element.attribute("href")) else { return add(contentsOf: element) }
      styles.append(link)
    }
    add(contentsOf: element)
    styles.removeLast()
  }

  mutating func add(paragraph element: MarkupNode) {
    flush()
    if let chips = HTMLChips.chips(of: element, context: context) {
      for (number, chip) in chips.enumerated() {
        if number > 0 { inlines.append(.text(" · ")) }
        add(element: chip)
      }
    } else {
      add(contentsOf: element)
    }
    flush()
  }

  /// An element whose text is one line; blocks inside of it (some pages put them there) follow.
  mutating func add(block element: MarkupNode, _ make: ([Inline]) -> Block) {
    guard !element.isHidden else { return }
    flush()
    let before = blocks.count
    add(contentsOf: element)
    if blocks.count == before {
      blocks.append(make(inlines))
      inlines.removeAll()
    } else {
      flush()
    }
  }

  func children(of element: MarkupNode) -> [Block] {
    var inner = HTMLBlockBuilder(context: context)
    inner.depth = depth + 1
    inner.styles = styles
    inner.add(contentsOf: element)
    return inner.finished()
  }

  mutating func add(list element: MarkupNode, isOrdered: Bool) {
    guard !element.isHidden else { return }
    flush()
    var items: [[Block]] = []
    for child in element.children {
      if child.isElement, child.name == "li" {
        items.append(children(of: child))
      } else if child.isElement, HTMLElement.kind(of: child).isList {
        var inner = HTMLBlockBuilder(context: context)
        inner.depth = depth + 1
        inner.add(element: child)
        // A list right inside a list belongs under the item before it.
        if items.isEmpty { items.append([]) }
        items[items.count - 1] += inner.finished()
      } else if child.isElement, !child.isHidden {
        let content = children(of: child)
        if !content.isEmpty { items.append(content) }
      }
    }
    let start = isOrdered ? element.attribute("start").flatMap { Int($0) } ?? 1 : nil
    blocks.append(.list(start: start, items: items))
  }

  mutating func add(table element: MarkupNode) {
    guard !element.isHidden else { return }
    flush()
    guard HTMLTable.isData(element) else { return add(paragraph: element) }
    let rows = HTMLTable.rows(of: element).map { row in
      HTMLTable.cells(of: row).map { cell in
        let content = children(of: cell)
        return [Inline](content.map(\.inlines).joined(separator: [.lineBreak]))
      }
    }
    blocks.append(.table(rows))
  }
}

private extension Block {
  var inlines: [Inline] {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines
    case .code(let code): [.code(code)]
    case .list(_, let items):
      Array(items.joined().map(\.inlines).joined(separator: [.lineBreak]))
    case .quote(let blocks): Array(blocks.map(\.inlines).joined(separator: [.lineBreak]))
    case .table(let rows): Array(rows.joined().joined(separator: [.text(" ")]))
    case .rule: []
    }
  }
}
