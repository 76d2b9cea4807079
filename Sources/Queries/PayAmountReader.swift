import Listings

/// Reads sums as people write them in queries: `150k`, `80€/h`, `£60k`, `1.5m`, `120,000 EUR`.
enum PayAmountReader {
  static func condition(_ text: String, _ comparison: QueryComparison) -> PayCondition? {
    switch comparison {
    case .atLeast: sum(text).map(PayCondition.atLeast)
    case .atMost: sum(text).map(PayCondition.atMost)
    case .above: sum(text).map(PayCondition.above)
    case .below: sum(text).map(PayCondition.below)
    case .equal, .unequal, .matches: range(text)
    }
  }

  /// `120k..180k`, `120..180k`, `120k..`, `..180k`; a single sum is a range of its own.
  private static func range(_ text: String) -> PayCondition? {
    guard let (first, last) = RangeText.ends(of: text) else {
      return sum(text).map { .between($0, $0) }
    }
    if first.isEmpty { return sum(last).map(PayCondition.atMost) }
    if last.isEmpty { return sum(first).map(PayCondition.atLeast) }
    guard var low = parts(first), var high = parts(last) else { return nil }
    // "120..180k" and "80..100€/h": what is written once goes for both.
    if low.multiplier == nil, low.hundredths < 100_000 { low.multiplier = high.multiplier }
    low.period = low.period ?? high.period
    high.period = high.period ?? low.period
    low.currency = low.currency ?? high.currency
    high.currency = high.currency ?? low.currency
    guard let from = low.amount, let to = high.amount else { return nil }
    return .between(from, to)
  }

  private static func sum(_ text: String) -> PayAmount? { parts(text)?.amount }

  private struct Parts {
    var hundredths = 0
    /// Nil where none is written.
    var multiplier: Int?
    var currency: Currency?
    var period: PayPeriod?

    var amount: PayAmount? {
      let (product, overflow) = hundredths.multipliedReportingOverflow(by: multiplier ?? 1)
      guard !overflow, product <= PayAmount.largest else { return nil }
      return PayAmount(amount: product, currency: currency, period: period ?? .year)
    }
  }

  private static func parts(_ text: String) -> Parts? {
    var rest = text.lowercased().unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" }[...]
    var parts = Parts()
    if let slash = rest.firstIndex(of: "/") {
      guard let period = periods[String(String.UnicodeScalarView(rest[slash...].dropFirst()))]
      else { return nil }
      parts.period = period
      rest = rest[..<slash]
    }
    let before = rest.prefix { !isFigure($0) }
    let figures = rest.dropFirst(before.count).prefix(while: isFigure)
    var after = String(String.UnicodeScalarView(rest.dropFirst(before.count + figures.count)))
    if let (word, multiplier) = multiplier(at: after) {
      parts.multiplier = multiplier
      after.removeFirst(word)
    }
    let prefix = String(String.UnicodeScalarView(before))
    guard prefix.isEmpty || after.isEmpty,
      let hundredths = hundredths(figures.map(\.value), isScaled: parts.multiplier != nil)
    else { return nil }
    parts.hundredths = hundredths
    let unit = prefix + after
    if !unit.isEmpty {
      guard let currency = signs[unit] ?? Currency(code: unit) else { return nil }
      parts.currency = currency
    }
    return parts
  }

  /// "k" and "m", also before a currency (`500kSEK`), but not the K of KRW.
  private static func multiplier(at text: String) -> (length: Int, Int)? {
    guard let first = text.first, first == "k" || first == "m" else { return nil }
    if text.count == 3, signs[String(text.dropFirst())] == nil { return nil }
    return (1, first == "k" ? 1000 : 1_000_000)
  }

  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value >= 0x30 && scalar.value <= 0x39) || scalar == "." || scalar == ","
  }

  /// The figures in hundredths.
  ///
  /// A mark before exactly three figures parts thousands (`120,000`, `120.000`), unless a multiplier
  /// follows (`1.125m`); any other is the decimal mark.
  private static func hundredths(_ figures: [UInt32], isScaled: Bool) -> Int? {
    let groups = figures.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ !$0.isEmpty }),
      figures.count <= 16
    else { return nil }
    let isDecimal = groups.count > 1 && (groups.last?.count != 3 || (isScaled && groups.count == 2))
    let whole = isDecimal ? groups.dropLast() : groups[...]
    guard whole.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    func number(_ digits: some Sequence<UInt32>) -> Int {
      digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    let fraction = isDecimal ? Array((groups.last ?? []).prefix(2)) : []
    let cents = number(fraction + Array(repeating: 0x30, count: 2 - fraction.count))
    return number(whole.joined()) * 100 + cents
  }

  private static let periods: [String: PayPeriod] = [
    "h": .hour, "hr": .hour, "hour": .hour, "d": .day, "day": .day, "w": .week, "wk": .week,
    "week": .week, "m": .month, "mo": .month, "month": .month, "y": .year, "yr": .year,
    "year": .year, "a": .year,
  ]

  private static let signs: [String: Currency] = [
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "c$": "CAD",
    "ca$": "CAD", "a$": "AUD", "au$": "AUD", "s$": "SGD", "zł": "PLN", "kč": "CZK", "₽": "RUB",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "r$": "BRL", "₪": "ILS", "fr": "CHF",
  ].compactMapValues { Currency(code: $0) }
}

extension PayAmount {
  /// Ten million million: more than anybody's pay in any currency, and far from overflow.
  static let largest = 1_000_000_000_000_000
}
