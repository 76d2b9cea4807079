import Listings

/// Settles what a sum is paid for: by the words behind it, then by those around, then by its size.
struct PayPeriodRule {
  let currency: PayCurrency

  /// Sets the period of a candidate; false when the sum can be no pay.
  func settle(_ candidate: inout PayCandidate, _ around: PayAround) -> Bool {
    if !candidate.periods.isEmpty, let isPay = settleStated(&candidate) {
      // "Hourly rate: $25-35 Annual education benefit"
      return isPay
        || around.before > 2 && around.distantPeriods.contains { settleDistant(&candidate, $0) }
    }
    for periods in around.distantPeriods where settleDistant(&candidate, periods) { return true }
    candidate.period = currency.period(of: candidate.size)
    if candidate.period == .year, isMonths(candidate) { candidate.period = .month }
    candidate.isPeriodInferred = true
    // "$1—$2" stands where nobody filled in the sums.
    let isFilled =
      candidate.period != .hour
      || PayCurrency.annual(candidate.size, .hour) >= currency.leastPerYear * 2
    return isFilled && currency.isPlausible(candidate.size, a: candidate.period)
  }
}

private extension PayPeriodRule {
  /// "8k - 12k EUR": of a range the middle counts, as ratios go.
  func isMonths(_ candidate: PayCandidate) -> Bool {
    guard candidate.isRange, let low = candidate.low, let high = candidate.high else {
      return false
    }
    return Double(low) * Double(high) <= Double(currency.month) * Double(currency.month)
  }

  /// Nil when the stated period is a slip: "$90,000 a month" is a year's pay.
  func settleStated(_ candidate: inout PayCandidate) -> Bool? {
    unfold(&candidate, candidate.periods)
    let size = candidate.size
    let said = PayPeriod.allCases.filter { candidate.periods.contains(PayPeriodSet($0)) }
    guard let period = said.first(where: { currency.isUsual(size, a: $0) }) ?? said.first
    else { return false }
    let isAbsurd =
      !currency.isUsual(size, a: period)
      && PayCurrency.annual(size, period) > currency.mostPerYear / 4
    guard !isAbsurd else { return nil }
    candidate.period = period
    return currency.isPlausible(size, a: period)
  }

  func settleDistant(_ candidate: inout PayCandidate, _ periods: PayPeriodSet) -> Bool {
    var unfolded = candidate
    unfolded.periods = periods
    unfold(&unfolded, periods)
    let size = unfolded.size
    for period in PayPeriod.allCases where unfolded.periods.contains(PayPeriodSet(period)) {
      if currency.isUsual(size, a: period), currency.isPlausible(size, a: period) {
        (candidate.low, candidate.high) = (unfolded.low, unfolded.high)
        candidate.period = period
        return true
      }
    }
    return false
  }

  /// A fortnight's pay is two weeks', one of half a month doubles to a month's.
  func unfold(_ candidate: inout PayCandidate, _ periods: PayPeriodSet) {
    if periods.contains(.fortnight) {
      candidate.low = candidate.low.map { $0 / 2 }
      candidate.high = candidate.high.map { $0 / 2 }
      candidate.periods = PayPeriodSet(.week)
    } else if periods.contains(.halfMonth) {
      candidate.low = candidate.low.map { $0 * 2 }
      candidate.high = candidate.high.map { $0 * 2 }
      candidate.periods = PayPeriodSet(.month)
    }
  }
}
