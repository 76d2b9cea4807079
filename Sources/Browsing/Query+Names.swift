import Listings
import Queries

// Names that are chosen are alternatives of one clause, `company:acme,initech`; those left out are
// one clause behind a minus.
extension Query {
  /// The names asked for, one of which must fit, and those left out.
  package func names(_ facet: NamedFacet) -> (on: [String], excluded: [String]) {
    (
      clauses.compactMap { NameClause($0, facet, isExcluding: false)?.names }.flatMap { $0 },
      clauses.compactMap { NameClause($0, facet, isExcluding: true)?.names }.flatMap { $0 }
    )
  }

  func state(of name: String, _ facet: NamedFacet) -> ChoiceState {
    let names = names(facet)
    if names.on.contains(name: name) { return .on }
    return names.excluded.contains(name: name) ? .excluded : .off
  }

  func stateOfUnstated(_ facet: NamedFacet) -> ChoiceState {
    if clauses.contains(where: {
      NameClause($0, facet, isExcluding: false)?.takesUnstated == true
    }) {
      return .on
    }
    return clauses.contains(.condition(.has(facet.field))) ? .excluded : .off
  }

  func moving(_ name: String, _ facet: NamedFacet, to wanted: ChoiceState) -> Query {
    func moved(_ query: Query, isExcluding: Bool, isIn: Bool) -> Query {
      query.changing(facet, isExcluding: isExcluding, adds: isIn) { clause in
        if isIn {
          clause.names.append(name)
        } else {
          clause.names.removeAll { SearchText.folded($0) == SearchText.folded(name) }
        }
      }
    }
    let off = moved(moved(self, isExcluding: false, isIn: false), isExcluding: true, isIn: false)
    return wanted == .off ? off : moved(off, isExcluding: wanted == .excluded, isIn: true)
  }

  func movingUnstated(_ facet: NamedFacet, to wanted: ChoiceState) -> Query {
    let off = changing(facet, isExcluding: false, adds: false) { $0.takesUnstated = false }
      .removing(.condition(.has(facet.field)))
    return switch wanted {
    case .off: off
    case .on: off.changing(facet, isExcluding: false, adds: true) { $0.takesUnstated = true }
    case .excluded: off.adding(.condition(.has(facet.field)))
    }
  }

  /// Changes each such clause, or to add something the first one, made where there is none; what
  /// asks for nothing any more goes.
  private func changing(
    _ facet: NamedFacet, isExcluding: Bool, adds: Bool, _ change: (inout NameClause) -> Void
  ) -> Query {
    var query = self
    var isDone = false
    var rest: [QueryExpression] = []
    for clause in clauses {
      guard var names = NameClause(clause, facet, isExcluding: isExcluding), !(adds && isDone)
      else {
        rest.append(clause)
        continue
      }
      let before = names
      change(&names)
      isDone = true
      if names == before {
        rest.append(clause)
      } else if let new = names.expression {
        rest.append(new)
      }
    }
    if adds, !isDone {
      var names = NameClause(facet, isExcluding: isExcluding)
      change(&names)
      if let new = names.expression { rest.append(new) }
    }
    query.clauses = rest
    return query
  }
}

/// A clause that asks for names of a field, one of which must fit, or leaves them out.
private struct NameClause: Equatable {
  let facet: NamedFacet
  let isExcluding: Bool
  var names: [String] = []
  /// Listings that do not state the field are in as well.
  var takesUnstated = false
  private var isMarked = false

  init(_ facet: NamedFacet, isExcluding: Bool) {
    self.facet = facet
    self.isExcluding = isExcluding
  }

  init?(_ clause: QueryExpression, _ facet: NamedFacet, isExcluding: Bool) {
    self.init(facet, isExcluding: isExcluding)
    var asked = clause
    if case .orUndecided(let inner) = clause { (asked, isMarked) = (inner, true) }
    if isExcluding {
      guard case .not(let inner) = asked else { return nil }
      asked = inner
    }
    let parts = if case .or(let parts) = asked { parts } else { [asked] }
    for part in parts {
      switch part {
      case .condition(let condition):
        guard let name = facet.name(in: condition) else { return nil }
        names.append(name)
      case .not(.condition(.has(facet.field))) where !isExcluding: takesUnstated = true
      default: return nil
      }
    }
  }

  var expression: QueryExpression? {
    var parts = names.map { QueryExpression.condition(facet.condition($0)) }
    if takesUnstated { parts.append(.not(.condition(.has(facet.field)))) }
    guard let first = parts.first else { return nil }
    let asked = parts.count == 1 ? first : .or(parts)
    let clause = isExcluding ? QueryExpression.not(asked) : asked
    return isMarked ? QueryExpression.orUndecided(clause).simplified : clause
  }
}

private extension [String] {
  func contains(name: String) -> Bool {
    let key = SearchText.folded(name)
    return contains { SearchText.folded($0) == key }
  }
}
