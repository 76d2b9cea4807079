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
    case .choice(let choice, let isOn, let count):
      draw(choice, isOn: isOn, count: count, line: line, on: &canvas)
    }
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
