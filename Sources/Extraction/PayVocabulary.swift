import Listings

/// Currencies, periods and the words that stand for and against pay, from the tables of Resources.
package final class PayVocabulary: Sendable {
  let currencies: [PayCurrency]
  /// The US dollar, which words of English mean.
  let dollar: PayCurrencySet
  let beside: BesideWords
  private let terms: [PayTerm]
  private let phrases: PhraseTable<Int>
  // Apart from the words, which they would hide: "from a $500" has no Australian sign.
  private let signs: PhraseTable<Int>
  private let endings: WordEndings
  private let indexByCode: [String: Int]
  private let indexByCountry: [String: Int]

  init(
    lexicon: inout Lexicon, beside: BesideWords, table: (_ path: String) -> VocabularyTable
  ) {
    self.beside = beside
    var tables = PayTables()
    tables.readCurrencies(table("vocabulary/currencies.tsv"))
    var builder = PayTermBuilder()
    tables.readSigns(table("vocabulary/currency-signs.tsv"), into: &builder)
    tables.readMultipliers(table("vocabulary/pay-multipliers.tsv"), into: &builder)
    tables.readPeriods(table("vocabulary/pay-periods.tsv"), into: &builder)
    tables.readWords(table("vocabulary/pay-words.tsv"), into: &builder)
    builder.spreadPay()
    currencies = tables.currencies
    indexByCode = tables.indexByCode
    dollar = PayCurrencySet(tables.indexByCode["USD"])
    indexByCountry = tables.indexByCountry
    var terms: [PayTerm] = []
    var phrases = PhraseTable<Int>()
    var signs = PhraseTable<Int>()
    var endings = WordEndings()
    for (phrase, term) in builder.terms {
      if phrase.hasPrefix("*") {
        endings.add(phrase.dropFirst(), terms.count)
      } else if Self.isCompoundSign(phrase, term) {
        signs.add(phrase, terms.count, to: &lexicon)
      } else {
        phrases.add(phrase, terms.count, to: &lexicon)
      }
      terms.append(term)
    }
    self.terms = terms
    self.phrases = phrases
    self.signs = signs
    self.endings = endings
  }

  /// The longest term that begins with a token, and how many tokens it takes.
  func term(at index: Int, in text: TokenizedText) -> (term: PayTerm, length: Int)? {
    if let match = phrases.match(at: index, in: text) {
      return (terms[match.value], match.length)
    }
    let token = text.tokens[index]
    guard token.kind == .word, token.id == 0,
      let ending = endings.match(token.range, in: text.bytes)
    else { return nil }
    return (terms[ending], 1)
  }

  /// The term at a token if it names a currency: most do not, and are not copied.
  func currencyTerm(at index: Int, in text: TokenizedText) -> PayTerm? {
    guard let match = phrases.match(at: index, in: text), terms[match.value].currency != nil else {
      return nil
    }
    return terms[match.value]
  }

  /// The sign of letters and symbols that begins with a token: "US$", "kr.".
  func sign(at index: Int, in text: TokenizedText) -> (term: PayTerm, length: Int)? {
    guard let match = signs.match(at: index, in: text) else { return nil }
    return (terms[match.value], match.length)
  }

  private static func isCompoundSign(_ phrase: String, _ term: PayTerm) -> Bool {
    guard term.roles.contains(.sign), let first = phrase.unicodeScalars.first else { return false }
    return first.properties.isAlphabetic
      && phrase.unicodeScalars.contains { !$0.properties.isAlphabetic && $0 != " " }
  }

  /// Whether a currency is written with a sign that others share.
  func isSigned(_ currency: Int, _ sign: String) -> Bool { currencies[currency].sign == sign }

  /// Those of the currencies that are written with a sign.
  func signed(_ sign: String, _ set: PayCurrencySet) -> PayCurrencySet {
    var result: PayCurrencySet = []
    for index in currencies.indices where isSigned(index, sign) {
      result.formUnion(set.intersection(PayCurrencySet(index)))
    }
    return result
  }

  /// What words that are no English ones speak of; empty where English has the word too.
  func foreign(_ set: PayCurrencySet) -> PayCurrencySet {
    set.isDisjoint(with: dollar) ? set : []
  }

  func currency(of code: String) -> Int? { indexByCode[code] }

  /// The currency of all the countries; nil when there is none or they differ.
  func currency(in countries: [String]) -> Int? {
    var found: Int?
    for country in countries {
      guard let index = indexByCountry[country] else { continue }
      if let found, found != index { return nil }
      found = index
    }
    return found
  }
}

/// Terms by their words, in the order of the tables; rows of the same words become one term.
private struct PayTermBuilder {
  fileprivate(set) var terms: [(phrase: String, term: PayTerm)] = []
  fileprivate var places: [[UInt8]: Int] = [:]

