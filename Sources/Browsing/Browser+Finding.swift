import Commands
import Listings
import Queries

extension Browser {
  mutating func run(_ command: FindCommand, count: Int?) -> [Effect] {
    switch command {
    case .nextHit: goToHit(steps: max(1, count ?? 1))
    case .previousHit: goToHit(steps: -max(1, count ?? 1))
    case .search: openPrompt(.search)
    case .editQuery: openPrompt(.query)
    case .payFloor: openPrompt(.payFloor)
    case .savedSearches:
      if chooser?.kind == .searches { chooser = nil } else { openSaved() }
    case .saveSearch: openSearchName()
    case .chooseSort:
      if chooser?.kind == .sorts { chooser = nil } else { openChooser(.sorts) }
    case .toggleRemote:
      return change(to: query.choosingRemote(query.remoteKinds == [.remote] ? [] : [.remote]))
    case .includeUndecided:
      var changed = query
      changed.includesUndecided.toggle()
      return change(to: changed)
    case .nextSort: return change(to: query.sortedNext(count))
    case .reverseSort: return change(to: query.sortedBackward)
    case .clearQuery: return change(to: query.cleared)
    case .toggleChoice: return toggleChoice()
    case .raisePayFloor: return movePayFloor(bars: max(1, count ?? 1))
    case .lowerPayFloor: return movePayFloor(bars: -max(1, count ?? 1))
    }
    return []
  }

  /// Asks for other rows; the selected listing stays selected where the new query finds it.
  mutating func change(to newQuery: Query) -> [Effect] {
    change(to: newQuery, keeping: list.selectedID, position: list.selection)
  }

  mutating func change(to newQuery: Query, keeping id: ListingID?, position: Int) -> [Effect] {
    guard newQuery != query else { return [] }
    if newQuery.expression != query.expression { list.marks = [] }
    query = newQuery
    refreshFilters()
    return search(keeping: id, position: position)
  }

  mutating func search(keeping id: ListingID?, position: Int) -> [Effect] {
    generation += 1
    list.isStale = true
    areCountsCurrent = false
    selectedAtSearch = list.selectedID
    searchedPosition = position
    let search = Search(
      generation: generation, query: query, keeping: id, position: position, margin: list.margin)
    return [.search(search)]
  }

  mutating func toggleChoice() -> [Effect] {
    guard help == nil, let choice = filters.selectedChoice else { return [] }
    if case .search(let name) = choice { return runSearch(named: name) }
    if choice == .payFloor {
      openPrompt(.payFloor)
      return []
    }
    return change(to: query.toggling(choice))
  }

  private mutating func goToHit(steps: Int) {
    guard help == nil else { return }
    if !layout.isVisible(.detail) {
      awaitedHits = steps
      open()
    } else if !detail.goToHit(steps: steps) {
      message = .note(query.highlights.isEmpty ? "no words are searched for" : "no hit here")
    }
  }

  /// By bars of the histogram; under the first bar there is no floor.
  private mutating func movePayFloor(bars: Int) -> [Effect] {
    let step = max(1, facets?.pay.step ?? PayHistogram().step)
    let floor = (query.payFloor(in: context) ?? 0) / 100
    let (moved, overflow) = (floor / step).addingReportingOverflow(bars)
    guard !overflow else { return [] }
    let bar = min(max(0, moved), 1_000_000 / step)
    let amount = bar == 0 ? nil : PayAmount(amount: bar * step * 100)
    return change(to: query.settingPay(amount))
  }
}

extension Query {
  /// The orders that one key steps through, each with the direction that people expect.
  static let usualSorts = [
    SortKey(.posted, isDescending: true), SortKey(.salary, isDescending: true),
    SortKey(.company, isDescending: false), SortKey(.title, isDescending: false),
  ]

  /// Newest first is the order of a query that asks for none, and is written so.
  func sorted(by key: SortKey) -> Query {
    var query = self
    query.sort = [key] == Self.defaultSort ? [] : [key]
    return query
  }

  func sortedNext(_ number: Int?) -> Query {
    let usual = Self.usualSorts
    if let number { return sorted(by: usual[min(max(1, number), usual.count) - 1]) }
    let index = effectiveSort.first.flatMap { key in usual.firstIndex { $0.field == key.field } }
    return sorted(by: usual[index.map { ($0 + 1) % usual.count } ?? 0])
  }

  var sortedBackward: Query {
    guard let key = effectiveSort.first else { return self }
    return sorted(by: SortKey(key.field, isDescending: !key.isDescending))
  }
}
