/// An ISO 4217 currency.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Three capital letters, as in `USD`.
  package let code: String

  /// Nil unless `code` is three ASCII letters; small ones are raised.
  package init?(code: some StringProtocol) {
    let letters = code.utf8
    guard letters.count == 3, letters.allSatisfy({ ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 })
    else { return nil }
    self.code = code.uppercased()
  }

  private init(known code: String) { self.code = code }

  package static let usd = Currency(known: "USD")
  package static let eur = Currency(known: "EUR")
  package static let gbp = Currency(known: "GBP")

  package var description: String { code }
}

/// What a stated sum is paid for.
package enum PayPeriod: String, CaseIterable, Sendable {
  case hour, day, week, month, year

  /// The English one: "an hour", "a day".
  package var article: String { self == .hour ? "an" : "a" }
}

/// What was concluded about a pay rather than read.
package enum PayInference: String, CaseIterable, Sendable {
  case currency, period
}

/// How a pay came to be known.
package enum PayBasis: String, CaseIterable, Sendable {
  /// The posting or its board says so.
  case stated
  /// The board guessed it (Adzuna marks such figures).
  case predicted
}

/// What a range of pay covers.
package enum PayKind: String, CaseIterable, Sendable {
  case base
  /// On-target earnings: base and variable together.
  case onTarget
  /// Total compensation, equity or bonus included.
  case total
}

/// One stated range; a missing end is not stated, a single sum has both ends alike.
package struct PayRange: Hashable, Sendable {
  /// Hundredths of the currency's unit.
  package let low: Int?
  /// Hundredths of the currency's unit.
  package let high: Int?
  /// Nil when neither the words nor the place tell.
  package let currency: Currency?
  package let period: PayPeriod
  package let kind: PayKind
  /// Paid months in a year, where the posting says 13 or 14; else 12.
  package let monthsPerYear: Int
  /// The place or level that this range is for, as written.
  package let label: String?

  package init(
    low: Int?, high: Int?, currency: Currency?, period: PayPeriod, kind: PayKind = .base,
    monthsPerYear: Int = 12, label: String? = nil
  ) {
    self.low = low
    self.high = high
    self.currency = currency
    self.period = period
    self.kind = kind
    self.monthsPerYear = monthsPerYear
    self.label = label
  }

  /// The one rule by which pay of different periods is compared, filtered, sorted and shown.
  ///
  /// 2,080 hours, 260 days, 52 weeks or 12 months make a year; 13 or 14 months only where stated.
  package func annual(_ sum: Int) -> Int {
    let (product, overflow) = sum.multipliedReportingOverflow(by: timesPerYear)
    return overflow ? Int.max : product
  }

  package var timesPerYear: Int {
    switch period {
    case .hour: 2080
    case .day: 260
    case .week: 52
    case .month: monthsPerYear
    case .year: 1
    }
  }

  /// Hundredths a year.
  package var annualLow: Int? { low.map(annual) }
  /// Hundredths a year.
  package var annualHigh: Int? { high.map(annual) }
}

/// The pay of a posting: the range that filters, and what else was stated.
package struct Salary: Hashable, Sendable {
  package let range: PayRange
  /// The words it was read from, as the posting has them.
  package let text: String
  package let basis: PayBasis
  package let inferred: Set<PayInference>
  /// Further ranges, by level or by place.
  package let others: [PayRange]

  package init(
    range: PayRange, text: String, basis: PayBasis = .stated, inferred: Set<PayInference> = [],
    others: [PayRange] = []
  ) {
    self.range = range
    self.text = text
    self.basis = basis
    self.inferred = inferred
    self.others = others
  }
}
