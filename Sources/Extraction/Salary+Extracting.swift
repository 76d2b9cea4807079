import Listings

extension Salary {
  /// The pay that a text states, with the words it was read from; nil when it states none.
  package static func extract(
    from text: TokenizedText, using vocabulary: Vocabulary, hint: PayHint = PayHint(),
    scope: PayScope = .line
  ) -> Reading<Salary>? {
    var reader = PayReader(text: text, words: vocabulary, hint: hint, scope: scope)
    return reader.read()
  }
}

/// Finds all sums of a text, weighs the words around them, and chooses.
struct PayReader {
  let text: TokenizedText
  let vocabulary: PayVocabulary
  let scope: PayScope
  private let words: Vocabulary
  private let hint: PayHint
  private var context: PayContext
  private var currencies: PayCurrencyRule
  private var found: [PayCandidate] = []
  private var paidMonths: Int?

  init(text: TokenizedText, words: Vocabulary, hint: PayHint, scope: PayScope) {
    self.text = text
    self.words = words
    self.hint = hint
    self.scope = scope
    vocabulary = words.pay
    context = PayContext(text: text, vocabulary: vocabulary)
    currencies = PayCurrencyRule(
      text: text, words: words, hint: hint,
      readsPlaces: scope == .line || scope == .field)
  }

  mutating func read() -> Reading<Salary>? {
    findCandidates()
    currencies.settle(&found)
    PayJoining(text: text, vocabulary: vocabulary).join(&found)
    guard let main = main() else { return nil }
    return reading(of: main)
  }
}

private extension PayReader {
  /// The first of the surest; of ranges for several places or levels the widest that applies.
  func main() -> Int? {
    let ranks = found.map { rank($0) }
    guard let best = ranks.max() else { return nil }
    let sure = found.indices.filter { ranks[$0] >= best - 2 }
    guard var main = sure.first else { return nil }
    if let local = sure.first(where: { currencies.isLocal(found[$0]) }),
      !currencies.isLocal(found[main])
    {
      main = local
    }
    // "$16/hr to start. Range: $16-$17/hr"
    if let range = sure.first(where: { found[$0].begins(with: found[main]) }) { main = range }
    guard sure.count > 1, let span = span(of: main) else { return main }
    var widest = (index: main, span: span)
    for index in sure where index != main && found[index].isLike(found[main]) {
      if let span = self.span(of: index), span > widest.span { widest = (index, span) }
    }
    return widest.index
  }

  /// How far the ends of a range for a place or a level lie apart; 0 where it does not apply, nil
  /// where it names neither.
  func span(of index: Int) -> Int? {
    let labels = PayLabel(text: text, vocabulary: vocabulary)
    guard let label = labels.label(of: found[index]) else { return nil }
    let level = Seniority(extracting: label, using: words)
    if hint.level != .unknown, level != .unknown, level != hint.level { return -1 }
    guard let low = found[index].low, let high = found[index].high else { return 0 }
    return high - low
  }
}

private extension PayReader {
  /// Points that a candidate needs to be taken for pay.
  static let threshold = 3
  /// No posting states more; hostile ones end here.
  static let most = 64

  mutating func findCandidates() {
    let ranges = PayRangeReader(text: text, vocabulary: vocabulary)
    var floor = 0
    var inherited: (points: Int, end: Int)?
    var index = 0
    var part = PayParts(scope)
    while index < text.tokens.count, found.count < Self.most {
      let token = text.tokens[index]
      guard token.kind == .number, part.contains(Int(token.start)) else {
        index += 1
        continue
      }
      paidMonths = paidMonths ?? context.paidMonths(at: index)
      guard var candidate = ranges.candidate(at: index, floor: floor) else {
        index += 1
        continue
      }
      index = max(index + 1, candidate.tokens.upperBound)
      currencies.note(candidate)
      context.concludeThousands(&candidate)
      context.concludeMonths(&candidate)
      context.concludeYears(&candidate)
      guard isWorthALook(candidate) else { continue }
      let near = inherited.flatMap { isNear($0.end, candidate.tokens.lowerBound) ? $0.points : nil }
      let isNamed = candidate.currency != nil
      let end = weigh(&candidate, floor: floor, inherited: near)
      // What is no money takes no words from the sums behind it.
      guard isNamed || candidate.score >= Self.threshold else { continue }
      floor = end
      index = max(index, floor)
      inherited = (candidate.contextScore, candidate.words.upperBound)
      if candidate.score >= Self.threshold {
        settleAside(&candidate)
        found.append(candidate)
      }
    }
  }

