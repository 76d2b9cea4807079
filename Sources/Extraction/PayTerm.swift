import Listings

/// What a word or sign can mean near a sum; many mean several things.
struct PayRoles: OptionSet, Sendable {
  let rawValue: UInt64

  static let pay = PayRoles(rawValue: 1 << 0)
  static let weakPay = PayRoles(rawValue: 1 << 1)
  static let against = PayRoles(rawValue: 1 << 2)
  static let base = PayRoles(rawValue: 1 << 3)
  static let target = PayRoles(rawValue: 1 << 4)
  static let total = PayRoles(rawValue: 1 << 5)
  static let mark = PayRoles(rawValue: 1 << 6)
  static let filler = PayRoles(rawValue: 1 << 7)
  static let from = PayRoles(rawValue: 1 << 8)
  static let upTo = PayRoles(rawValue: 1 << 9)
  static let to = PayRoles(rawValue: 1 << 10)
  static let and = PayRoles(rawValue: 1 << 11)
  static let between = PayRoles(rawValue: 1 << 12)
  static let per = PayRoles(rawValue: 1 << 13)
  static let unit = PayRoles(rawValue: 1 << 14)
  static let more = PayRoles(rawValue: 1 << 15)
  static let less = PayRoles(rawValue: 1 << 16)
  static let about = PayRoles(rawValue: 1 << 17)
  static let extra = PayRoles(rawValue: 1 << 18)
  static let share = PayRoles(rawValue: 1 << 19)
  static let level = PayRoles(rawValue: 1 << 20)
  static let months = PayRoles(rawValue: 1 << 21)
  /// A period after "per" or a slash.
  static let periodNoun = PayRoles(rawValue: 1 << 22)
  /// A period right behind a sum.
  static let periodBare = PayRoles(rawValue: 1 << 23)
  /// A period that stands alone.
  static let periodWord = PayRoles(rawValue: 1 << 24)
  static let sign = PayRoles(rawValue: 1 << 25)
  /// A currency only behind a sum that bears a shared sign.
  static let suffix = PayRoles(rawValue: 1 << 26)
  static let label = PayRoles(rawValue: 1 << 27)
  static let custom = PayRoles(rawValue: 1 << 28)
  static let times = PayRoles(rawValue: 1 << 29)
  static let softAgainst = PayRoles(rawValue: 1 << 30)
  /// "The minimum … is": bounds from farther away.
  static let farFrom = PayRoles(rawValue: 1 << 31)
  static let farUpTo = PayRoles(rawValue: 1 << 32)
  static let budget = PayRoles(rawValue: 1 << 33)
  /// "circa": the sum behind it is meant, about.
  static let near = PayRoles(rawValue: 1 << 34)
  /// Its point ends no sentence.
  static let short = PayRoles(rawValue: 1 << 35)

  /// Right behind a sum: it is no pay, whatever stands before it ("in stock", "for clients").
  static let never = PayRoles(rawValue: 1 << 36)

  /// Before other money: it says what the sum is for ("gross for benefits").
  static let purpose = PayRoles(rawValue: 1 << 37)

  /// A number right behind counts it: "Step 5".
  static let step = PayRoles(rawValue: 1 << 38)

  /// Behind a sum: who named it guessed it, and is not the employer.
  static let guess = PayRoles(rawValue: 1 << 39)

  /// The roles that the tables name in a column.
  static let named: [String: PayRoles] = [
    "pay": .pay, "never": .never, "purpose": .purpose,
    "step": .step, "guess": .guess, "weak": .weakPay, "against": .against,
    "soft": .softAgainst,
    "farfrom": .farFrom,
    "farupto": .farUpTo, "budget": .budget, "base": .base, "target": .target,
    "total": .total, "mark": .mark, "filler": .filler, "from": .from, "upto": .upTo, "to": .to,
    "and": .and, "between": .between, "per": .per, "unit": .unit, "more": .more, "less": .less,
    "about": .about, "near": [.about, .near], "short": .short, "extra": .extra, "share": .share,
    "level": .level, "months": .months, "speech": [],
    "noun": .periodNoun, "bare": [.periodNoun, .periodBare], "periodWord": .periodWord,
    "sign": .sign, "word": .sign, "suffix": .suffix, "label": .label, "custom": .custom,
  ]
}

/// Periods that a word can mean: `md` is a man-day in Poland and a month in Denmark.
struct PayPeriodSet: OptionSet, Sendable {
  let rawValue: UInt8

  /// Kept as weeks of half the sum.
  static let fortnight = PayPeriodSet(rawValue: 32)
  /// Twice a month; kept as months of double the sum.
  static let halfMonth = PayPeriodSet(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// As the tables name it; empty where they name none.
  init(named name: String) {
    switch name {
    case "fortnight": self = .fortnight
    case "halfmonth": self = .halfMonth
    default: self = PayPeriod(rawValue: name).map { PayPeriodSet($0) } ?? []
    }
  }

  init(_ period: PayPeriod) {
    switch period {
    case .hour: rawValue = 1
    case .day: rawValue = 2
    case .week: rawValue = 4
    case .month: rawValue = 8
    case .year: rawValue = 16
    }
  }
}

/// A word, sign or phrase of the pay tables, with all that it can mean.
struct PayTerm: Sendable {
  var roles: PayRoles = []
  var periods: PayPeriodSet = []
  /// Index in `PayVocabulary.currencies`.
  var currency: Int?
  /// Several currencies share it.
  var isShared = false
  /// Only its capitals mean the currency.
  var needsCapitals = false
  var times = 1
  /// The currencies that words of its languages mean when they name none.
  var spoken: PayCurrencySet = []

  mutating func merge(_ other: PayTerm) {
    // A phrase read with and without capitals needs none.
    if roles.contains(.sign), other.roles.contains(.sign) {
      needsCapitals = needsCapitals && other.needsCapitals
    } else {
      needsCapitals = needsCapitals || other.needsCapitals
    }
    roles.formUnion(other.roles)
    periods.formUnion(other.periods)
    if currency == nil {
      currency = other.currency
      isShared = other.isShared
    }
    if times == 1 { times = other.times }
    spoken.formUnion(other.spoken)
  }
}

/// Some of the first 64 currencies of the table, by their index.
struct PayCurrencySet: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ index: Int?) {
    if let index, index < 64 { rawValue = 1 << UInt64(index) } else { rawValue = 0 }
  }

  /// The first in the table's order.
  var first: Int? { isEmpty ? nil : rawValue.trailingZeroBitCount }
}
