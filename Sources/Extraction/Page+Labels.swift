import Listings

extension Page {
  /// The value behind a label, as in "Company: Acme" or "Position | Cook"; nil without one.
  func value(of label: PostingLabel, line: Int, _ vocabulary: PageVocabulary) -> Range<Int>? {
    guard let (found, value) = labeled(line, vocabulary), found == label else { return nil }
    return value
  }

  /// The label that a line begins with, and the tokens of its value.
  func labeled(_ line: Int, _ vocabulary: PageVocabulary) -> (PostingLabel, Range<Int>)? {
    let tokens = lines[line]
    guard let first = tokens.prefix(4).first(where: { text.tokens[$0].kind == .word }),
      let (label, length) = vocabulary.labels.match(at: first, in: text)
    else { return nil }
    let next = first + length
    let isCell = body.lines[line].kind == .tableRow && isSymbol(next, "|")
    guard next < tokens.upperBound, isSymbol(next, ":") || isCell else { return nil }
    let value = trimmed(next + 1..<tokens.upperBound)
    return value.isEmpty ? nil : (label, value)
  }
}
