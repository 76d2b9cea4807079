import Commands
import Listings
import Queries

extension Browser {
  /// The same key a second time takes the groups apart.
  mutating func group(by wanted: Grouping) -> [Effect] {
    grouping = grouping == wanted ? nil : wanted
    folding = Folding()
    message = .note(grouping.map { "grouped by \($0.rawValue)" } ?? "not grouped any more")
    return search(keeping: list.selectedID, position: list.selection)
  }

  /// Shows the rows of the selected group, or folds them into one.
  mutating func toggleGroup() -> [Effect] {
    guard let group = list.selectedRow?.group else {
      message = .note("this listing is alone in its group")
      return []
    }
    folding.toggle(group.key)
    return search(keeping: list.selectedID, position: list.selection)
  }

  mutating func toggleAllGroups() -> [Effect] {
    guard grouping != nil else {
      message = .note(groupHint)
      return []
    }
    let unfolds = !folding.unfoldsAll
    folding = Folding()
    folding.unfoldsAll = unfolds
    return search(keeping: list.selectedID, position: list.selection)
  }

  /// The selected row stands for more listings than the one it shows.
  var isOnFoldedGroup: Bool { list.selectedRow?.group?.isFolded == true }

  /// The selected row is one of several of an unfolded group.
  var isInUnfoldedGroup: Bool { list.selectedRow?.group?.isFolded == false }

  /// Marks all listings of the folded group, or none of them.
  mutating func markGroup() -> [Effect] {
    [.listGroup(generation: generation, position: list.selection)]
  }

  mutating func mark(_ ids: [ListingID]) {
    if list.marks.isSuperset(of: ids) {
      list.marks.subtract(ids)
    } else {
      list.marks.formUnion(ids)
      message = .note("\(Wording.count(ids.count, "listing")) of this group marked")
    }
  }

  /// What to do instead of deciding about a row that stands for several listings.
  var foldedHint: String {
    let count = list.selectedRow?.group?.count ?? 0
    func key(_ command: Command) -> String {
      keymap.keys(for: command, in: .list).first.map { "\($0)" } ?? ":"
    }
    return "this row stands for \(Wording.number(count)) listings: "
      + "\(key(.find(.toggleGroup))) unfolds it, \(key(.decide(.mark))) marks them all"
  }

  private var groupHint: String {
    let key = keymap.keys(for: .find(.groupByCompany), in: .list).first
    return "rows are not grouped" + (key.map { "; \($0) groups them by company" } ?? "")
  }

  var groups: GroupRequest? { grouping.map { GroupRequest(grouping: $0, folding: folding) } }
}
