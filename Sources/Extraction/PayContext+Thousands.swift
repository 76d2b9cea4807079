import Listings

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

  /// "20-40k·14薪", "20k*15" are a month's pay in China, of which a year has so many.
  func concludeMonths(_ candidate: inout PayCandidate) {
    guard candidate.currency == nil, candidate.hasMultiplier, candidate.periods.isEmpty else {
      return
    }
    var index = candidate.words.upperBound
    while index < text.tokens.count,
      [0xB7, 0x30FB, 42, 44, 47].contains(text.tokens[index].symbol) || isTimes(index)
    {
      index += 1
    }
    guard index < text.tokens.count, text.tokens[index].kind == .number,
      let months = text.digits(at: index), (12...24).contains(months),
      isFactor(index)
        || index + 1 < text.tokens.count
          && vocabulary.beside.isA(.monthlyPays, at: index + 1, of: text),
      let yuan = vocabulary.currency(of: "CNY")
    else { return }
    candidate.currency = yuan
    candidate.isCurrencyInferred = true
    candidate.periods = PayPeriodSet(.month)
  }

  /// Whether a number stands alone behind a sign of multiplication.
  private func isFactor(_ index: Int) -> Bool {
    let sign = text.tokens[index - 1]
    guard sign.symbol == 42 || isTimes(index - 1) else { return false }
    return index + 1 == text.tokens.count || text.tokens[index + 1].kind != .word
  }

  /// "$120-$150 per year" lost its "k".
  func concludeYears(_ candidate: inout PayCandidate) {
    guard candidate.isRange, candidate.currency != nil, !candidate.hasMultiplier,
      !candidate.isGrouped, !candidate.hasDecimals, candidate.periods == PayPeriodSet(.year),
      let low = candidate.low, let high = candidate.high, low >= 40_00, high <= 400_00
    else { return }
    candidate.low = low * 1000
    candidate.high = high * 1000
  }

  /// "Salary reviews from 2020 - 2024": plain numbers that are years, but for a label of pay before.
  func areYears(_ candidate: PayCandidate) -> Bool {
    guard candidate.isRange, candidate.currency == nil, !candidate.hasMultiplier,
      !candidate.isGrouped, !candidate.hasDecimals, candidate.periods.isEmpty,
      let low = candidate.low, let high = candidate.high
    else { return false }
    return low >= 1990_00 && high <= 2060_00 && !followsSalary(candidate.words.lowerBound)
  }

  /// "Hourly rate - 45 to 55": no number but an hour's or a day's pay stands behind such words.
  func followsRate(_ candidate: PayCandidate) -> Bool {
    let start = candidate.tokens.lowerBound
    return (max(0, start - 4)..<start).contains { index in
      guard let (term, length) = vocabulary.term(at: index, in: text),
        index + length == start || index + length + 1 == start
      else { return false }
      let isRate = term.periods == PayPeriodSet(.hour) || term.periods == PayPeriodSet(.day)
      return term.roles.contains(.pay) && isRate
    }
  }

  private func countsNothing(_ end: Int) -> Bool {
    guard end < text.tokens.count else { return true }
    return isBoundary(end) || [40, 41, 43, 44, 46, 93].contains(text.tokens[end].symbol)
  }

  private func followsSalary(_ start: Int) -> Bool {
    for index in (max(0, start - 3)..<start).reversed() {
      let token = text.tokens[index]
      if [58, 45, 42].contains(token.symbol) { continue }
      let word = text.words(token.range).lowercased()
      if vocabulary.beside.isA(.yearsPay, word) { return true }
      guard vocabulary.beside.isA(.beforeSum, word) else { return false }
    }
    return false
  }
}
