import Listings

extension DateReading {
  /// Reads a date line; nil when it names no day, or one that could be two.
  ///
  /// `language` (`en`, `de` …) settles the order of day and month where numbers alone do not;
  /// words such as "apply by" tell that the day is none of posting, unless a deadline is asked for.
  package init?(
    extracting text: String, today: Day, language: String? = nil, isDeadline: Bool = false,
    using vocabulary: Vocabulary
  ) {
    // A date line is short; what follows is some other text.
    let head = TokenizedText(bytes: Array(text.utf8.prefix(400)), lexicon: vocabulary.lexicon)
    let scanner = DateScanner(head, vocabulary.dates, today: today, language: language)
    guard isDeadline || !scanner.namesDeadline, let found = scanner.find() else { return nil }
    self.init(
      posted: found.day, reposted: scanner.isRepost ? found.day : nil,
      range: head.bytes(of: found.tokens), rule: found.rule)
  }
}

/// A word that the tables know, with all that it may stand for.
private struct DateWord {
  let signs: [DateSign]
  let tokens: Range<Int>

  var month: Int? { first { if case .month(let month) = $0 { month } else { nil } } }
  var unit: Int? { first { if case .unit(let days) = $0 { days } else { nil } } }
  var count: Int? { first { if case .count(let count) = $0 { count } else { nil } } }
  var day: Int? { first { if case .day(let offset) = $0 { offset } else { nil } } }

  private func first(_ number: (DateSign) -> Int?) -> Int? { signs.lazy.compactMap(number).first }
}

/// Looks for the first date or age in a line.
private struct DateScanner {
  struct Found {
    let day: Day
    let tokens: Range<Int>
    let rule: String
  }

  private let text: TokenizedText
  private let table: DateWords
  private let today: Day
  private let language: String?
  private var words: [DateWord] = []

  init(_ text: TokenizedText, _ table: DateWords, today: Day, language: String?) {
    self.text = text
    self.table = table
    self.today = today
    self.language = language
    var index = 0
    while index < text.tokens.count {
      if let (signs, length) = table.match(at: index, in: text) {
        words.append(DateWord(signs: signs, tokens: index..<index + length))
        index += length
      } else {
        index += 1
      }
    }
  }

  var isRepost: Bool { words.contains { $0.signs.contains(.reposted) } }

  /// "Apply before 3 March", where nothing is said of posting.
  var namesDeadline: Bool { !isPosting && words.contains { $0.signs.contains(.deadline) } }

  func find() -> Found? {
    for index in text.tokens.indices where text.tokens[index].kind == .number {
      if let found = isoDate(at: index) ?? packedDate(at: index) ?? numericDate(at: index) {
        return found
      }
    }
    return namedDate() ?? age() ?? dayWord()
  }
}

