import Listings

/// Reads the words around a candidate: what speaks for pay, what against it, and which end is meant.
struct PayContext {
  let text: TokenizedText
  let vocabulary: PayVocabulary
  var hits: [Hit] = []

  struct Hit {
    let start: Int
    let end: Int
    let term: PayTerm
  }

  init(text: TokenizedText, vocabulary: PayVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    hits.reserveCapacity(24)
  }

  /// Fills in what the words around tell; `floor` is where the candidate before ended.
  mutating func read(_ candidate: inout PayCandidate, floor: Int, inherited: Int?) -> PayAround {
    var around = PayAround()
    readBefore(&candidate, &around, floor: floor)
    if !around.hasOwnWords, let inherited {
      around.before = inherited
      around.isInherited = true
    }
    readBehind(&candidate, &around)
    readIsolation(candidate, &around)
    return around
  }
}

/// What stands around a candidate.
struct PayAround {
  /// Points for (or, negative, against) by the words before it.
  var before = 0
  var behind = 0
  /// How many of those behind a title right before the sum gave.
  var titlePoints = 0
  var hasOwnWords = false
  var isInherited = false
  /// A plus sign or "plus" stands before it.
  var isAddition = false
  /// It stands alone between boundaries; 2 where these are those of a cell or a line.
  var isolation = 0
  /// Periods said at some distance, the nearest first.
  var distantPeriods: [PayPeriodSet] = []
  /// Index after the last word that tells of this candidate.
  var end = 0
  /// A currency named apart from the sum, where the sum names none.
  var saidCurrency: PayTerm?
  /// A currency that a place nearby implies.
  var placeCurrency: Int?
}

