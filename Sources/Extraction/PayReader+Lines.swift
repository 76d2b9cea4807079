/// Where a sum stands in a line of its own.
extension PayReader {
  /// "Baker - Remote - 80-95k": the last of several fields that free dashes part.
  func endsDashedLine(_ candidate: PayCandidate) -> Bool {
    let (start, end) = (candidate.words.lowerBound, candidate.words.upperBound)
    guard scope == .line, candidate.periods.isEmpty, isFreeDash(start - 1),
      end == text.tokens.count || text.tokens[end].kind == .newline
    else { return false }
    return (1..<max(start - 1, 1)).contains { isFreeDash($0) }
  }

  /// "45-50K + car allowance": the first of several items in a line.
  func opensList(_ candidate: PayCandidate, _ around: PayAround) -> Bool {
    scope == .line && around.isolation > 0 && beginsLine(candidate)
  }

  private func isFreeDash(_ index: Int) -> Bool {
    index > 0 && [45, 0x2013, 0x2014].contains(text.tokens[index].symbol)
      && text.tokens[index].followsBlank && text.tokens[index + 1].followsBlank
  }

  /// Whether nothing but a bullet or a mark stands before it.
  func beginsLine(_ candidate: PayCandidate) -> Bool {
    let start = candidate.words.lowerBound
    return start <= 2 && (0..<start).allSatisfy { text.tokens[$0].kind == .symbol }
  }
}
