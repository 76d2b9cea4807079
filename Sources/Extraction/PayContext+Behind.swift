import Listings

extension PayContext {
  /// What stands behind the sums, up to the end of the clause.
  mutating func readBehind(_ candidate: inout PayCandidate, _ around: inout PayAround) {
    let start = candidate.words.upperBound
    around.end = start
    readMarks(candidate.tokens.upperBound..<start, &around)
    var index = start
    var hasComma = false
    while index < text.tokens.count, index < start + 9 {
      let token = text.tokens[index]
      // "171,000Work setup": the next item of a page that lost its line ends.
      let isGlued = index == start && token.kind == .word && !token.followsBlank
      if isBoundary(index) || isGlued && text.tokens[index - 1].kind == .number { return }
      // "in 401(k) match" goes on.
      if token.kind == .number, vocabulary.term(at: index, in: text) == nil {
        if paidMonths(at: index) != nil { around.behind += 3 }
        return
      }
      if token.symbol == 43 {
        takeShare(after: index + 1, &around)
        return
      }
      if [44, 41, 0xFF0C, 0x3001].contains(token.symbol) { hasComma = true }
      // "150-250k, 0.2-1.5%": a share of the company.
      if token.symbol == 44, index == start, index + 1 < text.tokens.count,
        text.tokens[index + 1].kind == .number, isPercent(index + 1)
      {
        around.behind += 2
      }
      if index == start, isInThings(index) { around.behind -= 5 }
      guard let (term, length) = vocabulary.term(at: index, in: text) else {
        index += 1
        continue
      }
      // "1.700 € x 14 pagas"
      if index + length < text.tokens.count, text.tokens[index + length].kind == .number,
        paidMonths(at: index + length) != nil
      {
        around.behind += 3
        return
      }
      if isSumsOwn(index + length) || isLabel(index + length) {
        // "Up to £65,000 Welcome bonus of up to £5,000": what has a sum of its own is on top.
        if !hasComma, term.roles.contains(.share) { around.behind += 2 }
        return
      }
      if around.before > 0, term.roles.contains(.against), isCapital(index),
        isNextSums(index + length)
      {
        return
      }
      // In Polish "a" is "and", in English the article of what follows.
      if !term.roles.isDisjoint(with: [.extra, .and]), !term.roles.contains(.about) {
        takeShare(after: index + length, &around)
        return
      }
      takeSaid(Hit(start: index, end: index + length, term: term), candidate, &around)
      takeBehind(term, length, at: index - start, hasComma, &candidate, &around)
      if !hasComma { around.end = max(around.end, index + length) }
      index += length
    }
  }

  /// Whether a sum begins at a token: the word before belongs to that one.
  func isSumsOwn(_ index: Int) -> Bool {
    var index = index
    if index < text.tokens.count, text.tokens[index].symbol == 58 { index += 1 }
    let first = index
    index = skipLeads(from: index)
    guard index + 1 < text.tokens.count else { return false }
    let token = text.tokens[index]
    if index > first, token.kind == .number { return false }
    // "plus 12% super", "and 0.5-1% equity" are about this sum.
    if token.kind == .number { return !isPercent(index) }
    return token.kind == .symbol && text.tokens[index + 1].kind == .number
      && vocabulary.term(at: index, in: text)?.term.roles.contains(.sign) == true
  }

  /// Whether a word begins with a capital letter.
  func isCapital(_ index: Int) -> Bool {
    (65...90).contains(text.bytes[Int(text.tokens[index].start)])
  }

  /// "Pay: $65,000 Sign-on bonus $5,000": whether the words up to the next sum are that one's.
  func isNextSums(_ start: Int) -> Bool {
    let end = text.tokens[start...].prefix(4).firstIndex { $0.kind != .word } ?? start
    guard end > start, isSumsOwn(end) else { return false }
    return !(start..<end).contains { index in
      let roles = vocabulary.term(at: index, in: text)?.term.roles ?? []
      return !roles.isDisjoint(with: [.extra, .and, .to, .upTo])
    }
  }

  /// Whether a percentage or a range of them begins at a token.
  func isPercent(_ index: Int) -> Bool {
    for position in index..<min(index + 8, text.tokens.count) {
      let token = text.tokens[position]
      if token.symbol == 37 { return true }
      guard token.kind == .number || [44, 45, 46, 0x2013].contains(token.symbol) else {
        return false
      }
    }
    return false
  }

