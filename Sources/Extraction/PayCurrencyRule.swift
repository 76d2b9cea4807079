import Listings

/// Settles the currency of sums whose sign several share, or that name none.
struct PayCurrencyRule {
  let text: TokenizedText
  let vocabulary: PayVocabulary
  /// The currency of the posting's place.
  let hint: Int?
  /// Places named in a single line count; those in a body are too incidental, and nil is here.
  private let places: Gazetteer?
  let readsLine: Bool
  /// The posting names countries that share no currency, none of them the United States.
  let isElsewhere: Bool
  /// By the sign that is shared.
  private var spoken: [(sign: String, currency: Int?)] = []
  /// The one currency that sums of the text name, be they pay or not; nil in a text that names none
  /// or several.
  private var onlyNamed: Int?
  private var namesSeveral = false
  private var codeRead: Int??
  private var customRead: Int??
  private var isPlaceRead = false
  private var placeRead: Int?
  /// The characters that the text is written in, once they were asked for.
  var chineseRead: ChineseScript?

  init(text: TokenizedText, words: Vocabulary, hint: PayHint, readsPlaces: Bool) {
    self.text = text
    vocabulary = words.pay
    places = readsPlaces ? words.places : nil
    readsLine = readsPlaces
    self.hint = vocabulary.currency(in: hint.countries)
    isElsewhere = self.hint == nil && !hint.countries.isEmpty && !hint.countries.contains("US")
  }

  /// Gives a candidate its currency, and says whether that was concluded.
  mutating func resolve(_ candidate: inout PayCandidate, _ around: PayAround) {
    let place = around.placeCurrency
    guard let named = candidate.currency else {
      let dollar = vocabulary.currency(of: "USD")
      candidate.isCurrencyInferred = true
      let local = hint ?? lineCode() ?? place ?? linePlace() ?? customs()
      candidate.currency =
        local ?? likely(candidate.spoken, candidate)
        ?? chinese(candidate) ?? dollar
      if local == nil { settleYuan(&candidate) }
      candidate.isUnnamed = local == nil && candidate.currency == dollar
      candidate.isCurrencyUnknown = isElsewhere && candidate.currency == dollar
      return
    }
    if candidate.isCounted, isTaiwanese(candidate, named) {
      candidate.currency = vocabulary.currency(of: "TWD")
      candidate.isCurrencyInferred = true
    } else if candidate.isCounted {
      settleYuan(&candidate)
    }
    guard candidate.isShared else { return }
    let sign = vocabulary.currencies[named].sign
    if let place, isSigned(place, sign) {
      candidate.currency = place
      candidate.isShared = false
      return
    }
    candidate.isCurrencyInferred = true
    if let hint, isSigned(hint, sign) {
      guard isLikely(candidate, hint, named) else { return }
      candidate.currency = hint
      candidate.isCurrencyInferred = hint != named
    } else if let spoken = spokenCurrency(sign) {
      candidate.currency = spoken
    } else if sign == "$" {
      if let own = scriptCurrency(candidate, around) ?? localPeso(candidate, named) {
        candidate.currency = own
      } else {
        leavePesoOpen(&candidate, named)
      }
    } else {
      let languages = vocabulary.signed(sign, candidate.spoken)
      candidate.currency = written(candidate, languages) ?? likely(languages, candidate) ?? named
    }
  }

  /// Remembers what currency a sum bears.
  ///
  /// After "orders worth €85M" a salary of "55-70k" is in euros too.
  mutating func note(_ candidate: PayCandidate) {
    guard let currency = candidate.currency, !candidate.isShared else { return }
    if let onlyNamed, onlyNamed != currency { namesSeveral = true }
    onlyNamed = currency
  }

  /// Whether a candidate is in the currency of the posting's place.
  func isLocal(_ candidate: PayCandidate) -> Bool { hint != nil && candidate.currency == hint }

