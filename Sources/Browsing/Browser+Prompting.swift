import Commands
import Listings
import Queries

extension Browser {
  mutating func openPrompt(_ kind: Prompt.Kind) {
    guard help == nil else { return }
    beforePrompt = Restoration(query: query, id: list.selectedID, position: list.selection)
    // The list narrows before one's eyes.
    if kind == .search, !layout.isVisible(.list) {
      isDetailFull = false
      focus = .list
    }
    let text =
      switch kind {
      case .search: ""
      case .query: query.description
      case .payFloor: query.payFloorText
      case .searchName: searchName
      case .values, .command, .tags, .note, .followUp, .reason, .pipe: ""
      }
    prompt = Prompt(kind, text: text, history: histories[kind] ?? [])
  }

  mutating func run(_ command: EditCommand) -> [Effect] {
    if prompt == nil { return editValues { $0.edit(command) } }
    switch command {
    case .accept: return acceptPrompt()
    case .cancel: return cancelPrompt()
    case .complete: return completePrompt(by: 1)
    case .completeBackward: return completePrompt(by: -1)
    default:
      let text = prompt?.text
      prompt?.edit(command)
      return prompt?.text == text ? [] : promptChanged()
    }
  }

  mutating func type(_ text: String) -> [Effect] {
    guard prompt != nil else { return editValues { $0.insert(text) } }
    prompt?.insert(text)
    return promptChanged()
  }

  mutating func paste(_ text: String) -> [Effect] {
    message = nil
    return type(text)
  }

  /// A search narrows the list with every letter; the other prompts wait until they are accepted.
  mutating func promptChanged() -> [Effect] {
    guard let prompt, let before = beforePrompt else { return [] }
    switch query(from: prompt, before: before.query) {
    case .success(let wanted):
      self.prompt?.error = nil
      guard prompt.kind == .search else { return [] }
      let isBack = wanted == before.query
      return change(
        to: wanted, keeping: before.id, position: isBack ? before.position : 0)
    case .failure(let error):
      self.prompt?.error = error
      return []
    }
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let prompt, let before = beforePrompt else { return [] }
    if prompt.kind == .command { return runLine(prompt.text) }
    if prompt.kind == .pipe { return acceptPipe(prompt) }
    if prompt.kind == .searchName { return saveSearch(as: prompt.text) }
    if prompt.kind.isDecision { return acceptDecision(prompt) }
    guard prompt.kind != .search || !prompt.text.allSatisfy({ $0 == " " }) else {
      return cancelPrompt()
    }
    switch query(from: prompt, before: before.query, isFinished: true) {
    case .success(let wanted):
      remember(prompt)
      closePrompt()
      return change(to: wanted)
    case .failure(let error):
      self.prompt?.error = error
      return []
    }
  }

  mutating func cancelPrompt() -> [Effect] {
    let before = beforePrompt
    closePrompt()
    guard let before else { return [] }
    return change(to: before.query, keeping: before.id, position: before.position)
  }

  mutating func closePrompt() {
    prompt = nil
    beforePrompt = nil
    keys.reset()
  }

  mutating func remember(_ prompt: Prompt) {
    var history = (histories[prompt.kind] ?? []).filter { $0 != prompt.text }
    if prompt.text.contains(where: { $0 != " " }) { history.append(prompt.text) }
    histories[prompt.kind] = history.suffix(100)
  }

  /// The query that the text of a prompt asks for.
  private func query(
    from prompt: Prompt, before: Query, isFinished: Bool = false
  ) -> Result<Query, PromptError> {
    do throws(QueryError) {
      switch prompt.kind {
      case .search:
        return .success(
          before.seeking(
            try Query(parsing: prompt.text, searches: namedQueries, lastWordIsPrefix: true)))
      case .query:
        return .success(
          try Query(
            parsing: prompt.text, searches: namedQueries, lastWordIsPrefix: !isFinished))
      case .payFloor:
        guard prompt.text.contains(where: { $0 != " " }) else {
          return .success(before.settingPay(nil))
        }
        let amount = try Query(parsing: Self.payPrefix + prompt.text).payFloorAmountAlone
        guard let amount else {
          return .failure(
            PromptError(offset: 0, length: 0, message: "one sum is expected, as in 150k or 80€/h"))
        }
        return .success(before.settingPay(amount))
      case .searchName, .values, .command, .tags, .note, .followUp, .reason, .pipe:
        return .success(before)
      }
    } catch {
      return .failure(PromptError(error, in: prompt))
    }
  }

  fileprivate static let payPrefix = "salary>="
}

private extension PromptError {
  init(_ error: QueryError, in prompt: Prompt) {
    let shift = prompt.kind == .payFloor ? Browser.payPrefix.utf8.count : 0
    self.init(
      offset: max(0, error.offset - shift), length: error.length, message: error.message)
  }
}

extension Query {
  /// The floor as it would be typed into the prompt for it.
  fileprivate var payFloorText: String {
    guard let amount = payFloorAmount else { return "" }
    let text = Query(.condition(.salary(.atLeast(amount)))).description
    return String(text.dropFirst(Browser.payPrefix.count))
  }

  fileprivate var payFloorAmountAlone: PayAmount? {
    if case .condition(.salary(.atLeast(let amount))) = expression { amount } else { nil }
  }

  /// A search of words takes the place of the one before it; nothing typed leaves that alone.
  func seeking(_ search: Query) -> Query {
    guard search != Query() else { return self }
    var query = self
    query.clauses = clauses.filter { !$0.isWords } + search.clauses
    if !search.sort.isEmpty { query.sort = search.sort }
    query.includesUndecided = includesUndecided || search.includesUndecided
    return query
  }
}

private extension QueryExpression {
  var isWords: Bool {
    if case .condition(.text(.any, _)) = self { true } else { false }
  }
}
