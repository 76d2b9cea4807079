import Browsing
import Listings
import Screens
import Texts

/// What can be chosen, and how many listings each choice would leave.
package struct FilterPane {
  private let currency: Currency
  private let isFocused: Bool

  package init(currency: Currency, isFocused: Bool) {
    self.currency = currency
    self.isFocused = isFocused
  }

  package func draw(_ filters: FilterModel, on canvas: inout Canvas) {
    for (line, row) in filters.rows.dropFirst(filters.top).prefix(canvas.height).enumerated() {
      draw(row, line: line, on: &canvas)
      if isFocused, filters.top + line == filters.selection {
        canvas.lay(.selected, underRows: line..<(line + 1))
      }
    }
  }
}

private extension FilterPane {
  func draw(_ row: FilterRow, line: Int, on canvas: inout Canvas) {
    switch row {
    case .blank: break
    case .heading(let section):
      let columns = 1..<(canvas.width - 1)
      canvas.draw(section.title(in: currency), row: line, columns: columns, role: .label)
    case .histogram(let histogram, let floor):
      HistogramBars(histogram, floor: floor).draw(line: line, on: &canvas)
    case .search(let result, let isOn): draw(result, isOn: isOn, line: line, on: &canvas)
    case .choice(let choice, let isOn, let count):
      draw(choice, isOn: isOn, count: count, line: line, on: &canvas)
    }
  }

  func draw(
    _ result: SavedSearchResult, isOn: Bool, line: Int, on canvas: inout Canvas
  ) {
    let isReadable = result.problem == nil
    let words = isReadable ? Wording.found(result) : "unreadable"
    let role: Role = !isReadable ? .problem : result.new > 0 ? .new : isOn ? .strong : .dimmed
    let start = canvas.draw(words, row: line, endingAt: canvas.width - 1, role: role)
    canvas.draw(isOn ? "▸" : "★", row: line, column: 2, role: isOn ? .key : .saved)
    canvas.draw(
      fitted(result.search.name, to: max(0, start - 5)), row: line, column: 4,
      role: isOn ? .strong : .plain)
  }

  func draw(
    _ choice: FilterChoice, isOn: Bool, count: Int?, line: Int, on canvas: inout Canvas
  ) {
    let end = canvas.width - 1
    let number = count.map(Wording.number) ?? "…"
    let isEmpty = count == 0 && !isOn
    let numberRole: Role = isOn ? .strong : .dimmed
    let start = canvas.draw(number, row: line, endingAt: end, role: numberRole)
    canvas.draw(isOn ? "[x]" : "[ ]", row: line, column: 2, role: isOn ? .key : .dimmed)
    let role: Role = isOn ? .strong : isEmpty ? .dimmed : .plain
    canvas.draw(choice.words, row: line, columns: 6..<max(6, start - 1), role: role)
  }
}

private extension FilterSection {
  func title(in currency: Currency) -> String {
    switch self {
    case .saved: "Saved searches"
    case .remote: "Remote"
    case .pay: "Pay, \(currency.code) a year"
    case .level: "Level"
    case .employment: "Type"
    case .decisions: "Yours"
    case .source: "Source"
    }
  }
}

private extension FilterChoice {
  var words: String {
    switch self {
    case .search(let name): name
    case .remote(let kind): Wording.kind(kind)
    case .payFloor: "at least"
    case .payNotStated: Wording.notStated
    case .level(let level): Wording.level(level)
    case .employment(let form): Wording.employment(form)
    case .state(let state): Wording.state(state)
    case .source(let name): name
    }
  }
}
