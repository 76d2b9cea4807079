import Listings

extension Query {
  /// Reads a query; the empty one holds always.
  ///
  /// With `lastWordIsPrefix` the query is taken as still being typed: its last word need only begin
  /// so, and what is not closed yet or waits for its other half is let pass. `searches` are those
  /// that `search:` can name.
  package init(
    parsing source: String, searches: NamedQueries = NamedQueries(), lastWordIsPrefix: Bool = false
  ) throws(QueryError) {
    var tokens = try QueryLexer.tokens(in: source, isLenient: lastWordIsPrefix)
    while lastWordIsPrefix, let token = tokens.last, token.isWaiting || token.isNear {
      tokens.removeLast()
    }
    var parser = QueryParser(tokens: tokens, end: source.utf8.count, isLenient: lastWordIsPrefix)
    parser.searches = searches
    self = try parser.wholeQuery()
  }
}

/// Recursive descent over the tokens: or, then and, then not.
struct QueryParser {
  private let tokens: [QueryToken]
  private let end: Int
  private let isLenient: Bool
  var searches = NamedQueries()
  private var position = 0
  private var depth = 0
  private var query = Query()

  init(tokens: [QueryToken], end: Int, isLenient: Bool) {
    self.tokens = tokens.joiningNear
    self.end = end
    self.isLenient = isLenient
  }

  mutating func wholeQuery() throws(QueryError) -> Query {
    if !tokens.isEmpty { query.expression = try alternatives().simplified }
    if position < tokens.count { throw error(.strayParenthesis, at: tokens[position]) }
    return query
  }
}

private extension QueryParser {
  // Deeper nesting than this is no person's query, and would end in a full stack.
  static let maximumDepth = 64

