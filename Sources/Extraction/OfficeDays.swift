import Listings

/// So many days a week in the office, read from "three days a week in the office" and its like.
struct OfficeDays: Sendable {
  /// Nil for days of a month.
  let count: Int?
  let tokens: Range<Int>
  /// "Remotely up to two days a week" leaves no choice of the rest.
  let isCountedAtHome: Bool

  /// Reads the phrase around the word for days at `place`, or around "twice a week"; nil when it is
  /// none.
  init?(at place: Int, of signs: [WorkplaceMark], in text: TokenizedText) {
    let day = signs[place]
    guard let number = Self.number(at: place, signs, text) else { return nil }
    let isOfMonth = signs[(place + 1)...].contains { mark in
      mark.sign == .month && mark.tokens.lowerBound - day.tokens.upperBound <= 6
        && Self.isOnLine(mark, with: day, in: text)
    }
    guard number.value <= 5 || isOfMonth else { return nil }
    if day.sign == .officeDay || day.sign == .homeDay {
      isCountedAtHome = day.sign == .homeDay
      count = isOfMonth ? nil : isCountedAtHome ? 5 - number.value : number.value
      guard count != 0 else { return nil }
      tokens = number.tokens.lowerBound..<day.tokens.upperBound
      return
    }
    let phrase = DayPhrase(
      place: place, number: number.tokens, isOfMonth: isOfMonth, signs: signs, text: text)
    guard let chosen = phrase.whereabouts, let atOffice = Self.whereabouts(signs[chosen])
    else { return nil }
    // "Yoga in the office twice a week" and "we meet in person once a year" tell nobody to come.
    if day.sign != .day, signs[chosen].sign == .office || isOfMonth,
      !signs.contains(where: { [.come, .work, .bound].contains($0.sign) })
    {
      return nil
    }
    isCountedAtHome = !atOffice
    count = isOfMonth ? nil : atOffice ? number.value : max(0, 5 - number.value)
    guard count != 0 else { return nil }
    let marks = [number.tokens, day.tokens, signs[chosen].tokens]
    let start = marks.map(\.lowerBound).min() ?? day.tokens.lowerBound
    tokens = start..<(marks.map(\.upperBound).max() ?? day.tokens.upperBound)
  }

  /// Counts the days of "in the office on Tuesdays and Thursdays", "work remotely on Mondays",
  /// "Mondays are office days".
  init?(weekdays signs: [WorkplaceMark], in text: TokenizedText, _ words: BesideWords) {
    guard let first = signs.firstIndex(where: { $0.sign == .weekday }) else { return nil }
    let run = signs[first...].prefix { $0.sign == .weekday || $0.sign == .or }
    let days = run.filter { $0.sign == .weekday }.map(\.tokens)
    let isSpan =
      days.count == 2 && Self.isSpan(days[0].upperBound..<days[1].lowerBound, text, words)
    if let next = signs[run.endIndex...].first, let last = days.last,
      next.tokens.lowerBound - last.upperBound <= (next.sign == .onsite ? 0 : 3),
      [.officeDay, .homeDay, .onsite].contains(next.sign)
    {
      isCountedAtHome = next.sign == .homeDay
      let length = isSpan ? Self.length(from: days[0], through: last, text, words) : days.count
      count = isCountedAtHome ? max(1, 5 - length) : length
      tokens = days[0].lowerBound..<next.tokens.upperBound
      return
    }
    guard first > 0 else { return nil }
    let office = signs[first - 1]
    guard let atOffice = Self.whereabouts(office), office.sign != .hybrid,
      let next = days.first, let last = days.last,
      next.lowerBound - office.tokens.upperBound <= 3,
      atOffice
        || !isSpan
          && (next.lowerBound == office.tokens.upperBound
            || words.isA(.onDay, text.words(text.tokens[next.lowerBound - 1].range)))
    else { return nil }
    isCountedAtHome = !atOffice
    let length = isSpan ? Self.length(from: next, through: last, text, words) : days.count
    count = atOffice ? length : max(0, 5 - length)
    guard count != 0 else { return nil }
    tokens = office.tokens.lowerBound..<last.upperBound
  }

  /// "Monday through Thursday", "Mon-Thu".
  private static func isSpan(
    _ between: Range<Int>, _ text: TokenizedText, _ words: BesideWords
  ) -> Bool {
    guard between.count == 1, let index = between.first else { return false }
    return [45, 0x2013, 0x2014].contains(text.tokens[index].symbol)
      || words.isA(.span, text.words(text.tokens[index].range))
  }

  /// The days from one to the other; five if unknown.
  private static func length(
    from first: Range<Int>, through last: Range<Int>, _ text: TokenizedText, _ words: BesideWords
  ) -> Int {
    let places = [first, last].map { day in
      let name = text.words(text.bytes(of: day)).lowercased()
      return BesideWords.Kind.workingDays.firstIndex { words.begins(name, as: $0) }
    }
    guard let start = places[0], let end = places[1], end > start else { return 5 }
    return end - start + 1
  }

  /// True for the office, false for home; nil for words of neither.
  fileprivate static func whereabouts(_ mark: WorkplaceMark) -> Bool? {
    switch mark.sign {
    case .hybrid where mark.isOfHome: false
    case .office, .onsite, .hybrid, .bound: true
    case .home, .homeOffice, .remote: false
    default: nil
    }
  }

