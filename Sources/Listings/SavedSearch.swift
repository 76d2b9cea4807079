/// A query that is kept under a name, in the words in which it was saved.
///
/// It is text and not a tree, so that a later shortlist that no longer reads it still has it.
package struct SavedSearch: Hashable, Sendable {
  package let name: String
  package let query: String
  /// The newest listing there was when it was saved: before the first visit has ended, what came
  /// later is new.
  package let newest: ListingID

  package init(name: String, query: String, newest: ListingID = ListingID(0)) {
    self.name = name
    self.query = query
    self.newest = newest
  }

  package static let longestName = 60

  /// The name as it is kept: in one line, without blanks at its ends; nil when nothing is left or it
  /// is too long.
  package static func name(from text: String) -> String? {
    let words = text.cleaned(.singleLine).split(separator: " ").joined(separator: " ")
    return words.isEmpty || words.count > longestName ? nil : words
  }
}

/// A saved search and what it finds now.
package struct SavedSearchResult: Hashable, Sendable {
  package let search: SavedSearch
  package let matching: Int
  package let new: Int
  /// Why the query can't be read any more; its numbers are 0 then.
  package let problem: String?

  package init(_ search: SavedSearch, matching: Int = 0, new: Int = 0, problem: String? = nil) {
    self.search = search
    self.matching = matching
    self.new = new
    self.problem = problem
  }
}
