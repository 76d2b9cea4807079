import Listings

/// A parsed query: what must hold, in which order, and whether undecided rows are in.
package struct Query: Hashable, Sendable {
  package var expression: QueryExpression
  package var sort: [SortKey]
  /// Rows for which the answer is "undecided" are in as well (`U`, `undecided:yes`).
  package var includesUndecided: Bool

  package init(
    _ expression: QueryExpression = .all, sort: [SortKey] = [], includesUndecided: Bool = false
  ) {
    self.expression = expression
    self.sort = sort
    self.includesUndecided = includesUndecided
  }

  /// The order of a query that asks for none: newest first.
  package static let defaultSort = [SortKey(.posted, isDescending: true)]

  /// The keys to sort by; after them the larger id comes first.
  package var effectiveSort: [SortKey] { sort.isEmpty ? Self.defaultSort : sort }

  /// The query speaks of hidden listings (`is:hidden`, `is:any`, `reason:agency`), so they are not
  /// left out.
  package var mentionsHidden: Bool {
    expression.conditions.contains { condition in
      switch condition {
      case .state(.hidden), .state(.any), .text(.reason, _), .has(.reason): true
      default: false
      }
    }
  }
}

/// Conditions joined by and, or, not; `and([])` holds always, `or([])` never.
package indirect enum QueryExpression: Hashable, Sendable {
  case and([QueryExpression])
  case or([QueryExpression])
  case not(QueryExpression)
  case condition(QueryCondition)
  /// `salary>=150k?`: undecided counts as yes, for this clause.
  case orUndecided(QueryExpression)
  /// `search:far`: what the saved search of that name asked when this was read.
  case search(String, QueryExpression)

  package static let all = QueryExpression.and([])
  package static let none = QueryExpression.not(all)

  /// Every condition in it, from left to right.
  package var conditions: [QueryCondition] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.conditions)
    case .not(let part), .orUndecided(let part), .search(_, let part): part.conditions
    case .condition(let condition): [condition]
    }
  }
}

extension QueryExpression {
  /// The same question in the one shape that parsing yields: nothing nested that need not be.
  package var simplified: QueryExpression {
    switch self {
    case .condition(let condition): condition.constant ?? self
    case .not(let part): .not(part.simplified)
    case .and(let parts):
      Self.joined(
        parts.flatMap { part in
          let part = part.simplified
          if case .and(let inner) = part { return inner }
          return [part]
        }, by: QueryExpression.and)
    case .or(let parts):
      parts.isEmpty
        ? .none
        : Self.joined(
          parts.flatMap { part in
            let part = part.simplified
            if case .or(let inner) = part { return inner }
            return [part]
          }, by: QueryExpression.or)
    case .orUndecided(let part):
      part.simplified.mayBeUndecided ? .orUndecided(part.simplified) : part.simplified
    case .search(let name, let part): .search(name, part.simplified)
    }
  }

  private static func joined(
    _ parts: [QueryExpression], by join: ([QueryExpression]) -> QueryExpression
  ) -> QueryExpression {
    parts.count == 1 ? parts[0] : join(parts)
  }
}
