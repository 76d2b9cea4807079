/// The list of a filter's names, which narrows as you type.
package enum ValueCommand: String, CaseIterable, Sendable {
  case toggle = "toggle-value"
  case exclude = "exclude-value"
  case next = "next-value"
  case previous = "previous-value"
  case pageDown = "values-page-down"
  case pageUp = "values-page-up"
  case close = "close-values"

  package var info: CommandInfo {
    switch self {
    case .toggle: row("Turn the name on or off", ["<ret>", "<tab>"])
    case .exclude: row("Leave the name out, or no longer", ["!", "-"])
    case .next: row("Go to the next name", ["<down>", "<c-n>"])
    case .previous: row("Go to the previous name", ["<up>", "<c-p>"])
    case .pageDown: row("Go down a page of names", ["<pagedown>", "<c-f>"])
    case .pageUp: row("Go up a page of names", ["<pageup>", "<c-b>"])
    case .close: row("Go back to all filters", ["<esc>", "<c-c>", "<c-g>"])
    }
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, in: [.values], group: .values)
  }
}
