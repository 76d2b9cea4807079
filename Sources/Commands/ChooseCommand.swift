/// Choosing from a list that lies over the panes.
package enum ChooseCommand: String, CaseIterable, Sendable {
  case take = "take-choice"
  case add = "add-choice"
  case remove = "remove-choice"

  package var info: CommandInfo {
    switch self {
    case .take: row("Take it: run the search, or sort by the column", ["<ret>"])
    case .add: row("Sort by the column after the others, or no longer", ["+", "<space>"])
    case .remove: row("Remove the saved search; asks once", ["d", "<del>"])
    }
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, in: [.chooser], group: .choosing)
  }
}
