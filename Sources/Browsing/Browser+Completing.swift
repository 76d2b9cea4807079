import Listings
import Queries

/// A completion that waits for what the store or the disk has to say.
struct AwaitedCompletion: Hashable, Sendable {
  let number: Int
  /// What was typed; an answer to another line is dropped.
  let prompt: Prompt
  let steps: Int
}

// Names and paths are not known here: they are asked for, and the line is completed by the answer.
extension Browser {
  mutating func completePrompt(by steps: Int) -> [Effect] {
    guard let line = prompt else { return [] }
    switch line.kind {
    case .search, .query, .command, .reason: break
    default: return []
    }
    if line.completion?.candidates.count ?? 0 < 2, let effect = completionQuestion(of: line) {
      awaitedCompletion = AwaitedCompletion(number: valuesNumber, prompt: line, steps: steps)
      return [effect]
    }
    let facets = facets
    return complete(line, by: steps) { facets?.values(of: $0) ?? [] }
  }

  mutating func complete(with values: [FacetValue], number: Int) -> [Effect] {
    guard let awaited = take(completion: number) else { return [] }
    let facets = facets
    return complete(awaited.prompt, by: awaited.steps) { field in
      NamedFacet.allCases.contains { $0.field == field && $0 != .source }
        ? values : facets?.values(of: field) ?? []
    }
  }

  mutating func complete(withPaths paths: [String], number: Int) -> [Effect] {
    guard let awaited = take(completion: number) else { return [] }
    var line = awaited.prompt
    line.complete(by: awaited.steps) { CommandText($0).completion(of: paths) }
    return take(line, insteadOf: awaited.prompt)
  }

  private mutating func complete(
    _ before: Prompt, by steps: Int, values: (QueryFieldName) -> [FacetValue]
  ) -> [Effect] {
    var line = before
    line.complete(by: steps) { text in
      switch before.kind {
      case .command: lineCompletion(of: text, values: known(values))
      case .reason: reasonCompletion(of: text)
      default: QueryCompletion(of: text, at: text.utf8.count, values: known(values))
      }
    }
    return take(line, insteadOf: before)
  }

  private mutating func take(_ line: Prompt, insteadOf before: Prompt) -> [Effect] {
    prompt = line
    return line.text == before.text ? [] : promptChanged()
  }

  /// Nil when it answers what nobody waits for any more.
  private mutating func take(completion number: Int) -> AwaitedCompletion? {
    guard let awaited = awaitedCompletion, awaited.number == number else { return nil }
    awaitedCompletion = nil
    return prompt == awaited.prompt ? awaited : nil
  }

  /// The saved searches are known here.
  private func known(
    _ values: (QueryFieldName) -> [FacetValue]
  ) -> (QueryFieldName) -> [FacetValue] {
    let facets = NamedFacet.allCases.map(\.field) + QueryFieldName.allCases
    let found = Dictionary(facets.map { ($0, values($0)) }, uniquingKeysWith: { first, _ in first })
    let searches = (saved ?? []).map { FacetValue(name: $0.search.name, count: $0.matching) }
    return { field in field == .search ? searches : found[field] ?? [] }
  }
}

private extension Browser {
  /// What has to be asked before the word at the cursor can be completed; nil for nothing.
  mutating func completionQuestion(of line: Prompt) -> Effect? {
    if line.kind == .reason { return nil }
    let text = line.textBeforeCursor
    let asked: Effect?
    if line.kind == .command, let path = CommandText(text).path {
      valuesNumber += 1
      asked = .listPaths(number: valuesNumber, path)
    } else {
      let query = line.kind == .command ? CommandText(text).query : text
      guard let value = query.flatMap({ QueryCompletion.value(in: $0, at: $0.utf8.count) }),
        let facet = NamedFacet.allCases.first(where: { $0.field == value.field }), facet != .source
      else { return nil }
      valuesNumber += 1
      asked = .listValues(
        ValueRequest(
          number: valuesNumber, query: Query(), facet: facet, text: value.typed, limit: 100))
    }
    return asked
  }
}
