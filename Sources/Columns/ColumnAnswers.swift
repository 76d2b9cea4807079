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
  /// What the columns do not hold is asked of the source, once.
  func answer(
    to condition: QueryCondition, from source: some ListingSource
  ) throws -> RowAnswer {
    if case .text = condition {
      // Counted out once, words are asked for again with each letter that is taken back.
    } else if let answer = ownAnswer(to: condition) {
      return answer
    }
    return try memory.answer(condition) {
      if let answer = ownAnswer(to: condition) { return answer }
      if let answer = try wordAnswer(to: condition, from: source) { return answer }
      var yes = none
      let possible = try rows { numbers in
        try source.forEachListing(answering: condition) { id, isYes in
          numbers.insert(number: id)
          if isYes, let row = row(of: id) { yes.insert(row) }
        }
      }
      return RowAnswer(yes, missing: possible)
    }
  }

  /// Words in bodies, which the source has an index of; nil for anything else.
  private func wordAnswer(
    to condition: QueryCondition, from source: some ListingSource
  ) throws -> RowAnswer? {
    guard case .text(let field, let pattern) = condition, !pattern.isEmpty,
      pattern.form != .expression
    else { return nil }
    let named: RowSet
    switch field {
    case .body: named = none
    case .any:
      guard let names else { return nil }
      named = rows(ofSkills: pattern, in: names)
    case .title, .company, .place, .note, .reason: return nil
    }
    let found = try rows { $0.formUnion(try source.numbers(of: pattern, in: field)) }
    return RowAnswer(named | found)
  }

  /// Nil when the columns do not hold what is asked.
  private func ownAnswer(to condition: QueryCondition) -> RowAnswer? {
    switch condition {
    case .remote(let kinds): choice(kinds, in: remote, unknown: .unknown)
    case .level(let levels): choice(levels, in: seniority, unknown: .unknown)
    case .employment(let types): answer(employment: types)
    case .salary(let question): answer(pay: question)
    case .day(.posted, let question): answer(posted: question)
    case .state(let state): RowAnswer(rows(in: state))
    case .has(let field): has(field).map { RowAnswer($0) }
    case .source(let name): RowAnswer(rows(publishedBy: name))
    case .text(let field, let pattern): names.flatMap { answer(pattern, in: field, by: $0) }
    case .skill(let name): names.map { RowAnswer(rows(ofSkill: name, in: $0)) }
    case .eligible(let place): openness.map { $0.answer { $0.answer(forPlace: place) } }
    case .timeZones(let span): openness.map { $0.answer { $0.answer(for: span) } }
    case .reposted(let times): openness.map { RowAnswer($0.rows(reposted: times)) }
    case .day, .tag, .stage, .rating: nil
    }
  }

  /// Something is asked that they could answer themselves if they had the index of names.
  package func wantNames(for query: Query) -> Bool {
    guard names == nil else { return false }
    return query.expression.conditions.contains { condition in
      switch condition {
      case .text(let field, _): field != .body && !field.isDecided
      case .skill: true
      default: false
      }
    }
  }

  private func rows(publishedBy name: String) -> RowSet {
    var found = none
    for source in sources where QueryCondition.isSource(source.name, of: name) {
      source.rows.forEach { found.insert($0) }
    }
    return found
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
    case .posted: RowSet(size: count, range: 0..<posted.firstUndated)
    case .stage: marks[.applied] ?? none
    case .eligible: openness.map { $0.rows { !$0.regions.isEmpty } }
    case .tz: openness.map { $0.rows { $0.timeZones != nil } }
    default: nil
    }
  }
}

extension ListingColumns {
  var firstUndated: Int { posted.firstUndated }

  /// The first row that was posted before that day.
  func firstRow(before day: Int) -> Int { posted.firstRow { $0 < day } }

  private func answer(posted question: DayCondition) -> RowAnswer {
    let undated = RowSet(size: count, range: posted.firstUndated..<count)
    guard let days = question.days(today: context.today) else { return RowAnswer(undated) }
    let first = days.through.map { day in posted.firstRow { $0 <= day.number } } ?? 0
    let end = days.from.map { day in posted.firstRow { $0 < day.number } } ?? posted.firstUndated
    return RowAnswer(
      RowSet(size: count, range: first..<max(first, end)), missing: undated)
  }

