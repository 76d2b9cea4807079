import Listings

/// What the signs of one text say of the workplace, before they are weighed.
struct WorkplaceWords: Sendable {
  private(set) var remote: WorkplaceMark?
  private(set) var hybrid: WorkplaceMark?
  private(set) var onsite: WorkplaceMark?
  private(set) var never: WorkplaceMark?
  private(set) var officeDays: OfficeDays?
  /// The explicit statement is the later one: "remote-friendly; this position is hybrid".
  private let statesHybrid: Bool
  /// "Remote role with one day a week in the office": the days are part of it.
  private let addsOffice: Bool
  /// "London (two days a week) or remote": the choice stands behind the days.
  private let offersRemote: Bool

  /// `firmOnly` leaves out bare words, which prove little in the middle of a text.
  init(_ signs: [WorkplaceMark], in text: TokenizedText, firmOnly: Bool = false) {
    for (place, mark) in signs.enumerated() where !Self.isAside(place, signs, in: text) {
      switch mark.sign {
      case .remote where mark.isFirm || !firmOnly:
        if Self.isPassing(mark, signs[(place + 1)...]) {
          never = never ?? mark
        } else if remote == nil || mark.isFirm && remote?.isFirm == false {
          remote = mark
        }
      case .hybrid where mark.isFirm || !firmOnly: hybrid = hybrid ?? mark
      case .homeOffice where mark.isFirm || !firmOnly: hybrid = hybrid ?? mark
      case .onsite where mark.isFirm || !firmOnly: onsite = onsite ?? mark
      case .never: never = never ?? mark
      case .day, .officeDay, .homeDay:
        officeDays = officeDays ?? OfficeDays(at: place, of: signs, in: text)
      default: break
      }
    }
    officeDays = officeDays ?? OfficeDays(weekdays: signs, in: text)
    statesHybrid = Self.states(hybrid, after: remote, in: text)
    addsOffice = Self.adds(officeDays, to: remote, in: text)
    let days = officeDays
    let choice = remote
    offersRemote =
      days?.isCountedAtHome == false
      && signs.contains {
        $0.sign == .or && $0.tokens.upperBound == choice?.tokens.lowerBound
          && $0.tokens.lowerBound >= days?.tokens.upperBound ?? .max
      }
  }

  private static func adds(
    _ days: OfficeDays?, to remote: WorkplaceMark?, in text: TokenizedText
  ) -> Bool {
    guard let days, let next = remote?.tokens.upperBound, days.tokens.lowerBound == next + 1
    else { return false }
    return ["with", "but"].contains(text.words(text.tokens[next].range))
  }

  /// Whether a sentence of its own begins between the words for remote work and "this role is hybrid".
  private static func states(
    _ hybrid: WorkplaceMark?, after remote: WorkplaceMark?, in text: TokenizedText
  ) -> Bool {
    guard let hybrid, let remote, hybrid.isFirm,
      remote.tokens.upperBound < hybrid.tokens.lowerBound,
      text.words(text.bytes(of: hybrid.tokens)).lowercased().hasPrefix("this ")
    else { return false }
    return text.tokens[remote.tokens.upperBound..<hybrid.tokens.lowerBound].contains {
      $0.kind == .newline || $0.kind == .symbol && $0.id == 46
    }
  }

  /// The kind, with the words and the rule that decided; nil when nothing is said.
  var decision: (kind: RemoteKind, tokens: Range<Int>, days: Int?, rule: String)? {
    let isFirm = remote?.isFirm ?? false
    if let never, !isFirm {
      return hybrid.map { (.hybrid, $0.tokens, officeDays?.count, "hybrid words") }
        ?? (.onsite, never.tokens, nil, "remote ruled out")
    }
    // "Fully remote, or two days in the office" leaves the choice.
    let choosesRemote =
      isFirm && !statesHybrid && !addsOffice && officeDays?.isCountedAtHome == false
      && (remote?.tokens.lowerBound ?? 0) < (officeDays?.tokens.lowerBound ?? 0)
    if let officeDays, !choosesRemote, !offersRemote {
      let kind: RemoteKind = officeDays.count ?? 0 >= 5 ? .onsite : .hybrid
      return (kind, officeDays.tokens, kind == .hybrid ? officeDays.count : nil, "office days")
    }
    if let remote, !statesHybrid { return (.remote, remote.tokens, nil, "remote words") }
    if let hybrid { return (.hybrid, hybrid.tokens, nil, "hybrid words") }
    if let onsite { return (.onsite, onsite.tokens, nil, "on-site words") }
    return nil
  }

