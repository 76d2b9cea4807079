import Listings
import Queries

extension Browser {
  /// Takes in what came of an effect; answers to older searches change nothing.
  mutating func take(_ answer: Event) -> [Effect] {
    switch answer {
    case .found(let number, let found) where number == generation: show(found)
    case .counted(let number, let newCounts, let newFacets) where number == generation:
      counts = newCounts
      facets = newFacets
      areCountsCurrent = true
      refreshFilters()
      return filters.values == nil ? [] : [requestValues()].compactMap { $0 }
    case .named(let number, let newNames) where number == generation:
      names = newNames
      refreshFilters()
    case .values(let number, let values, let total):
      take(values, total: total, number: number)
      return complete(with: values, number: number)
    case .paths(let number, let paths): return complete(withPaths: paths, number: number)
    case .rows(let number, let range, let rows) where number == generation:
      list.show(rows, at: range)
    case .detail(let id, let loaded): show(loaded, of: id)
    case .matching(let number, let ids) where number == generation:
      list.marks = Set(ids)
      message = .note("\(Wording.count(ids.count, "listing")) marked")
    case .group(let number, let ids) where number == generation: mark(ids)
    case .decided(let report): return take(report)
    case .searches(let results): take(results)
    case .searchSaved(let name, let isNew):
      note(saved: name, isNew: isNew)
      return [.countSearches]
    case .readLongEnough(let id): return noteRead(id)
    case .synced(let news, let isLast): return take(news, isLast: isLast)
    case .failed(let words, let effect):
      message = .problem(words)
      return recover(from: effect)
    case .imported(let words, let isProblem):
      message = isProblem ? .problem(words) : .note(words)
      return showAnew()
    case .exported(let count, let path):
      message = .note("wrote \(Wording.count(count, "listing")) to \(path)")
    case .piped(let words, let problem):
      message = problem.map { .problem($0) } ?? .note("gave it to \(words.first ?? "")")
    case .storeChanged: return showAnew()
    default: break
    }
    return []
  }

  /// Listings have changed under us; the selection stays on its own.
  private mutating func showAnew() -> [Effect] {
    cache.forgetAll()
    return search(keeping: list.selectedID, position: list.selection) + [.countSearches]
  }

  private mutating func take(_ news: SyncNews, isLast: Bool) -> [Effect] {
    isSyncing = !isLast
    let words = Wording.news(news, isLast: isLast)
    message = news.failures > 0 && isLast ? .problem(words) : .note(words)
    return news.changesListings ? showAnew() : []
  }

  private mutating func show(_ found: Found) {
    // The first rows alone are of use only to someone who is at the top.
    guard found.isComplete || list.selection == 0 else { return }
    let current = list.selectedID
    var position = found.position ?? searchedPosition
    if let current, current != selectedAtSearch,
      let index = found.rows.firstIndex(where: { $0.id == current })
    {
      position = found.first + index
    }
    list.show(found, at: position)
    selectedAtSearch = list.selectedID
  }

  private mutating func show(_ loaded: ListingDetail?, of id: ListingID) {
    guard let loaded, loaded.id == id else {
      cache.forget(id)
      if comparison?.ids.contains(id) == true { comparison = nil }
      if detail.id == id { detail.isGone = true }
      return
    }
    cache.keep(loaded)
    comparison?.take(loaded)
    if detail.id == id {
      detail.detail = loaded
      detail.isGone = false
    } else if layout.isVisible(.detail), let width = textWidth {
      // Set now, so that moving on to it costs nothing.
      _ = page(of: loaded, width: width)
    }
  }

  /// What was shown before the store had it is asked for anew; a failed question is not repeated,
  /// for it would fail again.
  private mutating func recover(from effect: Effect?) -> [Effect] {
    switch effect {
    case .decide, .undo, .redo, .noteRead:
      cache.forgetAll()
      return search(keeping: list.selectedID, position: list.selection)
    case .search(let search) where search.generation == generation:
      list.show(Found(matching: 0, position: nil, first: 0, rows: []), at: 0)
    default: break
    }
    return []
  }

  private mutating func noteRead(_ id: ListingID) -> [Effect] {
    guard let reading, reading.id == id, !reading.isSettled, detail.id == id else { return [] }
    guard isReadingVisible else {
      // Something lies over it: the second begins anew when that is gone.
      self.reading = nil
      return []
    }
    self.reading = Reading(id: id, isSettled: true)
    guard detail.detail?.decisions.isRead == false else { return [] }
    applyRead(id)
    return [.noteRead(id)]
  }

  /// The store's word on a decision: rows are as it says, and what left the list has left it.
  private mutating func take(_ report: DecisionReport) -> [Effect] {
    message = .note(Wording.report(report))
    for row in report.rows {
      list.update(row.id) { old in
        let group = old.group
        old = row
        old.group = group
      }
      cache.apply(row.decisions, to: row.id)
      if detail.id == row.id { detail.detail?.decisions = row.decisions }
    }
    // A stage is told on the other jobs of its company too.
    let isAboutStage = report.decisions.contains(where: \.isAboutStage)
    if isAboutStage || report.count > report.rows.count { cache.forgetAll() }
    if let id = detail.id, report.decisions.contains(where: \.isAboutReading) {
      reading = Reading(id: id, isSettled: true)
    }
    if report.kind == .done, !list.isStale, !isAboutStage {
      return report.count == 0 ? [] : [.recount(generation: generation, query), .countSearches]
    }
    if report.count == 0, !list.isStale { return [] }
    // What was brought back is what the person wants to see.
    let brought = report.kind == .done ? nil : report.rows.first?.id
    let found = search(keeping: brought ?? list.selectedID, position: list.selection)
    return report.count == 0 ? found : found + [.countSearches]
  }
}

extension Decision {
  var isAboutReading: Bool { if case .read = self { true } else { false } }

  var isAboutStage: Bool { if case .stage = self { true } else { false } }

  package var isAboutTags: Bool {
    switch self {
    case .tag, .untag: true
    default: false
    }
  }
}
