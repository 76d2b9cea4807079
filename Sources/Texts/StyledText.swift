/// Text whose parts have styles; what a style means is the caller's affair.
package struct StyledText<Style: Hashable & Sendable>: Hashable, Sendable {
  package private(set) var utf8: [UInt8] = []
  private var spans: [Span] = []

  package init() {}

  package init(_ text: String, style: Style) { append(text, style: style) }

  package var isEmpty: Bool { utf8.isEmpty }
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  package mutating func append(_ text: String, style: Style) {
    guard !text.isEmpty else { return }
    utf8.append(contentsOf: text.utf8)
    if spans.last?.style == style {
      spans[spans.count - 1].end = utf8.count
    } else {
      spans.append(Span(end: utf8.count, style: style))
    }
  }

  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, style: run.style) }
  }

  /// Gives ranges of UTF-8 offsets, in order and apart, another style.
  package mutating func restyle(_ ranges: [Range<Int>], change: (Style) -> Style) {
    var result: [Span] = []
    var start = 0
    var remaining = ranges[...]
    for span in spans {
      while start < span.end {
        while let first = remaining.first, first.upperBound <= start { remaining.removeFirst() }
        let hit = remaining.first
        let isInside = hit.map { $0.lowerBound <= start } ?? false
        let boundary = hit.map { isInside ? $0.upperBound : $0.lowerBound } ?? span.end
        let end = min(span.end, boundary)
        result.append(Span(end: end, style: isInside ? change(span.style) : span.style))
        start = end
      }
    }
    spans = result
  }

  package var runs: [TextRun<Style>] { runs(in: 0..<utf8.count) }

  /// The runs of a range of UTF-8 offsets that begins and ends between characters.
  package func runs(in range: Range<Int>) -> [TextRun<Style>] {
    var cursor = SpanCursor()
    return runs(in: range, from: &cursor)
  }

  func runs(in range: Range<Int>, from cursor: inout SpanCursor) -> [TextRun<Style>] {
    while cursor.index < spans.count, spans[cursor.index].end <= range.lowerBound {
      cursor.index += 1
    }
    var result: [TextRun<Style>] = []
    var start = range.lowerBound
    var index = cursor.index
    while start < range.upperBound, index < spans.count {
      let end = min(spans[index].end, range.upperBound)
      let text = String(decoding: utf8[start..<end], as: UTF8.self)
      result.append(TextRun(text: text, style: spans[index].style))
      start = end
      index += 1
    }
    return result
  }

  private struct Span: Hashable, Sendable {
    var end: Int
    let style: Style
  }
}

/// Remembers the last span looked at, so that consecutive lines are not searched from the start.
struct SpanCursor {
  var index = 0
}

/// A piece of text of one style.
package struct TextRun<Style: Hashable & Sendable>: Hashable, Sendable {
  package let text: String
  package let style: Style

  package init(text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

/// One line of wrapped text.
package struct TextLine<Style: Hashable & Sendable>: Hashable, Sendable {
  /// Blank columns before the first run.
  package let indent: Int
  package let runs: [TextRun<Style>]
  /// UTF-8 offsets in the text that was wrapped.
  package let range: Range<Int>

  package init(indent: Int = 0, runs: [TextRun<Style>], range: Range<Int> = 0..<0) {
    self.indent = indent
    self.runs = runs
    self.range = range
  }

  package var text: String {
    runs.reduce(into: String(repeating: " ", count: indent)) { $0 += $1.text }
  }
}
