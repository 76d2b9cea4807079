/// The place or level that a range is for: what stands before a colon, in parentheses, or after
/// "for" and "in".
struct PayLabel {
  let text: TokenizedText
  let vocabulary: PayVocabulary

  func label(of candidate: PayCandidate) -> String? {
    before(candidate.words.lowerBound) ?? behind(candidate.words.upperBound)
  }
}

private extension PayLabel {
  /// "Colorado: $120k", "Senior £40k".
  func before(_ start: Int) -> String? {
    var end = start
    while end > 0, [42, 95, 58, 40, 32, 45].contains(text.tokens[end - 1].symbol) { end -= 1 }
    let hasColon = (end..<start).contains { text.tokens[$0].symbol == 58 }
    var first = end
    while first > 0, end - first < 5, isWord(first - 1) { first -= 1 }
    guard first < end else { return nil }
    if hasColon { return isPay(first..<end) ? nil : words(first..<end) }
    guard let (term, length) = vocabulary.term(at: end - 1, in: text), length == 1,
      term.roles.contains(.level)
    else { return nil }
    return words(end - 1..<end)
  }

  /// "$125k for US residents", "$190k in Menlo Park", "$80k (Berlin)".
  func behind(_ end: Int) -> String? {
    guard end < text.tokens.count else { return nil }
    let opens = text.tokens[end].symbol == 40
    let word = text.tokens[end]
    guard opens || word.kind == .word && vocabulary.beside.isA(.behindSum, text.words(word.range))
    else { return nil }
    var last = end + 1
    while last < text.tokens.count, last - end < 6, isWord(last) { last += 1 }
    guard last > end + 1, !isPay(end + 1..<last) else { return nil }
    return words(end + 1..<last)
  }

  func isWord(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .word { return true }
    // "Zone 1", "Level 12".
    if token.kind == .number, token.length <= 2, index > 0 {
      return text.tokens[index - 1].kind == .word
    }
    return token.kind == .symbol && [45, 38].contains(token.symbol)
  }

  func isPay(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard let term = vocabulary.term(at: index, in: text)?.term else { return false }
      return !term.roles.isDisjoint(with: [.pay, .weakPay, .mark, .filler, .against, .periodWord])
    }
  }

  func words(_ range: Range<Int>) -> String {
    text.words(
      Int(text.tokens[range.lowerBound].start)..<Int(text.tokens[range.upperBound - 1].end))
  }
}
