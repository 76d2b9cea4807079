import Commands
import Listings
import Queries

// The line after ":": a word of the table of such lines, or the name of any command.
extension Browser {
  mutating func runLine(_ text: String) -> [Effect] {
    let line = CommandText(text)
    if line.word.isEmpty { return cancelPrompt() }
    if let command = LineCommand(rawValue: line.word) { return run(command, line) }
    guard let command = Command(lineWord: line.word) else {
      let near = Suggestion.nearest(to: line.word, among: CommandText.words)
      let hint = near.map { "; did you mean \($0)?" } ?? ""
      return fail("there is no command \"\(line.word)\"\(hint)", at: line.wordRange)
    }
    guard line.rest.isEmpty || Int(line.rest) != nil else {
      return fail("\(line.word) takes nothing but a count", at: line.restRange)
    }
    finishLine()
    return run(command, count: Int(line.rest))
  }

  private mutating func run(_ command: LineCommand, _ line: CommandText) -> [Effect] {
    if line.rest.isEmpty, command != .help {
      return fail("\(command.rawValue) \(command.syntax)", at: line.restRange)
    }
    switch command {
    case .help: return help(about: line)
    case .sort: return changeQuery(line, prefix: "sort:") { Query($0.expression, sort: $1.sort) }
    case .query: return changeQuery(line, prefix: "") { $1 }
    case .group: return group(line)
    case .save: return save(line)
    case .search: return runSearch(line)
    case .pipe: return pipe(line)
    case .import:
      finishLine()
      message = .note("bringing in \(line.rest)…")
      return [.importPath(line.rest)]
    case .export:
      finishLine()
      return [.export(query, only: list.marks, to: line.rest)]
    }
  }

  private mutating func help(about line: CommandText) -> [Effect] {
    guard ["", "keys", "query"].contains(line.rest) else {
      return fail("there is help on keys and on query", at: line.restRange)
    }
    finishLine()
    help = line.rest == "query" ? .query : HelpModel(keymap: keymap)
    return []
  }

  private mutating func changeQuery(
    _ line: CommandText, prefix: String, _ change: (Query, Query) -> Query
  ) -> [Effect] {
    do throws(QueryError) {
      let parsed = try Query(parsing: prefix + line.rest, searches: namedQueries)
      var wanted = change(query, parsed)
      if !prefix.isEmpty { wanted.includesUndecided = query.includesUndecided }
      finishLine()
      return self.change(to: wanted)
    } catch {
      let start = line.restRange.lowerBound + max(0, error.offset - prefix.utf8.count)
      return fail(error.message, at: start..<(start + error.length))
    }
  }

  private mutating func group(_ line: CommandText) -> [Effect] {
    let wanted = Grouping(rawValue: line.rest)
    guard wanted != nil || line.rest == "none" else {
      return fail("group \(LineCommand.group.syntax)", at: line.restRange)
    }
    finishLine()
    if wanted == grouping { return [] }
    return (wanted ?? grouping).map { group(by: $0) } ?? []
  }

  /// The name is asked about in its own prompt when it is taken.
  private mutating func save(_ line: CommandText) -> [Effect] {
    finishLine()
    openSearchName()
    guard prompt != nil else { return [] }
    prompt = Prompt(.searchName, text: line.rest)
    return saveSearch(as: line.rest)
  }

  private mutating func pipe(_ line: CommandText) -> [Effect] {
    do throws(PromptError) {
      let program = try ProgramWords(parsing: line.rest)
      finishLine()
      return pipe(to: program)
    } catch {
      let start = line.restRange.lowerBound + error.offset
      return fail(error.message, at: start..<(start + error.length))
    }
  }

  private mutating func runSearch(_ line: CommandText) -> [Effect] {
    guard let found = saved?.first(where: { $0.search.isNamed(line.rest) })?.search else {
      return fail("no search is named \"\(line.rest)\"", at: line.restRange)
    }
    finishLine()
    return runSearch(named: found.name)
  }

