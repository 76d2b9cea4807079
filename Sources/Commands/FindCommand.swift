/// Choosing which listings are shown, and in which order.
package enum FindCommand: String, CaseIterable, Sendable {
  case search
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case editQuery = "edit-query"
  case toggleRemote = "toggle-remote"
  case payFloor = "pay-floor"
  case includeUndecided = "include-undecided"
  case savedSearches = "saved-searches"
  case saveSearch = "save-search"
  case nextSort = "next-sort"
  case chooseSort = "choose-sort"
  case reverseSort = "reverse-sort"
  case groupByCompany = "group-by-company"
  case groupBySource = "group-by-source"
  case groupByStage = "group-by-stage"
  case toggleGroup = "toggle-group"
  case toggleAllGroups = "toggle-all-groups"
  case clearQuery = "clear-query"
  case toggleChoice = "toggle-choice"
  case excludeChoice = "exclude-choice"
  case raiseFloor = "raise-pay-floor"
  case lowerFloor = "lower-pay-floor"
  case raiseCeiling = "raise-pay-ceiling"
  case lowerCeiling = "lower-pay-ceiling"

  package var info: CommandInfo {
    switch self {
    case .search: row("Search; the list narrows as you type", ["/"])
    case .nextHit: row("Go to the next hit in the detail", ["n"])
    case .previousHit: row("Go to the previous hit in the detail", ["N"])
    case .editQuery: row("Edit the whole query", ["F"])
    case .toggleRemote: row("Show remote jobs only, or all", ["R"])
    case .payFloor: row("Set the least pay a year, as in 150k", ["$"])
    case .includeUndecided: row("Include listings that do not state what is asked", ["U"])
    case .savedSearches: row("Choose a saved search", ["'"])
    case .saveSearch: row("Save the query under a name", ["\""])
    case .nextSort: row("Sort by the next of the usual columns; with a count, by that one", ["S"])
    case .chooseSort: row("Choose columns to sort by", ["g s"])
    case .reverseSort: row("Turn the sort order around", ["g r"])
    case .groupByCompany: row("One row for each company; again for one a listing", ["g c"])
    case .groupBySource: row("One row for each source", ["g o"])
    case .groupByStage: row("One row for each stage", ["g t"])
    case .toggleGroup: group("Unfold the group, or fold it", ["z"])
    case .toggleAllGroups: group("Unfold all groups, or fold them", ["Z"])
    case .clearQuery: row("Clear the query; the order stays", ["\\"])
    case .toggleChoice: choice("Turn the choice on or off", ["<space>", "<ret>"])
    case .excludeChoice: choice("Leave the choice out, or no longer", ["!"])
    case .raiseFloor:
      choice("Raise the least pay by a bar; on the ages, ask for newer", ["+", "="])
    case .lowerFloor: choice("Lower the least pay by a bar; on the ages, take older", ["-"])
    case .raiseCeiling: choice("Raise the most pay by a bar; on the ages, leave out newer", ["]"])
    case .lowerCeiling: choice("Lower the most pay by a bar; on the ages, take newer", ["["])
    }
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, group: .finding)
  }

  private func group(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, in: [.list], group: .finding)
  }

  private func choice(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, in: [.filters], group: .filtering)
  }
}
