import Listings

extension QueryCondition {
  /// The field whose absence leaves the condition undecided; nil when it is always decided.
  ///
  /// What a person decides (tags, notes, stage, rating, follow-up) is never "not stated": a listing
  /// without a note simply has none. Words sought anywhere are there or not, and so are skills.
  package var neededField: QueryFieldName? {
    switch self {
    case .text(.title, _): .title
    case .text(.company, _): .company
    case .text(.place, _): .place
    case .salary(let question): question == .notStated ? nil : .salary
    case .remote(let kinds): kinds.isEmpty || kinds.contains(.unknown) ? nil : .remote
    case .eligible: .eligible
    case .timeZones: .tz
    case .level(let levels): levels.isEmpty || levels.contains(.unknown) ? nil : .level
    case .employment(let types): types.isEmpty || types.contains(nil) ? nil : .type
    case .day(.posted, let question): question == .notStated ? nil : .posted
    case .text, .day, .skill, .source, .tag, .stage, .rating, .reposted, .state, .has: nil
    }
  }
}

extension QueryCondition {
  /// What a condition comes to that no query text can say in its own form.
  ///
  /// Words without a letter hold always, a choice among nothing never; a range of two units is its
  /// two ends.
  var constant: QueryExpression? {
    switch self {
    case .text(_, let pattern): pattern.isEmpty ? .all : nil
    case .remote(let kinds): kinds.isEmpty ? QueryExpression.none : nil
    case .level(let levels): levels.isEmpty ? QueryExpression.none : nil
    case .employment(let types): types.isEmpty ? QueryExpression.none : nil
    case .stage(let stages): stages.isEmpty ? QueryExpression.none : nil
    case .rating(let stars):
      NumberReader.stars.clamping(stars) { .condition(.rating($0)) }
    case .reposted(let times):
      NumberReader.reposts.clamping(times) { .condition(.reposted($0)) }
    case .skill(let name), .tag(let name), .source(let name):
      SearchText.words(in: name).isEmpty ? QueryExpression.none : nil
    case .eligible(let place): RegionTable.code(for: place) == nil ? QueryExpression.none : nil
    case .has(let field):
      QueryFieldName.askable.contains(field) ? nil : QueryExpression.none
    case .salary(.between(let least, let most)) where least.units != most.units:
      .and([.condition(.salary(.atLeast(least))), .condition(.salary(.atMost(most)))])
    case .salary, .timeZones, .day, .state: nil
    }
  }
}

private extension NumberReader {
  /// Nil for a range that can be written as it is.
  func clamping(
    _ range: ClosedRange<Int>, _ condition: (ClosedRange<Int>) -> QueryExpression
  ) -> QueryExpression? {
    guard range.overlaps(all) else { return QueryExpression.none }
    let clamped = range.clamped(to: all)
    return clamped == range ? nil : condition(clamped)
  }
}

extension QueryExpression {
  /// Some listing can leave it undecided.
  package var mayBeUndecided: Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.contains(where: \.mayBeUndecided)
    case .not(let part), .search(_, let part): part.mayBeUndecided
    case .condition(let condition): condition.neededField != nil
    case .orUndecided: false
    }
  }
}

extension DayCondition {
  /// First and last day that answer yes, both counted; nil for `notStated`.
  package func days(today: Day) -> (from: Day?, through: Day?)? {
    switch self {
    case .from(let bound): (bound.day(today: today), nil)
    case .through(let bound): (nil, bound.day(today: today))
    case .between(let first, let last): (first.day(today: today), last.day(today: today))
    case .notStated: nil
    }
  }
}

extension DayBound {
  package func day(today: Day) -> Day {
    switch self {
    case .day(let day): day
    case .daysAgo(let count): today.adding(days: -count)
    }
  }
}

extension PayAmount {
  /// Hundredths a year in the person's currency; nil without a rate for its own.
  package func annual(in context: QueryContext) -> Int? {
    let range = PayRange(low: amount, high: nil, currency: currency, period: period)
    guard let annual = range.annualLow else { return nil }
    return context.rates.convert(annual, from: currency ?? context.currency, to: context.currency)
  }
}