  private mutating func fail(_ words: String, at range: Range<Int>) -> [Effect] {
    prompt?.error = PromptError(offset: range.lowerBound, length: range.count, message: words)
    return []
  }

  private mutating func finishLine() {
    if let prompt { remember(prompt) }
    closePrompt()
  }
}

extension Browser {
  /// The ways in which the word at the cursor of a command line can go on.
  func lineCompletion(
    of text: String, values: (QueryFieldName) -> [FacetValue]
  ) -> QueryCompletion {
    let line = CommandText(text)
    guard line.hasRest else {
      let words = CommandText.words.filter { $0.hasPrefix(line.word) }
      return QueryCompletion(
        range: line.wordRange, candidates: words.map { .init(text: $0, help: CommandText.help($0)) }
      )
    }
    switch LineCommand(rawValue: line.word) {
    case .help: return line.completion(of: ["keys", "query"])
    case .group: return line.completion(of: Grouping.allCases.map(\.rawValue) + ["none"])
    case .search: return line.completion(of: saved?.map(\.search.name) ?? [])
    case .sort: return shifted("sort:" + line.rest, by: line.restRange.lowerBound - 5, values)
    case .query: return shifted(line.rest, by: line.restRange.lowerBound, values)
    case .save, .import, .export, .pipe, nil: return line.completion(of: [])
    }
  }

  private func shifted(
    _ query: String, by shift: Int, _ values: (QueryFieldName) -> [FacetValue]
  ) -> QueryCompletion {
    let found = QueryCompletion(of: query, at: query.utf8.count, values: values)
    return QueryCompletion(
      range: (found.range.lowerBound + shift)..<(found.range.upperBound + shift),
      candidates: found.candidates)
  }
}

/// What stands after ":", cut into its first word and the rest; ranges are UTF-8 offsets.
struct CommandText {
  let word: String
  let rest: String
  let wordRange: Range<Int>
  let restRange: Range<Int>
  /// The word has ended.
  let hasRest: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let blank = UInt8(ascii: " ")
    let start = bytes.firstIndex { $0 != blank } ?? bytes.count
    let end = bytes[start...].firstIndex(of: blank) ?? bytes.count
    let restStart = bytes[end...].firstIndex { $0 != blank } ?? bytes.count
    var restEnd = bytes.count
    while restEnd > restStart, bytes[restEnd - 1] == blank { restEnd -= 1 }
    word = String(decoding: bytes[start..<end], as: UTF8.self)
    rest = String(decoding: bytes[restStart..<restEnd], as: UTF8.self)
    wordRange = start..<end
    restRange = restStart..<restEnd
    hasRest = end < bytes.count
  }

  /// The path after `import` or `export`, as far as it is typed.
  var path: String? {
    let isTyped = hasRest && [.import, .export].contains(LineCommand(rawValue: word))
    return isTyped ? rest : nil
  }

  /// What stands after `query`.
  var query: String? { hasRest && word == LineCommand.query.rawValue ? rest : nil }

  func completion(of words: [String]) -> QueryCompletion {
    QueryCompletion(
      range: restRange,
      candidates: words.filter { $0.lowercased().hasPrefix(rest.lowercased()) }
        .map { .init(text: $0) })
  }

  /// What a line can begin with: the words of its own first.
  static let words =
    LineCommand.allCases.map(\.rawValue)
    + Command.allCases.filter(\.isForLine).map(\.name).filter { LineCommand(rawValue: $0) == nil }

  static func help(_ word: String) -> String {
    LineCommand(rawValue: word)?.help ?? Command(lineWord: word)?.info.help ?? ""
  }
}

extension Command {
  /// By its name, and `q` as everywhere.
  fileprivate init?(lineWord word: String) {
    guard let command = Command(name: word == "q" ? "quit" : word), command.isForLine else {
      return nil
    }
    self = command
  }
}