  /// A shared sign means what another sum of the text says outright: "CAD $119k, base $100k".
  ///
  /// So do the same sums with another currency's name: copies of a page turn £ into $.
  func settle(_ candidates: inout [PayCandidate]) {
    for index in candidates.indices where candidates[index].isShared {
      let own = candidates[index]
      let twin = candidates.first {
        !$0.isShared && $0.low == own.low && $0.high == own.high && $0.currency != nil
      }
      if let twin { candidates[index].currency = twin.currency }
    }
    guard hint == nil else { return }
    if let onlyNamed, !namesSeveral, !isElsewhere {
      for index in candidates.indices where candidates[index].isUnnamed {
        candidates[index].currency = onlyNamed
      }
    }
    for index in candidates.indices where candidates[index].isShared {
      guard let own = candidates[index].currency else { continue }
      let sign = vocabulary.currencies[own].sign
      let sure = candidates.compactMap { other in
        !other.isShared && other.currency.map { isSigned($0, sign) } == true ? other.currency : nil
      }
      if let first = sure.first, sure.allSatisfy({ $0 == first }) {
        candidates[index].currency = first
      }
    }
  }
}

extension PayCurrencyRule {
  func isSigned(_ currency: Int, _ sign: String) -> Bool {
    vocabulary.currencies[currency].sign == sign
  }

  /// Of the currencies that a language leaves open the first in which the sum can be pay for the
  /// period that it states: "16k-30k/月" are no yen.
  func likely(_ open: PayCurrencySet, _ candidate: PayCandidate) -> Int? {
    guard let first = open.first, open != PayCurrencySet(first),
      let period = PayPeriod.allCases.first(where: { candidate.periods == PayPeriodSet($0) })
    else { return open.first }
    var rest = open
    while let next = rest.first {
      if vocabulary.currencies[next].isPlausible(candidate.size, a: period) { return next }
      rest.subtract(PayCurrencySet(next))
    }
    return first
  }

  /// "時薪180元": the sum is in 元, and the characters or the place are Taiwan's.
  func isTaiwanese(_ candidate: PayCandidate, _ named: Int) -> Bool {
    guard let taiwan = vocabulary.currency(of: "TWD"), named == vocabulary.currency(of: "CNY")
    else {
      return false
    }
    return hint == taiwan || candidate.spoken == PayCurrencySet(taiwan)
  }

  /// In Latin America and Taiwan "$" is often the US dollar: the sum's size tells.
  func isLikely(_ candidate: PayCandidate, _ hint: Int, _ named: Int) -> Bool {
    let ratio = vocabulary.currencies[hint].month / max(vocabulary.currencies[named].month, 1)
    guard ratio >= 5 else { return true }
    // Who words pay in Spanish means pesos.
    if !candidate.spoken.isEmpty, !candidate.spoken.contains(PayCurrencySet(named)) { return true }
    let currency = vocabulary.currencies[named]
    if candidate.periods.contains(.init(.month)) { return candidate.size > currency.month * 2 }
    if candidate.periods.contains(.init(.hour)) { return candidate.size > currency.hour }
    return candidate.size > currency.month * 40
  }

  /// The one currency that words of the text imply ("super", "Toronto"); nil when they differ.
  mutating func spokenCurrency(_ sign: String) -> Int? {
    if let known = spoken.first(where: { $0.sign == sign }) { return known.currency }
    var place: Int?
    var custom: Int?
    var differs = false
    for index in text.tokens.indices {
      guard let term = vocabulary.currencyTerm(at: index, in: text),
        let currency = term.currency, isSigned(currency, sign), isWritten(term, index)
      else { continue }
      if term.roles.contains(.custom) { custom = custom ?? currency }
      if places != nil, term.roles.contains(.label) {
        if let place, place != currency { differs = true }
        place = currency
      }
    }
    var result = custom ?? (differs ? nil : place)
    if result == nil, !differs, sign == "$", let line = linePlace(), isCommonDollar(line) {
      result = line
    }
    spoken.append((sign, result))
    return result
  }

  /// The currency of the country whose words of pay the text uses: "CTC: 20000 per month".
  mutating func customs() -> Int? {
    if let customRead { return customRead }
    var found: Int?
    for index in text.tokens.indices {
      guard let term = vocabulary.currencyTerm(at: index, in: text),
        term.roles.contains(.custom), isWritten(term, index)
      else { continue }
      found = term.currency
      break
    }
    customRead = .some(found)
    return found
  }

