import Listings
import Queries

/// A list that lies over the panes, to choose from.
package struct Chooser: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `'`: the saved searches.
    case searches
    /// `S`: the columns to sort by.
    case sorts
  }

  package enum Choice: Hashable, Sendable {
    case search(String)
    case sort(SortField)
  }

  /// A line of the list.
  package struct Item: Hashable, Sendable {
    package let choice: Choice
    package let text: String
    /// What is said of it behind its text.
    package let meaning: String
    /// What stands at the right end.
    package let note: String
    package let isOn: Bool
    package let isProblem: Bool
  }

  package let kind: Kind
  package internal(set) var items: [Item] = []
  package internal(set) var selection = 0
  /// Index of the first item on the screen.
  package internal(set) var top = 0
  package internal(set) var visible = 1
  /// The search that the next key of removal removes.
  var removing: String?

  init(_ kind: Kind) { self.kind = kind }

  package var title: String {
    switch kind {
    case .searches: "Saved searches"
    case .sorts: "Sort by"
    }
  }

  var selected: Choice? { items.indices.contains(selection) ? items[selection].choice : nil }
}

extension Chooser {
  mutating func show(_ newItems: [Item]) {
    let choice = selected
    items = newItems
    if let choice, let index = items.firstIndex(where: { $0.choice == choice }) {
      selection = index
    }
    settle()
  }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    settle()
  }

  mutating func select(_ position: Int) {
    selection = position
    removing = nil
    settle()
  }

  mutating func scroll(by lines: Int) {
    top += lines
    selection = min(max(selection, top), top + visible - 1)
    settle()
  }

  private mutating func settle() {
    selection = min(max(0, selection), max(0, items.count - 1))
    top = min(max(top, selection + 1 - visible), selection)
    top = min(max(0, top), max(0, items.count - visible))
  }
}
