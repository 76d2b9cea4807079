import Listings

extension NamedFacet {
  package var field: QueryFieldName {
    switch self {
    case .company: .company
    case .place: .place
    case .skill: .skill
    case .source: .source
    case .tag: .tag
    }
  }

  /// What a choice of one name asks.
  package func condition(_ name: String) -> QueryCondition {
    switch self {
    case .company: .text(.company, TextPattern(name))
    case .place: .text(.place, TextPattern(name))
    case .skill: .skill(name)
    case .source: .source(name)
    case .tag: .tag(name)
    }
  }

  /// The name that a condition asks for, if it is one that `condition(_:)` could have made.
  package func name(in condition: QueryCondition) -> String? {
    let name: String? =
      switch condition {
      case .text(.company, let pattern), .text(.place, let pattern): pattern.text
      case .skill(let name), .source(let name), .tag(let name): name
      default: nil
      }
    return name.flatMap { self.condition($0) == condition ? $0 : nil }
  }

  /// The group that a clause belongs to: it asks for names of this field, or whether there is one.
  package init?(of expression: QueryExpression) {
    if case .search = expression { return nil }
    let conditions = expression.conditions
    guard let first = conditions.first, let facet = NamedFacet(of: first),
      conditions.allSatisfy({ NamedFacet(of: $0) == facet })
    else { return nil }
    self = facet
  }

  private init?(of condition: QueryCondition) {
    switch condition {
    case .text(.company, _), .has(.company): self = .company
    case .text(.place, _), .has(.place): self = .place
    case .skill, .has(.skill): self = .skill
    case .source: self = .source
    case .tag, .has(.tag): self = .tag
    default: return nil
    }
  }
}

/// The numbers of a listing's names, counted from 0 in the order in which texts were first met.
package struct ListingNameNumbers: Sendable {
  package let id: ListingID
  /// Nil is not stated.
  package let company: UInt32?
  package let place: UInt32?

  package init(id: ListingID, company: UInt32?, place: UInt32?) {
    self.id = id
    self.company = company
    self.place = place
  }
}