  /// "$72,735 pa ($36.80 per hour)": an aside that says the same again is no surer than what it
  /// explains.
  func settleAside(_ candidate: inout PayCandidate) {
    let start = candidate.words.lowerBound
    guard let last = found.last, last.period != candidate.period, start > last.words.upperBound,
      start - last.words.upperBound <= 2, text.tokens[last.words.upperBound].symbol == 40
    else { return }
    candidate.score = min(candidate.score, last.score - 3)
  }

  /// Sums without a currency are pay only where they look like it.
  func isWorthALook(_ candidate: PayCandidate) -> Bool {
    candidate.currency != nil || candidate.hasMultiplier || candidate.isGrouped
      || candidate.hasDecimals || !candidate.periods.isEmpty || candidate.size >= 1000_00
      || candidate.isRange && candidate.size >= 12_00 && context.followsRate(candidate)
  }

  func isNear(_ end: Int, _ start: Int) -> Bool {
    start - end <= 12 && !(end..<start).contains { text.tokens[$0].kind == .newline }
  }

  /// Scores a candidate; the index after its words is where the next one's begin.
  mutating func weigh(_ candidate: inout PayCandidate, floor: Int, inherited: Int?) -> Int {
    let around = context.read(&candidate, floor: floor, inherited: inherited)
    candidate.contextScore = around.before
    let isOther = candidate.isPerUnit || context.areYears(candidate)
    candidate.score = isOther ? 0 : score(&candidate, around)
    return max(candidate.words.upperBound, around.end)
  }

  mutating func score(_ candidate: inout PayCandidate, _ around: PayAround) -> Int {
    takeSaidCurrency(&candidate, around)
    let isNamed = candidate.currency != nil
    currencies.resolve(&candidate, around)
    guard !isBeyondPay(candidate, around) else { return 0 }
    guard let index = candidate.currency else { return 0 }
    let currency = vocabulary.currencies[index]
    guard PayPeriodRule(currency: currency).settle(&candidate, around), candidate.size > 0
    else { return 0 }
    if currencies.isMonthly(candidate) { candidate.period = .month }
    var score = around.before + around.behind
    if candidate.isRange { score += isWide(candidate) && around.before <= 0 ? 1 : 3 }
    if !candidate.isPeriodInferred {
      score += candidate.period == .hour || candidate.period == .day ? 3 : 2
    } else if candidate.period == .year, isNamed {
      score += 1
    }
    let isShaped = candidate.hasMultiplier || candidate.isGrouped || candidate.isRange
    let unnamed = isShaped && around.before >= 4 ? 1 : 2
    score += isNamed ? min(around.isolation * 2, 2) : around.isolation - unnamed
    if !isNamed, candidate.hasMultiplier, !candidate.isPeriodInferred, around.isolation == 2 {
      score += 1
    }
    if isNamed, scope == .line, beginsLine(candidate) { score += 1 }
    // "Developer - $4,000"; behind a colon what stands before names the sum, as in "Deposit: $4,000".
    if isNamed, candidate.isPeriodInferred, candidate.period == .month, around.isolation > 0,
      candidate.size >= currency.month / 12, candidate.isRange || !followsColon(candidate)
    {
      score += 1
    }
    // "Internship, 6 months, 1300€/month"
    if isNamed, !candidate.isPeriodInferred, around.isolation == 0, isLastOfList(candidate),
      candidate.size >= currency.month / 12
    {
      score += 1
    }
    // "| £13.26 |": a wage to the penny.
    if isNamed, candidate.hasDecimals, candidate.period == .hour, candidate.isPeriodInferred,
      around.isolation == 2, candidate.size >= currency.hour / 25
    {
      score += 1
    }
    if !isNamed, isOwnThousands(candidate, around) { score += 3 }
    if !isNamed, candidate.isRange, candidate.hasMultiplier {
      if endsDashedLine(candidate) || opensList(candidate, around) { score += 1 }
      if currencies.isChinese(candidate), around.before >= 0, around.behind >= 0 { score += 2 }
    }
    // "visa + €60-70k salary": what is added is pay itself.
    let isAddedPay = candidate.isRange || candidate.saysBase
    if around.isAddition, isAddedPay, around.behind > 2 { score += 4 }
    // "full-time 3.600 € gross"
    if isNamed, around.behind == 2, candidate.period == .month,
      candidate.size >= currency.month / 8
    {
      score += 1
    }
    if isPetty(candidate, around, currency) { score -= 3 }
    if scope == .field { score += 4 }
    return isNamed || candidate.hasMultiplier || scope == .field || isPayUnnamed(candidate, around)
      ? score : 0
  }

