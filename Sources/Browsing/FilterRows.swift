import Listings
import Queries

/// The rows of the filter pane for a query and its counts.
package struct FilterRows {
  let query: Query
  let counts: FacetCounts?
  /// Counted when they are first seen; empty until then.
  let names: [NamedFacet: NamedCounts]
  let saved: [SavedSearchResult]
  let context: QueryContext?

  /// Names that a group lists before "more".
  package static let listedNames = 6

  var all: [FilterRow] {
    let sections: [[FilterRow]] = [searches, remote, pay, posted, level, employment, decisions]
    let named = NamedFacet.allCases.map(named)
    return Array((sections + named).filter { $0.count > 1 }.joined(separator: [.blank]))
  }

  private func choice(_ choice: FilterChoice, _ count: Int?) -> FilterRow {
    .choice(choice, query.state(of: choice), count: count)
  }

  private var searches: [FilterRow] {
    let searches = NamedQueries(saved.map(\.search))
    return [.heading(.saved)]
      + saved.map { .search($0, isOn: $0.search.asks(query, among: searches)) }
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
      .heading(.pay),
      .pay(
        histogram, floor: query.payFloor(in: context), ceiling: query.payCeiling(in: context)),
      choice(.payNotStated, counts?.pay.notStated),
    ]
  }

  private var posted: [FilterRow] {
    [
      .heading(.posted),
      .posted(counts?.posted ?? AgeHistogram(), query.postedRange(today: context?.today)),
      choice(.postedNotStated, counts?.posted.notStated),
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

  /// What the query names, then the most frequent ones, and the way to all of them.
  private func named(_ facet: NamedFacet) -> [FilterRow] {
    let (on, excluded) = query.names(facet)
    let known = facet == .source ? sources : names[facet]
    let frequent = (known?.values ?? []).prefix(Self.listedNames)
    let keys = Set(frequent.map { SearchText.folded($0.name) })
    let asked = (on + excluded).filter { !keys.contains(SearchText.folded($0)) }
    var rows = frequent.map { choice(.name(facet, $0.name), $0.count) }
    rows += asked.map { name in
      let key = SearchText.folded(name)
      return choice(
        .name(facet, name), known?.values.first { SearchText.folded($0.name) == key }?.count)
    }
    if let known {
      if known.total > frequent.count { rows.append(.more(facet, total: known.total)) }
    } else if facet != .source, facet != .tag {
      // The way to them is there before anybody has counted them.
      rows.append(.more(facet, total: nil))
    }
    let isAsked = query.stateOfUnstated(facet) != .off
    if isAsked || !rows.isEmpty && known?.notStated != nil {
      rows.append(choice(.nameNotStated(facet), known?.notStated))
    }
    return [.heading(.names(facet))] + rows
  }

  private var sources: NamedCounts? {
    counts.map { NamedCounts(values: $0.sources, total: $0.sources.count, notStated: nil) }
  }
}
