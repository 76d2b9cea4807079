import Listings

extension PayCondition: CustomStringConvertible {
  /// With its sign, as in `>=150k`.
  package var description: String {
    switch self {
    case .atLeast(let sum): ">=\(sum)"
    case .above(let sum): ">\(sum)"
    case .atMost(let sum): "<=\(sum)"
    case .below(let sum): "<\(sum)"
    case .between(let low, let high):
      low == high
        ? ":\(low)"
        : ":" + low.figures(isPlain: false) + ".."
          + high.text(isPlain: low.amount > 0 && low.amount < 100_000)
    case .notStated: ":unknown"
    }
  }
}

extension PayAmount: CustomStringConvertible {
  /// As in `150k`, `80€/h`, `£60k`.
  package var description: String { text(isPlain: false) }

  /// Currency and period; both ends of a range share them, and the upper one says them.
  var units: [String] { [currency?.code ?? "", period.rawValue] }

  /// Plain is without "k", which would reach over to the lower end of a range (`120..180k`).
  fileprivate func text(isPlain: Bool) -> String {
    let figures = figures(isPlain: isPlain)
    let slash = period == .year ? "" : "/" + String(period.rawValue.prefix(1))
    return switch currency {
    case nil: figures + slash
    case Currency.usd?: "$" + figures + slash
    case Currency.gbp?: "£" + figures + slash
    case Currency.eur?: figures + "€" + slash
    case let currency?: figures + currency.code + slash
    }
  }

  fileprivate func figures(isPlain: Bool) -> String {
    if !isPlain, amount > 0, amount % 100_000 == 0 { return "\(amount / 100_000)k" }
    let cents = amount % 100
    let whole = "\(amount / 100)"
    return cents == 0 ? whole : whole + (cents < 10 ? ".0" : ".") + "\(cents)"
  }
}

extension DayCondition: CustomStringConvertible {
  /// With its sign, as in `<14d`.
  package var description: String {
    switch self {
    case .from(.daysAgo(let count)) where count >= 0: "<\(count + 1)d"
    case .from(let bound): ">=\(bound)"
    case .through(.daysAgo(let count)) where count > 0: ">\(count - 1)d"
    case .through(let bound): "<=\(bound)"
    case .between(let first, let last): ":" + span(first, last)
    case .notStated: ":unknown"
    }
  }

  private func span(_ first: DayBound, _ last: DayBound) -> String {
    if first == last {
      // "5d" alone is an age.
      if case .daysAgo(let count) = first, count > 1 { return "\(first)..\(last)" }
      return first.description
    }
    guard case .day(let from) = first, case .day(let through) = last else {
      return "\(first)..\(last)"
    }
    let (start, end) = (from.parts, through.parts)
    let isWholeMonths =
      start.day == 1 && end.day == Day.days(inMonth: end.month, of: end.year)
      && start.year == end.year
    if isWholeMonths, start.month == end.month { return String(from.description.prefix(7)) }
    if isWholeMonths, start.month == 1, end.month == 12 {
      return String(from.description.prefix(4))
    }
    return "\(from)..\(through)"
  }
}

extension DayBound: CustomStringConvertible {
  package var description: String {
    switch self {
    case .day(let day): day.description
    case .daysAgo(0): "today"
    case .daysAgo(1): "yesterday"
    case .daysAgo(-1): "tomorrow"
    case .daysAgo(let count): count > 0 ? "\(count)d" : "+\(-count)d"
    }
  }
}

extension TimeZoneSpan {
  /// As in `-5..+1`.
  var queryText: String {
    func hours(_ minutes: Int) -> String {
      let size = abs(minutes)
      let rest = size % 60
      return (minutes < 0 ? "-" : "+") + "\(size / 60)"
        + (rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)")
    }
    return from == through ? hours(from) : hours(from) + ".." + hours(through)
  }
}

extension Set<Seniority> {
  /// As in `senior,staff`; three or more neighbors are a range.
  var queryText: String {
    let ranks = filter { $0 != .unknown }.sorted()
    let levels = Seniority.allCases
    var parts: [String] = []
    var index = 0
    while index < ranks.count {
      var last = index
      while last + 1 < ranks.count, ranks[last + 1].rank == ranks[last].rank + 1 { last += 1 }
      if last - index >= 2 {
        parts.append("\(ranks[index].rawValue)..\(ranks[last].rawValue)")
      } else {
        parts += ranks[index...last].map(\.rawValue)
      }
      index = last + 1
    }
    if contains(.unknown), let unknown = levels.last { parts.append(unknown.rawValue) }
    return parts.joined(separator: ",")
  }
}
