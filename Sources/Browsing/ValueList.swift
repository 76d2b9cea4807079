import Listings
import Queries

/// All names of one group of filters, which narrow as one types.
package struct ValueList: Hashable, Sendable {
  package let facet: NamedFacet
  /// What is typed.
  package internal(set) var line = Prompt(.values)
  /// The most frequent names that fit, with their counts.
  package internal(set) var values: [FacetValue] = []
  /// How each stands in the query.
  package internal(set) var states: [ChoiceState] = []
  /// Names that fit in all; nil until they are here.
  package internal(set) var total: Int?
  package internal(set) var selection = 0
  /// Index of the first name on the screen.
  package internal(set) var top = 0
  package internal(set) var visible = 1
  /// The number of the newest request; answers to older ones are dropped.
  var number = 0

  /// Names that are asked for at once.
  static let limit = 500

  init(_ facet: NamedFacet) { self.facet = facet }

  var selected: String? {
    values.indices.contains(selection) ? values[selection].name : nil
  }
}

extension ValueList {
  mutating func show(_ newValues: [FacetValue], total newTotal: Int) {
    let name = selected
    values = newValues
    total = newTotal
    selection = values.firstIndex { $0.name == name } ?? 0
    settle()
  }

  mutating func mark(by query: Query) {
    states = values.map { query.state(of: .name(facet, $0.name)) }
  }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    settle()
  }

  mutating func select(_ position: Int) {
    selection = position
    settle()
  }

  private mutating func settle() {
    selection = min(max(0, selection), max(0, values.count - 1))
    top = min(max(top, selection + 1 - visible), selection)
    top = min(max(0, top), max(0, values.count - visible))
  }
}
