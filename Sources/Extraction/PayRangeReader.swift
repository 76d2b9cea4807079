import Listings

/// Reads sums and ranges of sums, with the period right behind them.
struct PayRangeReader {
  let text: TokenizedText
  let vocabulary: PayVocabulary
  private let amounts: PayAmountReader

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
        candidate.takeRange(range, to: second)
        if !own.periods.isEmpty || behind.periods.isEmpty { behind = own }
        extend(&candidate, behind: &behind)
      }
    }
    if !candidate.isRange { readLabelled(&candidate) }
    readCode(behind: &behind, &candidate)
    readOpenEnd(behind: &behind, &candidate)
    candidate.periods.formUnion(behind.periods)
    candidate.isPerUnit = behind.isPerUnit
    candidate.words =
      candidate.tokens.lowerBound..<max(candidate.tokens.upperBound, behind.end)
    return candidate
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
      } else {
        switch text.tokens[index].symbol {
        case 40, 41, 91: index += 1
        case 47:
          hasMarker = true
          index += 1
        default: return match
        }
      }
    }
    return match
  }
}

extension PayRangeReader {
  /// "$20 - $25 monthly incentive bonus": the adjective before other money is that money's.
  fileprivate func isOtherMoneys(_ index: Int) -> Bool {
    for position in index..<min(index + 2, max(index, text.tokens.count)) {
      guard text.tokens[position].kind == .word else { return false }
      guard let term = vocabulary.term(at: position, in: text)?.term else { continue }
      // "a month plus bonus"
      if !term.roles.isDisjoint(with: [.extra, .and]) { return false }
      if term.roles.contains(.against), !term.roles.contains(.pay) { return true }
    }
    return false
  }

  /// "$18.000 mensuales netos MXN": a code behind the period settles a shared or missing sign.
  fileprivate func readCode(behind match: inout PayPeriodMatch, _ candidate: inout PayCandidate) {
    guard candidate.currency == nil || candidate.isShared, match.end > 0 else { return }
    var index = match.end
    for _ in 0..<3 where index < text.tokens.count && text.tokens[index].kind != .newline {
      if let (term, length) = amounts.currency(at: index), !term.isShared {
        let end = index + length
        if end < text.tokens.count, text.tokens[end].kind == .number { return }
        candidate.currency = term.currency
        candidate.isShared = false
        match.end = end
        return
      }
      if [40, 44].contains(text.tokens[index].symbol) {
        index += 1
      } else if let (term, length) = vocabulary.term(at: index, in: text),
        !term.roles.isDisjoint(with: [.filler, .mark])
      {
        index += length
      } else {
        return
      }
    }
  }

  /// "$31/hr+": the plus sign may touch the period.
  fileprivate func readOpenEnd(
    behind match: inout PayPeriodMatch, _ candidate: inout PayCandidate
  ) {
    let end = match.end
    guard !candidate.isRange, end > 0, end < text.tokens.count, text.tokens[end].symbol == 43,
      !text.tokens[end].followsBlank,
      end + 1 == text.tokens.count || text.tokens[end + 1].followsBlank
        || text.tokens[end + 1].kind == .newline
    else { return }
    candidate.high = nil
    match.end = end + 1
  }

  /// "$30.96 minimum, $41.80 midpoint, $52.64 maximum", read from behind its first sum.
  fileprivate func readLabelled(_ candidate: inout PayCandidate) {
    guard var index = labelEnd(candidate.tokens.upperBound, .more) else { return }
    for _ in 0..<2 {
      while index < text.tokens.count, [44, 45, 47, 59, 0x2013].contains(text.tokens[index].symbol)
      {
        index += 1
      }
      guard let number = number(from: index, isWordy: true),
        let next = amounts.amount(at: number, floor: index), let sum = next.sum,
        next.currency == nil || next.currency == candidate.currency,
        let low = candidate.low, sum >= low, sum / 4 <= low
      else { return }
      if let end = labelEnd(next.tokens.upperBound, .less) {
        candidate.high = sum
        candidate.isRange = true
        candidate.tokens = candidate.tokens.lowerBound..<end
        return
      }
      guard let end = labelEnd(next.tokens.upperBound, .about) else { return }
      index = end
    }
  }

