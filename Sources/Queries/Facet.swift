/// A group of choices in the filter pane; its counts leave its own filter out.
package enum Facet: Int, CaseIterable {
  case remote, level, employment, source, pay, posted, decisions

  /// The group that a clause belongs to; nil when it speaks of something else, or of several.
  package init?(of expression: QueryExpression) {
    // No choice of the pane stands for a saved search.
    if case .search = expression { return nil }
    let facets = Set(expression.conditions.map(Facet.init(of:)))
    guard facets.count == 1, let only = facets.first, let facet = only else { return nil }
    self = facet
  }

  private init?(of condition: QueryCondition) {
    switch condition {
    case .remote: self = .remote
    case .level: self = .level
    case .employment: self = .employment
    case .source: self = .source
    case .salary: self = .pay
    case .day(.posted, _): self = .posted
    case .stage: self = .decisions
    case .state(let state):
      switch state {
      case .saved, .flagged, .hidden, .read, .unread, .applied, .new, .any: self = .decisions
      case .changed, .closed: return nil
      }
    default: return nil
    }
  }

  package var bit: Int { 1 << rawValue }

  package static let allBits = (1 << allCases.count) - 1
}
