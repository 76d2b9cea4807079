/// Deciding about the selected listing, or about all that are marked.
package enum DecideCommand: String, CaseIterable, Sendable {
  case save
  case flag
  case hide
  case hideCompany = "hide-company"
  case apply
  case toggleRead = "toggle-read"
  case stageApplied = "stage-applied"
  case stageInterviewing = "stage-interviewing"
  case stageOffer = "stage-offer"
  case stageAccepted = "stage-accepted"
  case stageRejected = "stage-rejected"
  case stageWithdrawn = "stage-withdrawn"
  case stageNone = "stage-none"
  case editTags = "edit-tags"
  case editNote = "edit-note"
  case rate
  case followUp = "follow-up"
  case hideBecause = "hide-because"
  case mark
  case markAll = "mark-all"
  case undo
  case redo

  package var info: CommandInfo {
    switch self {
    case .save: row("Save, or save no longer", ["s"])
    case .flag: row("Flag, or take the flag away", ["f"])
    case .hide: row("Hide, or show again", ["x"])
    case .hideCompany:
      row("Hide all of this company, also what is to come; or show it again", ["X"])
    case .apply: row("Note that you applied, or take it back", ["a"])
    case .toggleRead: row("Mark as read or unread", ["M"])
    case .stageApplied: row("Stage: applied", ["m a"])
    case .stageInterviewing: row("Stage: interviewing", ["m i"])
    case .stageOffer: row("Stage: offer", ["m o"])
    case .stageAccepted: row("Stage: accepted", ["m c"])
    case .stageRejected: row("Stage: rejected", ["m r"])
    case .stageWithdrawn: row("Stage: withdrawn", ["m w"])
    case .stageNone: row("Stage: none", ["m n"])
    case .editTags: row("Give tags, or take them away", ["t"])
    case .editNote: row("Write a note", ["e"])
    case .rate: row("Give one more star, after five none; with a count, so many", ["*"])
    case .followUp: row("Follow up on a day", ["m f"])
    case .hideBecause: row("Hide, and say why", ["m x"])
    case .mark: row("Mark for the next decision and go on", ["v"])
    case .markAll: row("Mark all that match, or none", ["T"])
    case .undo: row("Undo the last decision, also one of an earlier day", ["u"])
    case .redo: row("Redo what was undone", ["<c-r>"])
    }
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, group: .deciding)
  }
}
