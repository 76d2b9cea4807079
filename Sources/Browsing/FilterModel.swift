import Listings
import Queries

/// The filter pane: what can be chosen, what is, and how many listings each choice would leave.
///
/// It holds no filter itself: what is on is read from the query, and a toggle writes the query.
package struct FilterModel: Hashable, Sendable {
  package internal(set) var rows: [FilterRow] = []
  /// Index of the selected row, which is always a choice.
  package internal(set) var selection = 0
  /// Index of the first row on the screen.
  package internal(set) var top = 0
  package internal(set) var visible = 1

  package init() {
    show(Query(), counts: nil, saved: [], context: nil)
  }

  package var selectedChoice: FilterChoice? {
    rows.indices.contains(selection) ? rows[selection].choice : nil
  }
}

extension FilterModel {
  mutating func show(
    _ query: Query, counts: FacetCounts?, saved: [SavedSearchResult], context: QueryContext?
  ) {
    let choice = selectedChoice
    rows = FilterRows(query: query, counts: counts, saved: saved, context: context).all
    if let choice, let index = rows.firstIndex(where: { $0.choice == choice }) { selection = index }
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

/// The rows of the pane for a query and its counts.
private struct FilterRows {
  let query: Query
  let counts: FacetCounts?
  let saved: [SavedSearchResult]
  let context: QueryContext?

  var all: [FilterRow] {
    let sections: [[FilterRow]] = [searches, remote, pay, level, employment, decisions, sources]
    return Array(sections.filter { $0.count > 1 }.joined(separator: [.blank]))
  }

  private func choice(_ choice: FilterChoice, _ count: Int?) -> FilterRow {
    .choice(choice, isOn: query.isOn(choice), count: count)
  }

  private var searches: [FilterRow] {
    [.heading(.saved)] + saved.map { .search($0, isOn: $0.search.asks(query)) }
  }

  private var remote: [FilterRow] {
    [.heading(.remote)]
      + RemoteKind.allCases.map { kind in
        choice(.remote(kind), counts.map { $0.remote[kind] ?? 0 })
      }
  }

  private var pay: [FilterRow] {
    let histogram = counts?.pay ?? PayHistogram()
    return [
      .heading(.pay), .histogram(histogram, floor: query.payFloor(in: context)),
      choice(.payNotStated, counts?.pay.notStated),
    ]
  }

  private var level: [FilterRow] {
    [.heading(.level)]
      + Seniority.allCases.map { level in
        choice(.level(level), counts.map { $0.seniority[level] ?? 0 })
      }
  }

  private var employment: [FilterRow] {
    [.heading(.employment)]
      + Employment.allCases.map { form in
        choice(.employment(form), counts.map { $0.employment[form] ?? 0 })
      } + [choice(.employment(nil), counts?.employmentNotStated)]
  }

  private var decisions: [FilterRow] {
    let all = counts?.decisions
    return [
      .heading(.decisions), choice(.state(.new), all?.new), choice(.state(.unread), all?.unread),
      choice(.state(.saved), all?.saved), choice(.state(.flagged), all?.flagged),
      choice(.state(.applied), all?.applied), choice(.state(.hidden), all?.hidden),
    ]
  }

  /// The most frequent sources, and those that the query names.
  private var sources: [FilterRow] {
    let counted = (counts?.sources ?? []).prefix(20)
    let named = query.sources.filter { name in !counted.contains { $0.name == name } }
    return [.heading(.source)] + counted.map { choice(.source($0.name), $0.count) }
      + named.map { choice(.source($0), counts == nil ? nil : 0) }
  }
}
