extension PayContext {
  /// "Salary: 130-160" are thousands: a word for a year's pay right before two small plain numbers,
  /// and nothing behind them that they could count.
  func concludeThousands(_ candidate: inout PayCandidate) {
    guard candidate.isRange, candidate.currency == nil, !candidate.hasMultiplier,
      !candidate.isGrouped, !candidate.hasDecimals, candidate.periods.isEmpty,
      let low = candidate.low, let high = candidate.high, low >= 20_00, high <= 400_00,
      countsNothing(candidate.words.upperBound), followsSalary(candidate.words.lowerBound)
    else { return }
    candidate.low = low * 1000
    candidate.high = high * 1000
    candidate.hasMultiplier = true
  }

  private func countsNothing(_ end: Int) -> Bool {
    guard end < text.tokens.count else { return true }
    return isBoundary(end) || [41, 43, 44, 46, 93].contains(text.tokens[end].symbol)
  }

  private func followsSalary(_ start: Int) -> Bool {
    for index in (max(0, start - 3)..<start).reversed() {
      let token = text.tokens[index]
      if [58, 45, 42].contains(token.symbol) { continue }
      let word = text.words(token.range).lowercased()
      if ["salary", "salaries", "compensation", "gehalt", "salaire", "salario"].contains(word) {
        return true
      }
      guard ["range", "band", "is"].contains(word) else { return false }
    }
    return false
  }
}
