import Browsing
import Commands
import Listings
import Screens
import Texts

/// The line being typed, in the place of the status line, with its mistake right above it.
package struct PromptLine {
  private let counts: ResultCounts?

  package init(counts: ResultCounts?) { self.counts = counts }

  package func draw(_ prompt: Prompt, on canvas: inout Canvas) {
    let row = canvas.height - 1
    canvas.clear(Rect(row: row, column: 0, width: canvas.width, height: 1))
    let start = canvas.draw(" " + prompt.kind.label, row: row, column: 0, role: .key)
    let note = note(for: prompt)
    let end = canvas.draw(note, row: row, endingAt: canvas.width - 1, role: .dimmed) - 2
    let room = max(8, end - start)
    // The text moves to the left as far as the cursor asks for.
    let cursor = displayWidth(of: prompt.textBeforeCursor)
    let hidden = max(0, cursor + 1 - room)
    canvas.within(Rect(row: row, column: start, width: room, height: 1)) {
      $0.draw(prompt.text, row: 0, column: -hidden, role: .prompt)
      $0.placeCursor(row: 0, column: cursor - hidden)
    }
    if let error = prompt.error {
      draw(error, in: prompt, textStart: start - hidden, row: row - 1, on: &canvas)
    }
  }
}

private extension PromptLine {
  func note(for prompt: Prompt) -> String {
    let keys = "<ret> keeps, <esc> restores"
    guard prompt.kind != .payFloor, let counts else { return keys }
    return "\(Wording.number(counts.matching)) match · \(keys)"
  }

  func draw(
    _ error: PromptError, in prompt: Prompt, textStart: Int, row: Int, on canvas: inout Canvas
  ) {
    let before = String(decoding: Array(prompt.text.utf8.prefix(error.offset)), as: UTF8.self)
    let caret = min(max(1, textStart + displayWidth(of: before)), canvas.width - 2)
    let words = "▾ \(error.message) "
    let start = max(0, min(caret, canvas.width - displayWidth(of: words)))
    let lead = start < caret ? String(repeating: " ", count: 0) : ""
    canvas.draw(lead + words, row: row, columns: start..<canvas.width, role: .problem)
  }
}

private extension Prompt.Kind {
  var label: String {
    switch self {
    case .search: "/"
    case .query: "query: "
    case .payFloor: "pay a year, at least: "
    }
  }
}
