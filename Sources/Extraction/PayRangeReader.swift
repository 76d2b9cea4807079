import Listings

/// Reads sums and ranges of sums, with the period right behind them.
struct PayRangeReader {
  let text: TokenizedText
  let vocabulary: PayVocabulary
  let amounts: PayAmountReader

  init(text: TokenizedText, vocabulary: PayVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    amounts = PayAmountReader(text: text, vocabulary: vocabulary)
  }

  /// The sum or range whose first number token is at `index`.
  func candidate(at index: Int, floor: Int) -> PayCandidate? {
    guard let first = amounts.amount(at: index, floor: floor), let sum = first.sum else {
      return nil
    }
    var behind = period(after: first.tokens.upperBound)
    var candidate = PayCandidate(
      low: sum, high: first.isOpen ? nil : sum, tokens: first.tokens, words: first.tokens)
    candidate.take(first)
    let start = max(behind.end, first.tokens.upperBound)
    if let (second, range) = second(after: start, first: first, floor: floor) {
      let own = period(after: second.tokens.upperBound)
      let isSame = own.periods.isEmpty || behind.periods.isEmpty || own.periods == behind.periods
      if isSame {
        if stepEnd(at: start) != nil { candidate.periods = PayPeriodSet(.year) }
        candidate.takeRange(range, to: second)
        readLanguage(ofConnector: start, &candidate)
        if !own.periods.isEmpty || behind.periods.isEmpty { behind = own }
        extend(&candidate, behind: &behind, isListed: connector(at: start)?.0 == .slash)
      }
    }
    if !candidate.isRange { readLabelled(&candidate) }
    readCode(behind: &behind, &candidate)
    readOpenEnd(behind: &behind, &candidate)
    guard !isMillion(candidate, behind) else { return nil }
    candidate.periods.formUnion(behind.periods)
    candidate.isPerUnit = behind.isPerUnit || countsTime(candidate, behind)
    candidate.words =
      candidate.tokens.lowerBound..<max(candidate.tokens.upperBound, behind.end)
    return candidate
  }

  /// "25mil a month": in Spanish a thousand, in English a million of what nobody says.
  func isMillion(_ candidate: PayCandidate, _ behind: PayPeriodMatch) -> Bool {
    guard candidate.currency == nil, let last = candidate.tokens.last,
      !behind.spoken.isDisjoint(with: vocabulary.dollar)
    else { return false }
    return text.bytes[text.tokens[last].range].elementsEqual("mil".utf8)
  }

  /// "60K à 70K" is French.
  func readLanguage(ofConnector index: Int, _ candidate: inout PayCandidate) {
    let index = amounts.skipMarks(from: index)
    guard candidate.spoken.isEmpty, index < text.tokens.count,
      let term = vocabulary.term(at: index, in: text)?.term
    else { return }
    // Folded, "à" is the English article, too.
    let isMarked = text.bytes[text.tokens[index].range].contains { $0 > 0x7F }
    candidate.spoken =
      isMarked ? term.spoken.subtracting(vocabulary.dollar) : vocabulary.foreign(term.spoken)
  }

  /// "24 - 32 uur", "40 hours": time is counted, not paid for.
  func countsTime(_ candidate: PayCandidate, _ behind: PayPeriodMatch) -> Bool {
    guard candidate.currency == nil, !candidate.hasMultiplier, !behind.isMarked else {
      return false
    }
    let short: PayPeriodSet = [PayPeriodSet(.hour), PayPeriodSet(.day), PayPeriodSet(.week)]
    return !behind.periods.isEmpty && short.isSuperset(of: behind.periods)
  }

