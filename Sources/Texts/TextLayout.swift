/// Breaks text into lines of a width; a line's end in the text ends a line.
///
/// Lines break at blanks, after hyphens between letters and around wide characters; a word longer
/// than a line is cut. An indent that leaves no room for text is made smaller.
package struct TextLayout: Hashable, Sendable {
  package let width: Int
  package let firstIndent: Int
  package let hangingIndent: Int

  package init(width: Int, firstIndent: Int = 0, hangingIndent: Int = 0) {
    self.width = max(2, width)
    let widest = max(0, self.width - Self.leastRoom)
    self.firstIndent = min(max(0, firstIndent), widest)
    self.hangingIndent = min(max(0, hangingIndent), widest)
  }

  package func lines<Style>(of text: StyledText<Style>) -> [TextLine<Style>] {
    var cursor = SpanCursor()
    let ranges = text.utf8.withUnsafeBufferPointer { utf8 in
      var breaker = LineBreaker(utf8: utf8, layout: self)
      return breaker.ranges()
    }
    return ranges.enumerated().map { index, range in
      TextLine(
        indent: index == 0 ? firstIndent : hangingIndent,
        runs: text.runs(in: range, from: &cursor), range: range)
    }
  }

  /// Narrower than this no text can be read.
  private static let leastRoom = 8
}

private struct LineBreaker {
  let utf8: UnsafeBufferPointer<UInt8>
  let layout: TextLayout
  private var lines: [Range<Int>] = []
  private var start = 0
  private var column = 0
  /// Where the line may end, and where the next one would begin then.
  private var opportunity: (end: Int, next: Int, column: Int)?
  private var position = 0

  init(utf8: UnsafeBufferPointer<UInt8>, layout: TextLayout) {
    self.utf8 = utf8
    self.layout = layout
    lines.reserveCapacity(utf8.count / max(1, layout.width / 2) + 1)
  }

  private var room: Int {
    layout.width - (lines.isEmpty ? layout.firstIndent : layout.hangingIndent)
  }

  mutating func ranges() -> [Range<Int>] {
    while position < utf8.count {
      switch utf8[position] {
      case 10: endLine(at: position, next: position + 1)
      case 32, 9: passBlank()
      case 0x21..<0x7F: passASCII()
      default: passGlyph()
      }
    }
    if start < utf8.count || lines.isEmpty { lines.append(start..<trimmed(utf8.count)) }
    return lines
  }

  private mutating func passBlank() {
    if column == 0, !lines.isEmpty, start == position, utf8[start - 1] != 10 {
      // The blank at which a long line was broken.
      start += 1
    } else {
      opportunity = (end: position, next: position + 1, column: column + 1)
      column += 1
    }
    position += 1
  }

  private mutating func passASCII() {
    makeRoom(for: 1)
    let byte = utf8[position]
    position += 1
    column += 1
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"), breaksAfterHyphen {
      opportunity = (end: position, next: position, column: column)
    }
  }

  private var breaksAfterHyphen: Bool {
    column > 3 && column <= room && position < utf8.count && utf8[position].isLetter
      && utf8[position - 2].isLetter
  }

  private mutating func passGlyph() {
    var reader = GlyphReader(utf8, from: position)
    guard let glyph = reader.step() else {
      position = reader.position
      return
    }
    if glyph.width == 2 {
      opportunity = (end: position, next: position, column: column)
    }
    makeRoom(for: glyph.width)
    position = reader.position
    column += glyph.width
    if glyph.width == 2 {
      opportunity = (end: position, next: position, column: column)
    }
  }

  private mutating func makeRoom(for width: Int) {
    while column + width > room, column > 0 {
      if let last = opportunity, last.next > start {
        let rest = column - last.column
        endLine(at: last.end, next: last.next)
        column = max(0, rest)
      } else {
        endLine(at: position, next: position)
      }
    }
  }

  private mutating func endLine(at end: Int, next: Int) {
    lines.append(start..<max(start, trimmed(end)))
    start = next
    position = max(position, next)
    column = 0
    opportunity = nil
  }

  private func trimmed(_ end: Int) -> Int {
    var end = end
    while end > start, utf8[end - 1] == 32 || utf8[end - 1] == 9 || utf8[end - 1] == 13 {
      end -= 1
    }
    return end
  }
}

private extension UInt8 {
  var isLetter: Bool { (self | 0x20) >= 97 && (self | 0x20) <= 122 || self >= 0x80 }
}
