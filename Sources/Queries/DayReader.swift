import Listings

/// Splits `a..b`; either side may be empty, but not both.
enum RangeText {
  static func ends(of text: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    guard bytes.count > 2 else { return nil }
    for index in 0..<bytes.count - 1 where bytes[index] == 0x2E && bytes[index + 1] == 0x2E {
      return (
        String(decoding: bytes[..<index], as: UTF8.self),
        String(decoding: bytes[(index + 2)...], as: UTF8.self)
      )
    }
    return nil
  }
}

/// Reads ages (`14d`), dates (`2026-10-01`, `2026-10`), `today` and ranges of them.
enum DayReader {
  static func condition(_ text: String, _ comparison: QueryComparison) -> DayCondition? {
    if let (first, last) = RangeText.ends(of: text) {
      return comparison.isOrdering ? nil : range(first, last)
    }
    if let days = age(text) { return condition(age: days, comparison) }
    guard let (first, last) = bounds(text) else { return nil }
    return switch comparison {
    case .equal, .unequal, .matches: .between(first, last)
    case .atLeast: .from(first)
    case .above: .from(last.adding(days: 1))
    case .atMost: .through(last)
    case .below: .through(first.adding(days: -1))
    }
  }

  /// A smaller age is a later day: `posted<14d` is from 13 days ago on.
  private static func condition(age: Int, _ comparison: QueryComparison) -> DayCondition? {
    switch comparison {
    case .equal, .unequal, .matches, .below: age > 0 ? .from(.daysAgo(age - 1)) : nil
    case .atMost: .from(.daysAgo(age))
    case .above: .through(.daysAgo(age + 1))
    case .atLeast: .through(.daysAgo(age))
    }
  }

  private static func range(_ first: String, _ last: String) -> DayCondition? {
    if first.isEmpty { return end(last).map { .through($0.last) } }
    if last.isEmpty { return end(first).map { .from($0.first) } }
    guard let from = end(first), let through = end(last) else { return nil }
    return .between(from.first, through.last)
  }

  private static func end(_ text: String) -> (first: DayBound, last: DayBound)? {
    age(text).map { (.daysAgo($0), .daysAgo($0)) } ?? bounds(text)
  }

  /// Days, weeks, months of 30 and years of 365 days.
  private static func age(_ text: String) -> Int? {
    let lengths: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    guard let unit = text.lowercased().last, let length = lengths[unit],
      let count = number(text.utf8.dropLast(), upTo: 4)
    else { return nil }
    return count * length
  }

  /// The first and the last day that the words name.
  private static func bounds(_ text: String) -> (first: DayBound, last: DayBound)? {
    switch text.lowercased() {
    case "today": return (.daysAgo(0), .daysAgo(0))
    case "yesterday": return (.daysAgo(1), .daysAgo(1))
    case "tomorrow": return (.daysAgo(-1), .daysAgo(-1))
    default: break
    }
    if text.utf8.first == UInt8(ascii: "+"), let days = age(String(text.dropFirst())) {
      return (.daysAgo(-days), .daysAgo(-days))
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].count == 4, let year = number(parts[0], upTo: 4) else {
      return nil
    }
    let month = parts.count > 1 ? number(parts[1], upTo: 2) : nil
    let day = parts.count > 2 ? number(parts[2], upTo: 2) : nil
    if parts.count > 1, month == nil || (parts.count > 2 && day == nil) { return nil }
    let lastMonth = month ?? 12
    guard (1...12).contains(lastMonth), let from = Day(year, month ?? 1, day ?? 1),
      let through = Day(year, lastMonth, day ?? Day.days(inMonth: lastMonth, of: year))
    else { return nil }
    return (.day(from), .day(through))
  }

  static func number(_ digits: some Collection<UInt8>, upTo length: Int) -> Int? {
    guard (1...length).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension DayBound {
  func adding(days: Int) -> DayBound {
    switch self {
    case .day(let day): .day(day.adding(days: days))
    case .daysAgo(let count): .daysAgo(count - days)
    }
  }
}
