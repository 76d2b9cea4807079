import Browsing
import Commands
import Listings
import Screens
import Texts

/// The line being typed, in the place of the status line, with its mistake right above it.
package struct PromptLine {
  private let keymap: Keymap
  private let counts: ResultCounts?

  package init(keymap: Keymap, counts: ResultCounts?) {
    self.keymap = keymap
    self.counts = counts
  }

  package func draw(_ prompt: Prompt, on canvas: inout Canvas) {
    let row = canvas.height - 1
    canvas.clear(Rect(row: row, column: 0, width: canvas.width, height: 1))
    let start = canvas.draw(
      " " + canvas.phrases[prompt.kind.label], row: row, column: 0, role: .key)
    // A long line takes the room of the hints.
    let wanted = start + displayWidth(of: prompt.text) + 3
    let note = note(for: prompt, in: canvas.phrases)
    let isRoomy = wanted + displayWidth(of: note) < canvas.width
    let end = canvas.draw(
      isRoomy ? note : "", row: row, endingAt: canvas.width - 1, role: .dimmed)
    let room = max(8, end - start)
    // The text moves to the left as far as the cursor, and a wide character under it, ask for.
    let cursor = displayWidth(of: prompt.textBeforeCursor)
    let hidden = max(0, cursor + 2 - room)
    canvas.within(Rect(row: row, column: start, width: room, height: 1)) {
      $0.draw(prompt.text, row: 0, column: -hidden, role: .prompt)
      $0.placeCursor(row: 0, column: cursor - hidden)
    }
    if let completion = prompt.completion, completion.candidates.count > 1 {
      draw(completion, row: row - 1, on: &canvas)
    } else if let error = prompt.error {
      draw(error, in: prompt, textStart: start - hidden, row: row - 1, on: &canvas)
    }
  }
}

private extension PromptLine {
  func note(for prompt: Prompt, in phrases: Phrasebook) -> String {
    let keys = [
      (EditCommand.accept, "{} keeps"), (.cancel, "{} restores"),
    ].compactMap { command, words in
      keymap.keys(for: .edit(command), in: .prompt).first.map { phrases.filled(words, "\($0)") }
    }.joined(separator: ", ")
    guard prompt.kind.isQuery, let counts else { return keys }
    return "\(phrases.filled("{} match", Wording.number(counts.matching))) · \(keys)"
  }

  /// The ways to go on in one row, the chosen one in sight with what it means at the end.
  func draw(_ completion: PromptCompletion, row: Int, on canvas: inout Canvas) {
    canvas.clear(Rect(row: row, column: 0, width: canvas.width, height: 1))
    let chosen = completion.candidates[completion.chosen]
    let room = canvas.draw(
      fitted(chosen.meaning, to: canvas.width / 2), row: row, endingAt: canvas.width - 1,
      role: .dimmed)
    var first = completion.chosen
    var width = displayWidth(of: chosen.text) + 2
    while first > 0 {
      width += displayWidth(of: completion.candidates[first - 1].text) + 2
      if width > room - 2 { break }
      first -= 1
    }
    var column = 1
    for (index, candidate) in completion.candidates.enumerated().dropFirst(first) {
      guard column + displayWidth(of: candidate.text) < room - 1 else { break }
      let role: Role = index == completion.chosen ? .match : .completion
      column = canvas.draw(candidate.text, row: row, column: column, role: role) + 2
    }
  }

  func draw(
    _ error: PromptError, in prompt: Prompt, textStart: Int, row: Int, on canvas: inout Canvas
  ) {
    let before = String(decoding: Array(prompt.text.utf8.prefix(error.offset)), as: UTF8.self)
    let caret = min(max(1, textStart + displayWidth(of: before)), canvas.width - 2)
    canvas.draw("▾", row: row, column: caret, role: .problem)
    let words = " \(error.message) "
    let room = canvas.width - caret - 1
    if displayWidth(of: words) <= room {
      canvas.draw(words, row: row, column: caret + 1, role: .problem)
    } else {
      // Above the caret there is the whole width.
      let start = max(0, min(caret, canvas.width - displayWidth(of: words)))
      canvas.draw(words, row: row - 1, columns: start..<canvas.width, role: .problem)
    }
  }
}

private extension Prompt.Kind {
  var label: String {
    switch self {
    case .search: "/"
    case .query: "query: "
    case .payFloor: "pay a year, at least: "
    case .searchName: "save the query as: "
    case .tags: "tags: "
    case .note: "note: "
    case .followUp: "follow up on: "
    case .reason: "hide because: "
    case .pipe: "pipe to: "
    case .values: ""
    case .command: ":"
    }
  }
}
