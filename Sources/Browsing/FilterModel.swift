import Listings
import Queries

/// The filter pane: what can be chosen, what is, and how many listings each choice would leave.
///
/// It holds no filter itself: what is on is read from the query, and a toggle writes the query.
package struct FilterModel: Hashable, Sendable {
  package internal(set) var rows: [FilterRow] = []
  /// Index of the selected row, which is always a choice.
  package internal(set) var selection = 0
  /// The names of one group, to be searched in the place of the rows; nil while they are closed.
  package internal(set) var values: ValueList?
  /// Index of the first row on the screen.
  package internal(set) var top = 0
  package internal(set) var visible = 1

  package init() {
    show(FilterRows(query: Query(), counts: nil, names: [:], saved: [], context: nil).all)
  }

  /// The part of what there is that is on the screen.
  package var extent: (first: Int, shown: Int, count: Int) {
    values.map { ($0.top, $0.visible, $0.values.count) } ?? (top, visible, rows.count)
  }

  /// A row about companies, places, skills or tags is on the screen.
  var showsNames: Bool {
    rows.dropFirst(top).prefix(visible).contains { row in
      switch row {
      case .heading(.names(let facet)): facet != .source
      case .choice(let choice, _, _): choice.isName
      case .more(let facet, _): facet != .source
      default: false
      }
    }
  }

  package var selectedChoice: FilterChoice? {
    rows.indices.contains(selection) ? rows[selection].choice : nil
  }
}

extension FilterModel {
  mutating func show(_ newRows: [FilterRow]) {
    let choice = selectedChoice
    // The row under the cursor stays where it is on the screen.
    let offset = selection - top
    rows = newRows
    if let choice, let index = rows.firstIndex(where: { $0.choice == choice }) {
      if top > 0 { top = max(0, index - offset) }
      selection = index
    }
    settle()
  }

  mutating func fit(visible newVisible: Int) {
    // A pane that was hidden or grew shows as much above the selection as there is room for.
    if newVisible > visible { top = 0 }
    visible = max(1, newVisible)
    settle()
  }

  /// Goes over the choices, past headings.
  mutating func move(by steps: Int) {
    let choices = rows.indices.filter { rows[$0].choice != nil }
    guard let index = choices.firstIndex(of: selection) else { return settle() }
    selection = choices[min(max(0, index + steps), choices.count - 1)]
    settle()
  }

  mutating func select(row: Int) {
    guard rows.indices.contains(row), rows[row].choice != nil else { return }
    selection = row
    settle()
  }

  mutating func scroll(by lines: Int) {
    top = min(max(0, top + lines), max(0, rows.count - visible))
  }

  private mutating func settle() {
    selection = min(max(0, selection), max(0, rows.count - 1))
    if rows.indices.contains(selection), rows[selection].choice == nil {
      selection =
        rows.indices.dropFirst(selection).first { rows[$0].choice != nil }
        ?? rows.lastIndex { $0.choice != nil } ?? 0
    }
    // The heading above the first choice stays in sight.
    top = min(top, selection == 1 ? 0 : max(0, selection - 1))
    top = max(top, selection + 1 - visible)
    top = min(max(0, top), max(0, rows.count - visible))
  }
}