  /// The period that stands right behind a sum.
  func period(after index: Int) -> PayPeriodMatch {
    var match = PayPeriodMatch()
    var index = index
    var hasMarker = false
    for _ in 0..<8 {
      index = amounts.skipMarks(from: index)
      guard index < text.tokens.count else { return match }
      if let (_, length) = vocabulary.sign(at: index, in: text) {
        index += length
      } else if let (term, length) = vocabulary.term(at: index, in: text) {
        let isPeriod =
          term.roles.contains(.periodWord) || term.roles.contains(.periodBare)
          || hasMarker && term.roles.contains(.periodNoun)
        if isPeriod {
          guard hasMarker || !isOtherMoneys(index + length) else { return match }
          match.periods = term.periods
          match.spoken = term.spoken
          match.isMarked = hasMarker || !term.roles.contains(.periodBare)
          match.end = index + length
          return match
        }
        if hasMarker, term.roles.contains(.unit) {
          match.isPerUnit = true
          return match
        }
        let passes: PayRoles = [.per, .filler, .sign]
        guard !term.roles.isDisjoint(with: passes) else { return match }
        if term.roles.contains(.per) { hasMarker = true }
        index += length
      } else if isOnePeriod(index) {
        hasMarker = true
        index += 1
      } else {
        guard [40, 41, 91].contains(text.tokens[index].symbol) || isShortened(before: index)
        else { return match }
        index += 1
      }
    }
    return match
  }

  /// "zł./godz.", "грн./за місяць": the point of a currency's short name before a slash.
  private func isShortened(before index: Int) -> Bool {
    index + 1 < text.tokens.count && text.tokens[index].symbol == 46
      && text.tokens[index + 1].symbol == 47 && !text.tokens[index].followsBlank
      && !text.tokens[index + 1].followsBlank
  }

  /// "35 USD 1 HOUR", as boards name what a sum is paid for.
  private func isOnePeriod(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count, text.digits(at: index) == 1,
      text.tokens[index].length == 1
    else { return false }
    let next = index + 1
    return text.bytes[text.tokens[next].range].allSatisfy { $0 >= 65 && $0 <= 90 }
      && vocabulary.term(at: next, in: text)?.term.roles.contains(.periodNoun) == true
  }
}

/// A period behind a sum, if there is one.
struct PayPeriodMatch {
  var periods: PayPeriodSet = []
  /// Index after its words; 0 when there is none.
  var end = 0
  var isPerUnit = false
  /// What the language of its word pays in.
  var spoken: PayCurrencySet = []
  /// "per", a slash or the word itself says that it is a period: "uur" alone may be counted.
  var isMarked = false
}

extension PayRangeReader {
  enum Connector { case dash, to, and, slash }

  /// The second sum of a range and the range's ends in hundredths.
  func second(
    after index: Int, first: PayAmount, floor: Int
  ) -> (PayAmount, (low: Int, high: Int))? {
    let aside = asideEnd(at: index)
    let joined = first.goesOn ? (Connector.to, end: first.tokens.upperBound) : nil
    guard let (connector, end) = joined ?? connector(at: aside ?? stepEnd(at: index) ?? index),
      let number = number(from: end, isWordy: connector != .slash),
      let second = amounts.amount(at: number, floor: end), isCompatible(first, second),
      connector != .and
        || saysBetween(
          before: first.tokens.lowerBound, floor: floor,
          isSecondNamed: first.currency == nil || second.currency != nil),
      let range = PayRangeRule.range(first, second)
    else { return nil }
    if aside != nil, first.currency == nil || second.currency != first.currency { return nil }
    // "Grade 6 - £28,142": the number before the sign is no thousands.
    if range.low != first.value * first.times, second.times == 1, first.currency == nil,
      second.tokens.lowerBound < second.number
    {
      return nil
    }
    if connector == .slash, range.high > range.low * 5 / 2 || second.value < first.value {
      return nil
    }
    return (second, range)
  }

  /// "$60,000 (entry) to $75,000": the end of a parenthesis of a word or two.
  func asideEnd(at index: Int) -> Int? {
    guard index < text.tokens.count, text.tokens[index].symbol == 40 else { return nil }
    for position in index + 1..<max(min(index + 4, text.tokens.count), index + 1) {
      if text.tokens[position].symbol == 41 { return position + 1 }
      guard text.tokens[position].kind == .word else { return nil }
    }
    return nil
  }

  /// "33,175 x 825 – 35,650": a scale of pay names the step between its points.
  func stepEnd(at index: Int) -> Int? {
    guard index + 2 < text.tokens.count, isTimes(text.tokens[index]),
      text.tokens[index + 1].kind == .number, let step = PayNumber(at: index + 1, in: text)
    else { return nil }
    return step.next
  }

