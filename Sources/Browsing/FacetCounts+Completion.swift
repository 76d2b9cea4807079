import Listings
import Queries

extension FacetCounts {
  /// What is known of a field's values, in the words of the query language.
  func values(of field: QueryFieldName) -> [FacetValue] {
    switch field {
    case .source: sources
    case .remote:
      RemoteKind.allCases.map { FacetValue(name: $0.queryWord, count: remote[$0] ?? 0) }
    case .level:
      Seniority.allCases.map { FacetValue(name: $0.rawValue, count: seniority[$0] ?? 0) }
    case .type:
      Employment.allCases.map { FacetValue(name: $0.rawValue, count: employment[$0] ?? 0) }
    case .state:
      [
        FacetValue(name: "saved", count: decisions.saved),
        FacetValue(name: "flagged", count: decisions.flagged),
        FacetValue(name: "hidden", count: decisions.hidden),
        FacetValue(name: "unread", count: decisions.unread),
        FacetValue(name: "applied", count: decisions.applied),
        FacetValue(name: "new", count: decisions.new),
      ]
    default: []
    }
  }
}