  /// Words that speak of the hiring, or bare ones that stand before what they describe in a long sentence.
  private static func isAside(
    _ place: Int, _ signs: [WorkplaceMark], in text: TokenizedText
  ) -> Bool {
    let mark = signs[place]
    guard [.remote, .hybrid, .onsite].contains(mark.sign) else { return false }
    let topic = signs[..<place].last { $0.sign == .topic }
    if let topic, mark.tokens.lowerBound - topic.tokens.upperBound < 20,
      !text.tokens[topic.tokens.upperBound..<mark.tokens.lowerBound].contains(where: {
        $0.kind == .newline || $0.id == 124
      })
    {
      return true
    }
    if mark.sign == .onsite, !mark.isFirm { return isRunning(mark, text) }
    // "Human-computer hybrid communication": a word on both sides, the next one unknown.
    guard mark.sign == .hybrid, !mark.isFirm, mark.tokens.lowerBound > 0, text.tokens.count > 14,
      mark.tokens.upperBound < text.tokens.count
    else { return false }
    let next = text.tokens[mark.tokens.upperBound]
    return text.tokens[mark.tokens.lowerBound - 1].kind == .word && next.kind == .word
      && next.end - next.start >= 6
  }

  /// "Commissioning on site", "organize on-site trainings": small words after one that is no verb of
  /// being or working.
  private static func isRunning(_ mark: WorkplaceMark, _ text: TokenizedText) -> Bool {
    func isSmall(_ token: Token) -> Bool { (97...122).contains(text.bytes[Int(token.start)]) }
    let first = mark.tokens.lowerBound
    let words = text.words(text.bytes(of: mark.tokens))
    guard words.hasPrefix("on") || words.contains("office") || words.contains("person") else {
      return false
    }
    guard first > 0, isSmall(text.tokens[first]), text.tokens[first - 1].kind == .word else {
      return false
    }
    let before = text.words(text.tokens[first - 1].range)
    if isSmall(text.tokens[first - 1]) { return !beforeOnsite.contains(before) }
    // A sentence that begins with its verb; "Berlin onsite" is none.
    let end = mark.tokens.upperBound
    return first == 1 && end < text.tokens.count && text.tokens[end].kind == .word
  }

  private static let beforeOnsite: Set<String> = [
    "is", "are", "be", "being", "based", "only", "all", "time", "days", "week", "fully", "required",
    "located", "work", "working", "works", "job", "role", "position", "positions", "and", "or",
    "also", "either", "always", "mostly", "primarily", "mainly", "currently", "for", "an", "a",
    "presence", "attendance", "full", "strictly", "preferably", "interns", "engineer", "hybrid",
    "remote", "partial", "partially", "per", "collaboration", "in", "est", "poste", "lavoro",
    "werken",
  ]

  /// "Remote for a few months" is not remote.
  private static func isPassing(_ mark: WorkplaceMark, _ rest: ArraySlice<WorkplaceMark>) -> Bool {
    guard let next = rest.first(where: { $0.sign != .nothing && $0.sign != .week }) else {
      return false
    }
    return next.sign == .passing && next.tokens.lowerBound - mark.tokens.upperBound <= 3
  }
}

/// So many days a week in the office, read from "three days a week in the office" and its like.
struct OfficeDays: Sendable {
  /// Nil for days of a month.
  let count: Int?
  let tokens: Range<Int>
  /// "Remotely up to two days a week" leaves no choice of the rest.
  let isCountedAtHome: Bool

