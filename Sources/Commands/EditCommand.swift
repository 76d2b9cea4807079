/// Typing in a prompt; every other character is text.
package enum EditCommand: String, CaseIterable, Sendable {
  case accept = "accept-prompt"
  case cancel = "cancel-prompt"
  case complete
  case completeBackward = "complete-backward"
  case olderEntry = "older-entry"
  case newerEntry = "newer-entry"
  case left = "cursor-left"
  case right = "cursor-right"
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case start = "line-start"
  case end = "line-end"
  case deleteLeft = "delete-left"
  case deleteRight = "delete-right"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"

  package var info: CommandInfo {
    switch self {
    case .accept: row("Keep what is typed", ["<ret>"])
    case .cancel: row("Go back to what was before", ["<esc>", "<c-c>", "<c-g>"])
    case .complete: row("Complete the word; again for the next way to do so", ["<tab>"])
    case .completeBackward: row("Complete the word by the way before", ["<s-tab>"])
    case .olderEntry: row("Take the entry before from the history", ["<up>", "<c-p>"])
    case .newerEntry: row("Take the entry after from the history", ["<down>", "<c-n>"])
    case .left: row("Go a character to the left", ["<left>", "<c-b>"])
    case .right: row("Go a character to the right", ["<right>", "<c-f>"])
    case .wordLeft: row("Go a word to the left", ["<a-b>", "<c-left>"])
    case .wordRight: row("Go a word to the right", ["<a-f>", "<c-right>"])
    case .start: row("Go to the start", ["<home>", "<c-a>"])
    case .end: row("Go to the end", ["<end>", "<c-e>"])
    case .deleteLeft: shared("Delete the character on the left", ["<backspace>", "<c-h>"])
    case .deleteRight: row("Delete the character under the cursor", ["<del>", "<c-d>"])
    case .deleteWord: shared("Delete the word on the left", ["<c-w>", "<a-backspace>"])
    case .deleteToStart: shared("Delete all on the left", ["<c-u>"])
    case .deleteToEnd: row("Delete all on the right", ["<c-k>"])
    }
  }

  /// Also where names of a filter are narrowed.
  private func shared(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, in: [.prompt, .values], group: .typing)
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, in: [.prompt], group: .typing)
  }
}
