import Browsing
import Commands
import Listings
import Screens
import Texts

/// The first row: what there is, what is asked for, and where help is.
struct HeaderLine {
  private let browser: Browser

  init(_ browser: Browser) { self.browser = browser }

  func draw(on canvas: inout Canvas) {
    var column = canvas.draw(" shortlist", row: 0, column: 0, role: .title) + 2
    let helpStart = drawHelp(on: &canvas)
    let query = browser.queryText
    let room = helpStart - 3 - column
    let words = countWords(within: room - displayWidth(of: query) - 3)
    column = canvas.draw(words ?? "", row: 0, column: column, role: .dimmed)
    guard !query.isEmpty, helpStart - 3 > column + 3 else { return }
    let shown = fitted(query, to: helpStart - 6 - column)
    canvas.draw(shown, row: 0, endingAt: helpStart - 3, role: .strong)
  }
}

private extension HeaderLine {
  /// Returns the column that the hint begins at.
  func drawHelp(on canvas: inout Canvas) -> Int {
    guard let key = browser.keymap.keys(for: .program(.help), in: .list).first?.description else {
      return canvas.width
    }
    let words = " \(browser.phrases["help"])"
    let start = canvas.width - displayWidth(of: key) - displayWidth(of: words) - 1
    let column = canvas.draw(key, row: 0, column: start, role: .key)
    canvas.draw(words, row: 0, column: column, role: .dimmed)
    return start
  }

  /// The fullest that there is room for.
  func countWords(within room: Int) -> String? {
    guard let counts = browser.counts else { return nil }
    let phrases = browser.phrases
    let total = phrases.counted(
      counts.total, Wording.number(counts.total), one: "{} listing", many: "{} listings")
    let shown = phrases.filled("{} shown", Wording.number(browser.shownCount))
    func some(_ phrase: String, _ count: Int) -> String {
      count > 0 ? " · \(phrases.filled(phrase, Wording.number(count)))" : ""
    }
    let new = some("{} new", counts.new)
    let changed = some("{} changed", counts.changed)
    let full = "\(total) · \(shown)\(new)"
    let choices = [full + changed, full, total + new, total]
    return choices.first { displayWidth(of: $0) <= room }
  }
}
