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
  private var opportunity: (end: Int, next: Int)?
  private var position = 0
  /// Where the last glyph that is no blank ends; blanks at a line's end are not part of it.
  private var visibleEnd = 0
  /// What was passed last is wide: a line may end after it.
  private var isAfterWide = false

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
      case 10: endLine(at: visibleEnd, next: position + 1)
      case 32, 9: passBlank()
      case 0x21..<0x7F: passASCII()
      default: passGlyph()
      }
    }
    if start < utf8.count || lines.isEmpty { lines.append(start..<max(start, visibleEnd)) }
    return lines
  }

  private mutating func passBlank() {
    if column == 0, !lines.isEmpty, start == position, utf8[start - 1] != 10 {
      // The blank at which a long line was broken.
      start += 1
    } else {
      opportunity = (end: visibleEnd, next: position + 1)
      column += 1
    }
    position += 1
    isAfterWide = false
  }

  private mutating func passASCII() {
    // A mark may follow, which stays with its base.
    if position + 1 < utf8.count, utf8[position + 1] >= 0x80 { return passGlyph() }
    let byte = utf8[position]
    if isAfterWide, byte.isLetter || byte.isDigit { allowBreak() }
    isAfterWide = false
    guard makeRoom(for: 1) else { return }
    position += 1
    visibleEnd = position
    column += 1
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"), breaksAfterHyphen {
      opportunity = (end: position, next: position)
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
    if isAfterWide || glyph.width == 2, !glyph.base.closesWhatIsBefore { allowBreak() }
    guard makeRoom(for: glyph.width) else { return }
    position = reader.position
    visibleEnd = position
    column += glyph.width
    isAfterWide = glyph.width == 2
  }

  private mutating func allowBreak() {
    opportunity = (end: visibleEnd, next: position)
  }

  /// False when the line was ended and what stands at `position` is to be looked at anew.
  private mutating func makeRoom(for width: Int) -> Bool {
    guard column + width > room, column > 0 else { return true }
    if let last = opportunity, last.next > start {
      endLine(at: last.end, next: last.next)
    } else {
      endLine(at: visibleEnd, next: position)
    }
    return false
  }

  private mutating func endLine(at end: Int, next: Int) {
    lines.append(start..<max(start, end))
    start = next
    position = next
    column = 0
    opportunity = nil
    isAfterWide = false
  }
}

private extension Unicode.Scalar {
  /// Must not begin a line: the commonest of what the Japanese rules (JIS X 4051) name.
  var closesWhatIsBefore: Bool {
    switch self {
    case "、", "。", "，", "．", "）", "」", "』", "】", "〉", "》", "］", "！", "？", "：", "；", "ー", "々", "…":
      true
    default: false
    }
  }
}

private extension UInt8 {
  var isDigit: Bool { self >= 48 && self <= 57 }
  var isLetter: Bool { (self | 0x20) >= 97 && (self | 0x20) <= 122 || self >= 0x80 }
}
