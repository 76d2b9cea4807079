import Listings

extension Query {
  /// The answer for one listing, and the fields to blame where it is undecided.
  ///
  /// This is what the store's SQL is tested against. `includesUndecided` is not looked at: it says
  /// what becomes of the undecided, not which they are.
  package func answer(
    for subject: MatchSubject, in context: QueryContext
  ) -> (answer: QueryAnswer, blamed: Set<QueryFieldName>) {
    if !mentionsHidden, subject.decisions.isHidden || context.rules.hide(subject, in: context) {
      return (.no, [])
    }
    let answer = expression.answer(for: subject, in: context)
    return (answer, answer == .undecided ? expression.blamed(for: subject, in: context) : [])
  }

  /// The listing is in the list.
  package func includes(_ subject: MatchSubject, in context: QueryContext) -> Bool {
    switch answer(for: subject, in: context).answer {
    case .yes: true
    case .no: false
    case .undecided: includesUndecided
    }
  }
}

extension QueryExpression {
  package func answer(for subject: MatchSubject, in context: QueryContext) -> QueryAnswer {
    switch self {
    case .and(let parts): parts.lazy.map { $0.answer(for: subject, in: context) }.conjunction
    case .or(let parts): parts.lazy.map { $0.answer(for: subject, in: context) }.disjunction
    case .not(let part): !part.answer(for: subject, in: context)
    case .condition(let condition): condition.answer(for: subject, in: context)
    case .orUndecided(let part): QueryAnswer(part.answer(for: subject, in: context) != .no)
    case .search(_, let part): part.answer(for: subject, in: context)
    }
  }

  /// The fields of the undecided conditions within undecided clauses.
  package func blamed(
    for subject: MatchSubject, in context: QueryContext
  ) -> Set<QueryFieldName> {
    guard answer(for: subject, in: context) == .undecided else { return [] }
    return switch self {
    case .and(let parts), .or(let parts):
      parts.reduce(into: []) { $0.formUnion($1.blamed(for: subject, in: context)) }
    case .not(let part), .search(_, let part): part.blamed(for: subject, in: context)
    case .condition(let condition): condition.neededField.map { [$0] } ?? []
    case .orUndecided: []
    }
  }
}

extension QueryCondition {
  package func answer(for subject: MatchSubject, in context: QueryContext) -> QueryAnswer {
    switch self {
    case .text(let field, let pattern):
      isMissing(field, in: subject) && !pattern.isEmpty
        ? .undecided : QueryAnswer(pattern.isEmpty || subject.contains(pattern, in: field))
    case .salary(let question): question.answer(for: subject.salary, in: context)
    case .remote(let kinds):
      subject.remote.kind == .unknown && neededField != nil
        ? .undecided : QueryAnswer(kinds.contains(subject.remote.kind))
    case .eligible(let place): subject.remote.eligibility.answer(forPlace: place)
    case .timeZones(let span): subject.remote.eligibility.answer(for: span)
    case .level(let levels):
      subject.seniority == .unknown && neededField != nil
        ? .undecided : QueryAnswer(levels.contains(subject.seniority))
    case .employment(let types):
      subject.employment.isEmpty
        ? (neededField != nil ? .undecided : QueryAnswer(types.contains(nil)))
        : QueryAnswer(subject.employment.contains { types.contains($0) })
    case .day(let field, let question):
      question.answer(for: subject.day(field), mayBeMissing: field == .posted, in: context)
    case .skill(let name): QueryAnswer(subject.skills.contains { sameName($0, name) })
    case .source(let name): QueryAnswer(subject.sources.contains { Self.isSource($0, of: name) })
    case .tag(let name): QueryAnswer(subject.decisions.tags.contains { sameName($0, name) })
    case .stage(let stages): QueryAnswer(stages.contains(subject.decisions.stage))
    case .rating(let stars): QueryAnswer(subject.decisions.rating.map(stars.contains) ?? false)
    case .reposted(let times): QueryAnswer(times.contains(subject.reposts))
    case .state(let state): QueryAnswer(subject.isIn(state))
    case .has(let field): QueryAnswer(subject.has(field))
    }
  }

  private func isMissing(_ field: TextField, in subject: MatchSubject) -> Bool {
    switch field {
    case .title: subject.title == nil
    case .company: subject.company == nil
    case .place: subject.location == nil
    case .any, .body, .note, .reason: false
    }
  }

  private func sameName(_ name: String, _ other: String) -> Bool {
    SearchText.folded(name) == SearchText.folded(other)
  }

  /// ASCII capitals do not matter in the names of sources.
  package static func isSource(_ source: String, of name: String) -> Bool {
    let (source, name) = (source.asciiFolded, name.asciiFolded)
    return source == name || source.starts(with: name + [UInt8(ascii: ":")])
  }
}

