import Listings

/// By what rows are put together.
package enum Grouping: String, CaseIterable, Hashable, Sendable {
  case company, source, stage
}

/// Which groups show all their rows.
package struct Folding: Hashable, Sendable {
  /// What holds of groups that nobody has touched.
  package var unfoldsAll = false
  /// The keys of groups that are the other way round.
  package var exceptions: Set<String> = []

  package init() {}

  package func isFolded(_ key: String) -> Bool { exceptions.contains(key) == unfoldsAll }

  mutating func toggle(_ key: String) {
    if exceptions.remove(key) == nil { exceptions.insert(key) }
  }
}

/// How a search's rows are put together.
package struct GroupRequest: Hashable, Sendable {
  package let grouping: Grouping
  package let folding: Folding
}