  func followsColon(_ candidate: PayCandidate) -> Bool {
    let start = candidate.words.lowerBound
    return start > 0 && text.tokens[start - 1].symbol == 58
  }

  /// "$300 per month for carpools": no pay to live on, and nothing says that it is pay.
  func isPetty(_ candidate: PayCandidate, _ around: PayAround, _ currency: PayCurrency) -> Bool {
    guard !candidate.isRange, around.before <= 0, around.behind < 3, around.isolation < 2,
      candidate.period != .hour
    else { return false }
    if candidate.isPeriodInferred {
      guard candidate.low == nil, candidate.size < currency.month / 3 else { return false }
      let (start, end) = (candidate.words.lowerBound, candidate.words.upperBound)
      // "up to $500 for a chair", "glasses (up to €1,500)"
      return end < text.tokens.count && context.isPurpose(before: end + 1)
        || candidate.period != .day && start > 1 && text.tokens[start - 1].symbol == 40
    }
    guard candidate.period == .month || candidate.period == .year else { return false }
    return PayCurrency.annual(candidate.size, candidate.period) < currency.leastPerYear * 2
  }

  /// Whether it ends a list of short items.
  func isLastOfList(_ candidate: PayCandidate) -> Bool {
    let (start, end) = (candidate.words.lowerBound, candidate.words.upperBound)
    return start > 0 && text.tokens[start - 1].symbol == 44
      && (end == text.tokens.count || context.isBoundary(end))
  }

  /// "| 140K |", "from 35K": thousands in a cell or a line of their own, of the size of a year's pay.
  func isOwnThousands(_ candidate: PayCandidate, _ around: PayAround) -> Bool {
    guard scope == .line, candidate.hasMultiplier, !candidate.isRange, candidate.periods.isEmpty
    else { return false }
    // "12k PJ": words of net or gross pay say it for any size.
    if around.isolation > 0 && around.behind == 2 || around.behind == 3 && beginsLine(candidate) {
      return true
    }
    return around.isolation == 2 && candidate.period == .year && candidate.size >= 25_000_00
      && candidate.size <= 500_000_00
  }

  /// "Homes from $300k to $1.5M": such ends need words of pay besides.
  func isWide(_ candidate: PayCandidate) -> Bool {
    guard let low = candidate.low, let high = candidate.high else { return false }
    return high / 4 >= low
  }

  /// Millions that no word of pay stands before are other money: "$1M - $2M of work".
  func isBeyondPay(_ candidate: PayCandidate, _ around: PayAround) -> Bool {
    guard let index = candidate.currency, around.before < 4 else { return false }
    let share = candidate.isRange ? 2 : 4
    return candidate.size > vocabulary.currencies[index].mostPerYear / share
  }

  /// "Salary (EUR): 50.000 - 60.000", "Currency: EUR" behind.
  func takeSaidCurrency(_ candidate: inout PayCandidate, _ around: PayAround) {
    guard candidate.currency == nil, around.before >= 4, let said = around.saidCurrency else {
      return
    }
    candidate.currency = said.currency
    candidate.isShared = said.isShared
  }

