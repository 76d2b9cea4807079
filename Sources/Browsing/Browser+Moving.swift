import Commands

extension Browser {
  mutating func run(_ command: MoveCommand, count: Int?) -> [Effect] {
    let steps = max(1, count ?? 1)
    switch command {
    case .down: move(by: steps)
    case .up: move(by: -steps)
    case .halfPageDown: move(by: steps * max(1, pageHeight / 2))
    case .halfPageUp: move(by: -steps * max(1, pageHeight / 2))
    case .pageDown: move(by: steps * pageHeight)
    case .pageUp: move(by: -steps * pageHeight)
    case .first: move(to: count.map { $0 - 1 } ?? 0)
    case .last: move(to: count.map { $0 - 1 } ?? Int.max)
    case .nextPane: cyclePanes(by: 1)
    case .previousPane: cyclePanes(by: -1)
    case .paneLeft:
      if focus == .list, isInUnfoldedGroup, isFree { return toggleGroup() }
      choosePane(focus.rawValue - 1)
    case .paneRight:
      if focus == .list, isOnFoldedGroup, isFree { return toggleGroup() }
      choosePane(focus.rawValue + 1)
    case .open:
      if focus == .list, isOnFoldedGroup, isFree { return toggleGroup() }
      open()
    case .close: close()
    case .detailDown: scrollDetail(by: steps)
    case .detailUp: scrollDetail(by: -steps)
    case .detailPageDown: scrollDetail(by: steps * max(1, detail.visible - 1))
    case .detailPageUp: scrollDetail(by: -steps * max(1, detail.visible - 1))
    case .nextListing: if help == nil, chooser == nil { list.select(list.selection + steps) }
    case .previousListing: if help == nil, chooser == nil { list.select(list.selection - steps) }
    }
    return []
  }

  /// Nothing lies over the list.
  private var isFree: Bool { help == nil && chooser == nil && inspection == nil && !isDetailFull }

  /// Rows or lines that a page key passes: one stays in sight.
  private var pageHeight: Int {
    if let help { return max(1, help.visible - 1) }
    if let chooser { return max(1, chooser.visible - 1) }
    if let inspection { return max(1, inspection.visible / 4) }
    switch focus {
    case .filters: return max(1, filters.visible - 1)
    case .list: return max(1, list.visible - 1)
    case .detail: return max(1, detail.visible - 1)
    }
  }

  private mutating func move(by steps: Int) {
    if help != nil {
      help?.scroll(by: steps)
      return
    }
    if let chooser {
      self.chooser?.select(chooser.selection + min(steps, chooser.items.count))
      return
    }
    if inspection != nil {
      inspection?.move(by: steps)
      return
    }
    switch focus {
    case .filters: filters.move(by: steps)
    case .list: list.select(list.selection + steps)
    case .detail: detail.scroll(by: steps)
    }
  }

  private mutating func move(to position: Int) {
    if let lines = help?.lines.count {
      help?.scroll(by: -lines)
      help?.scroll(by: min(position, lines))
      return
    }
    if chooser != nil {
      chooser?.select(position)
      return
    }
    if let count = inspection?.entries.count {
      inspection?.move(by: -count)
      inspection?.move(by: min(position, count))
      return
    }
    switch focus {
    case .filters:
      filters.move(by: -filters.rows.count)
      filters.move(by: min(position, filters.rows.count))
    case .list: list.select(position)
    case .detail:
      detail.scroll(by: -detail.page.lines.count)
      detail.scroll(by: min(position, detail.page.lines.count))
    }
  }

  /// Where there is no room for the detail beside the list, the key opens it.
  private mutating func scrollDetail(by lines: Int) {
    if help != nil {
      help?.scroll(by: lines)
    } else if chooser != nil {
      return
    } else if layout.isVisible(.detail) {
      detail.scroll(by: lines)
    } else {
      open()
    }
  }

  private mutating func cyclePanes(by steps: Int) {
    guard help == nil, chooser == nil, inspection == nil, !isDetailFull else { return }
    let count = Pane.allCases.count
    choosePane((focus.rawValue + steps + count) % count)
  }

  private mutating func choosePane(_ number: Int) {
    guard help == nil, chooser == nil, inspection == nil, !isDetailFull,
      let pane = Pane(rawValue: number)
    else {
      return
    }
    focus = pane
  }

  mutating func open() {
    guard help == nil, chooser == nil, list.count > 0 else { return }
    isDetailFull = true
    focus = .detail
    isOpening = true
  }

  private mutating func close() {
    if closeTop() { return }
    if focus != .list {
      focus = .list
    } else {
      list.marks = []
    }
  }
}