extension PayContext {
  mutating func collect(_ range: Range<Int>) {
    hits.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      if let (term, length) = vocabulary.term(at: index, in: text),
        index + length <= range.upperBound
      {
        hits.append(Hit(start: index, end: index + length, term: term))
        index += length
      } else {
        index += 1
      }
    }
  }

  mutating func readBefore(
    _ candidate: inout PayCandidate, _ around: inout PayAround, floor: Int
  ) {
    let start = candidate.tokens.lowerBound
    let lower = windowStart(before: start, floor: floor)
    collect(lower..<start)
    readBound(&candidate)
    for hit in hits.reversed() { takeSaid(hit, candidate, &around) }
    let aside = parenthesis(in: lower..<start)
    var points: Int?
    var faint: Int?
    for hit in hits.reversed() where !aside.contains(hit.start) {
      let roles = hit.term.roles
      let distance = start - hit.end
      if !roles.isDisjoint(with: [.periodWord]) { around.distantPeriods.append(hit.term.periods) }
      if roles.contains(.label), distance <= 4, around.placeCurrency == nil {
        around.placeCurrency = hit.term.currency
      }
      if !roles.isDisjoint(with: [.level, .mark]), candidate.words.lowerBound - hit.end <= 1,
        around.behind == 0
      {
        around.behind += 2
        around.titlePoints = 2
      }
      takeKind(roles, &candidate)
      if roles.contains(.guess), distance <= 3 { candidate.isGuess = true }
      guard points == nil else { continue }
      points = self.points(of: hit, candidate)
      if points != nil, candidate.spoken.isEmpty { candidate.spoken = spoken(hit) }
      if let points, points > 0 { candidate.rule = .words }
      if points == nil, faint ?? -1 < 0 {
        faint = faintPoints(of: roles, distance: distance) ?? faint
      }
    }
    points = points ?? faint
    if points == nil, lower > 0, lower > floor || floor == 0 {
      points = headingPoints(above: lower, &candidate)
    }
    around.hasOwnWords = points != nil
    around.before = points ?? 0
    around.isAddition = isAddition(start)
    if around.isAddition { around.before -= 4 }
    readLanguage(&candidate)
  }

  func takeSaid(_ hit: Hit, _ candidate: PayCandidate, _ around: inout PayAround) {
    guard hit.term.roles.contains(.sign), candidate.currency == nil, around.saidCurrency == nil,
      hit.start == 0 || text.tokens[hit.start - 1].kind != .number,
      hit.end == text.tokens.count || text.tokens[hit.end].kind != .number
    else { return }
    if hit.term.needsCapitals, text.bytes[text.tokens[hit.start].range].contains(where: { $0 > 90 })
    {
      return
    }
    around.saidCurrency = hit.term
  }

  func points(of hit: Hit, _ candidate: PayCandidate) -> Int? {
    let roles = hit.term.roles
    let start = candidate.tokens.lowerBound
    if roles.contains(.budget), !isInTitle(hit) {
      // "Budget: 25 LPA", "a budget of $90/hr"
      let isRate = candidate.periods == PayPeriodSet(.hour) || candidate.saysPeriodItself
      return isRate || opensWithLabel(hit, candidate) && isLivelihood(candidate) ? 2 : -5
    }
    if !roles.isDisjoint(with: [.pay, .target, .total]) { return 4 }
    // "Equity: $20,000"
    if roles.contains(.share), labels(hit, start) { return isJoinedToPay(hit, start) ? 4 : -5 }
    if roles.contains(.against) {
      if isInTitle(hit) { return nil }
      if isStipend(hit, candidate) { return 2 }
      if isJoinedToPay(hit, start) { return 4 }
      let hasComma = (hit.end..<start).contains { text.tokens[$0].symbol == 44 }
      // What is paid by the hour behind a comma is another item of the list.
      if hasComma { return candidate.periods == PayPeriodSet(.hour) ? 0 : -1 }
      return -5
    }
    return nil
  }

  /// "Stipend: INR 15,000/month", "a weekly stipend of $1,200" are what an intern or a fellow is
  /// paid: a week's or month's sum that one can live on, and nothing before it that it is for.
  func isStipend(_ hit: Hit, _ candidate: PayCandidate) -> Bool {
    let words = text.words(text.bytes(of: hit.start..<hit.end)).lowercased()
    guard let index = candidate.currency, vocabulary.beside.isA(.stipend, words)
    else { return false }
    let isLabel =
      hit.end - hit.start > 1
      || (hit.start == 0 || isBoundary(hit.start - 1) || isCapital(hit.start))
        && hit.end < text.tokens.count
        && [58, 45, 0x2013].contains(text.tokens[hit.end].symbol)
    let before = hits.last { $0.end == hit.start }
    if let before, before.term.roles.contains(.against) { return false }
    var periods = candidate.periods
    if periods.isEmpty, let before, before.term.roles.contains(.periodWord) {
      periods = before.term.periods
    }
    let currency = vocabulary.currencies[index]
    if periods == PayPeriodSet(.month) {
      return candidate.size >= (isLabel ? currency.month / 20 : currency.month / 8)
    }
    if periods == PayPeriodSet(.year) { return candidate.size >= currency.month * 2 }
    return periods == PayPeriodSet(.week) && candidate.size >= currency.month / 20
  }

  /// A narrow range of thousands that one can live on for a month or a year; projects cost less or
  /// more.
  private func isLivelihood(_ candidate: PayCandidate) -> Bool {
    guard candidate.isRange, candidate.hasMultiplier || !candidate.periods.isEmpty,
      let low = candidate.low,
      let high = candidate.high, high <= low * 2, let index = candidate.currency
    else { return false }
    return low * 4 >= vocabulary.currencies[index].month
  }

  /// Points of words that only count where no clearer one stands farther away.
  func faintPoints(of roles: PayRoles, distance: Int) -> Int? {
    if roles.contains(.weakPay), distance <= 10 { return 2 }
    return roles.contains(.softAgainst) && distance <= 6 ? -2 : nil
  }

  func takeKind(_ roles: PayRoles, _ candidate: inout PayCandidate) {
    if candidate.saysBase || candidate.kind != .base { return }
    if roles.contains(.base) {
      candidate.saysBase = true
    } else if roles.contains(.target) {
      candidate.kind = .onTarget
    } else if roles.contains(.total) {
      candidate.kind = .total
    }
  }

  /// "from", "up to" and their like right before a single sum; "minimum … is" may stand farther.
  func readBound(_ candidate: inout PayCandidate) {
    guard !candidate.isRange, candidate.low == candidate.high else { return }
    var end = candidate.tokens.lowerBound
    if let (sign, isUpper) = comparison(before: end) {
      candidate.words = sign..<candidate.words.upperBound
      return setBound(&candidate, isUpper)
    }
    for hit in hits.reversed() {
      guard hasOnlyMarks(from: hit.end, to: end) else { break }
      let roles = hit.term.roles
      if roles.contains(.upTo) || roles.contains(.from) || roles.contains(.to) && opens(hit) {
        setBound(&candidate, !roles.contains(.from))
        if candidate.spoken.isEmpty { candidate.spoken = vocabulary.foreign(hit.term.spoken) }
        candidate.words = hit.start..<candidate.words.upperBound
        return
      }
      guard roles.contains(.about) else { break }
      end = hit.start
    }
    for hit in hits.reversed() {
      if hit.term.roles.contains(.farFrom) { return setBound(&candidate, false) }
      if hit.term.roles.contains(.farUpTo) { return setBound(&candidate, true) }
    }
  }

  /// ">= $200k", "< 90k": where the sign begins, and whether the sum is the most.
  func comparison(before end: Int) -> (start: Int, isUpper: Bool)? {
    guard end > 0 else { return nil }
    let sign = text.tokens[end - 1].symbol == 61 && end > 1 ? end - 2 : end - 1
    switch text.tokens[sign].symbol {
    case 62, 0x2265: return sign > 0 && text.tokens[sign - 1].symbol == 45 ? nil : (sign, false)
    case 60, 0x2264: return (sign, true)
    default: return nil
    }
  }

  /// "To £70k", "Salary to £70k": nothing that could be the lower end stands before the word.
  func opens(_ hit: Hit) -> Bool {
    guard hit.start > 0 else { return true }
    let before = text.tokens[hit.start - 1]
    if isBoundary(hit.start - 1) || before.symbol == 58 { return true }
    guard let index = hits.firstIndex(where: { $0.start == hit.start }), index > 0 else {
      return false
    }
    let roles = hits[index - 1].term.roles
    // "14 Gehälter à 3.800 €": each of them is.
    return hits[index - 1].end == hit.start && roles.contains(.pay) && !roles.contains(.months)
  }

  func setBound(_ candidate: inout PayCandidate, _ isUpper: Bool) {
    if isUpper {
      candidate.high = candidate.low
      candidate.low = nil
    } else {
      candidate.high = nil
    }
  }

  func hasOnlyMarks(from start: Int, to end: Int) -> Bool {
    (start..<max(start, end)).allSatisfy { index in
      switch text.tokens[index].symbol {
      case 42, 95, 96, 92, 34, 58, 40, 126, 0x2248: true
      default: false
      }
    }
  }

  /// "+ 5K€", "plus a $2000 fee".
  func isAddition(_ start: Int) -> Bool {
    if start > 0, text.tokens[start - 1].symbol == 43 {
      // "Equity + $130k" adds nothing to pay.
      let before = start > 1 ? vocabulary.term(at: start - 2, in: text)?.term.roles : nil
      return before?.contains(.share) != true || before?.contains(.against) == true
    }
    guard let last = hits.last, last.term.roles.contains(.extra), !last.term.roles.contains(.pay)
    else { return false }
    return last.end == start
  }

  func headingPoints(above lower: Int, _ candidate: inout PayCandidate) -> Int? {
    var end = lower
    let isCell = text.tokens[end - 1].symbol == 124
    while end > 0, text.tokens[end - 1].kind == .newline || text.tokens[end - 1].symbol == 124 {
      end -= 1
    }
    var start = end
    while start > 0, end - start < 12, text.tokens[start - 1].kind != .newline,
      text.tokens[start - 1].symbol != 124
    {
      start -= 1
    }
    guard end > start, end - start < 12, text.tokens[lower - 1].kind == .newline || isCell else {
      return nil
    }
    var index = start
    var points: Int?
    while index < end {
      guard let (term, length) = vocabulary.term(at: index, in: text) else {
        index += 1
        continue
      }
      if term.roles.contains(.pay) {
        points = 3
        takeKind(term.roles, &candidate)
        candidate.rule = .words
      } else if term.roles.contains(.against), !isCell, points == nil {
        points = -3
      }
      index += length
    }
    return points
  }
}

