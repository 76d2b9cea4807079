extension PayRangeReader {
  /// "$20 - $25 monthly incentive bonus": the adjective before other money is that money's.
  func isOtherMoneys(_ index: Int) -> Bool {
    for position in index..<min(index + 2, max(index, text.tokens.count)) {
      guard text.tokens[position].kind == .word else { return false }
      guard let term = vocabulary.term(at: position, in: text)?.term else { continue }
      // "a month plus bonus"
      if !term.roles.isDisjoint(with: [.extra, .and]) { return false }
      if term.roles.contains(.against), !term.roles.contains(.pay) { return true }
    }
    return false
  }

  /// "$18.000 mensuales netos MXN": a code behind the period settles a shared or missing sign.
  func readCode(behind match: inout PayPeriodMatch, _ candidate: inout PayCandidate) {
    guard candidate.currency == nil || candidate.isShared else { return }
    guard match.end > 0 else { return readEnclosedCode(&candidate) }
    var index = match.end
    for _ in 0..<3 where index < text.tokens.count && text.tokens[index].kind != .newline {
      if let (term, length) = amounts.currency(at: index), !term.isShared {
        let end = index + length
        if end < text.tokens.count, text.tokens[end].kind == .number { return }
        candidate.currency = term.currency
        candidate.isShared = false
        match.end = end
        return
      }
      if [40, 44].contains(text.tokens[index].symbol) {
        index += 1
      } else if let (term, length) = vocabulary.term(at: index, in: text),
        !term.roles.isDisjoint(with: [.filler, .mark])
      {
        index += length
      } else {
        return
      }
    }
  }

  /// "$80-100K (CAD)".
  private func readEnclosedCode(_ candidate: inout PayCandidate) {
    let open = candidate.tokens.upperBound
    guard open + 2 < text.tokens.count, text.tokens[open].symbol == 40,
      let (term, length) = amounts.currency(at: open + 1), !term.isShared,
      open + 1 + length < text.tokens.count, text.tokens[open + 1 + length].symbol == 41
    else { return }
    candidate.currency = term.currency
    candidate.isShared = false
    candidate.tokens = candidate.tokens.lowerBound..<open + length + 2
  }

  /// "$31/hr+": the plus sign may touch the period.
  func readOpenEnd(
    behind match: inout PayPeriodMatch, _ candidate: inout PayCandidate
  ) {
    let end = match.end
    guard !candidate.isRange, end > 0, end < text.tokens.count, text.tokens[end].symbol == 43,
      !text.tokens[end].followsBlank,
      end + 1 == text.tokens.count || text.tokens[end + 1].followsBlank
        || text.tokens[end + 1].kind == .newline
    else { return }
    candidate.high = nil
    match.end = end + 1
  }

  /// "$30.96 minimum, $41.80 midpoint, $52.64 maximum", read from behind its first sum.
  func readLabelled(_ candidate: inout PayCandidate) {
    guard var index = labelEnd(candidate.tokens.upperBound, .more) else {
      if isLed(candidate) { readLed(&candidate) }
      return
    }
    for _ in 0..<2 {
      while index < text.tokens.count, [44, 45, 47, 59, 0x2013].contains(text.tokens[index].symbol)
      {
        index += 1
      }
      guard let number = number(from: index, isWordy: true),
        let next = amounts.amount(at: number, floor: index), let sum = next.sum,
        next.currency == nil || candidate.currency == nil || next.currency == candidate.currency,
        let low = candidate.low, sum >= low, sum / 4 <= low
      else { return }
      if let end = labelEnd(next.tokens.upperBound, .less) {
        candidate.take(next)
        candidate.high = sum
        candidate.isRange = true
        candidate.tokens = candidate.tokens.lowerBound..<end
        return
      }
      guard let end = labelEnd(next.tokens.upperBound, .about) else { return }
      index = end
    }
  }

  /// Whether "min" or "low:" stands right before the sum.
  private func isLed(_ candidate: PayCandidate) -> Bool {
    let start = candidate.tokens.lowerBound
    return (max(0, start - 2)..<start).contains { index in
      guard let (term, length) = vocabulary.term(at: index, in: text) else { return false }
      let end = index + length
      let isNext = end == start || end + 1 == start && text.tokens[end].symbol == 58
      return isNext && term.roles.contains(.from)
    }
  }

  /// "Min $65k / Target $80k / Max $95k", read from behind its first sum.
  private func readLed(_ candidate: inout PayCandidate) {
    var index = candidate.tokens.upperBound
    for _ in 0..<2 {
      while index < text.tokens.count,
        [44, 45, 47, 59, 124, 0x2013].contains(text.tokens[index].symbol)
      {
        index += 1
      }
      guard index < text.tokens.count, let (label, length) = vocabulary.term(at: index, in: text),
        !label.roles.isDisjoint(with: [.about, .target, .upTo]),
        let number = number(from: index + length, isWordy: true),
        let next = amounts.amount(at: number, floor: index + length), let sum = next.sum,
        next.currency == nil || candidate.currency == nil || next.currency == candidate.currency,
        let low = candidate.low, sum >= low, sum / 4 <= low
      else { return }
      index = next.tokens.upperBound
      guard label.roles.contains(.upTo) else { continue }
      candidate.take(next)
      candidate.high = sum
      candidate.isRange = true
      candidate.tokens = candidate.tokens.lowerBound..<index
      return
    }
  }

  /// The end of a word of a role that stands at a token.
  private func labelEnd(_ index: Int, _ role: PayRoles) -> Int? {
    guard index < text.tokens.count else { return nil }
    let isEnclosed = text.tokens[index].symbol == 40
    let start = isEnclosed ? index + 1 : index
    guard start < text.tokens.count, let (term, length) = vocabulary.term(at: start, in: text),
      term.roles.contains(role)
    else { return nil }
    guard isEnclosed else { return start + length }
    let close = start + length
    return close < text.tokens.count && text.tokens[close].symbol == 41 ? close + 1 : nil
  }
}
