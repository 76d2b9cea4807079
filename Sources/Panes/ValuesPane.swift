import Browsing
import Listings
import Screens
import Texts

/// All names of a group of filters, under the line that narrows them.
struct ValuesPane {
  func draw(_ list: ValueList, on canvas: inout Canvas) {
    drawLine(list, on: &canvas)
    let rest = Rect(row: 1, column: 0, width: canvas.width, height: canvas.height - 1)
    canvas.within(rest) { canvas in
      guard let total = list.total else {
        canvas.draw("…", row: 0, column: 2, role: .dimmed)
        return
      }
      if list.values.isEmpty {
        let words = total == 0 ? canvas.phrases["none begins so"] : "…"
        canvas.draw(words, row: 0, column: 2, role: .dimmed)
      }
      let shown = zip(list.values, list.states).dropFirst(list.top).prefix(canvas.height)
      for (line, (value, state)) in shown.enumerated() {
        ChoiceLine(text: value.name, state: state, count: value.count)
          .draw(line: line, on: &canvas)
        if list.top + line == list.selection {
          canvas.lay(.selected, underRows: line..<(line + 1))
        }
      }
    }
  }

  /// What is typed, the cursor in it, and how many names fit.
  private func drawLine(_ list: ValueList, on canvas: inout Canvas) {
    let start = canvas.draw(
      "\(canvas.phrases[list.facet.title]): ", row: 0, column: 1, role: .label)
    let number = list.total.map(Wording.number) ?? ""
    let end = canvas.draw(number, row: 0, endingAt: canvas.width - 1, role: .dimmed)
    let room = max(2, end - 1 - start)
    let cursor = displayWidth(of: list.line.textBeforeCursor)
    let hidden = max(0, cursor + 2 - room)
    canvas.within(Rect(row: 0, column: start, width: room, height: 1)) {
      $0.draw(list.line.text, row: 0, column: -hidden, role: .prompt)
      $0.placeCursor(row: 0, column: cursor - hidden)
    }
  }
}
