/// A group of choices that are names, more of them than a pane can list.
package enum NamedFacet: String, CaseIterable, Sendable {
  case company, place, skill, source, tag
}

/// The most frequent names of a group, and how many there are in all.
package struct NamedCounts: Hashable, Sendable {
  package let values: [FacetValue]
  package let total: Int
  /// Listings that do not state it; nil where nothing can be missing.
  package let notStated: Int?

  package init(values: [FacetValue], total: Int, notStated: Int?) {
    self.values = values
    self.total = total
    self.notStated = notStated
  }
}

/// Listings by the days since they were posted.
package struct AgeHistogram: Hashable, Sendable {
  /// The ages in days at which one bar ends and the next begins.
  package static let edges = [1, 2, 3, 5, 7, 14, 21, 28, 42, 56, 91, 182, 365]

  /// The newest first; the last bar holds all that is older.
  package var bars: [Int]
  package var notStated: Int

  package init(bars: [Int] = Array(repeating: 0, count: edges.count + 1), notStated: Int = 0) {
    self.bars = bars
    self.notStated = notStated
  }

  /// The bar of an age; what is posted tomorrow counts as of today.
  package static func bar(ofAge days: Int) -> Int {
    edges.firstIndex { days < $0 } ?? edges.count
  }
}