  /// The end of a word of a role that stands at a token.
  private func labelEnd(_ index: Int, _ role: PayRoles) -> Int? {
    guard index < text.tokens.count, let (term, length) = vocabulary.term(at: index, in: text),
      term.roles.contains(role)
    else { return nil }
    return index + length
  }
}

/// A period behind a sum, if there is one.
struct PayPeriodMatch {
  var periods: PayPeriodSet = []
  /// Index after its words; 0 when there is none.
  var end = 0
  var isPerUnit = false
}

private extension PayRangeReader {
  enum Connector { case dash, to, and, slash }

  /// The second sum of a range and the range's ends in hundredths.
  func second(
    after index: Int, first: PayAmount, floor: Int
  ) -> (PayAmount, (low: Int, high: Int))? {
    guard let (connector, end) = connector(at: index),
      connector != .and || saysBetween(before: first.tokens.lowerBound, floor: floor),
      let number = number(from: end, isWordy: connector != .slash),
      let second = amounts.amount(at: number, floor: end), isCompatible(first, second),
      let range = PayRangeRule.range(first, second)
    else { return nil }
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
        text.words(text.tokens[index].range) == "and"
      {
        return (.and, index + 1)
      }
    }
    if text.tokens[index].symbol == 47 { return (.slash, index + 1) }
    if isLostDash(index) { return (.dash, index + 1) }
    let start = index
    while index < text.tokens.count, index < start + 5,
      isDash(text.tokens[index].symbol) || amounts.isMark(text.tokens[index])
    {
      index += 1
    }
    let isPoint = index == start + 1 && text.tokens[start].symbol == 46
    return index > start && !isPoint ? (.dash, index) : nil
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

  func saysBetween(before index: Int, floor: Int) -> Bool {
    for start in max(floor, index - 5)..<max(index, floor) {
      if let (term, length) = vocabulary.term(at: start, in: text), start + length <= index,
        !term.roles.isDisjoint(with: [.between, .from])
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

  /// "$136,611 - $151,437 - $166,263": what follows raises the upper end.
  func extend(_ candidate: inout PayCandidate, behind: inout PayPeriodMatch) {
    let start = max(behind.end, candidate.tokens.upperBound)
    guard let (connector, end) = connector(at: start), connector == .dash,
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

extension PayCandidate {
  fileprivate mutating func take(_ amount: PayAmount) {
    if currency == nil || isShared && amount.currency != nil {
      currency = amount.currency
      isShared = amount.isShared
    }
    if spoken.isEmpty { spoken = amount.spoken }
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

/// How two sums make a range: which digits and which "k" they share.
enum PayRangeRule {
  static func range(_ first: PayAmount, _ second: PayAmount) -> (low: Int, high: Int)? {
    guard var low = first.sum, var high = second.sum else { return nil }
    let thousand = 1000_00
    let isShort =
      first.value < thousand || second.value >= thousand && second.value < 100 * thousand
    if first.times == 1, second.times > 1, isShort, !first.isGrouped {
      // "120-150k", "1300-2000k", and "800-1.2M" where only thousands fit.
      let shared = first.value * second.times
      if shared <= high {
        low = shared
      } else if second.times == 1_000_000, first.value * 1000 <= high {
        low = first.value * 1000
      }
    } else if second.times == 1, first.times > 1, second.value < thousand, !second.isGrouped {
      // "120k-150"
      let shared = second.value * first.times
      if shared >= low { high = shared }
    } else if first.times == 1, second.times == 1, first.value < thousand, !first.isGrouped,
      high >= thousand, low * 1000 <= high, high <= low * 5000
    {
      // "85-125,000"
      low *= 1000
    }
    if low > high { (low, high) = mended(low, high, isGrouped: first.isGrouped) }
    guard high > 0, low <= high, low == 0 || high / 15 <= low else { return nil }
    return (low, high)
  }

  /// A group of digits too many ("$168,000,000 and $228,000"), or the ends exchanged.
  private static func mended(_ low: Int, _ high: Int, isGrouped: Bool) -> (Int, Int) {
    if isGrouped, low / 1000 <= high, low / 1000 >= high / 10 { return (low / 1000, high) }
    return low / 3 <= high ? (high, low) : (low, high)
  }
}
