import Listings

extension Query {
  /// The clauses that must all hold: what the filter pane shows as toggles.
  package var clauses: [QueryExpression] {
    get {
      if case .and(let parts) = expression { return parts }
      return [expression]
    }
    set { expression = QueryExpression.and(newValue).simplified }
  }

  /// The conditions on a field that stand alone among the clauses, marked with `?` or not.
  ///
  /// Conditions inside `or` or `not` are the person's own affair: no toggle shows or moves them.
  package func conditions(on field: QueryFieldName) -> [QueryCondition] {
    clauses.compactMap { clause in
      clause.loneCondition.flatMap { $0.field == field ? $0 : nil }
    }
  }

  /// The clauses of a field that `setting` and `removing` would replace.
  package func clauses(on field: QueryFieldName) -> [QueryExpression] {
    clauses.filter { $0.loneCondition?.field == field }
  }

  /// With this condition in the place of all that stands alone on its field; nil removes it.
  ///
  /// The mark of the clause that it replaces is kept, and so is its place among the clauses.
  package func setting(_ field: QueryFieldName, to condition: QueryCondition?) -> Query {
    var query = self
    let isMarked = clauses(on: field).contains { clause in
      if case .orUndecided = clause { return true }
      return false
    }
    let place = clauses.firstIndex { $0.loneCondition?.field == field }
    var rest = clauses.filter { $0.loneCondition?.field != field }
    if let condition {
      let clause = QueryExpression.condition(condition)
      rest.insert(isMarked ? .orUndecided(clause) : clause, at: place ?? rest.count)
    }
    query.clauses = rest
    return query
  }

  /// Without the clauses that stand alone on the field.
  package func removing(_ field: QueryFieldName) -> Query { setting(field, to: nil) }

  /// With one more clause; a clause that is there already is not repeated.
  package func adding(_ clause: QueryExpression) -> Query {
    var query = self
    let clause = clause.simplified
    if !clauses.contains(clause) { query.clauses.append(clause) }
    return query
  }

  package func adding(_ condition: QueryCondition) -> Query { adding(.condition(condition)) }

  /// Without that clause.
  package func removing(_ clause: QueryExpression) -> Query {
    var query = self
    let clause = clause.simplified
    query.clauses.removeAll { $0 == clause }
    return query
  }
}

extension QueryCondition {
  /// The field that it asks; nil for words sought anywhere.
  package var field: QueryFieldName? {
    switch self {
    case .text(let field, _): QueryFieldName(rawValue: field.rawValue)
    case .salary: .salary
    case .remote: .remote
    case .eligible: .eligible
    case .timeZones: .tz
    case .level: .level
    case .employment: .type
    case .day(let field, _): QueryFieldName(rawValue: field.rawValue)
    case .skill: .skill
    case .source: .source
    case .tag: .tag
    case .stage: .stage
    case .rating: .rating
    case .reposted: .reposted
    case .state: .state
    case .has: .has
    }
  }
}

extension QueryExpression {
  var loneCondition: QueryCondition? {
    switch self {
    case .condition(let condition): condition
    case .orUndecided(.condition(let condition)): condition
    default: nil
    }
  }
}
