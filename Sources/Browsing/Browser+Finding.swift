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
    case .groupByCompany: return group(by: .company)
    case .groupBySource: return group(by: .source)
    case .groupByStage: return group(by: .stage)
    case .toggleGroup: return grouping == nil ? run(.toggleFolds) : toggleGroup()
    case .toggleAllGroups: return toggleAllGroups()
    case .clearQuery: return change(to: query.cleared)
    case .toggleChoice: return toggleChoice()
    case .excludeChoice: return excludeChoice()
    case .raiseFloor: return moveFloor(bars: max(1, count ?? 1))
    case .lowerFloor: return moveFloor(bars: -max(1, count ?? 1))
    case .raiseCeiling: return moveCeiling(bars: max(1, count ?? 1))
    case .lowerCeiling: return moveCeiling(bars: -max(1, count ?? 1))
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
      generation: generation, query: query, keeping: id, position: position,
      margin: list.nearMargin,
      groups: groups)
    return [.search(search)]
  }

  mutating func toggleChoice() -> [Effect] {
    guard help == nil, let choice = filters.selectedChoice else { return [] }
    if case .search(let name) = choice { return runSearch(named: name) }
    switch choice {
    case .pay:
      openPrompt(.payFloor)
      return []
    case .posted:
      openPrompt(.query)
      return type(query == Query() ? "posted<" : " posted<")
    case .more(let facet): return openValues(facet)
    default: return change(to: query.toggling(choice))
    }
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
}

extension Query {
  /// The orders that one key steps through, each with the direction that people expect.
  package static let usualSorts = [
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
