import Listings
import Queries

extension Wording {
  /// In few columns: $170–190k, £450/d, from €80k, not stated.
  package static func shortPay(_ salary: Salary?) -> String {
    guard let salary else { return notStated }
    let range = salary.range
    let isSpan = range.low != nil && range.high != nil && range.low != range.high
    let (unit, sum) = scale(of: range.high ?? range.low ?? 0, isSpan: isSpan)
    let sign = sign(of: range.currency)
    let text: String
    switch (range.low, range.high) {
    case (let low?, let high?) where low == high: text = "\(sign)\(sum(low))\(unit)"
    case (let low?, let high?): text = "\(sign)\(sum(low))–\(sum(high))\(unit)"
    case (let low?, nil): text = "\(sign)\(sum(low))\(unit)+"
    case (nil, let high?): text = "≤\(sign)\(sum(high))\(unit)"
    case (nil, nil): return notStated
    }
    return text + shortPeriod(range.period)
  }

  /// In full: $170,000 – 190,000 a year.
  package static func pay(_ range: PayRange) -> String {
    let sign = sign(of: range.currency)
    let sums: String
    switch (range.low, range.high) {
    case (let low?, let high?) where low == high: sums = sign + full(low)
    case (let low?, let high?): sums = "\(sign)\(full(low)) – \(full(high))"
    case (let low?, nil): sums = "from \(sign)\(full(low))"
    case (nil, let high?): sums = "up to \(sign)\(full(high))"
    case (nil, nil): return notStated
    }
    let kind: String =
      switch range.kind {
      case .base: ""
      case .onTarget: ", on target"
      case .total: ", in total"
      }
    let months = range.monthsPerYear == 12 ? "" : ", \(range.monthsPerYear) times a year"
    let label = range.label.map { " (\($0))" } ?? ""
    return "\(sums) \(range.period.article) \(range.period.rawValue)\(months)\(kind)\(label)"
  }

  /// A year in the person's own currency; nil when that is what the posting says anyway.
  package static func comparablePay(_ salary: Salary, in context: QueryContext) -> String? {
    guard salary.range.period != .year || salary.range.currency != context.currency,
      let pay = context.rates.comparable(salary, in: context.currency)
    else { return nil }
    let range = PayRange(
      low: pay.low.map(rounded), high: pay.high.map(rounded), currency: context.currency,
      period: .year)
    return "\(pay.isConverted ? "≈ " : "= ")\(self.pay(range))"
  }

  /// A floor as the filter pane shows it: 150k.
  package static func floor(_ hundredths: Int) -> String {
    hundredths.isMultiple(of: 50_000) ? "\(thousands(hundredths))k" : units(hundredths)
  }

  package static func sign(of currency: Currency?) -> String {
    guard let currency else { return "" }
    return signs[currency.code] ?? "\(currency.code) "
  }
}

private let signs = [
  "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "CAD": "CA$", "AUD": "A$",
  "NZD": "NZ$", "BRL": "R$", "ILS": "₪", "KRW": "₩", "UAH": "₴",
]

private extension Wording {
  /// Whole hundreds of hundredths, so that a converted sum does not look exact.
  static func rounded(_ hundredths: Int) -> Int { (hundredths / 100_00) * 100_00 }

  static func full(_ hundredths: Int) -> String {
    let rest = hundredths.magnitude % 100
    return number(hundredths / 100) + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
  }

  /// Yen and won come in millions; two sums of a month have no room to be spelled out.
  static func scale(of hundredths: Int, isSpan: Bool) -> (unit: String, sum: (Int) -> String) {
    switch hundredths {
    case 2_000_000_00...: ("M", { thousands($0 / 1000) })
    case (isSpan ? 1_000_00 : 10_000_00)...: ("k", thousands)
    default: ("", units)
    }
  }

  static func units(_ hundredths: Int) -> String { full(hundredths) }

  /// With one decimal where it is needed: 137.5.
  static func thousands(_ hundredths: Int) -> String {
    let tenths = (hundredths + 5_000) / 10_000
    return number(tenths / 10) + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
  }

  static func shortPeriod(_ period: PayPeriod) -> String {
    switch period {
    case .hour: "/h"
    case .day: "/d"
    case .week: "/w"
    case .month: "/mo"
    case .year: ""
    }
  }
}
