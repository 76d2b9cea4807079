import Listings
import Queries

/// One query asked of the columns: its rows, its counts, the counts beside every choice.
package struct ColumnSearch: Sendable {
  let columns: ListingColumns
  package let query: Query
  private let answers: [QueryCondition: RowAnswer]
  private var parts: [Part] = []

  private struct Part {
    let expression: QueryExpression
    let answer: RowAnswer
    let facet: Facet?
    /// It stands for the rules of the person's settings.
    var isRule = false
  }

  package init(
    _ query: Query, in columns: ListingColumns, from source: some ListingSource
  ) throws {
    self.columns = columns
    self.query = query
    var answers: [QueryCondition: RowAnswer] = [:]
    let rules = columns.context.rules.shown.map(\.conditions) ?? []
    for condition in query.expression.conditions + rules where answers[condition] == nil {
      answers[condition] = try columns.answer(to: condition, from: source)
    }
    self.answers = answers
    parts = makeParts()
  }
}

extension ColumnSearch {
  /// The rows in the list, in no order.
  package var matching: RowSet { joined { holds($0) } }

  /// The listings in the query's order.
  package func found(_ matching: RowSet, from source: some ListingSource) throws -> FoundRows {
    let keys = query.effectiveSort
    guard keys != Query.defaultSort else { return FoundRows(matching, of: columns) }
    if keys.count == 1, let values = columns.values(by: keys[0]) {
      return FoundRows(matching, of: columns, by: values)
    }
    let ranked =
      keys.contains { $0.field == .rank }
      ? try query.rankedPatterns.map { try columns.ranked($0, from: source) } : []
    let order = try columns.order(keys, ranked: ranked, from: source)
    return FoundRows(matching, of: columns, in: order)
  }

  package func counts(_ matching: RowSet) -> ResultCounts {
    var counts = ResultCounts(total: columns.count, matching: matching.count)
    counts.new = matching.count(with: columns.rows(in: .new))
    counts.changed = matching.count(with: columns.rows(in: .changed))
    if parts.contains(where: \.isRule) {
      let unruled = joined { $0.isRule ? columns.all : holds($0) }
      counts.ruledOut = unruled.count - counts.matching
    }
    guard !query.includesUndecided, parts.contains(where: \.expression.mayBeUndecided) else {
      return counts
    }
    let undecided = joined { $0.answer.possible } - joined { $0.answer.yes }
    counts.undecided = undecided.count
    var blamed: [QueryFieldName: RowSet] = [:]
    for part in parts { blame(part.expression, part.answer, &blamed) }
    counts.blamed = blamed.map { ($0.key, $0.value.count(with: undecided)) }
      .filter { $0.1 > 0 }.map { FacetValue(name: $0.0.rawValue, count: $0.1) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return counts
  }
}

extension ColumnSearch {
  private func makeParts() -> [Part] {
    let expressions: [QueryExpression] =
      if case .and(let parts) = query.expression { parts } else { [query.expression] }
    var parts = expressions.map { Part(expression: $0, answer: answer($0), facet: Facet(of: $0)) }
    if !query.mentionsHidden {
      parts.append(
        Part(
          expression: .not(.condition(.state(.hidden))),
          answer: RowAnswer(!columns.rows(in: .hidden)), facet: .decisions))
      if let rest = columns.context.rules.shown {
        parts.append(Part(expression: rest, answer: answer(rest), facet: nil, isRule: true))
      }
    }
    return parts
  }

  private func answer(_ expression: QueryExpression) -> RowAnswer {
    switch expression {
    case .and(let parts):
      parts.reduce(RowAnswer(columns.all)) { $0 & answer($1) }
    case .or(let parts):
      parts.reduce(RowAnswer(columns.none)) { $0 | answer($1) }
    case .not(let part): !answer(part)
    case .orUndecided(let part): RowAnswer(answer(part).possible)
    case .condition(let condition): answers[condition] ?? RowAnswer(columns.none)
    case .search(_, let part): answer(part)
    }
  }

  private func holds(_ part: Part) -> RowSet {
    query.includesUndecided ? part.answer.possible : part.answer.yes
  }

