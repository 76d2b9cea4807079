import Commands
import Listings
import Queries

extension Browser {
  mutating func run(_ command: DecideCommand, count: Int?) -> [Effect] {
    switch command {
    case .save: return toggle(\.isSaved) { .saved($0) }
    case .flag: return toggle(\.isFlagged) { .flagged($0) }
    case .hide: return toggle(\.isHidden) { .hidden($0) }
    case .hideBecause: openDecision(.reason)
    case .hideCompany: return hideCompany()
    case .apply: return toggle(\.isApplied) { .stage($0 ? .applied : nil) }
    case .toggleRead: return toggle(\.isRead) { .read($0) }
    case .stageApplied: return decide(.stage(.applied))
    case .stageInterviewing: return decide(.stage(.interviewing))
    case .stageOffer: return decide(.stage(.offer))
    case .stageAccepted: return decide(.stage(.accepted))
    case .stageRejected: return decide(.stage(.rejected))
    case .stageWithdrawn: return decide(.stage(.withdrawn))
    case .stageNone: return decide(.stage(nil))
    case .editTags: openDecision(.tags)
    case .editNote: openDecision(.note)
    case .followUp: openDecision(.followUp)
    case .rate: return rate(count)
    case .mark:
      if isOnFoldedGroup, count == nil { return markGroup() }
      mark(max(1, count ?? 1))
    case .markAll: return markAll()
    case .undo: return [.undo]
    case .redo: return [.redo]
    }
    return []
  }

  /// Turns it on for all, unless it is on for every one of them.
  private mutating func toggle(
    _ isOn: (Decisions) -> Bool, _ decision: (Bool) -> Decision
  ) -> [Effect] {
    let all = decided
    let loaded = list.rows.filter { all.contains($0.id) }
    let areAllOn = loaded.count == all.count && loaded.allSatisfy { isOn($0.decisions) }
    return decide(decision(!areAllOn))
  }

  /// The listings that the next decision is about.
  var decided: Set<ListingID> {
    list.marks.isEmpty ? Set([list.selectedID].compactMap { $0 }) : list.marks
  }

  private mutating func decide(_ decision: Decision) -> [Effect] { decide([decision]) }

  mutating func decide(_ decisions: [Decision]) -> [Effect] {
    let ids = decided
    if list.marks.isEmpty, isOnFoldedGroup {
      message = .note(foldedHint)
      return []
    }
    guard !ids.isEmpty else {
      message = .note(list.count == 0 ? "there is no listing here" : "the row is still loading")
      return []
    }
    for decision in decisions { show(decision, of: ids) }
    if decisions.contains(where: \.isAboutReading), let id = detail.id, ids.contains(id) {
      reading = Reading(id: id, isSettled: true)
    }
    list.marks = []
    if decisions.contains(where: leavesList) {
      // What is folded away takes no row.
      let loaded = list.rows.count { ids.contains($0.id) }
      list.remove(ids, total: grouping == nil ? ids.count : loaded)
    }
    return [.decide(decisions, on: ids.sorted())]
  }

  /// One star more than the selected one has.
  private mutating func rate(_ count: Int?) -> [Effect] {
    let stars = count ?? (list.selectedRow?.decisions.rating ?? 0) + 1
    return decide(.rating(stars > 5 ? nil : stars))
  }

  /// Shows the decision before the store has it.
  mutating func show(_ decision: Decision, of ids: Set<ListingID>) {
    for row in list.update(ids, { $0.decisions.apply(decision) }) {
      cache.apply(row.decisions, to: row.id)
    }
    if let id = detail.id, ids.contains(id) { detail.detail?.decisions.apply(decision) }
  }

  /// Hidden listings go at once, and those shown again leave the list of hidden ones.
  func leavesList(_ decision: Decision) -> Bool {
    let isHidden: Bool
    switch decision {
    case .hidden(let isOn, _), .companyHidden(let isOn): isHidden = isOn
    default: return false
    }
    return isHidden
      ? !query.mentionsHidden : query.clauses.contains(.condition(.state(.hidden)))
  }

  /// From the selected row on, as far as rows are loaded.
  private mutating func mark(_ count: Int) {
    for _ in 0..<count {
      guard let id = list.selectedID else { return }
      if list.marks.remove(id) == nil { list.marks.insert(id) }
      guard list.selection + 1 < list.count else { return }
      list.select(list.selection + 1)
    }
  }

  private mutating func markAll() -> [Effect] {
    if !list.marks.isEmpty {
      list.marks = []
      return []
    }
    return list.count == 0 ? [] : [.listMatching(generation: generation, query)]
  }
}

private extension Decisions {
  var isApplied: Bool { stage == .applied }
}