  private func isTimes(_ token: Token) -> Bool {
    token.symbol == 0xD7 || token.length == 1 && text.bytes[Int(token.start)] | 0x20 == 0x78
  }

  func connector(at index: Int) -> (Connector, end: Int)? {
    let first = index
    var index = amounts.skipMarks(from: index)
    guard index < text.tokens.count else { return nil }
    // "$85k _ $95k": a slip of the shift key.
    if index == first + 1, text.tokens[first].symbol == 95, text.tokens[first].followsBlank {
      return (.dash, index)
    }
    if let (term, length) = vocabulary.term(at: index, in: text) {
      if !term.roles.isDisjoint(with: [.to, .upTo]) { return (.to, index + length) }
      if term.roles.contains(.and) { return (.and, index + length) }
      // "between A$88 and A$139" has no "and a".
      if length > 1, amounts.currency(at: index + 1) != nil,
        vocabulary.beside.isA(.rangeEnd, at: index, of: text)
      {
        return (.and, index + 1)
      }
    }
    if text.tokens[index].symbol == 47 { return (.slash, index + 1) }
    if let end = endOfDashedWord(index) { return (.to, end) }
    if isLostDash(index) { return (.dash, index + 1) }
    if areSideBySide(index) { return (.dash, index) }
    let start = index
    while index < text.tokens.count, index < start + 5,
      isDash(text.tokens[index].symbol) || amounts.isMark(text.tokens[index])
    {
      index += 1
    }
    let isPoint = index == start + 1 && text.tokens[start].symbol == 46
    return index > start && !isPoint ? (.dash, index) : nil
  }

  /// "$25-to-$65": behind the word between two dashes.
  private func endOfDashedWord(_ index: Int) -> Int? {
    guard index + 2 < text.tokens.count, isDash(text.tokens[index].symbol),
      !text.tokens[index + 1].followsBlank,
      let (term, length) = vocabulary.term(at: index + 1, in: text), term.roles.contains(.to),
      index + 1 + length < text.tokens.count, isDash(text.tokens[index + 1 + length].symbol)
    else { return nil }
    return index + 2 + length
  }

  /// "$127K?$143K": a dash that a wrong encoding lost.
  func isLostDash(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.symbol == 63 || token.symbol == 0xFFFD, index + 1 < text.tokens.count else {
      return false
    }
    let next = text.tokens[index + 1]
    return token.followsBlank == next.followsBlank
      && (next.kind == .number || amounts.currency(at: index + 1) != nil)
      && (token.symbol == 0xFFFD || !token.followsBlank)
  }

  /// "$72,000 $91,000": between two large sums a page lost the dash.
  func areSideBySide(_ index: Int) -> Bool {
    guard index > 0, text.tokens[index].kind == .symbol, text.tokens[index].followsBlank,
      text.tokens[index - 1].kind == .number,
      let (first, length) = amounts.currency(at: index), index + length < text.tokens.count,
      text.tokens[index + length].kind == .number,
      let sum = amounts.amount(at: index + length, floor: index),
      sum.currency == first.currency || first.isShared
    else { return false }
    // "$54 $60 USD": the code behind is said of both.
    let isCoded = text.tokens[sum.tokens.upperBound - 1].kind == .word && sum.value < 1000_00
    return sum.isGrouped && sum.value >= 15_000_00 && sum.currency == first.currency || isCoded
  }

