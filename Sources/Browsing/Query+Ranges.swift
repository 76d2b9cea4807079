import Listings
import Queries

/// The pay a year that is asked for; either end may be open.
package struct PayBounds: Hashable, Sendable {
  package var floor: PayAmount?
  package var ceiling: PayAmount?

  package init(floor: PayAmount? = nil, ceiling: PayAmount? = nil) {
    self.floor = floor
    self.ceiling = ceiling
  }
}

/// The age in days that is asked for: posted within so many days, and no sooner than so many ago.
package struct AgeBounds: Hashable, Sendable {
  package var within: Int?
  package var notWithin: Int?

  package init(within: Int? = nil, notWithin: Int? = nil) {
    self.within = within
    self.notWithin = notWithin
  }
}

/// A field that is asked for by a range, or for not being stated.
enum RangeField {
  case pay, posted

  /// `salary:unknown`, `posted:unknown`.
  var notStated: QueryCondition {
    switch self {
    case .pay: .salary(.notStated)
    case .posted: .day(.posted, .notStated)
    }
  }

  var name: QueryFieldName {
    switch self {
    case .pay: .salary
    case .posted: .posted
    }
  }

  func isRange(_ condition: QueryCondition) -> Bool {
    switch (self, condition) {
    case (.pay, .salary), (.posted, .day(.posted, _)): condition != notStated
    default: false
    }
  }
}

extension Query {
  /// Both ends as far as clauses of their own give them.
  package var payRange: PayBounds {
    var range = PayBounds()
    for case .salary(let question) in rangeConditions(.pay) {
      range.floor = range.floor ?? question.floor
      range.ceiling = range.ceiling ?? question.ceiling
    }
    return range
  }

  package var payFloorAmount: PayAmount? { payRange.floor }

  /// Hundredths a year in the person's currency; nil without a floor.
  package func payFloor(in context: QueryContext?) -> Int? {
    payRange.floor.flatMap { $0.annual(context) }
  }

  package func payCeiling(in context: QueryContext?) -> Int? {
    payRange.ceiling.flatMap { $0.annual(context) }
  }

  /// The query with another floor, or with none; the ceiling and "not stated" stay as they were.
  package func settingPay(_ floor: PayAmount?) -> Query {
    settingPay(PayBounds(floor: floor, ceiling: payRange.ceiling))
  }

  package func settingPay(_ range: PayBounds) -> Query {
    guard range != payRange else { return self }
    let question: PayCondition? =
      switch (range.floor, range.ceiling) {
      case (let floor?, let ceiling?): .between(floor, ceiling)
      case (let floor?, nil): .atLeast(floor)
      case (nil, let ceiling?): .atMost(ceiling)
      case (nil, nil): nil
      }
    return settingRange(.pay, to: question.map { .salary($0) })
  }
}

extension Query {
  /// In days from today; a range of dates counts as one of ages.
  package var postedRange: AgeBounds { postedRange(today: nil) }

  package func postedRange(today: Day?) -> AgeBounds {
    var range = AgeBounds()
    for case .day(_, let question) in rangeConditions(.posted) {
      range.within = range.within ?? question.first?.age(today: today).map { $0 + 1 }
      range.notWithin = range.notWithin ?? question.last?.age(today: today)
    }
    return range
  }

  package func settingPosted(_ range: AgeBounds, today: Day? = nil) -> Query {
    guard range != postedRange(today: today) else { return self }
    let first = range.within.map { DayBound.daysAgo($0 - 1) }
    let last = range.notWithin.map(DayBound.daysAgo)
    let question: DayCondition? =
      switch (first, last) {
      case (let first?, let last?): .between(first, last)
      case (let first?, nil): .from(first)
      case (nil, let last?): .through(last)
      case (nil, nil): nil
      }
    return settingRange(.posted, to: question.map { .day(.posted, $0) })
  }
}

extension Query {
  /// Listings that do not state it are in: `salary>=150k?`, or `salary:unknown`.
  func takesUnstated(_ field: RangeField) -> Bool {
    clauses.contains { clause in
      switch clause {
      case .condition(field.notStated): true
      case .orUndecided(.condition(let condition)): field.isRange(condition)
      default: false
      }
    }
  }

  func stateOfUnstated(_ field: RangeField) -> ChoiceState {
    if takesUnstated(field) { return .on }
    return clauses.contains(.condition(.has(field.name))) ? .excluded : .off
  }

  /// `has:salary`, or without it.
  func excludingUnstated(_ field: RangeField) -> Query {
    let stated = QueryExpression.condition(.has(field.name))
    if clauses.contains(stated) { return removing(stated) }
    let strict = takesUnstated(field) ? togglingUnstated(field) : self
    return strict.adding(stated)
  }

  func togglingUnstated(_ field: RangeField) -> Query {
    let stated = QueryExpression.condition(.has(field.name))
    if clauses.contains(stated) { return removing(stated).togglingUnstated(field) }
    let isRange = { (clause: QueryExpression) in clause.lone.map(field.isRange) ?? false }
    guard let range = clauses.first(where: isRange) else {
      let clause = QueryExpression.condition(field.notStated)
      return clauses.contains(clause) ? removing(clause) : adding(clause)
    }
    if case .orUndecided(let inner) = range { return replacing({ $0 == range }, by: inner) }
    return replacing({ $0 == range }, by: .orUndecided(range))
  }

  private func rangeConditions(_ field: RangeField) -> [QueryCondition] {
    clauses.compactMap { $0.lone.flatMap { field.isRange($0) ? $0 : nil } }
  }

  /// One clause in the place of all that ask for a range or for "not stated"; the mark stays.
  private func settingRange(_ field: RangeField, to condition: QueryCondition?) -> Query {
    let isMarked = clauses.contains { clause in
      if case .orUndecided(.condition(let inner)) = clause { field.isRange(inner) } else { false }
    }
    let clause = condition.map { QueryExpression.condition($0) }
    return replacing(
      { clause in clause.lone.map { field.isRange($0) || $0 == field.notStated } ?? false },
      by: clause.map { isMarked ? .orUndecided($0) : $0 })
  }
}

private extension QueryExpression {
  /// The condition of a clause that is one, marked or not.
  var lone: QueryCondition? {
    switch self {
    case .condition(let condition), .orUndecided(.condition(let condition)): condition
    default: nil
    }
  }
}

private extension PayCondition {
  var floor: PayAmount? {
    switch self {
    case .atLeast(let amount), .above(let amount), .between(let amount, _): amount
    default: nil
    }
  }

  var ceiling: PayAmount? {
    switch self {
    case .atMost(let amount), .below(let amount), .between(_, let amount): amount
    default: nil
    }
  }
}

private extension PayAmount {
  func annual(_ context: QueryContext?) -> Int? {
    context.map { annual(in: $0) } ?? amount
  }
}

private extension DayCondition {
  var first: DayBound? {
    switch self {
    case .from(let bound), .between(let bound, _): bound
    default: nil
    }
  }

  var last: DayBound? {
    switch self {
    case .through(let bound), .between(_, let bound): bound
    default: nil
    }
  }
}

private extension DayBound {
  /// Without a day to count from, a date is as old as can be told: not at all.
  func age(today: Day?) -> Int? {
    switch self {
    case .daysAgo(let days): days
    case .day(let day): today.map { max(0, $0.days(since: day)) } ?? 0
    }
  }
}