  mutating func add(_ phrase: String, _ term: PayTerm) {
    guard !phrase.isEmpty else { return }
    let key = Lexicon.fold(phrase)
    if let place = places[key] {
      terms[place].term.merge(term)
    } else {
      places[key] = terms.count
      terms.append((phrase, term))
    }
  }
}

extension PayTermBuilder {
  /// The longest phrase hides the words in it: "starting salary" speaks of pay as "salary" does.
  fileprivate mutating func spreadPay() {
    for index in terms.indices {
      let words = Lexicon.fold(terms[index].phrase).split(separator: 32)
      guard words.count > 1, !terms[index].term.roles.contains(.against) else { continue }
      let saysPay = words.contains { word in
        places[Array(word)].map { terms[$0].term.roles.contains(.pay) } ?? false
      }
      if saysPay { terms[index].term.roles.insert(.pay) }
    }
  }
}

/// Currencies and where each is at home, as they are read from the tables.
private struct PayTables {
  fileprivate var currencies: [PayCurrency] = []
  fileprivate var indexByCode: [String: Int] = [:]
  fileprivate var indexByCountry: [String: Int] = [:]
  private var indexByLanguage: [String: Int] = [:]
}

extension PayTables {
  fileprivate mutating func readCurrencies(_ table: VocabularyTable) {
    let codes = table.column("code")
    let signs = table.column("sign")
    let countries = table.column("countries")
    let languages = table.column("languages")
    let limits = ["hour", "day", "month", "year", "least"].map {
      table.column($0).map { Int($0) ?? 0 }
    }
    for (row, code) in codes.enumerated() {
      guard let currency = Currency(code: code) else { continue }
      let index = currencies.count
      currencies.append(
        PayCurrency(
          currency: currency, sign: signs[row], hour: limits[0][row] * 100,
          day: limits[1][row] * 100, month: limits[2][row] * 100,
          mostPerYear: limits[3][row] * 100, leastPerMonth: limits[4][row] * 100))
      indexByCode[code] = index
      for country in countries[row].split(separator: " ") {
        indexByCountry[String(country)] = index
      }
      for language in languages[row].split(separator: " ") {
        indexByLanguage[String(language)] = index
      }
    }
  }

  fileprivate mutating func readSigns(_ table: VocabularyTable, into builder: inout PayTermBuilder)
  {
    let words = table.column("words")
    let kinds = table.column("kind")
    let codes = table.column("code")
    let sure = table.column("sure")
    for (row, phrase) in words.enumerated() {
      var term = PayTerm()
      term.roles = PayRoles.named[kinds[row]] ?? []
      term.currency = indexByCode[codes[row]]
      term.isShared = sure[row] == "no"
      term.needsCapitals =
        phrase.utf8.count <= 3 && phrase.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }
      builder.add(phrase, term)
    }
    // "130kCAD": the letter that multiplies and the code are one word.
    for (index, currency) in currencies.enumerated() {
      var term = PayTerm()
      term.roles = .times
      term.times = 1000
      term.currency = index
      builder.add("k" + currency.currency.code, term)
    }
  }

  fileprivate mutating func readMultipliers(
    _ table: VocabularyTable, into builder: inout PayTermBuilder
  ) {
    let words = table.column("words")
    let times = table.column("times")
    let codes = table.column("currency")
    let periods = table.column("period")
    let languages = table.column("language")
    for (row, phrase) in words.enumerated() {
      var term = PayTerm()
      term.roles = .times
      term.times = Int(times[row]) ?? 1
      term.currency = indexByCode[codes[row]]
      term.periods = PayPeriodSet(named: periods[row])
      term.spoken = PayCurrencySet(indexByLanguage[languages[row]])
      builder.add(phrase, term)
    }
  }

  fileprivate mutating func readPeriods(
    _ table: VocabularyTable, into builder: inout PayTermBuilder
  ) {
    let words = table.column("words")
    let periods = table.column("period")
    let forms = table.column("form")
    let languages = table.column("language")
    for (row, phrase) in words.enumerated() {
      var term = PayTerm()
      term.roles = PayRoles.named[forms[row] == "word" ? "periodWord" : forms[row]] ?? []
      term.periods = PayPeriodSet(named: periods[row])
      term.spoken = PayCurrencySet(indexByLanguage[languages[row]])
      builder.add(phrase, term)
    }
  }

  fileprivate mutating func readWords(_ table: VocabularyTable, into builder: inout PayTermBuilder)
  {
    let words = table.column("words")
    let roles = table.column("role")
    let languages = table.column("language")
    for (row, phrase) in words.enumerated() {
      var term = PayTerm()
      term.roles = PayRoles.named[roles[row]] ?? []
      term.spoken = PayCurrencySet(indexByLanguage[languages[row]])
      builder.add(phrase, term)
    }
  }
}