  /// Past "of up to", which leads from a word to its sum.
  func skipLeads(from index: Int) -> Int {
    var index = index
    for _ in 0..<2 {
      guard index < text.tokens.count, text.tokens[index].kind == .word,
        let (term, length) = vocabulary.term(at: index, in: text),
        !term.roles.isDisjoint(with: [.upTo, .from, .near, .about])
      else { return index }
      index += length
    }
    return index
  }

  /// Whether the words from a token on are the label of the next sum: "Maximum Salary: $90k".
  func isLabel(_ index: Int) -> Bool {
    for colon in index..<min(index + 3, max(index, text.tokens.count - 1)) {
      if text.tokens[colon].symbol == 58 { return isSumsOwn(colon) }
      guard text.tokens[colon].kind == .word || text.tokens[colon].symbol == 47 else {
        return false
      }
    }
    return false
  }

  /// "brutto" between the sum and its period.
  func readMarks(_ range: Range<Int>, _ around: inout PayAround) {
    let isMarked = range.contains { index in
      vocabulary.term(at: index, in: text)?.term.roles.contains(.mark) == true
    }
    if isMarked, around.behind < 4 { around.behind += 2 }
  }

  func takeBehind(
    _ term: PayTerm, _ length: Int, at distance: Int, _ hasComma: Bool,
    _ candidate: inout PayCandidate, _ around: inout PayAround
  ) {
    let roles = term.roles
    let start = candidate.words.upperBound
    if distance == 0 {
      takeBoundBehind(roles, length, &candidate)
      if roles.contains(.never) { around.behind -= 20 }
    }
    if roles.contains(.periodWord) { around.distantPeriods.append(term.periods) }
    if roles.contains(.guess), distance <= 3 { candidate.isGuess = true }
    if distance <= 3 { takeKind(roles, &candidate) }
    if roles.contains(.label), distance <= 2, around.placeCurrency == nil {
      around.placeCurrency = term.currency
    }
    if roles.contains(.mark), (-4..<4).contains(around.behind) { around.behind += 2 }
    guard !hasComma else { return }
    if !roles.isDisjoint(with: [.pay, .base, .target, .total]), distance <= 4,
      (-4..<4).contains(around.behind)
    {
      around.behind += 3
      candidate.rule = .words
    } else if roles.contains(.softAgainst), distance <= 5, around.before < 4, around.behind == 0 {
      // Behind an hourly rate begins a list of benefits.
      around.behind -= candidate.periods == PayPeriodSet(.hour) ? 0 : 3
    } else if !roles.isDisjoint(with: [.against, .budget]), distance <= 6,
      around.behind <= around.titlePoints
        || isPurpose(before: start + distance) && around.before <= 0
    {
      let isSure = candidate.isRange || isHourlyAside(candidate)
      around.behind = min(around.behind, around.before > 2 && isSure ? -2 : -5)
    }
  }

  /// "$500k+ in exports": money in things, which no place, article or word of pay stands for.
  func isInThings(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count,
      vocabulary.beside.isA(.inThings, at: index, of: text),
      text.tokens[index + 1].kind == .word, text.tokens[index + 1].length > 3,
      !vocabulary.beside.isA(.noThing, at: index + 1, of: text),
      let first = text.bytes[text.tokens[index + 1].range].first, first >= 97, first <= 122
    else { return false }
    guard vocabulary.term(at: index, in: text)?.length ?? 1 == 1 else { return false }
    let roles = vocabulary.term(at: index + 1, in: text)?.term.roles ?? []
    return roles.isDisjoint(with: [
      .pay, .weakPay, .base, .total, .target, .mark, .filler, .sign, .periodNoun, .periodWord,
    ])
  }

  /// Whether the word before says what the sum is for.
  func isPurpose(before index: Int) -> Bool {
    index > 0 && vocabulary.term(at: index - 1, in: text)?.term.roles.contains(.purpose) == true
  }

  /// "Pay: $41 per hour (shift differentials)": the parenthesis tells of more, not of the sum.
  func isHourlyAside(_ candidate: PayCandidate) -> Bool {
    let end = candidate.words.upperBound
    return candidate.periods == PayPeriodSet(.hour) && end < text.tokens.count
      && text.tokens[end].symbol == 40
  }

