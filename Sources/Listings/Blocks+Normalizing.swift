/// Lists and quotes nested deeper than this are laid flat: no page means it.
let deepestNesting = 16

extension [Block] {
  /// The same body in the one form that prints to Markdown and reads back unchanged.
  ///
  /// Nothing empty, neighbors of one kind joined, blanks outside of emphasis, no emphasis inside
  /// emphasis, line feeds in text turned to blanks.
  package var normalized: [Block] { normalized(depth: 0) }

  func normalized(depth: Int) -> [Block] {
    if isNormalized(depth: depth) { return self }
    var result: [Block] = []
    for block in self { block.normalize(into: &result, depth: depth) }
    return result
  }
}

private extension Block {
  func normalize(into result: inout [Block], depth: Int) {
    switch self {
    case .heading(let level, let inlines):
      var content = inlines.normalized(keepingBreaks: false)
      if content.count == 1, case .strong(let inner) = content[0] { content = inner }
      guard !content.isEmpty else { return }
      result.append(.heading(level: Swift.max(1, Swift.min(6, level)), content))
    case .paragraph(let inlines):
      for part in inlines.splitAtEmptyLines() {
        let content = part.normalized(keepingBreaks: true)
        if !content.isEmpty { result.append(.paragraph(content)) }
      }
    case .code(let code):
      let content = code.trimmedLines
      if !content.isEmpty { result.append(.code(content)) }
    case .table(let rows):
      if let table = Block.normalizedTable(rows) { result.append(table) }
    case .rule:
      if depth == 0, result.last != .rule { result.append(.rule) }
    case .list(let start, let items): normalizeList(start, items, into: &result, depth: depth)
    case .quote(let children):
      let content = children.normalized(depth: depth + 1)
      if depth >= deepestNesting {
        result.append(contentsOf: content)
      } else if case .quote(let earlier)? = result.last, !content.isEmpty {
        // Joined children may be neighbors of one kind themselves.
        result[result.count - 1] = .quote((earlier + content).normalized(depth: depth + 1))
      } else if !content.isEmpty {
        result.append(.quote(content))
      }
    }
  }

  func normalizeList(_ start: Int?, _ items: [[Block]], into result: inout [Block], depth: Int) {
    var content: [[Block]] = []
    content.reserveCapacity(items.count)
    for item in items {
      let blocks = item.normalized(depth: depth + 1)
      if !blocks.isEmpty { content.append(blocks) }
    }
    guard !content.isEmpty else { return }
    if depth >= deepestNesting { return result.append(contentsOf: content.joined()) }
    let first = start.map { Swift.max(0, Swift.min(9_999_999, $0)) }
    if case .list(let earlierStart, let earlier)? = result.last,
      earlierStart.map({ $0 + earlier.count }) == first
    {
      result[result.count - 1] = .list(start: earlierStart, items: earlier + content)
    } else {
      result.append(.list(start: first, items: content))
    }
  }

  static func normalizedTable(_ rows: [[[Inline]]]) -> Block? {
    let cleaned = rows.map { $0.map { $0.normalized(keepingBreaks: true) } }
      .filter { !$0.allSatisfy(\.isEmpty) }
    let width = cleaned.map(\.count).max() ?? 0
    guard width > 0 else { return nil }
    return .table(cleaned.map { $0 + Array(repeating: [], count: width - $0.count) })
  }
}

extension String {
  /// Without line ends at its ends, and without blanks at the ends of its lines.
  fileprivate var trimmedLines: String {
    var lines = utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, last == 32 || last == 9 || last == 13 { line.removeLast() }
      return Substring(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return String(lines.drop(while: \.isEmpty).joined(separator: "\n"))
  }
}

private extension [Inline] {
  /// Two line breaks in a row part paragraphs.
  func splitAtEmptyLines() -> [[Inline]] {
    if count < 2 || !contains(where: \.isLineBreak) { return [self] }
    var parts: [[Inline]] = [[]]
    var breaks = 0
    for inline in self {
      if inline.isLineBreak {
        breaks += 1
      } else if case .text(let text) = inline, text.utf8.allSatisfy({ $0 == 32 || $0 == 10 }) {
        if breaks == 0 { parts[parts.count - 1].append(inline) }
      } else {
        if breaks > 1 { parts.append([]) }
        if breaks == 1 { parts[parts.count - 1].append(.lineBreak) }
        breaks = 0
        parts[parts.count - 1].append(inline)
      }
    }
    return parts
  }
}