  /// Reads the phrase around the word for days at `place`; nil when it is none.
  init?(at place: Int, of signs: [WorkplaceMark], in text: TokenizedText) {
    let day = signs[place]
    guard let number = Self.number(before: day, place, signs, text) else { return nil }
    let isOfMonth = signs[(place + 1)...].contains { mark in
      mark.sign == .month && mark.tokens.lowerBound - day.tokens.upperBound <= 6
        && Self.isOnLine(mark, with: day, in: text)
    }
    if day.sign != .day {
      isCountedAtHome = day.sign == .homeDay
      count = isOfMonth ? nil : isCountedAtHome ? 5 - number.value : number.value
      guard count != 0 else { return nil }
      tokens = number.tokens.lowerBound..<day.tokens.upperBound
      return
    }
    let near = signs.indices.filter { index in
      let mark = signs[index]
      guard index != place, Self.isOnLine(mark, with: day, in: text) else { return false }
      let gap = max(
        mark.tokens.lowerBound - day.tokens.upperBound,
        day.tokens.lowerBound - mark.tokens.upperBound)
      return gap <= 12
    }
    let week = near.contains { index in
      let gap = signs[index].tokens.lowerBound - day.tokens.upperBound
      return signs[index].sign == .week && gap >= 0 && gap <= 4
    }
    // After the number the office may follow at once; before it, a week must be named.
    let after = near.first { index in
      index > place && Self.whereabouts(signs[index].sign) != nil
        && !signs[place..<index].contains { $0.sign == .or }
    }
    let before = near.last { $0 < place && Self.whereabouts(signs[$0].sign) != nil }
    let limit = week || isOfMonth ? 12 : 4
    let chosen =
      after.flatMap { signs[$0].tokens.lowerBound - day.tokens.upperBound <= limit ? $0 : nil }
      ?? before.flatMap { index in
        let between = signs[index].tokens.upperBound..<number.tokens.lowerBound
        // "Remote within the EU, 4 days a week" tells the hours.
        if Self.whereabouts(signs[index].sign) == false, signs[index].isFirm,
          text.tokens[between].contains(where: { $0.kind == .symbol && $0.id == 44 })
        {
          return nil
        }
        let gap = between.count
        return week || isOfMonth || (gap <= 2 && signs[index].sign == .hybrid) ? index : nil
      }
    guard let chosen, let atOffice = Self.whereabouts(signs[chosen].sign) else { return nil }
    isCountedAtHome = !atOffice
    count = isOfMonth ? nil : atOffice ? number.value : max(0, 5 - number.value)
    guard count != 0 else { return nil }
    let marks = [number.tokens, day.tokens, signs[chosen].tokens]
    let start = marks.map(\.lowerBound).min() ?? day.tokens.lowerBound
    tokens = start..<(marks.map(\.upperBound).max() ?? day.tokens.upperBound)
  }

  /// Counts the days of "in the office on Tuesdays and Thursdays", "work remotely on Mondays".
  init?(weekdays signs: [WorkplaceMark], in text: TokenizedText) {
    guard let first = signs.firstIndex(where: { $0.sign == .weekday }), first > 0 else {
      return nil
    }
    let days = signs[first...].prefix { $0.sign == .weekday || $0.sign == .or }
      .filter { $0.sign == .weekday }.map(\.tokens)
    let isSpan = days.count == 2 && Self.isSpan(days[0].upperBound..<days[1].lowerBound, text)
    let office = signs[first - 1]
    guard let atOffice = Self.whereabouts(office.sign), office.sign != .hybrid,
      let next = days.first, let last = days.last,
      next.lowerBound - office.tokens.upperBound <= 3,
      atOffice
        || !isSpan
          && (next.lowerBound == office.tokens.upperBound
            || text.words(text.tokens[next.lowerBound - 1].range) == "on")
    else { return nil }
    isCountedAtHome = !atOffice
    let length = isSpan ? Self.length(from: next, through: last, text) : days.count
    count = atOffice ? length : max(0, 5 - length)
    guard count != 0 else { return nil }
    tokens = office.tokens.lowerBound..<last.upperBound
  }

  /// "Monday through Thursday", "Mon-Thu".
  private static func isSpan(_ between: Range<Int>, _ text: TokenizedText) -> Bool {
    guard between.count == 1, let index = between.first else { return false }
    return ["through", "thru", "to", "till", "until", "bis", "-", "–", "—"]
      .contains(text.words(text.tokens[index].range))
  }

  /// The days from one to the other, by the first letters of their English names; five if unknown.
  private static func length(
    from first: Range<Int>, through last: Range<Int>, _ text: TokenizedText
  ) -> Int {
    let places = [first, last].map { day in
      let name = text.words(text.bytes(of: day)).lowercased()
      return ["mon", "tue", "wed", "thu", "fri"].firstIndex { name.hasPrefix($0) }
    }
    guard let start = places[0], let end = places[1], end > start else { return 5 }
    return end - start + 1
  }

  /// True for the office, false for home; nil for words of neither.
  private static func whereabouts(_ sign: WorkplaceSign) -> Bool? {
    switch sign {
    case .office, .onsite, .hybrid, .bound: true
    case .home, .homeOffice, .remote: false
    default: nil
    }
  }

  private static func isOnLine(
    _ mark: WorkplaceMark, with day: WorkplaceMark, in text: TokenizedText
  ) -> Bool {
    let low = min(mark.tokens.lowerBound, day.tokens.lowerBound)
    let high = max(mark.tokens.upperBound, day.tokens.upperBound)
    return high - low < 30 && !text.tokens[low..<high].contains { $0.kind == .newline }
  }

  /// One to five, in digits or words, just before the word for days; of a span the later.
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
      if token.kind == .number, token.end - token.start == 1 {
        let value = Int(text.bytes[Int(token.start)]) - 48
        return (1...5).contains(value) ? (value, index..<index + 1) : nil
      }
      guard token.kind == .symbol else { return nil }
    }
    return nil
  }
}