extension PayContext {
  /// "14 salaries", "13th month", "14x": months a year that are paid.
  func paidMonths(at index: Int) -> Int? {
    guard text.tokens[index].length == 2, let months = text.digits(at: index),
      months == 13 || months == 14
    else { return nil }
    if index > 0, isTimes(index - 1) { return months }
    var next = index + 1
    while next < text.tokens.count, next < index + 3,
      [45, 46, 0x2011, 0xBA, 42].contains(text.tokens[next].symbol) || isOrdinal(next)
    {
      next += 1
    }
    guard next < text.tokens.count, let term = vocabulary.term(at: next, in: text)?.term else {
      return nil
    }
    return term.roles.contains(.months) ? months : nil
  }

  func isTimes(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.symbol == 0xD7 || token.length == 1 && text.bytes[Int(token.start)] | 0x20 == 0x78
  }

  func isOrdinal(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .word && !token.followsBlank && token.length <= 4
      && vocabulary.term(at: index, in: text)?.term.roles.contains(.months) != true
  }
}

extension PayContext {
  /// How far back the sentence or cell goes that a sum stands in, at most 18 tokens.
  func windowStart(before start: Int, floor: Int) -> Int {
    var index = start
    while index > floor, index > start - 18, !isBoundary(index - 1) { index -= 1 }
    return index
  }

