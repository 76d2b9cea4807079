import Commands

extension Browser {
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    guard prompt == nil, layout.kind != .tooSmall else { return [] }
    if help != nil {
      switch mouse.kind {
      case .wheelUp: help?.scroll(by: -3)
      case .wheelDown: help?.scroll(by: 3)
      case .click, .doubleClick: break
      }
      return []
    }
    if chooser != nil { return pointAtChooser(mouse) }
    guard let pane = layout.pane(atRow: mouse.row, column: mouse.column),
      let inside = layout.inside(pane)
    else { return [] }
    switch mouse.kind {
    case .wheelUp: scroll(pane, by: -1)
    case .wheelDown: scroll(pane, by: 1)
    case .click, .doubleClick:
      guard inside.contains(row: mouse.row, column: mouse.column) else { return [] }
      return click(pane, line: mouse.row - inside.row, isDouble: mouse.kind == .doubleClick)
    }
    return []
  }

  /// A click beside the list closes it.
  private mutating func pointAtChooser(_ mouse: MouseEvent) -> [Effect] {
    let frame = chooserFrame
    switch mouse.kind {
    case .wheelUp: chooser?.scroll(by: -3)
    case .wheelDown: chooser?.scroll(by: 3)
    case .click, .doubleClick:
      guard frame.contains(row: mouse.row, column: mouse.column) else {
        chooser = nil
        return []
      }
      guard frame.inside.contains(row: mouse.row, column: mouse.column) else { return [] }
      message = nil
      let top = chooser?.top ?? 0
      chooser?.select(top + mouse.row - frame.inside.row)
      return mouse.kind == .click ? run(.take) : []
    }
    return []
  }

  private mutating func scroll(_ pane: Pane, by notches: Int) {
    switch pane {
    case .filters: filters.scroll(by: notches * 3)
    case .list: list.scroll(by: notches)
    case .detail: detail.scroll(by: notches * 3)
    }
  }

  private mutating func click(_ pane: Pane, line: Int, isDouble: Bool) -> [Effect] {
    message = nil
    focus = pane
    switch pane {
    case .filters:
      let row = filters.top + line
      guard filters.rows.indices.contains(row), filters.rows[row].choice != nil else { return [] }
      filters.select(row: row)
      return isDouble ? [] : toggleChoice()
    case .list:
      let position = list.top + line / list.linesPerRow
      guard list.shown.contains(position) else { return [] }
      list.select(position)
      return isDouble ? run(.move(.open), count: nil) : []
    case .detail: return []
    }
  }
}
