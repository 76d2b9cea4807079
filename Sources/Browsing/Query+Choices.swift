import Listings
import Queries

/// How a choice stands in the query.
package enum ChoiceState: Hashable, Sendable { case off, on, excluded }

// The filter pane reads and writes clauses that stand at the top of the query, joined by "and".
// What is said deeper, inside "or" and "not", is left alone.
extension Query {
  /// How the filter pane shows `choice`.
  package func state(of choice: FilterChoice) -> ChoiceState {
    switch choice {
    case .search, .more: .off
    case .remote(let kind): state(of: kind, .remote)
    case .level(let level): state(of: level, .level)
    case .employment(let form): state(of: form, .employment)
    case .pay: payRange == PayBounds() ? .off : .on
    case .payNotStated: stateOfUnstated(.pay)
    case .posted: postedRange == AgeBounds() ? .off : .on
    case .postedNotStated: stateOfUnstated(.posted)
    case .state(let state): self.state(of: .condition(.state(state)))
    case .name(let facet, let name): state(of: name, facet)
    case .nameNotStated(let facet): stateOfUnstated(facet)
    }
  }

  package func isOn(_ choice: FilterChoice) -> Bool { state(of: choice) == .on }

  /// The query with `choice` turned on or off.
  package func toggling(_ choice: FilterChoice) -> Query {
    switch choice {
    case .search, .more: self
    case .remote(let kind): moving(kind, .remote, to: isOn(choice) ? .off : .on)
    case .level(let level): moving(level, .level, to: isOn(choice) ? .off : .on)
    case .employment(let form): moving(form, .employment, to: isOn(choice) ? .off : .on)
    case .pay: settingPay(PayBounds())
    case .payNotStated: togglingUnstated(.pay)
    case .posted: settingPosted(AgeBounds())
    case .postedNotStated: togglingUnstated(.posted)
    case .state(let state):
      moving(.condition(.state(state)), to: isOn(choice) ? .off : .on)
    case .name(let facet, let name): moving(name, facet, to: isOn(choice) ? .off : .on)
    case .nameNotStated(let facet): movingUnstated(facet, to: isOn(choice) ? .off : .on)
    }
  }

  /// The query with what `choice` names left out, or no longer.
  package func excluding(_ choice: FilterChoice) -> Query {
    let wanted: ChoiceState = state(of: choice) == .excluded ? .off : .excluded
    return switch choice {
    case .search, .more, .pay, .posted: self
    case .remote(let kind): moving(kind, .remote, to: wanted)
    case .level(let level): moving(level, .level, to: wanted)
    case .employment(let form): moving(form, .employment, to: wanted)
    case .payNotStated: excludingUnstated(.pay)
    case .postedNotStated: excludingUnstated(.posted)
    case .state(let state): moving(.condition(.state(state)), to: wanted)
    case .name(let facet, let name): moving(name, facet, to: wanted)
    case .nameNotStated(let facet): movingUnstated(facet, to: wanted)
    }
  }

  package var remoteKinds: Set<RemoteKind> { chosen(.remote).on }

  package func choosingRemote(_ kinds: Set<RemoteKind>) -> Query {
    setting(.remote, to: kinds.isEmpty ? nil : .remote(kinds))
  }

  /// No condition at all; the order stays.
  package var cleared: Query { Query(.all, sort: sort) }
}

extension Query {
  /// A clause that is there as it is, or the other way round.
  private func state(of clause: QueryExpression) -> ChoiceState {
    if clauses.contains(clause) { return .on }
    return clauses.contains(QueryExpression.not(clause).simplified) ? .excluded : .off
  }

  private func moving(_ clause: QueryExpression, to wanted: ChoiceState) -> Query {
    let rest = removing(clause).removing(.not(clause))
    return switch wanted {
    case .off: rest
    case .on: rest.adding(clause)
    case .excluded: rest.adding(.not(clause))
    }
  }

  /// Puts `clause` where the first clause like it stands, and drops the others.
  func replacing(_ isSuch: (QueryExpression) -> Bool, by clause: QueryExpression?) -> Query {
    var query = self
    let place = clauses.firstIndex(where: isSuch)
    var rest = clauses.filter { !isSuch($0) }
    if let clause { rest.insert(clause, at: place ?? rest.count) }
    query.clauses = rest
    return query
  }
}

/// A field whose few values are chosen as a set.
private struct SetField<Value: Hashable> {
  let field: QueryFieldName
  let read: (QueryCondition) -> Set<Value>?
  let write: (Set<Value>) -> QueryCondition

  /// What a clause such as `-remote:no` leaves out.
  func excluded(by clause: QueryExpression) -> Set<Value>? {
    switch clause {
    case .not(.condition(let condition)), .orUndecided(.not(.condition(let condition))):
      read(condition)
    default: nil
    }
  }
}

extension SetField<RemoteKind> {
  static var remote: Self {
    SetField(
      field: .remote,
      read: { if case .remote(let kinds) = $0 { kinds } else { nil } },
      write: { .remote($0) })
  }
}

extension SetField<Seniority> {
  static var level: Self {
    SetField(
      field: .level,
      read: { if case .level(let levels) = $0 { levels } else { nil } },
      write: { .level($0) })
  }
}

extension SetField<Employment?> {
  static var employment: Self {
    SetField(
      field: .type,
      read: { if case .employment(let forms) = $0 { forms } else { nil } },
      write: { .employment($0) })
  }
}

private extension Query {
  func chosen<Value>(_ field: SetField<Value>) -> (on: Set<Value>, excluded: Set<Value>) {
    (
      conditions(on: field.field).lazy.compactMap(field.read).first ?? [],
      clauses.lazy.compactMap(field.excluded).first ?? []
    )
  }

  func state<Value>(of value: Value, _ field: SetField<Value>) -> ChoiceState {
    let (on, excluded) = chosen(field)
    return on.contains(value) ? .on : excluded.contains(value) ? .excluded : .off
  }

  func moving<Value>(
    _ value: Value, _ field: SetField<Value>, to wanted: ChoiceState
  ) -> Query {
    var (on, excluded) = chosen(field)
    let before = (on, excluded)
    on.remove(value)
    excluded.remove(value)
    if wanted == .on { on.insert(value) }
    if wanted == .excluded { excluded.insert(value) }
    var query = self
    if on != before.0 {
      query = query.setting(field.field, to: on.isEmpty ? nil : field.write(on))
    }
    if excluded != before.1 {
      query = query.replacing(
        { field.excluded(by: $0) != nil },
        by: excluded.isEmpty ? nil : .not(.condition(field.write(excluded))))
    }
    return query
  }
}