  /// Numbers alone need a word of pay before them, or a line of their own: "120,000 to 150,000
  /// annually".
  func isPayUnnamed(_ candidate: PayCandidate, _ around: PayAround) -> Bool {
    around.before >= 4 || around.before > 0 && candidate.isWage
      || around.before > 0 && around.behind > 2 && candidate.isRange && candidate.isGrouped
      || around.isolation == 2 && !candidate.periods.isEmpty
        && (candidate.isRange || candidate.periods == PayPeriodSet(.year))
        && (candidate.isGrouped || candidate.size >= 1000_00 || candidate.isWage)
      || around.isolation == 2 && candidate.isRange && candidate.isIndian
      || around.isolation > 0 && around.behind > 0 && candidate.period == .hour
        && !candidate.isPeriodInferred
  }

  func rank(_ candidate: PayCandidate) -> Int {
    var rank = min(candidate.score, 9)
    if candidate.saysBase { rank += 2 }
    if candidate.kind == .onTarget { rank -= 6 }
    if candidate.kind == .total { rank -= 4 }
    if let index = candidate.currency, candidate.period == .year,
      candidate.size > vocabulary.currencies[index].mostPerYear / 4
    {
      rank -= 4
    }
    return rank
  }
}

private extension PayReader {
  func reading(of main: Int) -> Reading<Salary> {
    let candidate = found[main]
    let bytes = byteRange(closed(candidate.words))
    var inferred: Set<PayInference> = []
    if candidate.isCurrencyInferred { inferred.insert(.currency) }
    if candidate.isPeriodInferred { inferred.insert(.period) }
    let range = payRange(candidate, currency: candidate.currency)
    let salary = Salary(
      range: range, text: words(bytes), basis: candidate.isGuess ? .predicted : .stated,
      inferred: inferred, others: others(than: main, range))
    let rule: PayRule =
      scope == .field
      ? .field
      : candidate.rule == .words
        ? .words
        : candidate.isRange ? .range : .sum
    return Reading(salary, at: bytes, by: rule.rawValue)
  }

  func others(than main: Int, _ range: PayRange) -> [PayRange] {
    var others: [PayRange] = []
    for (index, candidate) in found.enumerated() where others.count < 16 {
      let labels = PayLabel(text: text, vocabulary: vocabulary)
      let label = found.count > 1 ? labels.label(of: candidate) : nil
      if index != main {
        let other = payRange(candidate, currency: candidate.currency, label: label)
        if !others.contains(other), !other.sameSums(as: range) { others.append(other) }
      }
      if let currency = candidate.otherCurrency {
        others.append(payRange(candidate, currency: currency, label: label))
      }
    }
    return others
  }

  func payRange(_ candidate: PayCandidate, currency: Int?, label: String? = nil) -> PayRange {
    PayRange(
      low: candidate.low, high: candidate.high,
      currency: candidate.isCurrencyUnknown
        ? nil : currency.map { vocabulary.currencies[$0].currency }, period: candidate.period,
      kind: candidate.kind,
      monthsPerYear: candidate.period == .month ? paidMonths ?? 12 : 12, label: label)
  }

  /// A parenthesis that is opened in the words is closed in them: "$90k (annual gross)".
  func closed(_ words: Range<Int>) -> Range<Int> {
    var isOpen = false
    for index in words {
      if text.tokens[index].symbol == 40 { isOpen = true }
      if text.tokens[index].symbol == 41 { isOpen = false }
    }
    guard isOpen else { return words }
    for index in words.upperBound..<min(words.upperBound + 4, text.tokens.count)
    where text.tokens[index].symbol == 41 {
      return words.lowerBound..<index + 1
    }
    return words
  }

  func byteRange(_ tokens: Range<Int>) -> Range<Int> {
    Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end)
  }

  func words(_ bytes: Range<Int>) -> String { text.words(bytes) }
}

private extension PayRange {
  func sameSums(as other: PayRange) -> Bool {
    low == other.low && high == other.high && currency == other.currency && period == other.period
  }
}

/// Walks the ranges of a body that are the job's own.
private struct PayParts {
  private let ranges: [Range<Int>]?
  private var next = 0

  init(_ scope: PayScope) {
    if case .body(let ranges) = scope { self.ranges = ranges } else { ranges = nil }
  }

  /// Whether an offset is in one of the ranges; offsets are asked for in rising order.
  mutating func contains(_ offset: Int) -> Bool {
    guard let ranges else { return true }
    while next < ranges.count, ranges[next].upperBound <= offset { next += 1 }
    return next < ranges.count && ranges[next].contains(offset)
  }
}