  mutating func alternatives() throws(QueryError) -> QueryExpression {
    var parts = [try conjunction()]
    while let token = current, case .or = token.kind {
      position += 1
      parts.append(try conjunction(after: token))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  mutating func conjunction(after joint: QueryToken? = nil) throws(QueryError) -> QueryExpression {
    var parts: [QueryExpression] = []
    let start = position
    loop: while let token = current {
      switch token.kind {
      case .or, .close: break loop
      case .and:
        guard position > start else { throw missing(beside: token) }
        position += 1
        try expectClause(after: token)
      default:
        let clause = try clause()
        if let expression = clause.expression {
          parts.append(clause.isMarked ? .orUndecided(expression) : expression)
        }
      }
    }
    if parts.isEmpty {
      if let joint { throw missing(beside: joint) }
      if let token = current, case .or = token.kind { throw missing(beside: token) }
    }
    return .and(parts)
  }

  /// A word, a group or a negation; no expression for an option such as `sort:`.
  ///
  /// The mark of `-salary<=90k?` belongs to the clause with its sign.
  mutating func clause() throws(QueryError) -> (expression: QueryExpression?, isMarked: Bool) {
    guard let token = current else { return (nil, false) }
    position += 1
    switch token.kind {
    case .open: return try group(openedBy: token)
    case .minus, .not: return try negation(by: token)
    case .word(let word): return (try expression(of: word, token), word.isMarked)
    case .and, .or, .close: throw missing(beside: token)
    }
  }

  mutating func negation(
    by token: QueryToken
  ) throws(QueryError) -> (expression: QueryExpression?, isMarked: Bool) {
    try expectClause(after: token)
    try descend(token)
    defer { depth -= 1 }
    let inner = try clause()
    return (inner.expression.map { .not($0) }, inner.isMarked)
  }

  mutating func group(
    openedBy token: QueryToken
  ) throws(QueryError) -> (expression: QueryExpression?, isMarked: Bool) {
    try descend(token)
    defer { depth -= 1 }
    if let next = current, case .close = next.kind { throw missing(beside: token) }
    let inner = try alternatives()
    guard let next = current, case .close(let isMarked) = next.kind else {
      guard isLenient else { throw error(.unclosedParenthesis, at: token) }
      return (inner, false)
    }
    position += 1
    return (inner, isMarked)
  }

  mutating func expression(
    of word: QueryWord, _ token: QueryToken
  ) throws(QueryError) -> QueryExpression? {
    guard let field = word.field else { return try anywhere(word, token) }
    guard let name = QueryFieldName(written: field.name) else {
      throw QueryError(
        offset: field.range.lowerBound, length: field.range.count,
        problem: .unknownField(field.name, suggestion: Self.suggestion(for: field.name)))
    }
    if name == .sort || name == .undecided {
      guard depth == 0 else { throw error(.misplacedOption(name), at: token) }
      try query.setOption(name, to: word, end: token.range.upperBound)
      return nil
    }
    var values = QueryValues(
      name: name, field: field, items: word.items, end: token.range.upperBound)
    values.searches = searches
    values.lastIsPrefix = isLenient && isLast(token) && !word.isMarked
    let expression = try values.expression()
    return field.comparison == .unequal ? .not(expression) : expression
  }

  func anywhere(
    _ word: QueryWord, _ token: QueryToken
  ) throws(QueryError) -> QueryExpression {
    guard let item = word.items.first, !item.text.isEmpty else { return .all }
    let isOpen = !item.isQuoted || item.isJoined
    let isUnfinished = isLenient && isLast(token) && isOpen && !word.isMarked
    return .condition(.text(.any, try TextPattern(item, isUnfinished: isUnfinished)))
  }
}

private extension QueryParser {
  var current: QueryToken? { position < tokens.count ? tokens[position] : nil }

  /// The token ends where the typing does.
  func isLast(_ token: QueryToken) -> Bool { token.range.upperBound == end }

  mutating func descend(_ token: QueryToken) throws(QueryError) {
    depth += 1
    if depth > Self.maximumDepth { throw error(.tooDeep, at: token) }
  }

  func expectClause(after token: QueryToken) throws(QueryError) {
    switch current?.kind {
    case .word, .open, .minus, .not: return
    default: throw missing(beside: token)
    }
  }

  func missing(beside token: QueryToken) -> QueryError {
    let name =
      switch token.kind {
      case .open: "("
      case .close: ")"
      case .minus: "-"
      case .not: "not"
      case .and: "and"
      case .or: "or"
      case .word: "word"
      }
    return error(.missingClause(beside: name), at: token)
  }

  func error(_ problem: QueryProblem, at token: QueryToken) -> QueryError {
    QueryError(offset: token.range.lowerBound, length: token.range.count, problem: problem)
  }

  static func suggestion(for name: String) -> String? {
    let names = QueryFieldName.allCases.flatMap { [$0.rawValue] + $0.info.aliases }
    return Suggestion.nearest(to: name, among: names)
      .flatMap { QueryFieldName(written: $0) }?.rawValue
  }
}

private extension [QueryToken] {
  /// With `vapor near/5 swift` as one phrase, as if it stood in quotes.
  var joiningNear: [QueryToken] {
    var tokens: [QueryToken] = []
    for token in self {
      guard tokens.count >= 2, let last = token.bareWord,
        let sign = tokens[tokens.count - 1].bareWord, !sign.items[0].isQuoted,
        SoughtWords.distance(sign.items[0].text) != nil,
        let joined = tokens[tokens.count - 2].joined(
          by: sign, with: last, end: token.range.upperBound)
      else {
        tokens.append(token)
        continue
      }
      tokens.removeLast(2)
      tokens.append(joined)
    }
    return tokens
  }
}

private extension QueryToken {
  /// `near/5`, which waits for the word behind it.
  var isNear: Bool {
    guard let word = bareWord, !word.items[0].isQuoted else { return false }
    return SoughtWords.distance(word.items[0].text) != nil
  }

  /// The word that this is, without a field.
  var bareWord: QueryWord? {
    guard case .word(let word) = kind, word.field == nil, !word.items.isEmpty else { return nil }
    return word
  }

  /// Nil for what is no single plain word.
  func joined(by sign: QueryWord, with last: QueryWord, end: Int) -> QueryToken? {
    guard case .word(var word) = kind, word.items.count == 1,
      word.field?.comparison ?? .equal == .equal, word.items[0].isPlain, last.items[0].isPlain,
      !word.items[0].isPrefix
    else { return nil }
    let other = last.items[0]
    word.items[0].text += " \(sign.items[0].text) \(other.text)"
    word.items[0].isQuoted = true
    word.items[0].isJoined = !other.isQuoted
    word.items[0].isPrefix = other.isPrefix
    word.items[0].range = word.items[0].range.lowerBound..<other.range.upperBound
    word.isMarked = word.isMarked || sign.isMarked || last.isMarked
    return QueryToken(kind: .word(word), range: range.lowerBound..<end)
  }
}

private extension QueryWord.Item {
  /// It has letters, and no wildcards among them.
  var isPlain: Bool {
    !SearchText.words(in: text).isEmpty
      && (isQuoted || !text.utf8.contains { $0 == 0x2A || $0 == 0x3F })
  }
}

private extension Query {
  mutating func setOption(
    _ name: QueryFieldName, to word: QueryWord, end: Int
  ) throws(QueryError) {
    guard let field = word.field else { return }
    let values = QueryValues(name: name, field: field, items: word.items, end: end)
    if name == .sort {
      for key in try values.sortKeys() where !sort.contains(where: { $0.field == key.field }) {
        sort.append(key)
      }
    } else {
      includesUndecided = try values.truth()
    }
  }
}
