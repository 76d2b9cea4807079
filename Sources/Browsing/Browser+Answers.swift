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
    case .rows(let number, let first, let rows) where number == generation && !list.isStale:
      list.show(rows, from: first)
    case .detail(let id, let loaded): show(loaded, of: id)
    case .matching(let number, let ids) where number == generation:
      list.marks = Set(ids)
      message = .note("\(Wording.count(ids.count, "listing")) marked")
    case .decided(let report): return take(report)
    case .readLongEnough(let id): return noteRead(id)
    case .failed(let words): message = .problem(words)
    case .storeChanged:
      cache.forgetAll()
      return search(keeping: list.selectedID, position: list.selection)
    default: break
    }
    return []
  }

  private mutating func show(_ found: Found) {
    let current = list.selectedID
    let moved = current.flatMap { id in found.rows.firstIndex { $0.id == id } }
    let position = moved.map { $0 + found.first } ?? found.position ?? list.selection
    list.show(found, at: position)
  }

  private mutating func show(_ loaded: ListingDetail?, of id: ListingID) {
    guard let loaded, loaded.id == id else {
      cache.forget(id)
      if detail.id == id { detail.isGone = true }
      return
    }
    cache.keep(loaded)
    if detail.id == id {
      detail.detail = loaded
      detail.isGone = false
    } else if layout.isVisible(.detail), let width = textWidth {
      // Set now, so that moving on to it costs nothing.
      _ = page(of: loaded, width: width)
    }
  }

  private mutating func noteRead(_ id: ListingID) -> [Effect] {
    guard awaitedReading == id, detail.id == id, detail.detail?.decisions.isRead == false else {
      return []
    }
    applyRead(id)
    return [.noteRead(id)]
  }

  private mutating func take(_ report: DecisionReport) -> [Effect] { [] }
}
