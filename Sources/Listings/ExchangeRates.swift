/// Reference rates of one day, for comparing pay in the person's own currency.
package struct ExchangeRates: Hashable, Sendable {
  package let day: Day
  package let publisher: String
  /// Units of each currency that one euro buys.
  package let perEuro: [Currency: Double]

  package init(day: Day, publisher: String, perEuro: [Currency: Double]) {
    self.day = day
    self.publisher = publisher
    self.perEuro = perEuro.merging([.eur: 1]) { first, _ in first }
  }

  /// Hundredths of `target`, rounded; nil when either rate is not in the table.
  package func convert(_ hundredths: Int, from source: Currency, to target: Currency) -> Int? {
    if source == target { return hundredths }
    guard let from = perEuro[source], let to = perEuro[target], from > 0 else { return nil }
    let value = (Double(hundredths) * to / from).rounded()
    return abs(value) < 9e15 ? Int(value) : nil
  }
}

/// Pay a year in the person's currency: what is filtered, sorted and counted by.
package struct ComparablePay: Hashable, Sendable {
  /// Hundredths a year; nil when that end is not stated.
  package let low: Int?
  /// Hundredths a year; nil when that end is not stated.
  package let high: Int?
  /// The pay was stated in another currency.
  package let isConverted: Bool

  package init(low: Int?, high: Int?, isConverted: Bool) {
    self.low = low
    self.high = high
    self.isConverted = isConverted
  }
}

extension ExchangeRates {
  /// Nil when the pay's currency is not known or has no rate.
  package func comparable(_ salary: Salary, in currency: Currency) -> ComparablePay? {
    guard let source = salary.range.currency else { return nil }
    func converted(_ sum: Int?) -> Int?? {
      guard let sum else { return .some(nil) }
      return convert(sum, from: source, to: currency).map { .some($0) }
    }
    guard let low = converted(salary.range.annualLow), let high = converted(salary.range.annualHigh)
    else { return nil }
    return ComparablePay(low: low, high: high, isConverted: source != currency)
  }
}
