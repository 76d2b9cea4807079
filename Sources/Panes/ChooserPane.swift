import Browsing
import Screens
import Texts

/// The list to choose from that lies over the panes.
struct ChooserPane {
  func draw(_ chooser: Chooser, on canvas: inout Canvas) {
    canvas.clear()
    drawBox(titled: " \(canvas.phrases[chooser.title]) ", on: &canvas)
    let inside = Rect(row: 1, column: 1, width: canvas.width - 2, height: canvas.height - 2)
    if chooser.items.count > chooser.visible {
      let place = canvas.phrases.filled(
        "{} of {}", "\(chooser.selection + 1)", "\(chooser.items.count)")
      canvas.draw(
        " \(place) ", row: canvas.height - 1, endingAt: canvas.width - 2, role: .focusedBorder)
    }
    let widest = chooser.items.map { displayWidth(of: $0.text) }.max() ?? 0
    canvas.within(inside) { canvas in
      let names = min(widest, canvas.width / 2)
      for (line, item) in chooser.items.dropFirst(chooser.top).prefix(canvas.height).enumerated() {
        draw(item, names: names, line: line, on: &canvas)
        if chooser.top + line == chooser.selection {
          canvas.lay(.selected, underRows: line..<(line + 1))
        }
      }
    }
  }

  /// `names` is the width of the column of names.
  private func draw(_ item: Chooser.Item, names: Int, line: Int, on canvas: inout Canvas) {
    let end = canvas.draw(
      item.note, row: line, endingAt: canvas.width - 1, role: item.isOn ? .strong : .dimmed)
    canvas.draw(item.isOn ? "▸" : " ", row: line, column: 1, role: .key)
    let role: Role = item.isOn ? .strong : .plain
    canvas.draw(fitted(item.text, to: names), row: line, column: 3, role: role)
    let start = 3 + names + 2
    let meaning = fitted(item.meaning, to: max(0, end - 2 - start))
    canvas.draw(meaning, row: line, column: start, role: item.isProblem ? .problem : .dimmed)
  }
}