  private func answer(pay question: PayCondition) -> RowAnswer {
    switch question {
    case .atLeast(let sum): reaches(sum) { $0 >= $1 }
    case .above(let sum): reaches(sum) { $0 > $1 }
    case .atMost(let sum): stays(sum) { $0 > $1 }
    case .below(let sum): stays(sum) { $0 >= $1 }
    case .between(let least, let most): stays(most) { $0 > $1 } & reaches(least) { $0 >= $1 }
    case .notStated: RowAnswer(!isPayStated)
    }
  }

  /// The upper end is asked; one that is not stated lies somewhere beyond the lower.
  private func reaches(
    _ sum: PayAmount, _ isEnough: (Int, Int) -> Bool
  ) -> RowAnswer {
    guard let sum = sum.annual(in: context) else { return RowAnswer(none, missing: all) }
    return compare(payHigh, payLow) { $0.firstPlace { isEnough($0, sum) }..<$0.end }
  }

  /// The lower end is asked; `isTooMuch` are the sums that it must not come to.
  private func stays(
    _ sum: PayAmount, _ isTooMuch: (Int, Int) -> Bool
  ) -> RowAnswer {
    guard let sum = sum.annual(in: context) else { return RowAnswer(none, missing: all) }
    return compare(payLow, payHigh) { 0..<$0.firstPlace { isTooMuch($0, sum) } }
  }

  /// By the end that is asked, where it is missing by the other; then only a yes is certain.
  private func compare(
    _ end: SumColumn, _ other: SumColumn, _ places: (SumColumn) -> Range<UInt32>
  ) -> RowAnswer {
    let byOther = end.unstated & other.rows(in: places(other))
    return RowAnswer(end.rows(in: places(end)) | byOther, missing: end.unstated)
  }
}

extension ListingColumns {
  /// The rows of each bar by the upper end of pay, then those where none is stated.
  ///
  /// As sets, because to count what two sets share takes a fiftieth of going through the rows.
  func payBars(step: Int, _ count: Int) -> [RowSet] {
    memory.bars(step) {
      var bars = Array(repeating: none, count: count + 1)
      let places = payHigh.sums.map { min(count - 1, max(0, $0 / (step * 100))) }
      for row in 0..<self.count {
        let place = payHigh.place(ofRow: row)
        bars[place == SumColumn.missing ? count : places[Int(place)]].insert(row)
      }
      return bars
    }
  }
}

extension ListingColumns {
  /// Words of the short fields; nil for phrases, and for what bodies have to be asked.
  private func answer(
    _ pattern: TextPattern, in field: TextField, by names: NameIndex
  ) -> RowAnswer? {
    guard let sought = pattern.sought, sought.phrases.count == 1, sought.phrases[0].count == 1
    else { return nil }
    let word = sought.phrases[0][0]
    switch field {
    case .title, .company, .place:
      return RowAnswer(
        rows { names.unite(word, in: field, into: &$0) },
        missing: rows { names.uniteMissing(field, into: &$0) })
    case .any where pattern.leavesOutBodies:
      return RowAnswer(
        rows { numbers in
          for field in [TextField.title, .company, .place] {
            names.unite(word, in: field, into: &numbers)
          }
          names.uniteSkills(where: pattern.isFound, into: &numbers)
        })
    case .any, .body, .note, .reason: return nil
    }
  }

  private func rows(ofSkill name: String, in names: NameIndex) -> RowSet {
    let key = SearchText.folded(name)
    return rows { names.uniteSkills(where: { $0 == key }, into: &$0) }
  }

  private func rows(ofSkills pattern: TextPattern, in names: NameIndex) -> RowSet {
    rows { names.uniteSkills(where: pattern.isFound, into: &$0) }
  }

  /// The rows by the short field that holds the words, for `sort:rank`.
  func ranked(_ pattern: TextPattern, from source: some ListingSource) throws -> RankedRows {
    RankedRows(
      fields: try [TextField.title, .company, .place].map { field in
        try answer(to: .text(field, pattern), from: source).yes
      })
  }
}
