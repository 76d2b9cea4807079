import Listings

/// The saved searches that a query can name with `search:`.
package struct NamedQueries: Hashable, Sendable {
  private var searches: [SavedSearch]
  /// Those on the way to this one; to name one of them again would never end.
  private var opened: [SavedSearch] = []

  package init(_ searches: [SavedSearch] = []) { self.searches = searches }

  var names: [String] { searches.map(\.name) }

  /// Capitals tell no two names apart.
  func search(named name: String) -> SavedSearch? {
    searches.first { $0.name.lowercased() == name.lowercased() }
  }

  /// What the search asks, marked where it takes in the undecided; its order is left out.
  func expression(of search: SavedSearch) throws(QueryError) -> QueryExpression {
    if opened.contains(search) {
      throw QueryError(offset: 0, length: 0, problem: .searchOfItself(search.name))
    }
    var inner = self
    inner.opened.append(search)
    let query = try Query(parsing: search.query, searches: inner)
    let expression = query.expression
    return .search(
      search.name, query.includesUndecided ? .orUndecided(expression) : expression)
  }
}

extension Query {
  /// It names that search, itself or by way of another, so that it can't be saved under its name.
  package func names(search name: String) -> Bool { expression.names(search: name.lowercased()) }
}

private extension QueryExpression {
  func names(search name: String) -> Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.contains { $0.names(search: name) }
    case .not(let part), .orUndecided(let part): part.names(search: name)
    case .search(let other, let part): other.lowercased() == name || part.names(search: name)
    case .condition: false
    }
  }
}
