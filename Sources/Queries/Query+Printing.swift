import Listings

extension Query: CustomStringConvertible {
  /// The query as a person would write it; parsing it yields the same tree.
  package var description: String {
    var parts: [String] = []
    let expression = expression.simplified
    if expression != .all { parts.append(expression.description) }
    if !sort.isEmpty {
      let keys = sort.map { ($0.isDescending ? "-" : "") + $0.field.rawValue }
      parts.append("sort:" + keys.joined(separator: ","))
    }
    if includesUndecided { parts.append("undecided:yes") }
    return parts.joined(separator: " ")
  }
}

extension QueryExpression: CustomStringConvertible {
  package var description: String {
    switch self {
    case .and(let parts): parts.isEmpty ? "*" : parts.map(\.inConjunction).joined(separator: " ")
    case .or(let parts): list(parts) ?? parts.map(\.inAlternatives).joined(separator: " or ")
    case .not(let part): "-" + part.asClause(isMarkable: true)
    case .condition(let condition): condition.description
    case .orUndecided(let part): part.asClause(isMarkable: false) + "?"
    case .search(let name, _): QueryText.value(TextPattern(name), of: "search")
    }
  }
}

private extension QueryExpression {
  var inConjunction: String {
    if case .or(let parts) = self, list(parts) == nil { return "(\(description))" }
    return description
  }

  var inAlternatives: String {
    if case .or = self { return "(\(description))" }
    return description
  }

  /// As what a minus or a question mark binds to; a negation within a negation, and a mark within
  /// either, need parentheses of their own.
  func asClause(isMarkable: Bool) -> String {
    switch self {
    case .condition, .search: description
    case .and(let parts) where parts.isEmpty: description
    case .not where !isMarkable: description
    case .or(let parts) where isMarkable && list(parts) != nil: description
    default: "(\(description))"
    }
  }

  /// Alternatives in one text field are a list: `company:acme,initech`.
  func list(_ parts: [QueryExpression]) -> String? {
    guard parts.count > 1 else { return nil }
    let words = parts.map { part -> String? in
      guard case .condition(let condition) = part, condition.isListable else { return nil }
      return condition.description
    }
    guard let first = words[0], let colon = first.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let name = String(first[...colon])
    var values: [String] = []
    for word in words {
      guard let word, word.hasPrefix(name) else { return nil }
      values.append(String(word.dropFirst(name.count)))
    }
    return name + values.joined(separator: ",")
  }
}

extension QueryCondition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .text(.any, let pattern): QueryText.word(pattern)
    case .text(let field, let pattern) where pattern.form == .expression:
      "\(field.rawValue)~\(QueryText.quoted(expression: pattern.text))"
    case .text(let field, let pattern): QueryText.value(pattern, of: field.rawValue)
    case .salary(let question): "salary" + question.description
    case .remote(let kinds):
      "remote:"
        + RemoteKind.allCases.filter(kinds.contains).map(\.queryWord).joined(separator: ",")
    case .eligible(let place): QueryText.value(TextPattern(place), of: "eligible")
    case .timeZones(let span): "tz:" + span.queryText
    case .level(let levels): "level:" + levels.queryText
    case .employment(let types):
      "type:"
        + (Employment.allCases.filter(types.contains).map(\.rawValue)
        + (types.contains(nil) ? ["unknown"] : [])).joined(separator: ",")
    case .day(let field, let question): field.rawValue + question.description
    case .skill(let name): QueryText.value(TextPattern(name), of: "skill")
    case .source(let name): QueryText.value(TextPattern(name), of: "source")
    case .tag(let name): QueryText.value(TextPattern(name), of: "tag")
    case .stage(let stages):
      "stage:"
        + (Stage.allCases.filter(stages.contains).map(\.rawValue)
        + (stages.contains(nil) ? ["none"] : [])).joined(separator: ",")
    case .rating(let stars): "rating" + stars.queryText(among: NumberReader.stars.all)
    case .reposted(let times): "reposted" + times.queryText(among: NumberReader.reposts.all)
    case .state(let state): "is:" + state.rawValue
    case .has(let field): "has:" + field.rawValue
    }
  }

  var isListable: Bool {
    switch self {
    case .text(let field, let pattern): field != .any && pattern.form != .expression
    case .eligible, .skill, .source, .tag, .state, .has: true
    default: false
    }
  }
}

/// Writes words so that the lexer reads the same words.
private enum QueryText {
  static func word(_ pattern: TextPattern) -> String {
    let star = pattern.isPrefix ? "*" : ""
    let tokens = try? QueryLexer.tokens(in: pattern.text + star)
    // Behind the name of a field it would be taken for a comparison: posted "<3".
    let beginsWithSign = pattern.text.utf8.first.map { "<>:".utf8.contains($0) } ?? false
    guard !beginsWithSign, let tokens, tokens.count == 1, case .word(let word) = tokens[0].kind,
      word.field == nil,
      reads(word, as: pattern)
    else { return quoted(pattern) }
    return pattern.text + star
  }

  static func value(_ pattern: TextPattern, of name: String) -> String {
    let source = "\(name):\(pattern.text)\(pattern.isPrefix ? "*" : "")"
    let tokens = try? QueryLexer.tokens(in: source)
    guard let tokens, tokens.count == 1, case .word(let word) = tokens[0].kind,
      word.field?.name == name, word.field?.sign == ":", reads(word, as: pattern)
    else { return "\(name):\(quoted(pattern))" }
    return source
  }

  private static func reads(_ word: QueryWord, as pattern: TextPattern) -> Bool {
    guard word.items.count == 1, !word.isMarked else { return false }
    let item = word.items[0]
    guard !item.isQuoted, let found = try? TextPattern(item, isUnfinished: false) else {
      return false
    }
    return found.form == pattern.form && found.text.utf8.elementsEqual(pattern.text.utf8)
  }

  /// A quote that a backslash stands before already needs none.
  static func quoted(expression: String) -> String {
    var text = "\""
    var isEscaped = false
    for scalar in expression.unicodeScalars {
      if scalar == "\"", !isEscaped { text.append("\\") }
      isEscaped = scalar == "\\" && !isEscaped
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  private static func quoted(_ pattern: TextPattern) -> String {
    var text = "\""
    for scalar in pattern.text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text + "\"" + (pattern.isPrefix ? "*" : "")
  }
}
