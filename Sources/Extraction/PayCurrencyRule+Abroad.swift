import Listings

/// Currencies and periods that places and languages imply far from the dollar.
extension PayCurrencyRule {
  /// "Sueldo $1.200.000 (Bogotá)": a single line's place, whose dollars or pesos are as large.
  mutating func localPeso(_ candidate: PayCandidate, _ named: Int) -> Int? {
    guard let place = linePlace(), isSigned(place, "$"), isLikely(candidate, place, named)
    else { return nil }
    return place
  }

  /// "Sueldo $850.000": more than dollars can be, and worded in Spanish, so that it is in pesos.
  ///
  /// Whose they are stays open.
  func leavePesoOpen(_ candidate: inout PayCandidate, _ named: Int) {
    guard candidate.isGrouped, !candidate.hasDecimals, !candidate.hasMultiplier,
      candidate.size > vocabulary.currencies[named].mostPerYear / 10,
      candidate.spoken.isDisjoint(with: vocabulary.dollar), hasPoints(candidate),
      let peso = vocabulary.currency(of: "CLP"),
      candidate.size <= vocabulary.currencies[peso].month
    else { return }
    candidate.currency = peso
    candidate.isCurrencyUnknown = true
  }

  /// Whether points group the digits, as in most of South America.
  private func hasPoints(_ candidate: PayCandidate) -> Bool {
    guard let first = text.tokens[candidate.tokens].first(where: { $0.kind == .number }),
      Int(first.end) < text.bytes.count
    else { return false }
    return text.bytes[Int(first.end)] == 46
  }

  /// "зп 700$", "Gehalt 450 €": outside English a day's wage says so, and what is paid in another
  /// currency than the place's is paid by the month.
  mutating func isMonthly(_ candidate: PayCandidate) -> Bool {
    guard candidate.isPeriodInferred, candidate.period == .day, let index = candidate.currency,
      vocabulary.currencies[index].isPlausible(candidate.size, a: .month)
    else { return false }
    if !candidate.spoken.isEmpty, candidate.spoken.isDisjoint(with: vocabulary.dollar) {
      return true
    }
    let isDollar = vocabulary.dollar.contains(PayCurrencySet(index))
    guard isDollar, let place = hint ?? linePlace() else { return false }
    return place != index
      && vocabulary.currencies[place].month >= vocabulary.currencies[index].month * 5
  }
}