  func isDash(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 45, 46, 126, 62, 0x2010...0x2015, 0x2026, 0x2043, 0x2053, 0x2192, 0x2212, 0x223C, 0x301C,
      0x3030, 0xFF5E, 0xFE58, 0xFE63, 0xFF0D:
      true
    default: false
    }
  }

  /// The number token of a sum that begins at `index`, after its currency and words like "max".
  func number(from index: Int, isWordy: Bool) -> Int? {
    var index = index
    for _ in 0..<6 {
      index = amounts.skipMarks(from: index)
      guard index < text.tokens.count else { return nil }
      if text.tokens[index].kind == .number { return index }
      guard isWordy || text.tokens[index].kind == .symbol else { return nil }
      if let (_, length) = amounts.currency(at: index) {
        index += length
        if index < text.tokens.count, amounts.endsSign(index) { index += 1 }
      } else if let end = amounts.stepEnd(at: index) {
        index = end
      } else if let (term, length) = vocabulary.term(at: index, in: text) {
        let passes: PayRoles = [.sign, .from, .upTo, .about]
        guard !term.roles.isDisjoint(with: passes) else { return nil }
        index += length
      } else if text.tokens[index].symbol == 58 {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Whether a word before the first sum makes a range of two with "and" between; "from" does so
  /// where both bear a currency: "from € 20 and 25 days off" does not.
  func saysBetween(before index: Int, floor: Int, isSecondNamed: Bool) -> Bool {
    for start in max(floor, index - 5)..<max(index, floor) {
      if let (term, length) = vocabulary.term(at: start, in: text), start + length <= index,
        term.roles.contains(.between) || isSecondNamed && term.roles.contains(.from)
      {
        return true
      }
    }
    return false
  }

  func isCompatible(_ first: PayAmount, _ second: PayAmount) -> Bool {
    guard let one = first.currency, let two = second.currency, one != two else { return true }
    // "NT$45,000~70,000元"
    if second.isCounted, !first.isCounted { return true }
    guard first.isShared || second.isShared else { return false }
    // "R$327,000-$385,000": the second sign is short for the first.
    if !first.isShared, first.number > first.tokens.lowerBound,
      text.tokens[first.number - 1].id == text.tokens[second.number - 1].id
    {
      return true
    }
    return vocabulary.currencies[one].sign == vocabulary.currencies[two].sign
  }

  /// "$136,611 - $151,437 - $166,263": what follows raises the upper end, and behind a slash where
  /// the first two are parted by one.
  func extend(
    _ candidate: inout PayCandidate, behind: inout PayPeriodMatch, isListed: Bool
  ) {
    let start = max(behind.end, candidate.tokens.upperBound)
    guard let (connector, end) = connector(at: stepEnd(at: start) ?? start),
      connector == .dash || connector == .slash && isListed,
      let number = number(from: end, isWordy: true),
      let third = amounts.amount(at: number, floor: end), let sum = third.sum,
      third.currency == nil || third.currency == candidate.currency,
      let high = candidate.high, sum >= high, sum <= high * 2
    else { return }
    candidate.high = sum
    candidate.tokens = candidate.tokens.lowerBound..<third.tokens.upperBound
    let own = period(after: third.tokens.upperBound)
    if !own.periods.isEmpty { behind = own }
  }
}

extension PayAmountReader {
  /// Behind "Step 5" that begins at a token: the number of a step, a grade or a zone, and no sum.
  func stepEnd(at index: Int) -> Int? {
    guard index + 1 < text.tokens.count, text.tokens[index].kind == .word,
      text.tokens[index + 1].kind == .number, text.tokens[index + 1].length <= 2,
      vocabulary.term(at: index, in: text)?.term.roles.contains(.step) == true
    else { return nil }
    // "Band 45-50k" is a range.
    let end = index + 2
    let isRange =
      end + 1 < text.tokens.count && text.tokens[end].kind == .symbol
      && !text.tokens[end].followsBlank && text.tokens[end + 1].kind == .number
    return isRange ? nil : end
  }
}

extension PayCandidate {
  mutating func take(_ amount: PayAmount) {
    if currency == nil || isShared && amount.currency != nil {
      currency = amount.currency
      isShared = amount.isShared
      isCounted = amount.isCounted
    }
    if spoken.isEmpty { spoken = amount.spoken }
    isIndian = isIndian || amount.isIndian
    if otherCurrency == nil { otherCurrency = amount.otherCurrency }
    periods.formUnion(amount.periods)
    hasMultiplier = hasMultiplier || amount.times > 1
    isGrouped = isGrouped || amount.isGrouped
    hasDecimals = hasDecimals || amount.hasDecimals
    saysPeriodItself = saysPeriodItself || !amount.periods.isEmpty
  }

  fileprivate mutating func takeRange(_ range: (low: Int, high: Int), to second: PayAmount) {
    isRange = true
    low = range.low == 0 ? nil : range.low
    high = range.high
    take(second)
    tokens = tokens.lowerBound..<second.tokens.upperBound
  }
}
