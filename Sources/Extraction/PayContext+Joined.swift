extension PayContext {
  /// "Loan Officer", "Budget Analyst": a word of other money that only names a post.
  func isInTitle(_ hit: Hit) -> Bool {
    guard hit.end < text.tokens.count, text.tokens[hit.end].kind == .word, isCapital(hit.start),
      isCapital(hit.end), let (term, length) = vocabulary.term(at: hit.end, in: text), length == 1
    else { return false }
    return term.roles.contains(.level)
  }

  /// Whether a colon parts a word from the sum behind it, and nothing else does.
  func labels(_ hit: Hit, _ start: Int) -> Bool {
    hasOnlyMarks(from: hit.end, to: start)
      && (hit.end..<start).contains { text.tokens[$0].symbol == 58 }
  }

  /// "Budget: 90-110k", "Budget 90-110k per annum": a line's first word, right before its sums.
  func opensWithLabel(_ hit: Hit, _ candidate: PayCandidate) -> Bool {
    let start = candidate.tokens.lowerBound
    guard hit.start == 0 || isBoundary(hit.start - 1) else { return false }
    return hit.end + 1 == start && text.tokens[hit.end].symbol == 58
      || hit.end == start && !candidate.periods.isEmpty
  }

  /// "Compensation and benefits: $120k-$150k": a label of pay and of what comes with it, right
  /// before the sum.
  func isJoinedToPay(_ hit: Hit, _ start: Int) -> Bool {
    guard labels(hit, start),
      let pay = hits.last(where: { $0.end < hit.start && $0.term.roles.contains(.pay) }),
      hit.start - pay.end == 1
    else { return false }
    let joiner = pay.end
    if [38, 43, 47].contains(text.tokens[joiner].symbol) { return true }
    let roles = vocabulary.term(at: joiner, in: text)?.term.roles ?? []
    return !roles.isDisjoint(with: [.and, .extra])
  }
}
