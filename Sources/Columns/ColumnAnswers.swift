import Listings
import Queries

/// The rows that a condition holds of, and those it does not rule out.
struct RowAnswer: Sendable {
  var yes: RowSet
  var possible: RowSet

  init(_ rows: RowSet) {
    yes = rows
    possible = rows
  }

  /// `missing` are the rows that leave it undecided.
  init(_ rows: RowSet, missing: RowSet) {
    yes = rows
    possible = rows | missing
  }

  var undecided: RowSet { possible - yes }

  static func & (left: RowAnswer, right: RowAnswer) -> RowAnswer {
    var result = left
    result.yes = left.yes & right.yes
    result.possible = left.possible & right.possible
    return result
  }

  static func | (left: RowAnswer, right: RowAnswer) -> RowAnswer {
    var result = left
    result.yes = left.yes | right.yes
    result.possible = left.possible | right.possible
    return result
  }

  static prefix func ! (answer: RowAnswer) -> RowAnswer {
    var result = answer
    result.yes = !answer.possible
    result.possible = !answer.yes
    return result
  }
}

extension ListingColumns {
  /// Nil when the columns do not hold what is asked; then the store has to answer.
  func answer(to condition: QueryCondition) -> RowAnswer? {
    switch condition {
    case .remote(let kinds):
      choice(kinds, in: remote, unknown: .unknown)
    case .level(let levels):
      choice(levels, in: seniority, unknown: .unknown)
    case .employment(let types): answer(employment: types)
    case .salary(let question): answer(pay: question)
    case .day(.posted, let question): answer(posted: question)
    case .state(let state): RowAnswer(rows(in: state))
    case .has(let field): has(field).map { RowAnswer($0) }
    case .text, .eligible, .timeZones, .day, .skill, .source, .tag, .stage, .rating, .reposted:
      nil
    }
  }

  var none: RowSet { RowSet(size: count) }
  var all: RowSet { RowSet(size: count, holdsAll: true) }

  func union(_ sets: some Sequence<RowSet>) -> RowSet { sets.reduce(none) { $0 | $1 } }

  var employmentNotStated: RowSet { !union(employment.values) }

  private func choice<Value: Hashable>(
    _ wanted: Set<Value>, in sets: [Value: RowSet], unknown: Value
  ) -> RowAnswer {
    let found = union(wanted.compactMap { sets[$0] })
    guard !wanted.isEmpty, !wanted.contains(unknown) else { return RowAnswer(found) }
    return RowAnswer(found, missing: sets[unknown] ?? none)
  }

  private func answer(employment types: Set<Employment?>) -> RowAnswer {
    let found = union(types.compactMap { $0.flatMap { employment[$0] } })
    if types.isEmpty { return RowAnswer(none) }
    return types.contains(nil)
      ? RowAnswer(found | employmentNotStated) : RowAnswer(found, missing: employmentNotStated)
  }

  func rows(in state: ListingState) -> RowSet {
    switch state {
    case .saved: marks[.saved] ?? none
    case .flagged: marks[.flagged] ?? none
    case .hidden: marks[.hidden] ?? none
    case .read: marks[.read] ?? none
    case .unread: !(marks[.read] ?? none)
    case .applied: marks[.applied] ?? none
    case .new: marks[.new] ?? none
    case .changed: marks[.changed] ?? none
    case .closed: marks[.closed] ?? none
    case .any: all
    }
  }

  private func has(_ field: QueryFieldName) -> RowSet? {
    switch field {
    case .salary: isPayStated
    case .remote: !(remote[.unknown] ?? none)
    case .level: !(seniority[.unknown] ?? none)
    case .type: !employmentNotStated
    case .posted: RowSet(size: count, range: 0..<firstUndated)
    case .stage: marks[.applied] ?? none
    default: nil
    }
  }
}

extension ListingColumns {
  /// Rows are in the order of days, the undated last.
  var firstUndated: Int { firstRow { $0 == Self.missingDay } }

  /// The first row whose day is beyond, where all after it are.
  private func firstRow(where isBeyond: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(posted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first row that was posted before that day.
  func firstRow(before day: Int) -> Int { min(firstUndated, firstRow { Int($0) < day }) }

  private func answer(posted question: DayCondition) -> RowAnswer {
    let undated = RowSet(size: count, range: firstUndated..<count)
    guard let days = question.days(today: context.today) else { return RowAnswer(undated) }
    let first = days.through.map { day in firstRow { Int($0) <= day.number } } ?? 0
    let end = days.from.map { day in firstRow { Int($0) < day.number } } ?? firstUndated
    return RowAnswer(
      RowSet(size: count, range: first..<max(first, min(end, firstUndated))), missing: undated)
  }

  private func answer(pay question: PayCondition) -> RowAnswer {
    switch question {
    case .atLeast(let sum): compare(payHigh, payLow, sum, >=)
    case .above(let sum): compare(payHigh, payLow, sum, >)
    case .atMost(let sum): compare(payLow, payHigh, sum, <=)
    case .below(let sum): compare(payLow, payHigh, sum, <)
    case .between(let least, let most):
      compare(payLow, payHigh, most, <=) & compare(payHigh, payLow, least, >=)
    case .notStated: RowAnswer(!isPayStated)
    }
  }

  /// A missing end lies somewhere beyond the one that is stated.
  private func compare(
    _ end: [Int], _ other: [Int], _ sum: PayAmount, _ holds: (Int, Int) -> Bool
  ) -> RowAnswer {
    guard let sum = sum.annual(in: context) else { return RowAnswer(none, missing: all) }
    let yes = RowSet(size: count) { row in
      let stated = end[row] == Self.missing ? other[row] : end[row]
      return stated != Self.missing && holds(stated, sum)
    }
    // Undecided unless the end that is asked is stated.
    let open = RowSet(size: count) { end[$0] == Self.missing }
    return RowAnswer(yes, missing: open - yes)
  }
}
