/// The lines of a body that are this job's own, with the phrases in each.
final class BodyLines: Sendable {
  struct Line: Sendable {
    let tokens: Range<Int>
    /// Positions in `marks`.
    let marks: Range<Int>
  }

  let text: TokenizedText
  let marks: [Mark]
  /// Only lines with marks.
  let lines: [Line]

  init(_ text: TokenizedText, ranges: [Range<Int>]?, using table: SignTable) {
    self.text = text
    var marks: [Mark] = []
    var lines: [Line] = []
    for range in Self.tokenRanges(of: ranges, in: text) {
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, text.tokens[end].kind != .newline { end += 1 }
        let first = marks.count
        table.addMarks(in: text, tokens: start..<end, to: &marks)
        if marks.count > first {
          lines.append(Line(tokens: start..<end, marks: first..<marks.count))
        }
        start = end + 1
      }
    }
    self.marks = marks
    self.lines = lines
  }

  /// The marks that stand in none of `ranges`, which are UTF-8 offsets in rising order.
  func marks(outside ranges: [Range<Int>]) -> [Mark] {
    guard !ranges.isEmpty else { return marks }
    var rest = ranges[...]
    return marks.filter { mark in
      let start = Int(text.tokens[Int(mark.start)].start)
      while let first = rest.first, first.upperBound <= start { rest.removeFirst() }
      return !(rest.first?.contains(start) ?? false)
    }
  }

  /// The tokens of byte ranges in rising order; all of them for nil.
  private static func tokenRanges(
    of ranges: [Range<Int>]?, in text: TokenizedText
  )
    -> [Range<Int>]
  {
    guard let ranges else { return [0..<text.tokens.count] }
    var low = 0
    return ranges.map { range in
      while low < text.tokens.count, Int(text.tokens[low].start) < range.lowerBound { low += 1 }
      let start = low
      while low < text.tokens.count, Int(text.tokens[low].end) <= range.upperBound { low += 1 }
      return start..<low
    }
  }
}
