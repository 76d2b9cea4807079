/// Looking closer at the selected listing.
package enum LookCommand: String, CaseIterable, Sendable {
  case showEvidence = "show-evidence"
  case showReasons = "show-reasons"
  case showPostings = "show-postings"
  case toggleFolds = "toggle-folds"
  case compare

  package var info: CommandInfo {
    switch self {
    case .showEvidence: row("Show what was read from which words", ["i"])
    case .showReasons: row("Show why this listing is here", ["w"])
    case .showPostings: row("Show where and when this job was posted", ["c"])
    case .compare: row("Compare with the marked listing, side by side", ["C"])
    case .toggleFolds: row("Unfold what is not about the job, or fold it", ["z"])
    }
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, group: .looking)
  }
}
