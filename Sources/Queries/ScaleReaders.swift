import Listings

/// Reads `senior`, `senior..staff` and, with a sign, all from or up to a level.
enum LevelReader {
  private static let known = Seniority.allCases.filter { $0 != .unknown }

  static func levels(_ text: String, _ comparison: QueryComparison) -> Set<Seniority>? {
    if let (first, last) = RangeText.ends(of: text), !comparison.isOrdering {
      guard let low = first.isEmpty ? known.first : level(first),
        let high = last.isEmpty ? known.last : level(last), low != .unknown, high != .unknown
      else { return nil }
      return levels { $0 >= low && $0 <= high }
    }
    guard let level = level(text) else { return nil }
    if comparison.isOrdering, level == .unknown { return nil }
    return switch comparison {
    case .equal, .unequal, .matches: [level]
    case .atLeast: levels { $0 >= level }
    case .above: levels { $0 > level }
    case .atMost: levels { $0 <= level }
    case .below: levels { $0 < level }
    }
  }

  private static func level(_ text: String) -> Seniority? {
    QueryVocabulary.level[QueryVocabulary.key(text)]
  }

  /// Nil where no level is left, as above the highest.
  private static func levels(where isIn: (Seniority) -> Bool) -> Set<Seniority>? {
    let levels = Set(known.filter(isIn))
    return levels.isEmpty ? nil : levels
  }
}

/// Reads `4`, `3..5` and, with a sign, all from or up to a number.
struct NumberReader {
  /// What there can be.
  let all: ClosedRange<Int>

  static let stars = NumberReader(all: 1...5)
  static let reposts = NumberReader(all: 0...9999)

  func range(_ text: String, _ comparison: QueryComparison) -> ClosedRange<Int>? {
    if let (first, last) = RangeText.ends(of: text), !comparison.isOrdering {
      guard let low = first.isEmpty ? all.lowerBound : number(first),
        let high = last.isEmpty ? all.upperBound : number(last), low <= high
      else { return nil }
      return low...high
    }
    guard let number = number(text) else { return nil }
    let (low, high) =
      switch comparison {
      case .equal, .unequal, .matches: (number, number)
      case .atLeast: (number, all.upperBound)
      case .above: (number + 1, all.upperBound)
      case .atMost: (all.lowerBound, number)
      case .below: (all.lowerBound, number - 1)
      }
    return low <= high ? low...high : nil
  }

  private func number(_ text: String) -> Int? {
    DayReader.number(text.utf8, upTo: String(all.upperBound).count)
      .flatMap { all.contains($0) ? $0 : nil }
  }
}

extension ClosedRange<Int> {
  /// As `NumberReader` reads it behind the name of a field.
  func queryText(among all: ClosedRange<Int>) -> String {
    if count == 1 { return ":\(lowerBound)" }
    return upperBound == all.upperBound
      ? ">=\(lowerBound)" : ":\(lowerBound)..\(upperBound)"
  }
}

/// Reads `-5..+1`, `+5:30`, `utc+2`.
enum TimeZoneReader {
  static func span(_ text: String) -> TimeZoneSpan? {
    guard let (first, last) = RangeText.ends(of: text) else {
      return minutes(text).map { TimeZoneSpan(from: $0, through: $0) }
    }
    guard let from = minutes(first), let through = minutes(last) else { return nil }
    return TimeZoneSpan(from: from, through: through)
  }

  private static func minutes(_ text: String) -> Int? {
    var rest = Array(text.lowercased().utf8)[...]
    if rest.starts(with: "utc".utf8) || rest.starts(with: "gmt".utf8) {
      rest = rest.dropFirst(3)
      if rest.isEmpty { return 0 }
    }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let hours = DayReader.number(parts[0], upTo: 2),
      hours <= 14
    else { return nil }
    guard parts.count == 2 else { return isNegative ? -hours * 60 : hours * 60 }
    guard let part = DayReader.number(parts[1], upTo: 2), part < 60 else { return nil }
    return (isNegative ? -1 : 1) * (hours * 60 + part)
  }
}
