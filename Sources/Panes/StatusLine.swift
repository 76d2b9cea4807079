import Browsing
import Commands
import Listings
import Screens
import Texts

/// The last row: what was just done or the keys that help most here, and the counts.
package struct StatusLine {
  private let browser: Browser

  package init(_ browser: Browser) { self.browser = browser }

  package func draw(on canvas: inout Canvas) {
    let countsStart = drawCounts(on: &canvas)
    let room = 1..<max(1, countsStart - 2)
    if let message = browser.message {
      canvas.draw(
        browser.phrases[message.text], row: 0, columns: room,
        role: message.isProblem ? .problem : .notice)
    } else {
      drawKeys(in: room, on: &canvas)
    }
  }
}

private extension StatusLine {
  /// The fullest wording that leaves room; returns the column it begins at.
  func drawCounts(on canvas: inout Canvas) -> Int {
    let most = canvas.width * 2 / 3
    let words = countWords.first { displayWidth(of: $0) <= most } ?? ""
    let start = canvas.draw(words, row: 0, endingAt: canvas.width - 1, role: .dimmed)
    // The 5 of "5j", as long as the j is not there.
    guard let count = browser.keys.count else { return start }
    return canvas.draw(Wording.number(count), row: 0, endingAt: start - 2, role: .key)
  }

  /// From the fullest to the shortest.
  var countWords: [String] {
    guard let counts = browser.counts else { return [browser.phrases["counting…"]] }
    let phrases = browser.phrases
    let ruledOut = phrases.filled("{} ruled out", Wording.number(counts.ruledOut))
    let match =
      phrases.filled("{} match", Wording.number(counts.matching))
      + (counts.ruledOut > 0 ? " · \(ruledOut)" : "")
    let key = browser.keymap.keys(for: .find(.includeUndecided), in: .list).first
    let hint = key.map { " (\($0))" } ?? ""
    if browser.includesUndecided {
      return ["\(match) · \(phrases["undecided included"])\(hint)", match]
    }
    guard counts.undecided > 0 else { return [match] }
    let count = Wording.number(counts.undecided)
    let undecided = phrases.filled("{} undecided", count)
    if counts.blamed.count == 1, let field = counts.blamed.first {
      return [
        "\(match) · \(count) \(phrases[Wording.field(field.name)]) "
          + "\(phrases[Wording.notStated])\(hint)",
        "\(match) · \(undecided)\(hint)", match,
      ]
    }
    let reasons = counts.blamed.prefix(3).map {
      "\(phrases[Wording.field($0.name)]) \(Wording.number($0.count))"
    }
    .joined(separator: ", ")
    return [
      "\(match) · \(undecided): \(reasons)\(hint)", "\(match) · \(undecided)\(hint)", match,
    ]
  }

  func drawKeys(in room: Range<Int>, on canvas: inout Canvas) {
    var column = room.lowerBound
    for (commands, english) in hints {
      let words = browser.phrases[english]
      let keys = commands.compactMap { browser.keymap.keys(for: $0, in: browser.keyContext).first }
      guard keys.count == commands.count else { continue }
      let names = keys.map(\.description).joined(separator: " ")
      guard column + displayWidth(of: names) + 1 + displayWidth(of: words) <= room.upperBound else {
        return
      }
      column = canvas.draw(names, row: 0, column: column, role: .key)
      column = canvas.draw(" \(words)", row: 0, column: column, role: .dimmed) + 2
    }
  }

  /// The most useful first; the last ones go when the screen is narrow.
  var hints: [([Command], String)] {
    if browser.help != nil {
      return [
        ([.move(.down), .move(.up)], "scroll"), ([.move(.pageDown)], "page"),
        ([.program(.quit)], "close"),
      ]
    }
    if let chooser = browser.chooser {
      let others: [([Command], String)] =
        chooser.kind == .searches
        ? [([.choose(.take)], "run"), ([.choose(.remove)], "remove")]
        : [([.choose(.take)], "sort"), ([.choose(.add)], "then by")]
      return others + [([.move(.close)], "close")]
    }
    if browser.inspection != nil {
      return [
        ([.move(.down), .move(.up)], "choose"),
        ([.move(.detailDown), .move(.detailUp)], "scroll the text"), ([.move(.close)], "close"),
      ]
    }
    if browser.filters.values != nil {
      return [
        ([.value(.toggle)], "on/off"), ([.value(.exclude)], "leave out"),
        ([.value(.close)], "back"),
      ]
    }
    switch browser.focus {
    case .filters:
      return [
        ([.find(.toggleChoice)], "on/off"), ([.find(.excludeChoice)], "leave out"),
        ([.find(.raiseFloor), .find(.lowerFloor)], "least"),
        ([.find(.raiseCeiling), .find(.lowerCeiling)], "most"), ([.find(.clearQuery)], "clear"),
        ([.move(.nextPane)], "list"),
      ]
    case .list, .detail:
      let isDetail = browser.focus == .detail
      let first: [([Command], String)] =
        isDetail ? [([.move(.down), .move(.up)], "scroll"), ([.program(.openLink)], "open")] : []
      return first + [
        ([.decide(.save)], "save"), ([.decide(.flag)], "flag"), ([.decide(.hide)], "hide"),
        ([.decide(.apply)], "applied"), ([.find(.search)], "search"), ([.decide(.undo)], "undo"),
        ([.find(.toggleRemote)], "remote"), ([.find(.payFloor)], "pay"),
        ([.find(.editQuery)], "query"),
      ]
    }
  }
}
