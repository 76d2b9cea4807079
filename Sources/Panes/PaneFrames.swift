import Browsing
import Commands
import Listings
import Screens
import Texts

/// The borders of the panes, with titles; neighbors share one, and it belongs to the focused pane.
struct PaneFrames {
  private let browser: Browser

  init(_ browser: Browser) { self.browser = browser }

  func draw(on canvas: inout Canvas) {
    let panes = Pane.allCases.filter(browser.layout.isVisible)
    for pane in panes where pane != browser.focus { draw(pane, among: panes, on: &canvas) }
    if panes.contains(browser.focus) { draw(browser.focus, among: panes, on: &canvas) }
  }
}

private extension PaneFrames {
  func draw(_ pane: Pane, among panes: [Pane], on canvas: inout Canvas) {
    guard let frame = browser.layout.frames[pane], frame.width >= 2, frame.height >= 2 else {
      return
    }
    let isFocused = pane == browser.focus
    let role: Role = isFocused ? .focusedBorder : .border
    let isFirst = pane == panes.first
    let isLast = pane == panes.last
    let right = frame.column + frame.width - 1
    let bottom = frame.row + frame.height - 1
    let line = String(repeating: "─", count: frame.width - 2)
    canvas.draw(
      (isFirst ? "┌" : "┬") + line + (isLast ? "┐" : "┬"), row: frame.row, column: frame.column,
      role: role)
    for row in (frame.row + 1)..<bottom {
      canvas.draw("│", row: row, column: frame.column, role: role)
      canvas.draw("│", row: row, column: right, role: role)
    }
    canvas.draw(
      (isFirst ? "└" : "┴") + line + (isLast ? "┘" : "┴"), row: bottom, column: frame.column,
      role: role)
    drawThumb(of: pane, in: frame, role: role, on: &canvas)
    drawTitle(of: pane, in: frame, role: role, on: &canvas)
    drawPlace(of: pane, in: frame, role: role, on: &canvas)
  }

  func drawTitle(of pane: Pane, in frame: Frame, role: Role, on canvas: inout Canvas) {
    let end = frame.column + frame.width - 2
    var column = frame.column + 1
    // With one pane at a time the others are named too: Tab leads there.
    let isAlone = browser.layout.frames.count == 1 && !browser.isDetailFull
    for name in isAlone ? Pane.allCases : [pane] {
      let titleRole: Role = name == browser.focus ? .focusedTitle : .title
      column = canvas.draw(
        " \(canvas.phrases[name.title]) ", row: frame.row, column: column, role: titleRole)
      if isAlone, name != .detail { column += 1 }
    }
    let note = pane == .list ? listNote : ""
    if !note.isEmpty, column + displayWidth(of: note) + 1 <= end {
      canvas.draw(note, row: frame.row, endingAt: end, role: role)
    }
  }

  var listNote: String {
    let marked = browser.list.marks.count
    let words = browser.phrases.filled("{} marked", Wording.number(marked))
    return (marked > 0 ? " \(words) ─" : "")
      + " \(browser.groupText)\(browser.orderText) "
  }

  /// How far down one is, on the bottom border.
  func drawPlace(of pane: Pane, in frame: Frame, role: Role, on canvas: inout Canvas) {
    let words: String
    switch pane {
    case .filters: return
    case .list:
      guard browser.list.count > 0 else { return }
      let place = Wording.number(browser.list.selection + 1)
      let count = Wording.number(browser.list.count)
      words = " \(browser.phrases.filled("{} of {}", place, count)) "
    case .detail:
      let detail = browser.detail
      guard detail.page.lines.count > detail.visible else { return }
      let end = min(detail.page.lines.count, detail.top + detail.visible)
      let isAtEnd = end == detail.page.lines.count
      words = isAtEnd ? " \(browser.phrases["end"]) " : " \(end * 100 / detail.page.lines.count)% "
    }
    let end = frame.column + frame.width - 2
    if displayWidth(of: words) + 4 <= frame.width {
      canvas.draw(words, row: frame.row + frame.height - 1, endingAt: end, role: role)
    }
  }

  /// A heavier stretch of the right border: the part that is on the screen.
  func drawThumb(of pane: Pane, in frame: Frame, role: Role, on canvas: inout Canvas) {
    let (first, shown, count) = extent(of: pane)
    let room = frame.height - 2
    guard count > shown, room > 2 else { return }
    let length = max(1, room * shown / count)
    let start = (room - length) * first / max(1, count - shown)
    for row in start..<(start + length) {
      canvas.draw(
        "┃", row: frame.row + 1 + row, column: frame.column + frame.width - 1, role: role)
    }
  }

  func extent(of pane: Pane) -> (first: Int, shown: Int, count: Int) {
    switch pane {
    case .filters: browser.filters.extent
    case .list: (browser.list.top, browser.list.visible, browser.list.count)
    case .detail:
      (browser.detail.top, browser.detail.visible, browser.detail.page.lines.count)
    }
  }
}

private extension Pane {
  var title: String {
    switch self {
    case .filters: "Filters"
    case .list: "Listings"
    case .detail: "Detail"
    }
  }
}