  /// The last parenthesis that is closed before the sum: what it says is said aside.
  func parenthesis(in range: Range<Int>) -> Range<Int> {
    guard let close = range.last(where: { text.tokens[$0].symbol == 41 }) else { return 0..<0 }
    guard let open = (range.lowerBound..<close).last(where: { text.tokens[$0].symbol == 40 })
    else { return 0..<0 }
    return open..<close
  }

  /// Ends of lines, cells and sentences.
  func isBoundary(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .newline { return true }
    switch token.symbol {
    case 124, 59, 33, 63, 0x2022, 0xB7, 0x30FB, 0xFF5C, 0x25CF, 0x25AA, 0x3002, 0xFF01, 0xFF1B:
      return true
    case 95:
      return token.followsBlank && index + 1 < text.tokens.count
        && text.tokens[index + 1].followsBlank
    case 46:
      guard index + 1 < text.tokens.count else { return true }
      let next = text.tokens[index + 1]
      guard next.followsBlank else { return false }
      if next.kind == .newline { return true }
      let first = text.bytes[Int(next.start)]
      return first >= 65 && first <= 90 && !isShort(index - 1) && !isOrdinalNumber(index - 1)
    default: return false
    }
  }

  /// Whether a short number with a point counts the period behind it, as German ordinals do.
  func isOrdinalNumber(_ index: Int) -> Bool {
    index >= 0 && text.tokens[index].kind == .number && text.tokens[index].length <= 2
      && (index == 0 || text.tokens[index].followsBlank)
      && vocabulary.term(at: index + 2, in: text)?.term.roles.contains(.periodNoun) == true
  }

  /// Whether a word is an abbreviation, whose point ends no sentence.
  func isShort(_ index: Int) -> Bool {
    index >= 0 && vocabulary.term(at: index, in: text)?.term.roles.contains(.short) == true
  }
}
