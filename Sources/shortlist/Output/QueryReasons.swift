import Listings
import Queries
import Storage

/// Clause by clause, why a query finds a listing or leaves it out.
struct QueryReasons {
  let isFound: Bool
  private let clauses: [ClauseExplanation]
  private let verdict: String

  init(_ query: Query, _ detail: ListingDetail, _ context: QueryContext) {
    clauses = query.explanation(for: MatchSubject(detail), in: context)
    let isRuledOut = clauses.contains { $0.answer == .no }
    let isUndecided = clauses.contains { $0.answer == .undecided }
    isFound = !isRuledOut && (!isUndecided || query.includesUndecided)
    verdict =
      isFound
      ? "found" : isRuledOut ? "not found" : "not found: it does not state what is asked"
  }

  var text: String {
    let lines = clauses.flatMap { clause in
      ["\(clause.answer.word)  \(clause.clause.cleaned(.singleLine))"] + grounds(of: clause)
    }
    return (lines + [verdict]).joined(separator: "\n")
  }

  private func grounds(of clause: ClauseExplanation) -> [String] {
    if clause.grounds.isEmpty { return [Self.indent + "these words are nowhere in it"] }
    return clause.grounds.map { ground in
      Self.indent + "\(ground.field): \(ground.words?.cleaned(.singleLine) ?? "not stated")"
    }
  }

  private static let indent = String(repeating: " ", count: 11)
}

private extension QueryAnswer {
  /// Padded to the longest.
  var word: String {
    switch self {
    case .yes: "yes      "
    case .no: "no       "
    case .undecided: "undecided"
    }
  }
}

/// What each clause of a query leaves and removes.
struct QueryCosts {
  private let rows: [[String]]

  /// One search for the whole, and two for each clause: with it alone, and without it.
  init(_ query: Query, _ store: Store) throws {
    let found = try store.search(query).counts
    var rows: [[String]] = []
    for index in query.clauses.indices {
      var others = query.clauses
      let clause = others.remove(at: index)
      let alone = try store.search(query.asking([clause])).counts.matching
      let without = try store.search(query.asking(others)).counts.matching
      rows.append(["\(clause)", "\(alone)", "\(without - found.matching)"])
    }
    if !query.mentionsHidden {
      let hiddenToo = query.asking(query.clauses + [.condition(.state(.any))])
      let removed = try store.search(hiddenToo).counts.matching - found.matching
      rows.append(["-is:hidden", "\(try store.search(Query()).counts.matching)", "\(removed)"])
    }
    rows.append(["all of them", "\(found.matching)", "\(found.total - found.matching)"])
    self.rows = rows
  }

  var text: String {
    TextTable(
      head: ["clause", "alone finds", "removes"],
      rows: rows.map { $0.map { $0.cleaned(.singleLine) } }, width: Console.width
    ).lines.joined(separator: "\n")
  }
}

private extension Query {
  /// The same query, its clauses others.
  func asking(_ clauses: [QueryExpression]) -> Query {
    var query = self
    query.expression = QueryExpression.and(clauses).simplified
    return query
  }
}