  fileprivate static func isOnLine(
    _ mark: WorkplaceMark, with day: WorkplaceMark, in text: TokenizedText
  ) -> Bool {
    let low = min(mark.tokens.lowerBound, day.tokens.lowerBound)
    let high = max(mark.tokens.upperBound, day.tokens.upperBound)
    return high - low < 30 && !(low..<high).contains { endsSentence($0, text) }
  }

  private static func endsSentence(_ index: Int, _ text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    if token.kind == .newline { return true }
    // "3 days p. week" has no capital behind the stop.
    guard token.symbol == 46, index + 1 < text.tokens.count else { return false }
    let next = text.tokens[index + 1]
    return next.followsBlank && (65...90).contains(text.bytes[Int(next.start)])
  }

  /// How many days, which "twice a week" tells without the word.
  private static func number(
    at place: Int, _ signs: [WorkplaceMark], _ text: TokenizedText
  ) -> (value: Int, tokens: Range<Int>)? {
    guard case .count(let count) = signs[place].sign else {
      return number(before: signs[place], place, signs, text)
    }
    let tokens = signs[place].tokens
    guard let next = signs[(place + 1)...].first, next.sign == .week || next.sign == .month,
      next.tokens.lowerBound == tokens.upperBound
    else { return nil }
    return (count, tokens)
  }

  /// In digits or words, just before the word for days; of a span the later.
  private static func number(
    before day: WorkplaceMark, _ place: Int, _ signs: [WorkplaceMark], _ text: TokenizedText
  ) -> (value: Int, tokens: Range<Int>)? {
    if place > 0, case .count(let count) = signs[place - 1].sign,
      day.tokens.lowerBound - signs[place - 1].tokens.upperBound <= 1
    {
      return (count, signs[place - 1].tokens)
    }
    for index in [day.tokens.lowerBound - 1, day.tokens.lowerBound - 2] where index >= 0 {
      let token = text.tokens[index]
      if token.kind == .number {
        let value = Self.value(of: text.bytes[token.range])
        return value.map { ($0, index..<index + 1) }
      }
      guard token.kind == .symbol else { return nil }
    }
    return nil
  }

  /// One to the working days of a month; wide digits have three bytes, the last of which tells.
  private static func value(of digits: ArraySlice<UInt8>) -> Int? {
    let isWide = digits.first.map { $0 >= 0x80 } ?? false
    let values = stride(
      from: digits.startIndex + (isWide ? 2 : 0), to: digits.endIndex, by: isWide ? 3 : 1
    )
    .map { Int(digits[$0]) - (isWide ? 0x90 : 0x30) }
    guard values.count <= 2, values.allSatisfy((0...9).contains) else { return nil }
    let value = values.reduce(0) { $0 * 10 + $1 }
    return (1...22).contains(value) ? value : nil
  }
}

/// The words around a number of days, among which those for the office or for home are looked for.
private struct DayPhrase {
  /// Of the word for days among the signs.
  let place: Int
  let number: Range<Int>
  let isOfMonth: Bool
  let signs: [WorkplaceMark]
  let text: TokenizedText

  private var day: WorkplaceMark { signs[place] }

  /// The place among the signs of the word that tells where the days are spent.
  var whereabouts: Int? {
    let near = signs.indices.filter { $0 != place && isNear(signs[$0]) }
    let hasWeek = near.contains { index in
      signs[index].sign == .week && (0...4).contains(gap(before: signs[index]))
    }
    return behind(near, hasWeek: hasWeek) ?? before(near, hasWeek: hasWeek)
  }

  /// After the number the office may follow at once.
  private func behind(_ near: [Int], hasWeek: Bool) -> Int? {
    let after = near.first { index in
      index > place && OfficeDays.whereabouts(signs[index]) != nil
        && !signs[place..<index].contains { $0.sign == .or }
    }
    let limit = hasWeek || isOfMonth ? 12 : 4
    return after.flatMap { gap(before: signs[$0]) <= limit ? $0 : nil }
  }

  /// Before the number, a week must be named.
  private func before(_ near: [Int], hasWeek: Bool) -> Int? {
    let before = near.last { $0 < place && OfficeDays.whereabouts(signs[$0]) != nil }
    guard let index = before else { return nil }
    let mark = signs[index]
    let between = mark.tokens.upperBound..<number.lowerBound
    // "Remote within the EU, 4 days a week" tells the hours.
    if OfficeDays.whereabouts(mark) == false, mark.isFirm,
      text.tokens[between].contains(where: { $0.symbol == 44 })
    {
      return nil
    }
    // "Remote, if you come to Bern once a month".
    if day.sign != .day, between.count > 3 { return nil }
    let isHybrid = mark.sign == .hybrid && between.count <= 2
    return hasWeek || isOfMonth || isHybrid || isCounted(mark, between) ? index : nil
  }

  private func isNear(_ mark: WorkplaceMark) -> Bool {
    OfficeDays.isOnLine(mark, with: day, in: text)
      && max(gap(before: mark), day.tokens.lowerBound - mark.tokens.upperBound) <= 12
  }

  /// The tokens between the days and what follows them.
  private func gap(before mark: WorkplaceMark) -> Int {
    mark.tokens.lowerBound - day.tokens.upperBound
  }

  /// "In-office 3-4 days": right behind the word for work on the site, and the last of a clause.
  private func isCounted(_ mark: WorkplaceMark, _ between: Range<Int>) -> Bool {
    guard mark.sign == .onsite, between.count <= 2,
      between.allSatisfy({ text.tokens[$0].kind != .word })
    else { return false }
    let end = day.tokens.upperBound
    guard end < text.tokens.count else { return true }
    return text.tokens[end].kind == .symbol || text.tokens[end].kind == .newline
  }
}
