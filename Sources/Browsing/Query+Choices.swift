import Listings
import Queries

// The filter pane reads and writes clauses that stand at the top of the query, joined by "and".
// What is said deeper, inside "or" and "not", is left alone.
extension Query {
  /// Whether the filter pane shows `choice` as chosen.
  package func isOn(_ choice: FilterChoice) -> Bool {
    switch choice {
    case .search: false
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
    case .search: return self
    case .remote(let kind): return choosingRemote(remoteKinds.symmetricDifference([kind]))
    case .payFloor: return payFloorClause == nil ? self : settingPay(nil)
    case .payNotStated: return togglingUnstatedPay
    case .level(let level):
      let levels = levels.symmetricDifference([level])
      return setting(.level, to: levels.isEmpty ? nil : .level(levels))
    case .employment(let form):
      let forms = employments.symmetricDifference([form])
      return setting(.type, to: forms.isEmpty ? nil : .employment(forms))
    case .state(let state):
      let clause = QueryExpression.condition(.state(state))
      return clauses.contains(clause) ? removing(clause) : adding(clause)
    case .source(let name): return choosing(sources: sources.toggling(name))
    }
  }

  package var remoteKinds: Set<RemoteKind> {
    if case .remote(let kinds)? = conditions(on: .remote).first { kinds } else { [] }
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
    setting(.remote, to: kinds.isEmpty ? nil : .remote(kinds))
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
    if case .level(let levels)? = conditions(on: .level).first { levels } else { [] }
  }

  var employments: Set<Employment?> {
    if case .employment(let forms)? = conditions(on: .type).first { forms } else { [] }
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

  func choosing(sources names: [String]) -> Query {
    let all = names.map { QueryExpression.condition(.source($0)) }
    return replacing({ $0.sourceNames != nil }, by: all.isEmpty ? nil : .or(all))
  }

  /// Puts `clause` where the first clause like it stands, and drops the others.
  func replacing(
    _ isSuch: (QueryExpression) -> Bool, by clause: QueryExpression?
  ) -> Query {
    var query = self
    let place = clauses.firstIndex(where: isSuch)
    var rest = clauses.filter { !isSuch($0) }
    if let clause { rest.insert(clause, at: place ?? rest.count) }
    query.clauses = rest
    return query
  }
}

private extension QueryExpression {
  /// A floor, or "not stated"; spans and ceilings are the person's own words.
  var asksPay: Bool { payFloor != nil || self == .condition(.salary(.notStated)) }

  var payFloor: PayAmount? {
    switch self {
    case .orUndecided(let inner): inner.payFloor
    case .condition(.salary(.atLeast(let amount))), .condition(.salary(.above(let amount))): amount
    default: nil
    }
  }

  /// One source, or several of which one must fit.
  var sourceNames: [String]? {
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
