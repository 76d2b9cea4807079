import Listings

/// A sum or a range found in a text, which may turn out to be pay.
struct PayCandidate {
  /// Hundredths; one end may be open.
  var low: Int?
  var high: Int?
  var isRange = false
  /// Index in `PayVocabulary.currencies`.
  var currency: Int?
  var isShared = false
  /// Only the word that counts names the currency, which several countries call so: "5万元".
  var isCounted = false
  /// Grouped as in India, which says the currency.
  var isIndian = false
  var otherCurrency: Int?
  /// The sums' tokens.
  var tokens: Range<Int>
  /// The words that belong to it: "up to" before, "per hour" behind.
  var words: Range<Int>
  /// Periods said right behind the sums.
  var periods: PayPeriodSet = []
  /// "per word", "/kid": no pay of a person.
  var isPerUnit = false
  var hasMultiplier = false
  var isGrouped = false
  var hasDecimals = false
  /// "12 LPA" is a year's pay.
  var saysPeriodItself = false

  var period: PayPeriod = .year
  var isPeriodInferred = false
  var isCurrencyInferred = false
  /// Neither it, nor its place, nor its language names a currency.
  var isUnnamed = false
  /// Its currency is only a measure of its size.
  var isCurrencyUnknown = false
  var kind: PayKind = .base
  var saysBase = false
  /// A site's estimate, and not the employer's word.
  var isGuess = false
  var score = 0
  /// What the words around it count for and against.
  var contextScore = 0
  /// What the language of the words around pays in.
  var spoken: PayCurrencySet = []
  var rule = PayRule.sum

  /// The end that decides how large it is.
  var size: Int { high ?? low ?? 0 }

  /// "75-80/hr": an hour's pay, and not what is done in an hour.
  var isWage: Bool { periods == PayPeriodSet(.hour) && isRange && size >= 15_00 }

  /// Whether it is paid in the same way as another, so that they can be compared.
  func isLike(_ other: PayCandidate) -> Bool {
    currency == other.currency && period == other.period && kind == other.kind
      && saysBase == other.saysBase
  }

  /// Whether it is a range whose lower end is the other's one sum.
  func begins(with other: PayCandidate) -> Bool {
    isRange && !other.isRange && low != nil && low == other.low && isLike(other)
  }

  /// Keeps of what may be spoken what another word allows, if anything is left.
  mutating func narrow(_ other: PayCurrencySet) {
    let common = spoken.intersection(other)
    if !common.isEmpty { spoken = common }
  }

  /// Whether it is a single sum that may lie in a range that begins with another.
  func isInner(_ first: PayCandidate) -> Bool {
    guard let sum = low, low == high, let least = first.low else { return false }
    return sum >= least && currency == first.currency
  }
}

/// The rules that read pay, by the names that the documentation gives them.
enum PayRule: String {
  case sum = "a sum and its currency"
  case range = "a range"
  case words = "words of pay"
  case field = "the pay field"
  case board = "the board's fields"
}