  private func joined(_ rows: (Part) -> RowSet) -> RowSet {
    parts.reduce(columns.all) { $0 & rows($1) }
  }

  /// A condition is to blame when it is undecided and so is each clause around it.
  private func blame(
    _ expression: QueryExpression, _ answer: RowAnswer, _ blamed: inout [QueryFieldName: RowSet],
    within outer: RowSet? = nil
  ) {
    guard expression.mayBeUndecided else { return }
    let undecided = outer.map { $0 & answer.undecided } ?? answer.undecided
    switch expression {
    case .and(let parts), .or(let parts):
      for part in parts { blame(part, self.answer(part), &blamed, within: undecided) }
    case .not(let part), .search(_, let part):
      blame(part, self.answer(part), &blamed, within: undecided)
    case .condition(let condition):
      guard let field = condition.neededField else { return }
      blamed[field] = blamed[field].map { $0 | undecided } ?? undecided
    case .orUndecided: break
    }
  }
}

extension ColumnSearch {
  /// Of each group of choices the counts, its own filter left out.
  package func facets(step: Int) -> FacetCounts {
    var counts = FacetCounts()
    let remote = rows(without: .remote)
    counts.remote = columns.remote.counted(in: remote)
    let level = rows(without: .level)
    counts.seniority = columns.seniority.counted(in: level)
    let employment = rows(without: .employment)
    counts.employment = columns.employment.counted(in: employment)
    counts.employmentNotStated = employment.count(with: columns.employmentNotStated)
    counts.posted = ages(in: rows(without: .posted))
    counts.pay = pay(in: rows(without: .pay), step: step)
    counts.sources = sources(in: rows(without: .source))
    counts.decisions = decisions(in: rows(without: .decisions))
    return counts
  }

  func rows(withoutNames facet: NamedFacet) -> RowSet {
    joined {
      !$0.isRule && NamedFacet(of: $0.expression) == facet ? columns.all : holds($0)
    }
  }

  private func rows(without facet: Facet) -> RowSet {
    joined { $0.facet == facet ? columns.all : holds($0) }
  }

  private func pay(in rows: RowSet, step: Int) -> PayHistogram {
    let bars = columns.payBars(step: step, 16).map { $0.count(with: rows) }
    var pay = PayHistogram(step: step, bars: bars.dropLast())
    pay.notStated = bars.last ?? 0
    return pay
  }

  private func ages(in rows: RowSet) -> AgeHistogram {
    // Rows are in the order of days: an age begins where the day before it ends.
    let today = columns.context.today.number
    var histogram = AgeHistogram()
    var first = 0
    for (bar, edge) in AgeHistogram.edges.enumerated() {
      let end = columns.firstRow(before: today - edge + 1)
      histogram.bars[bar] = rows.count(in: first..<end)
      first = end
    }
    histogram.bars[AgeHistogram.edges.count] = rows.count(in: first..<columns.firstUndated)
    histogram.notStated = rows.count(in: columns.firstUndated..<columns.count)
    return histogram
  }

  private func sources(in rows: RowSet) -> [FacetValue] {
    columns.sources.map { source in
      FacetValue(name: source.name, count: source.rows.count(with: rows))
    }
    .filter { $0.count > 0 }
    .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private func decisions(in rows: RowSet) -> DecisionCounts {
    var counts = DecisionCounts()
    let hidden = columns.rows(in: .hidden)
    counts.hidden = rows.count(with: hidden)
    let shown = rows - hidden
    counts.saved = shown.count(with: columns.rows(in: .saved))
    counts.flagged = shown.count(with: columns.rows(in: .flagged))
    counts.unread = shown.count(with: columns.rows(in: .unread))
    counts.applied = shown.count(with: columns.rows(in: .applied))
    counts.new = shown.count(with: columns.rows(in: .new))
    return counts
  }
}

private extension Dictionary where Value == RowSet {
  func counted(in rows: RowSet) -> [Key: Int] {
    mapValues { $0.count(with: rows) }.filter { $0.value > 0 }
  }
}