  /// Words in a script that one country of a dollar of its own writes: "月薪 $35,000".
  func scriptCurrency(_ candidate: PayCandidate, _ around: PayAround) -> Int? {
    guard !candidate.spoken.isEmpty, candidate.spoken.isDisjoint(with: vocabulary.dollar) else {
      return nil
    }
    guard let own = vocabulary.signed("$", candidate.spoken).first else {
      return pesos(candidate)
    }
    let isHourly = ([candidate.periods] + around.distantPeriods).contains(PayPeriodSet(.hour))
    let period: PayPeriod = isHourly ? .hour : .month
    return vocabulary.currencies[own].isPlausible(candidate.size, a: period) ? own : nil
  }

  /// "$40,000 brutos mensuales": more than a month's dollars, in Spanish, is pesos.
  func pesos(_ candidate: PayCandidate) -> Int? {
    guard candidate.periods == PayPeriodSet(.month),
      let dollar = vocabulary.currency(of: "USD"), let peso = vocabulary.currency(of: "MXN"),
      candidate.spoken == PayCurrencySet(vocabulary.currency(of: "EUR")),
      candidate.size > vocabulary.currencies[dollar].month,
      candidate.size < vocabulary.currencies[peso].month
    else { return nil }
    return peso
  }

  /// The one code that a single line names apart from its sums: "80-110k or 70-95k (EUR)".
  mutating func lineCode() -> Int? {
    guard places != nil else { return nil }
    if let codeRead { return codeRead }
    var found: Int?
    var differs = false
    for index in text.tokens.indices where text.tokens[index].length == 3 {
      guard let term = vocabulary.currencyTerm(at: index, in: text), term.roles.contains(.sign),
        isCapital(index), isApart(index)
      else { continue }
      differs = differs || found != nil && found != term.currency
      found = term.currency
    }
    codeRead = .some(differs ? nil : found)
    return codeRead ?? nil
  }

  /// Whether no number touches a token, before or behind.
  func isApart(_ index: Int) -> Bool {
    let isFree = { (place: Int) in
      !text.tokens.indices.contains(place) || text.tokens[place].kind == .word
        || [40, 41, 44, 46, 58, 124].contains(text.tokens[place].symbol)
    }
    return isFree(index - 1) && isFree(index + 1)
  }

  /// The one currency of the places that a single line names.
  mutating func linePlace() -> Int? {
    guard let places, !isPlaceRead else { return placeRead }
    isPlaceRead = true
    var countries: [String] = []
    for mention in places.mentions(in: text) where mention.kind != .zone {
      guard let code = mention.codes.first else { continue }
      let isEurope = code == "EU" || code == "EUROPE"
      // A country that shares its name with a state may be either.
      guard isEurope || mention.kind != .region && mention.namesake == nil else { continue }
      // Germany stands for those that pay in euros.
      countries.append(isEurope ? "DE" : String(code.prefix(2)))
    }
    placeRead = vocabulary.currency(in: countries)
    return placeRead
  }

  /// Countries whose postings write "$" and mean their own: elsewhere it is the US dollar as often.
  func isCommonDollar(_ currency: Int) -> Bool {
    ["CAD", "AUD", "NZD", "SGD", "HKD"].contains(vocabulary.currencies[currency].currency.code)
  }

  /// "kr 700 000" is Norway's way, "700.000 kr." Denmark's, "700 000 kr" Sweden's; only among those
  /// that the language leaves open.
  func written(_ candidate: PayCandidate, _ languages: PayCurrencySet) -> Int? {
    guard candidate.isGrouped,
      let first = text.tokens[candidate.tokens].first(where: { $0.kind == .number })
    else { return nil }
    let end = Int(first.end)
    let mark = end < text.bytes.count ? text.bytes[end] : 0
    let leads = text.tokens[candidate.tokens.lowerBound].kind != .number
    let code = mark == 46 ? "DKK" : leads ? "NOK" : "SEK"
    guard let currency = vocabulary.currency(of: code),
      languages.isEmpty || languages.contains(PayCurrencySet(currency))
    else { return nil }
    return isSigned(currency, "kr") && candidate.currency.map { isSigned($0, "kr") } == true
      ? currency : nil
  }

  func isWritten(_ term: PayTerm, _ index: Int) -> Bool { !term.needsCapitals || isCapital(index) }

  func isCapital(_ index: Int) -> Bool {
    text.bytes[text.tokens[index].range].allSatisfy { $0 >= 65 && $0 <= 90 }
  }
}
