import Listings

// Two listings side by side, over all panes.
extension Browser {
  /// The selected listing and a marked one, or two that are marked; without marks the selected one
  /// is marked, to be compared with the next.
  mutating func compare() -> [Effect] {
    guard help == nil, let selected = list.selectedID else {
      message = .note("there is no listing here")
      return []
    }
    let marked = list.marks.sorted()
    guard marked.count > 1 || marked.first.map({ $0 != selected }) == true else {
      list.marks = [selected]
      message = .note("marked; the same key on another listing compares the two")
      return []
    }
    let left = marked[0] == selected ? marked[1] : marked[0]
    let isAmongTwo = marked.count == 2 && !list.marks.contains(selected)
    let wanted = Comparison(left, isAmongTwo ? marked[1] : selected)
    comparison = wanted
    return wanted.ids.filter { cache.detail($0) == nil }.map(Effect.loadDetail)
  }

  /// Shows them once both are there, set as wide as the screen is by now.
  mutating func refreshComparison() {
    guard var current = comparison else { return }
    if current.isShown, help?.topic != .comparison {
      comparison = nil
      return
    }
    for id in current.ids { if let known = cache.detail(id) { current.take(known) } }
    if let (left, right) = current.both, help == nil || help?.topic == .comparison {
      let width = layout.overlay.inside.width
      let lines = ComparisonLines(context: context, width: width).lines(of: left, and: right)
      if help?.lines != lines { help = HelpModel(topic: .comparison, lines: lines) }
      current.isShown = true
    }
    comparison = current
  }
}