private extension DateScanner {
  func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .number else {
      return nil
    }
    let count = text.digitCount(at: index)
    guard count <= 4, let value = text.digits(at: index) else { return nil }
    return (value, count)
  }

  func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .symbol
      && text.tokens[index].id == scalar.value
  }

  /// "2026-11-03", also with slashes or dots; the year first leaves one reading.
  func isoDate(at index: Int) -> Found? {
    guard let year = number(index), year.digits == 4, let month = number(index + 2),
      let day = number(index + 4), month.digits <= 2, day.digits <= 2,
      ["-", "/", "."].contains(where: { isSymbol(index + 1, $0) && isSymbol(index + 3, $0) })
        || isOne(of: table.afterYear, at: index + 1) && isOne(of: table.afterMonth, at: index + 3),
      let date = Day(year.value, month.value, day.value)
    else { return nil }
    return Found(day: date, tokens: index..<index + 5, rule: "date, year first")
  }

  /// "20261103", when it is all there is.
  func packedDate(at index: Int) -> Found? {
    let token = text.tokens[index]
    guard token.end - token.start == 8, text.tokens.count == 1 else { return nil }
    let value = text.bytes[token.range].reduce(0) { $0 * 10 + Int($1 &- 48) }
    guard (1990...2100).contains(value / 10_000),
      let date = Day(value / 10_000, value / 100 % 100, value % 100)
    else { return nil }
    return Found(day: date, tokens: index..<index + 1, rule: "date, year first")
  }

  /// Whether the word there is one of `words`.
  func isOne(of words: PhraseTable<Bool>, at index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .word
      && words.match(at: index, in: text)?.length == 1
  }

  /// "13/11/2026": read when only one order can be, dots being German, or the language tells.
  func numericDate(at index: Int) -> Found? {
    guard let first = number(index), let second = number(index + 2), let year = number(index + 4),
      first.digits <= 2, second.digits <= 2, year.digits == 4 || year.digits == 2,
      !(index > 0 && isSymbol(index - 1, "/")),
      let mark = (["/", ".", "-"] as [Unicode.Scalar]).first(where: { isSymbol(index + 1, $0) }),
      isSymbol(index + 3, mark)
    else { return nil }
    let century = year.digits == 2 ? 2000 : 0
    let dayFirst = Day(year.value + century, second.value, first.value)
    let monthFirst = Day(year.value + century, first.value, second.value)
    let isUnambiguous = dayFirst == nil || monthFirst == nil || dayFirst == monthFirst
    let day =
      if mark == "." {
        dayFirst
      } else if isUnambiguous {
        dayFirst ?? monthFirst
      } else {
        isMonthFirst.flatMap { $0 ? monthFirst : dayFirst }
      }
    return day.map { Found(day: $0, tokens: index..<index + 5, rule: "date in numbers") }
  }

  /// Whether the language writes the month first; nil where its countries differ.
  var isMonthFirst: Bool? {
    guard let language = language?.lowercased() else { return nil }
    if language.hasSuffix("us") { return true }
    return language == "en" ? nil : false
  }

  /// Reads "Nov 3, 2026", "3 November 2026", "3 de noviembre de 2026" and mail dates.
  func namedDate() -> Found? {
    for word in words {
      guard let month = word.month else { continue }
      let before = dayNumber(before: word.tokens.lowerBound)
      let after = dayNumber(after: word.tokens.upperBound)
      if let before, let year = yearNumber(after: word.tokens.upperBound),
        let day = Day(year.value, month, before.value)
      {
        return Found(day: day, tokens: before.index..<year.index + 1, rule: "date with month")
      }
      if let after, let year = yearNumber(after: after.index + 1),
        let day = Day(year.value, month, after.value)
      {
        return Found(
          day: day, tokens: word.tokens.lowerBound..<year.index + 1, rule: "date with month")
      }
      if let found = yearless(word, month, before ?? after) { return found }
    }
    return nil
  }

  /// "Nov 3": the last such day up to today, where the line speaks of posting or holds no more.
  private func yearless(_ word: DateWord, _ month: Int, _ day: (value: Int, index: Int)?) -> Found?
  {
    guard let day, isPosting || text.tokens.count <= 5 else { return nil }
    let year = today.parts.year
    let candidates = [year, year - 1].compactMap { Day($0, month, day.value) }
    guard let date = candidates.first(where: { $0 <= today }) else { return nil }
    let low = min(day.index, word.tokens.lowerBound)
    return Found(
      day: date, tokens: low..<max(day.index + 1, word.tokens.upperBound),
      rule: "date without year")
  }

  private var isPosting: Bool {
    words.contains { $0.signs.contains(.posted) || $0.signs.contains(.reposted) }
  }

  func dayNumber(before end: Int) -> (value: Int, index: Int)? {
    var index = end - 1
    // "3. November", "3rd of November", "3 de noviembre", "03-Nov-2026".
    var steps = 0
    while index >= 0, steps < 2, text.tokens[index].kind != .number {
      guard isSymbol(index, ".") || isSymbol(index, "-") || isOne(of: table.joiners, at: index)
      else { return nil }
      index -= 1
      steps += 1
    }
    guard let day = number(index), day.digits <= 2, (1...31).contains(day.value) else {
      return nil
    }
    return (day.value, index)
  }

  func dayNumber(after start: Int) -> (value: Int, index: Int)? {
    let index = isSymbol(start, ".") ? start + 1 : start
    guard let day = number(index), day.digits <= 2, (1...31).contains(day.value) else {
      return nil
    }
    return (day.value, index)
  }

  func yearNumber(after start: Int) -> (value: Int, index: Int)? {
    for index in start..<min(start + 3, text.tokens.count) {
      if let year = number(index) {
        guard year.digits == 4, (1990...2100).contains(year.value) else { return nil }
        return (year.value, index)
      }
      guard text.tokens[index].kind == .symbol || isOne(of: table.joiners, at: index)
      else { return nil }
    }
    return nil
  }

  /// "3 days ago", "vor 2 Tagen", "il y a 30+ jours", "a week ago", "21d".
  func age() -> Found? {
    for (place, word) in words.enumerated() {
      guard let days = word.unit, let count = count(before: place) else { continue }
      let isAgo = words.contains { $0.signs.contains(.ago) }
      // "5 years" alone is rather experience, "12 months contract" a term.
      let isWhole = text.tokens.count <= 4 && days < 365 && holdsNoOtherWord
      guard isAgo || isPosting || isWhole else { continue }
      // Beyond a century it is no age of a posting.
      let (total, overflow) = count.value.multipliedReportingOverflow(by: days)
      guard !overflow, total <= 36_500 else { continue }
      return Found(
        day: today.adding(days: -total), tokens: count.index..<word.tokens.upperBound,
        rule: count.isLeast ? "age, at least" : "age")
    }
    return nil
  }

  private var holdsNoOtherWord: Bool {
    text.tokens.indices.allSatisfy { index in
      text.tokens[index].kind != .word || words.contains { $0.tokens.contains(index) }
    }
  }

  func count(before place: Int) -> (value: Int, index: Int, isLeast: Bool)? {
    let start = words[place].tokens.lowerBound
    if place > 0, words[place - 1].tokens.upperBound == start {
      let word = words[place - 1]
      if let count = word.count ?? (word.signs.contains(.last) ? 1 : nil) {
        return (count, word.tokens.lowerBound, false)
      }
    }
    let isLeast = isSymbol(start - 1, "+")
    let index = isLeast ? start - 2 : start - 1
    guard let count = number(index) else { return single(place) }
    return (count.value, index, isLeast || isSymbol(index - 1, "+") || isSymbol(index - 1, ">"))
  }

  /// "tydzień temu": a unit alone before "ago" is one of them.
  private func single(_ place: Int) -> (value: Int, index: Int, isLeast: Bool)? {
    let unit = words[place]
    guard place + 1 < words.count, words[place + 1].tokens.lowerBound == unit.tokens.upperBound,
      words[place + 1].signs.contains(.ago),
      unit.tokens.lowerBound == 0 || text.tokens[unit.tokens.lowerBound - 1].kind == .symbol
        || place > 0 && words[place - 1].tokens.upperBound == unit.tokens.lowerBound
    else { return nil }
    return (1, unit.tokens.lowerBound, false)
  }

  func dayWord() -> Found? {
    for word in words {
      guard let offset = word.day, isPosting || standsAlone(word) else { continue }
      return Found(day: today.adding(days: offset), tokens: word.tokens, rule: "day by word")
    }
    return nil
  }

  /// "yesterday", "New today", "yesterday at 10:30"; no "Hier bewerben", German for "Apply here".
  private func standsAlone(_ word: DateWord) -> Bool {
    let before = text.tokens[..<word.tokens.lowerBound].count { $0.kind == .word }
    let behind = text.tokens[word.tokens.upperBound...]
    return text.tokens.count <= 6 && before <= 1
      && (behind.allSatisfy { $0.kind != .word } || behind.contains { $0.kind == .number })
  }
}
