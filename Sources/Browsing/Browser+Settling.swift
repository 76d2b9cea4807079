import Listings
import Queries

// What has to follow from any change: panes fit the screen, rows around the selection are loaded,
// the detail is that of the selected row.
extension Browser {
  mutating func settle() -> [Effect] {
    if list.count == 0, isDetailFull {
      isDetailFull = false
      focus = .list
    }
    layout = Layout(size: size, focus: focus, isDetailFull: isDetailFull)
    if let inside = layout.inside(.list) {
      list.fit(visible: inside.height / list.linesPerRow)
    }
    if let inside = layout.inside(.filters) {
      filters.fit(visible: inside.height)
      // The first line is what is typed.
      filters.values?.fit(visible: inside.height - 1)
    }
    if focus != .filters { filters.values = nil }
    fitDetail()
    refreshChooser()
    refreshComparison()
    let overlay = layout.overlay
    if let columns = help?.columns(width: overlay.width) {
      help?.fit(visible: overlay.inside.height * columns)
    }
    var effects: [Effect] = []
    for range in list.missingRows() + (areCountsCurrent ? list.missingEnds() : []) {
      effects.append(.loadRows(generation: generation, range))
    }
    if layout.isVisible(.filters), areCountsCurrent, namedGeneration != generation,
      filters.showsNames
    {
      namedGeneration = generation
      effects.append(.countNames(generation: generation, query))
    }
    return effects + followSelection()
  }

  private mutating func followSelection() -> [Effect] {
    let selected = list.selectedID
    if let selected, selected != detail.id {
      isOpening = isOpening && detail.id == nil
      awaitedHits = nil
      detail.show(selected)
    } else if list.count == 0 {
      detail.show(nil)
      closeInspection()
    }
    // While the selected row is still loaded the detail shown before stays; a flicker helps nobody.
    guard let id = detail.id else { return [] }
    if detail.detail == nil { detail.detail = cache.detail(id) }
    refreshInspection()
    typesetShownDetail()
    if let steps = awaitedHits, detail.detail != nil {
      awaitedHits = nil
      _ = detail.goToHit(steps: steps)
    }
    return cache.missing(of: neighbors).map(Effect.loadDetail) + read(id)
  }

  /// Opened is read at once, shown is read after a second.
  private mutating func read(_ id: ListingID) -> [Effect] {
    guard isReadingVisible, !isRead(id) else { return [] }
    if isOpening {
      isOpening = false
      reading = Reading(id: id, isSettled: true)
      applyRead(id)
      return [.noteRead(id)]
    }
    guard reading?.id != id else { return [] }
    reading = Reading(id: id, isSettled: false)
    return [.waitForReading(id)]
  }

  /// The selected listing first, then those that `j`, `k`, `G` and `g g` go to.
  private var neighbors: [ListingID] {
    let positions = [list.selection, list.selection + 1, list.selection - 1, list.count - 1, 0]
    let ids = positions.compactMap { $0 < list.count ? list.heldRow(at: $0)?.id : nil }
    return ids.first == detail.id ? ids : [detail.id].compactMap { $0 } + ids
  }

  /// A person can see the words of the selected listing now.
  var isReadingVisible: Bool {
    layout.isVisible(.detail) && help == nil && detail.detail != nil
      && detail.detail?.id == detail.id
  }

  private func isRead(_ id: ListingID) -> Bool {
    list.selectedRow.map { $0.id == id && $0.decisions.isRead }
      ?? detail.detail?.decisions.isRead ?? true
  }

  mutating func applyRead(_ id: ListingID) {
    list.update(id) { $0.decisions.isRead = true }
    if detail.id == id, var decisions = detail.detail?.decisions {
      decisions.isRead = true
      detail.detail?.decisions = decisions
      cache.apply(decisions, to: id)
    }
    if let unread = facets?.decisions.unread, unread > 0 { facets?.decisions.unread = unread - 1 }
    refreshFilters()
  }

  private mutating func typesetShownDetail() {
    guard let shown = detail.detail, let width = textWidth else { return }
    let page = page(of: shown, width: width, proof: inspection?.proof)
    if page != detail.page { detail.show(page) }
    showProof()
  }

  /// Columns for text in the detail: a blank on either side, and lines that can still be read.
  var textWidth: Int? { layout.inside(.detail).map { min(100, max(2, $0.width - 2)) } }

  /// The page of a listing, from the cache or typeset now.
  mutating func page(
    of shown: ListingDetail, width: Int, proof: Range<Int>? = nil
  ) -> DetailPage {
    let key = DetailPageKey(
      width: width, patterns: query.highlights, proof: proof, isUnfolded: isUnfolded)
    if let page = cache.page(shown.id, key) { return page }
    let page = DetailTypesetter(context: context, key: key).page(of: shown)
    cache.keep(page, of: shown.id, key)
    return page
  }

  mutating func refreshFilters() {
    filters.show(
      FilterRows(
        query: query, counts: facets, names: names, saved: saved ?? [], context: context
      ).all)
    filters.values?.mark(by: query)
  }
}
