import Browsing
import Commands
import Screens
import Texts

/// The keys, over all panes; in two columns where there is room.
package struct HelpPane {
  package init() {}

  package func draw(_ help: HelpModel, in rect: Rect, on canvas: inout Canvas) {
    canvas.clear(rect)
    canvas.within(rect) { canvas in
      drawBox(titled: " \(canvas.phrases[help.title]) ", on: &canvas)
      let inside = Rect(row: 1, column: 1, width: canvas.width - 2, height: canvas.height - 2)
      let columns = help.columns(width: rect.width)
      let width = inside.width / columns
      let height = inside.height
      for column in 0..<columns {
        let lines = help.lines.dropFirst(help.top + column * height).prefix(height)
        let part = Rect(row: 1, column: 1 + column * width, width: width, height: height)
        canvas.within(part) { draw(lines, on: &$0) }
      }
      drawPlace(of: help, shown: columns * height, on: &canvas)
    }
  }
}

private extension HelpPane {
  func draw(_ lines: ArraySlice<HelpModel.Line>, on canvas: inout Canvas) {
    let keyWidth = min(20, canvas.width / 3)
    for (row, line) in lines.enumerated() {
      switch line {
      case .blank: break
      case .heading(let title):
        canvas.draw(canvas.phrases[title], row: row, column: 1, role: .heading)
      case .row(let keys, let help):
        let names = keys.map(\.description).joined(separator: "  ")
        let text = keyWidth + 3
        canvas.draw(names, row: row, columns: 2..<(keyWidth + 2), role: .key)
        canvas.draw(
          canvas.phrases[help], row: row, columns: text..<max(text, canvas.width - 1))
      case .entry(let example, let help):
        let end = canvas.draw(example, row: row, columns: 2..<(canvas.width - 1), role: .code)
        let text = max(keyWidth + 3, end + 2)
        canvas.draw(
          canvas.phrases[help], row: row, columns: text..<max(text, canvas.width - 1))
      case .pair(let pair): draw(pair, row: row, on: &canvas)
      case .text(let words):
        canvas.draw(canvas.phrases[words], row: row, columns: 2..<max(2, canvas.width - 1))
      }
    }
  }

  /// What differs has a sign before it.
  func draw(_ pair: HelpModel.Pair, row: Int, on canvas: inout Canvas) {
    if pair.isDifferent { canvas.draw("≠", row: row, column: 0, role: .key) }
    let (width, start) = (
      HelpModel.comparedWidth(in: canvas.width), HelpModel.comparedStart
    )
    canvas.draw(canvas.phrases[pair.label], row: row, columns: 2..<max(2, start - 1), role: .label)
    canvas.draw("│", row: row, column: start + width + 1, role: .border)
    // The lines of a detail begin a column from their pane's edge.
    for (line, column) in [(pair.left, start - 1), (pair.right, start + width + 2)] {
      canvas.within(Rect(row: row, column: column, width: width + 1, height: 1)) {
        DetailPane().draw(line, row: 0, on: &$0)
      }
    }
  }

  func drawPlace(of help: HelpModel, shown: Int, on canvas: inout Canvas) {
    guard help.lines.count > shown else { return }
    let end = min(help.lines.count, help.top + shown)
    let words =
      end == help.lines.count ? " \(canvas.phrases["end"]) " : " \(end * 100 / help.lines.count)% "
    canvas.draw(
      words, row: canvas.height - 1, endingAt: canvas.width - 2, role: .focusedBorder)
  }
}

/// A border around all of a canvas.
func drawBox(titled title: String, on canvas: inout Canvas) {
  guard canvas.width >= 2, canvas.height >= 2 else { return }
  let line = String(repeating: "─", count: canvas.width - 2)
  canvas.draw("┌" + line + "┐", row: 0, column: 0, role: .focusedBorder)
  for row in 1..<(canvas.height - 1) {
    canvas.draw("│", row: row, column: 0, role: .focusedBorder)
    canvas.draw("│", row: row, column: canvas.width - 1, role: .focusedBorder)
  }
  canvas.draw("└" + line + "┘", row: canvas.height - 1, column: 0, role: .focusedBorder)
  canvas.draw(title, row: 0, column: 1, role: .focusedTitle)
}
