import Listings
import Queries

// The filter pane reads and writes clauses that stand at the top of the query, joined by "and".
// What is said deeper, inside "or" and "not", is left alone.
extension Query {
  /// Whether the filter pane shows `choice` as chosen.
  package func isOn(_ choice: FilterChoice) -> Bool {
    switch choice {
    case .remote(let kind): remoteKinds.contains(kind)
    case .payFloor: payFloorClause != nil
    case .payNotStated: takesUnstatedPay
    case .level(let level): levels.contains(level)
    case .employment(let form): employments.contains(form)
    case .state(let state): clauses.contains(.condition(.state(state)))
    case .source(let name): sources.contains(name)
    }
  }

  /// The query with `choice` turned on or off.
  package func toggling(_ choice: FilterChoice) -> Query {
    switch choice {
    case .remote(let kind): choosingRemote(remoteKinds.symmetricDifference([kind]))
    case .payFloor: payFloorClause == nil ? self : settingPay(nil)
    case .payNotStated: togglingUnstatedPay
    case .level(let level):
      replacing(\.asksLevel, by: clause(levels.symmetricDifference([level])) { .level($0) })
    case .employment(let form):
      replacing(
        \.asksEmployment, by: clause(employments.symmetricDifference([form])) { .employment($0) })
    case .state(let state): togglingState(state)
    case .source(let name): choosing(sources: sources.toggling(name))
    }
  }

  package var remoteKinds: Set<RemoteKind> {
    clauses.lazy.compactMap { if case .remote(let kinds)? = $0.condition { kinds } else { nil } }
      .first ?? []
  }

  /// The sources asked for, one of which must fit.
  package var sources: [String] { clauses.lazy.compactMap(\.sourceNames).first ?? [] }

  /// Hundredths a year in the person's currency; nil without a floor.
  package func payFloor(in context: QueryContext?) -> Int? {
    guard let amount = payFloorAmount else { return nil }
    return context.map { amount.annual(in: $0) } ?? amount.amount
  }

  package var payFloorAmount: PayAmount? { payFloorClause?.payFloor }

  package func choosingRemote(_ kinds: Set<RemoteKind>) -> Query {
    replacing(\.asksRemote, by: clause(kinds) { .remote($0) })
  }

  /// The query with another pay floor, or with none; "not stated" stays as it was.
  package func settingPay(_ floor: PayAmount?) -> Query {
    let isTolerant = takesUnstatedPay && payFloorClause != nil
    guard let floor else { return replacing(\.asksPay, by: nil) }
    let clause = QueryExpression.condition(.salary(.atLeast(floor)))
    return replacing(\.asksPay, by: isTolerant ? .orUndecided(clause) : clause)
  }

  /// No condition at all; the order stays.
  package var cleared: Query { Query(.all, sort: sort) }
}

private extension Query {
  var levels: Set<Seniority> {
    clauses.lazy.compactMap { if case .level(let levels)? = $0.condition { levels } else { nil } }
      .first ?? []
  }

  var employments: Set<Employment?> {
    clauses.lazy.compactMap { if case .employment(let all)? = $0.condition { all } else { nil } }
      .first ?? []
  }

  var payFloorClause: QueryExpression? { clauses.first { $0.payFloor != nil } }

  /// Listings without pay are in: `salary>=150k?`, or `salary:unknown`.
  var takesUnstatedPay: Bool {
    clauses.contains { clause in
      switch clause {
      case .condition(.salary(.notStated)): true
      case .orUndecided: clause.payFloor != nil
      default: false
      }
    }
  }

  var togglingUnstatedPay: Query {
    switch payFloorClause {
    case .orUndecided(let floor)?: replacing(\.asksPay, by: floor)
    case let floor?: replacing(\.asksPay, by: .orUndecided(floor))
    case nil:
      replacing(\.asksPay, by: takesUnstatedPay ? nil : .condition(.salary(.notStated)))
    }
  }

  func togglingState(_ state: ListingState) -> Query {
    let clause = QueryExpression.condition(.state(state))
    return replacing({ $0 == clause }, by: clauses.contains(clause) ? nil : clause)
  }

  func choosing(sources names: [String]) -> Query {
    let all = names.map { QueryExpression.condition(.source($0)) }
    let clause: QueryExpression? =
      all.isEmpty ? nil : all.count == 1 ? all[0] : QueryExpression.or(all)
    return replacing({ $0.sourceNames != nil }, by: clause)
  }

  func clause<Value>(
    _ values: Set<Value>, _ condition: (Set<Value>) -> QueryCondition
  ) -> QueryExpression? {
    values.isEmpty ? nil : .condition(condition(values))
  }

  /// Puts `clause` where the first clause like it stands, and drops the others.
  func replacing(
    _ isSuch: (QueryExpression) -> Bool, by clause: QueryExpression?
  ) -> Query {
    var parts: [QueryExpression] = []
    var isPlaced = clause == nil
    for part in clauses {
      guard isSuch(part) else {
        parts.append(part)
        continue
      }
      if !isPlaced, let clause { parts.append(clause) }
      isPlaced = true
    }
    if !isPlaced, let clause { parts.append(clause) }
    var query = self
    query.expression = QueryExpression.and(parts).simplified
    return query
  }
}

extension QueryExpression {
  /// The one condition that this is, be it tolerant or not.
  fileprivate var condition: QueryCondition? {
    switch self {
    case .condition(let condition): condition
    case .orUndecided(let inner): inner.condition
    case .and, .or, .not: nil
    }
  }

  fileprivate var asksRemote: Bool { if case .remote? = condition { true } else { false } }
  fileprivate var asksLevel: Bool { if case .level? = condition { true } else { false } }
  fileprivate var asksEmployment: Bool { if case .employment? = condition { true } else { false } }

  /// A floor, or "not stated"; spans and ceilings are the person's own words.
  fileprivate var asksPay: Bool { payFloor != nil || condition == .salary(.notStated) }

  fileprivate var payFloor: PayAmount? {
    switch condition {
    case .salary(.atLeast(let amount)), .salary(.above(let amount)): amount
    default: nil
    }
  }

  /// One source, or several of which one must fit.
  fileprivate var sourceNames: [String]? {
    switch self {
    case .condition(.source(let name)): return [name]
    case .or(let parts):
      let names = parts.compactMap(\.sourceNames).flatMap { $0 }
      return !parts.isEmpty && names.count == parts.count ? names : nil
    default: return nil
    }
  }
}

private extension [String] {
  func toggling(_ name: String) -> [String] {
    contains(name) ? filter { $0 != name } : self + [name]
  }
}
