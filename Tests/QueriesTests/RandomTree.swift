import Listings
import Queries
import TestSupport

/// Makes query trees of every shape, also such that no parser yields.
struct RandomTree {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func query() -> Query {
    let keys = SortField.allCases.filter { _ in chance(8) }
      .map { SortKey($0, isDescending: Bool.random(using: &random)) }
    return Query(expression(depth: 4), sort: keys, includesUndecided: chance(5))
  }

  mutating func expression(depth: Int) -> QueryExpression {
    guard depth > 0 else { return .condition(condition()) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return .and(expressions(depth: depth - 1))
    case 2, 3: return .or(expressions(depth: depth - 1))
    case 4: return .not(expression(depth: depth - 1))
    case 5: return .orUndecided(expression(depth: depth - 1))
    default: return .condition(condition())
    }
  }
}

private extension RandomTree {
  static let texts = [
    "swift", "c++", "node.js", "two words", "or", "NOT", "-dash", "a:b", "what?", "st*", "*", "a,b",
    "a|b", "\"quoted\"", "back\\slash", "“typo”", "(paren)", "東京", "é", "salary >= 3", "x>=1", "&",
    "", " blank ", "https://a.b", "a\nb", "é", "salary", "<3", ":>", "12:30", "\u{0}",
    "Müller & Söhne", "'",
  ]

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func some<Value: Hashable>(of values: [Value]) -> Set<Value> {
    Set(values.filter { _ in chance(3) })
  }

  mutating func expressions(depth: Int) -> [QueryExpression] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in expression(depth: depth) }
  }

  mutating func condition() -> QueryCondition {
    switch Int.random(in: 0..<17, using: &random) {
    case 0: .salary(pay())
    case 1: .remote(some(of: RemoteKind.allCases))
    case 2: .eligible(pick(["US", "US-CA", "NORTH AMERICA", "WORLDWIDE"]))
    case 3: .timeZones(TimeZoneSpan(from: minutes(), through: minutes()))
    case 4: .level(some(of: Seniority.allCases))
    case 5: .employment(some(of: Employment.allCases + [nil]))
    case 6: .day(pick(DayField.allCases.filter { $0 != .posted }), days())
    case 7: .day(.posted, chance(4) ? .notStated : days())
    case 8: .skill(pick(Self.texts))
    case 9: .source(pick(Self.texts))
    case 10: .tag(pick(Self.texts))
    case 11: .stage(some(of: Stage.allCases + [nil]))
    case 12: .rating(pick([1...1, 2...4, 3...5, 1...5, 0...3, 6...7]))
    case 13: .state(pick(ListingState.allCases))
    case 14: .reposted(pick([0...0, 1...9999, 2...4, -1...3, 1...1, 10_000...10_001]))
    case 15: .has(pick(QueryFieldName.allCases))
    default:
      .text(
        pick(TextField.allCases), TextPattern(pick(Self.texts), isPrefix: chance(3)))
    }
  }

  mutating func minutes() -> Int { Int.random(in: -56...56, using: &random) * 15 }

  mutating func amount() -> PayAmount {
    PayAmount(
      amount: pick([0, 1, 99, 100, 12_345, 8_000, 9_000_000, 15_000_000, 123_456_789_00]),
      currency: pick([nil, .usd, .eur, .gbp, Currency(code: "SEK"), Currency(code: "KRW")]),
      period: pick(PayPeriod.allCases))
  }

  mutating func pay() -> PayCondition {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .atLeast(amount())
    case 1: .above(amount())
    case 2: .atMost(amount())
    case 3: .below(amount())
    case 4: .between(amount(), amount())
    default: .notStated
    }
  }

  mutating func bound() -> DayBound {
    chance(2)
      ? .daysAgo(Int.random(in: -3...40, using: &random))
      : .day(Day(number: Int.random(in: 20_400...20_800, using: &random)))
  }

  mutating func days() -> DayCondition {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .from(bound())
    case 1: return .through(bound())
    case 2:
      let day = bound()
      return .between(day, day)
    default: return .between(bound(), bound())
    }
  }
}
