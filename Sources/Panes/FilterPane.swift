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
    if let values = filters.values { return ValuesPane().draw(values, on: &canvas) }
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
      let title =
        section == .pay
        ? canvas.phrases.filled(section.title, currency.code) : canvas.phrases[section.title]
      canvas.draw(title, row: line, columns: columns, role: .label)
    case .pay(let histogram, let floor, let ceiling):
      HistogramBars(histogram, floor: floor, ceiling: ceiling).draw(line: line, on: &canvas)
    case .posted(let histogram, let range):
      HistogramBars(histogram, range).draw(line: line, on: &canvas)
    case .more(_, let total):
      canvas.draw(
        total.map(Wording.number) ?? "…", row: line, endingAt: canvas.width - 1, role: .dimmed)
      canvas.draw(canvas.phrases["more…"], row: line, column: 6, role: .dimmed)
    case .search(let result, let isOn): draw(result, isOn: isOn, line: line, on: &canvas)
    case .choice(let choice, let state, let count):
      let isName = if case .name = choice { true } else { false }
      let words = choice.isNamed ? choice.words : canvas.phrases[choice.words]
      ChoiceLine(text: words, state: state, count: isName ? count ?? -1 : count)
        .draw(line: line, on: &canvas)
    }
  }

  func draw(
    _ result: SavedSearchResult, isOn: Bool, line: Int, on canvas: inout Canvas
  ) {
    let isReadable = result.problem == nil
    let words = isReadable ? Wording.found(result) : canvas.phrases["unreadable"]
    let role: Role = !isReadable ? .problem : result.new > 0 ? .new : isOn ? .strong : .dimmed
    let start = canvas.draw(words, row: line, endingAt: canvas.width - 1, role: role)
    canvas.draw(isOn ? "▸" : "★", row: line, column: 2, role: isOn ? .key : .saved)
    canvas.draw(
      fitted(result.search.name, to: max(0, start - 5)), row: line, column: 4,
      role: isOn ? .strong : .plain)
  }
}

/// A choice with its box and its number.
struct ChoiceLine {
  let text: String
  let state: ChoiceState
  /// Nil is not counted yet, and a negative one nobody knows.
  let count: Int?

  func draw(line: Int, on canvas: inout Canvas) {
    let number = count.map { $0 < 0 ? "" : Wording.number($0) } ?? "…"
    let start = canvas.draw(
      number, row: line, endingAt: canvas.width - 1, role: state == .on ? .strong : .dimmed)
    canvas.draw(box, row: line, column: 2, role: state == .off ? .dimmed : .key)
    canvas.draw(fitted(text, to: max(0, start - 7)), row: line, column: 6, role: role)
  }

  private var box: String {
    switch state {
    case .off: "[ ]"
    case .on: "[x]"
    case .excluded: "[−]"
    }
  }

  private var role: Role {
    switch state {
    case .off: count == 0 ? .dimmed : .plain
    case .on: .strong
    case .excluded: .hidden
    }
  }
}

private extension FilterSection {
  /// That of pay has a gap for the currency.
  var title: String {
    switch self {
    case .saved: "Saved searches"
    case .remote: "Remote"
    case .pay: "Pay, {} a year"
    case .posted: "Posted"
    case .level: "Level"
    case .employment: "Type"
    case .decisions: "Yours"
    case .names(let facet): facet.title
    }
  }
}

extension NamedFacet {
  var title: String {
    switch self {
    case .company: "Company"
    case .place: "Place"
    case .skill: "Skill"
    case .source: "Source"
    case .tag: "Tag"
    }
  }
}

private extension FilterChoice {
  /// Its words are the person's own, or a posting's.
  var isNamed: Bool {
    switch self {
    case .search, .name: true
    default: false
    }
  }

  var words: String {
    switch self {
    case .search(let name), .name(_, let name): name
    case .remote(let kind): Wording.kind(kind)
    case .pay, .posted, .more: ""
    case .payNotStated, .postedNotStated, .nameNotStated: Wording.notStated
    case .level(let level): Wording.level(level)
    case .employment(let form): Wording.employment(form)
    case .state(let state): Wording.state(state)
    }
  }
}