  func takeBoundBehind(_ roles: PayRoles, _ length: Int, _ candidate: inout PayCandidate) {
    guard !candidate.isRange, candidate.low == candidate.high else { return }
    if roles.contains(.more) {
      setBound(&candidate, false)
    } else if roles.contains(.less) {
      setBound(&candidate, true)
    } else {
      return
    }
    var end = candidate.words.upperBound + length
    // "$90,000 or more USD"
    let amounts = PayAmountReader(text: text, vocabulary: vocabulary)
    if candidate.currency == nil || candidate.isShared, end < text.tokens.count,
      let (code, count) = amounts.currency(at: end), !code.isShared
    {
      candidate.currency = code.currency
      candidate.isShared = false
      end += count
    }
    candidate.words = candidate.words.lowerBound..<end
  }

  /// What is paid on top of pay: "+ equity".
  func takeShare(after index: Int, _ around: inout PayAround) {
    for position in index..<min(index + 10, max(index, text.tokens.count)) {
      guard !isBoundary(position) else { return }
      if let term = vocabulary.term(at: position, in: text)?.term, term.roles.contains(.share) {
        around.behind += 2
        around.placeCurrency = around.placeCurrency ?? term.currency
        return
      }
    }
  }

  func readIsolation(_ candidate: PayCandidate, _ around: inout PayAround) {
    let before = max(
      edge(before: candidate.words.lowerBound), edge(before: candidate.tokens.lowerBound))
    let behind = edge(behind: candidate.words.upperBound, isFirst: before == 2)
    // "$200 in monthly bonuses" is no item of its own.
    let least = candidate.isRange ? -4 : 0
    around.isolation = around.behind >= least ? min(before, behind) : 0
    guard around.before <= 0, looksLikeNumberOfJob(candidate) else { return }
    around.isolation = 0
    around.before -= 4
  }

  /// "R324271": boards number jobs with a letter that is a currency's sign, too.
  private func looksLikeNumberOfJob(_ candidate: PayCandidate) -> Bool {
    guard !candidate.isRange, !candidate.isGrouped, !candidate.hasDecimals,
      !candidate.hasMultiplier,
      let digits = candidate.tokens.first(where: { text.tokens[$0].kind == .number }), digits > 0,
      text.tokens[digits - 1].kind == .word
    else { return false }
    let (sign, number) = (text.tokens[digits - 1], text.tokens[digits])
    return sign.end - sign.start <= 2 && !number.followsBlank && number.end - number.start >= 5
  }

  func edge(before start: Int) -> Int {
    var index = start - 1
    while index >= 0 {
      if isBoundary(index) {
        return 2
      } else if [42, 95, 96, 92, 126].contains(text.tokens[index].symbol) {
        index -= 1
      } else if let first = nearWord(endingAt: index) {
        index = first - 1
      } else {
        break
      }
    }
    guard index >= 0 else { return 2 }
    switch text.tokens[index].symbol {
    case 40, 91, 58, 45, 64, 0x2013, 0x2014: return 1
    // "EUR/USD 70k"
    case 47 where index > 0 && (index == 1 || text.tokens[index - 2].kind != .number):
      return vocabulary.currencyTerm(at: index - 1, in: text) == nil ? 0 : 1
    default: return text.tokens[index].symbol >= 0x1F000 ? 2 : 0
    }
  }

  /// Where "circa", "c.", "brutto" or "monthly" begins that ends with a token.
  func nearWord(endingAt index: Int) -> Int? {
    for start in [index, index - 1] where start >= 0 {
      if let (term, length) = vocabulary.term(at: start, in: text), start + length == index + 1,
        !term.roles.isDisjoint(with: [.near, .mark, .periodWord, .from, .between])
      {
        return start
      }
    }
    return nil
  }

  func edge(behind end: Int, isFirst: Bool) -> Int {
    var index = end
    while index < text.tokens.count, [42, 95, 96, 92].contains(text.tokens[index].symbol) {
      index += 1
    }
    guard index < text.tokens.count else { return 2 }
    if isBoundary(index) { return 2 }
    if isLabel(index) { return 1 }
    if isFirst, vocabulary.beside.isA(.behindSum, at: index, of: text) { return 1 }
    switch text.tokens[index].symbol {
    case 40, 41, 93, 43, 44, 46, 45, 47, 0x2013, 0x2014: return 1
    default: break
    }
    let roles = vocabulary.term(at: index, in: text)?.term.roles ?? []
    return roles.isDisjoint(with: [.extra, .mark]) ? 0 : 1
  }
}
