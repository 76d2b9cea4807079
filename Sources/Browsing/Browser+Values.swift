import Commands
import Listings
import Queries

extension Browser {
  mutating func openValues(_ facet: NamedFacet) -> [Effect] {
    filters.values = ValueList(facet)
    return [requestValues()].compactMap { $0 }
  }

  mutating func run(_ command: ValueCommand) -> [Effect] {
    guard let values = filters.values else { return [] }
    switch command {
    case .toggle: return choose(values) { $0.toggling($1) }
    case .exclude: return choose(values) { $0.excluding($1) }
    case .next: filters.values?.select(values.selection + 1)
    case .previous: filters.values?.select(values.selection - 1)
    case .pageDown: filters.values?.select(values.selection + max(1, values.visible - 1))
    case .pageUp: filters.values?.select(values.selection - max(1, values.visible - 1))
    case .close: closeValues()
    }
    return []
  }

  /// The group's rows are selected when its names close.
  mutating func closeValues() {
    guard let facet = filters.values?.facet else { return }
    filters.values = nil
    if let row = filters.rows.firstIndex(where: { $0.choice == .more(facet) }) {
      filters.select(row: row)
    }
  }

  mutating func editValues(_ change: (inout Prompt) -> Void) -> [Effect] {
    let before = filters.values?.line.text
    if var line = filters.values?.line {
      change(&line)
      filters.values?.line = line
    }
    guard filters.values?.line.text != before else { return [] }
    filters.values?.select(0)
    return [requestValues()].compactMap { $0 }
  }

  /// The names that fit what is typed, most frequent first.
  mutating func requestValues() -> Effect? {
    guard let values = filters.values else { return nil }
    valuesNumber += 1
    filters.values?.number = valuesNumber
    return .listValues(
      ValueRequest(
        number: valuesNumber, query: query, facet: values.facet, text: values.line.text,
        limit: ValueList.limit))
  }

  mutating func take(_ values: [FacetValue], total: Int, number: Int) {
    guard filters.values?.number == number else { return }
    filters.values?.show(values, total: total)
    filters.values?.mark(by: query)
  }

  private mutating func choose(
    _ values: ValueList, _ change: (Query, FilterChoice) -> Query
  ) -> [Effect] {
    guard let name = values.selected else { return [] }
    return self.change(to: change(query, .name(values.facet, name)))
  }
}

/// The names of a group that fit what is typed.
package struct ValueRequest: Hashable, Sendable {
  package let number: Int
  package let query: Query
  package let facet: NamedFacet
  package let text: String
  package let limit: Int
}
