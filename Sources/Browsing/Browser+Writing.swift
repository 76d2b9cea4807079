import Listings
import Queries

// Decisions that are typed: tags, a note, the day to come back, why something is hidden.
extension Browser {
  /// Opens with what the selected listing has; for several marked ones with nothing.
  mutating func openDecision(_ kind: Prompt.Kind) {
    guard list.selectedID != nil || !list.marks.isEmpty else {
      message = .note("there is no listing here")
      return
    }
    openPrompt(kind)
    guard prompt?.kind == kind, list.marks.isEmpty, let known = list.selectedRow?.decisions else {
      return
    }
    let text =
      switch kind {
      case .tags: known.tags.joined(separator: " ")
      case .note: known.note ?? ""
      case .reason: known.hiddenReason ?? ""
      default: known.followUp?.description ?? ""
      }
    prompt = Prompt(kind, text: text, history: histories[kind] ?? [])
  }

  mutating func acceptDecision(_ prompt: Prompt) -> [Effect] {
    let wanted: Result<[Decision], PromptError> =
      switch prompt.kind {
      case .tags: tagDecisions(prompt.text)
      case .note: .success([.note(prompt.text.allSatisfy { $0 == " " } ? nil : prompt.text)])
      case .reason: .success([.hidden(true, reason: reason(prompt.text))])
      default: followUpDecisions(prompt.text)
      }
    switch wanted {
    case .success(let decisions):
      remember(prompt)
      closePrompt()
      return decisions.isEmpty ? [] : decide(decisions)
    case .failure(let error):
      self.prompt?.error = error
      return []
    }
  }

  /// What is typed in the place of what there was; for several listings what is typed is added, and
  /// taken away behind a minus.
  private func tagDecisions(_ text: String) -> Result<[Decision], PromptError> {
    let words = text.split { $0 == " " || $0 == "," }.map { String($0) }
    if let bad = words.first(where: { $0.contains("\"") || $0 == "-" }) {
      let start = text.firstRange(of: bad)?.lowerBound ?? text.startIndex
      let offset = text.utf8.distance(from: text.startIndex, to: start)
      return .failure(
        PromptError(
          offset: offset, length: bad.utf8.count, message: "a tag is a word without quotes"))
    }
    let added = words.filter { !$0.hasPrefix("-") }
    let removed = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
    let known = list.marks.isEmpty ? list.selectedRow?.decisions.tags ?? [] : []
    let dropped = removed + known.filter { !added.contains($0) && !removed.contains($0) }
    return .success(
      added.filter { !known.contains($0) }.map { .tag($0) } + dropped.map { .untag($0) })
  }

  /// Nil when nothing is said: hidden all the same.
  private func reason(_ text: String) -> String? {
    text.allSatisfy { $0 == " " } ? nil : text
  }

  /// Usual reasons first, then those of this run.
  func reasonCompletion(of text: String) -> QueryCompletion {
    let own = (histories[.reason] ?? []).reversed().filter { !Self.usualReasons.contains($0) }
    return QueryCompletion(
      range: 0..<text.utf8.count,
      candidates: (own + Self.usualReasons).filter { $0.hasPrefix(text) }.map { .init(text: $0) })
  }

  private static let usualReasons = [
    "pay too low", "not remote enough", "wrong place", "too senior", "too junior", "wrong skills",
    "agency", "looks stale",
  ]

  private func followUpDecisions(_ text: String) -> Result<[Decision], PromptError> {
    if text.allSatisfy({ $0 == " " }) { return .success([.followUp(nil)]) }
    let field = "followup:"
    guard let query = try? Query(parsing: field + text),
      case .condition(.day(.followUp, .between(let day, _))) = query.expression
    else {
      return .failure(
        PromptError(
          offset: 0, length: text.utf8.count,
          message: "a day is expected, as in 2026-10-01, tomorrow or +7d"))
    }
    return .success([.followUp(day.day(today: context.today))])
  }
}