extension PayCondition {
  /// Pay that a board predicted answers like stated pay; only the screen marks it.
  func answer(for salary: Salary?, in context: QueryContext) -> QueryAnswer {
    guard let salary else { return self == .notStated ? .yes : .undecided }
    guard self != .notStated else { return .no }
    guard let pay = context.rates.comparable(salary, in: context.currency) else {
      return .undecided
    }
    return answer(low: pay.low, high: pay.high, in: context)
  }

  private func answer(low: Int?, high: Int?, in context: QueryContext) -> QueryAnswer {
    // A missing end lies somewhere beyond the one that is stated.
    func reaches(_ sum: PayAmount, by holds: (Int, Int) -> Bool) -> QueryAnswer {
      guard let sum = sum.annual(in: context) else { return .undecided }
      if let high { return QueryAnswer(holds(high, sum)) }
      return low.map { holds($0, sum) ? .yes : .undecided } ?? .undecided
    }
    func stays(_ sum: PayAmount, by holds: (Int, Int) -> Bool) -> QueryAnswer {
      guard let sum = sum.annual(in: context) else { return .undecided }
      if let low { return QueryAnswer(holds(low, sum)) }
      return high.map { holds($0, sum) ? .yes : .undecided } ?? .undecided
    }
    return switch self {
    case .atLeast(let sum): reaches(sum, by: >=)
    case .above(let sum): reaches(sum, by: >)
    case .atMost(let sum): stays(sum, by: <=)
    case .below(let sum): stays(sum, by: <)
    case .between(let least, let most):
      [stays(most, by: <=), reaches(least, by: >=)].conjunction
    case .notStated: .no
    }
  }
}

extension DayCondition {
  func answer(for day: Day?, mayBeMissing: Bool, in context: QueryContext) -> QueryAnswer {
    guard let days = days(today: context.today) else { return QueryAnswer(day == nil) }
    guard let day else { return mayBeMissing ? .undecided : .no }
    return QueryAnswer(
      days.from.map { $0 <= day } ?? true && days.through.map { day <= $0 } ?? true)
  }
}

extension Eligibility {
  /// Undecided where no place is stated, whatever the kind of work; a place that is ruled out is no.
  package func answer(forPlace place: String) -> QueryAnswer {
    if !RegionTable.covering(place).isDisjoint(with: excluded) { return .no }
    if regions.isEmpty { return .undecided }
    let (codes, prefixes) = RegionTable.open(to: place)
    return QueryAnswer(
      regions.contains { region in
        codes.contains(region) || prefixes.contains { region.hasPrefix($0) }
      })
  }

  package func answer(for span: TimeZoneSpan) -> QueryAnswer {
    guard let timeZones else { return .undecided }
    return QueryAnswer(timeZones.from <= span.through && span.from <= timeZones.through)
  }
}

extension MatchSubject {
  func day(_ field: DayField) -> Day? {
    switch field {
    case .posted: posted
    case .seen: firstSeen
    case .followUp: decisions.followUp
    }
  }

  func isIn(_ state: ListingState) -> Bool {
    switch state {
    case .saved: decisions.isSaved
    case .flagged: decisions.isFlagged
    case .hidden: decisions.isHidden
    case .read: decisions.isRead
    case .unread: !decisions.isRead
    case .applied: decisions.stage != nil
    case .new: isNew
    case .changed: isChanged
    case .closed: isClosed
    case .any: true
    }
  }

  /// Pay in a currency that is not known is stated all the same.
  func has(_ field: QueryFieldName) -> Bool {
    switch field {
    case .title: title != nil
    case .company: company != nil
    case .place: location != nil
    case .body: !body.isEmpty
    case .salary: salary != nil
    case .remote: remote.kind != .unknown
    case .eligible: !remote.eligibility.regions.isEmpty
    case .tz: remote.eligibility.timeZones != nil
    case .level: seniority != .unknown
    case .type: !employment.isEmpty
    case .posted: posted != nil
    case .skill: !skills.isEmpty
    case .stage: decisions.stage != nil
    case .tag: !decisions.tags.isEmpty
    case .note: decisions.note != nil
    case .reason: decisions.hiddenReason != nil
    case .rating: decisions.rating != nil
    case .followUp: decisions.followUp != nil
    case .source, .seen, .changed, .closed, .reposted, .state: false
    case .has, .search, .sort, .undecided: false
    }
  }
}

extension String {
  /// UTF-8 with ASCII capitals made small, as SQLite's NOCASE compares.
  var asciiFolded: [UInt8] { utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
}
