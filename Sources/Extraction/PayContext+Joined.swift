extension PayContext {
  /// "Compensation and benefits: $120k-$150k": a label of pay and of what comes with it, right
  /// before the sum.
  func isJoinedToPay(_ hit: Hit, _ start: Int) -> Bool {
    guard hasOnlyMarks(from: hit.end, to: start),
      (hit.end..<start).contains(where: { text.tokens[$0].symbol == 58 }),
      let pay = hits.last(where: { $0.end < hit.start && $0.term.roles.contains(.pay) }),
      hit.start - pay.end == 1
    else { return false }
    let joiner = pay.end
    if [38, 43, 47].contains(text.tokens[joiner].symbol) { return true }
    let roles = vocabulary.term(at: joiner, in: text)?.term.roles ?? []
    return !roles.isDisjoint(with: [.and, .extra])
  }
}
