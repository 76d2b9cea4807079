import Listings

/// Reads the values of one field into what they ask.
struct QueryValues {
  let name: QueryFieldName
  let field: QueryWord.Field
  let items: [QueryWord.Item]
  /// Where the word ends, for a value that is missing.
  let end: Int
  /// The last word is still being typed.
  var lastIsPrefix = false
  var searches = NamedQueries()

  init(name: QueryFieldName, field: QueryWord.Field, items: [QueryWord.Item], end: Int) {
    self.name = name
    self.field = field
    self.items = items
    self.end = end
  }

  func expression() throws(QueryError) -> QueryExpression {
    try requireComparison()
    try requireValues()
    return switch name {
    case .title, .company, .place, .body, .note, .reason: try anyOf(words)
    case .salary: .condition(.salary(try pay()))
    case .remote: .condition(.remote(try set(of: QueryVocabulary.remote)))
    case .level: .condition(.level(try levels()))
    case .type: .condition(.employment(try set(of: QueryVocabulary.employment)))
    case .stage: .condition(.stage(try set(of: QueryVocabulary.stage)))
    case .eligible: try anyOf(place)
    case .tz: .condition(.timeZones(try timeZones()))
    case .posted: .condition(.day(.posted, try day()))
    case .followUp: .condition(.day(.followUp, try day()))
    case .seen: try seen()
    case .skill: try anyOf { item throws(QueryError) in .condition(.skill(try text(item))) }
    case .source: try anyOf { item throws(QueryError) in .condition(.source(try text(item))) }
    case .tag: try anyOf { item throws(QueryError) in .condition(.tag(try text(item))) }
    case .rating: .condition(.rating(try number(in: .stars)))
    case .reposted: .condition(.reposted(try reposts()))
    case .state: try anyOf(state)
    case .changed, .closed: try flag()
    case .has: try anyOf(stated)
    case .search: try anyOf(saved)
    case .sort, .undecided: .all
    }
  }

  func sortKeys() throws(QueryError) -> [SortKey] {
    try requireComparison()
    try requireValues()
    var keys: [SortKey] = []
    for item in items {
      let isDescending = item.text.utf8.first == UInt8(ascii: "-")
      let column = isDescending ? String(item.text.utf8.dropFirst()) ?? "" : item.text
      let known = SortField(rawValue: column.lowercased()) ?? sortField(named: column)
      guard let known else { throw bad(item) }
      keys.append(SortKey(known, isDescending: isDescending))
    }
    return keys
  }

  func truth() throws(QueryError) -> Bool {
    try requireComparison()
    try requireValues()
    guard let item = items.first, items.count == 1,
      let isTrue = QueryVocabulary.truth[item.text.lowercased()]
    else { throw bad(items[items.count - 1]) }
    return isTrue != (field.comparison == .unequal)
  }
}

private extension QueryValues {
  func sortField(named text: String) -> SortField? {
    QueryFieldName(written: text).flatMap { SortField(rawValue: $0.rawValue) }
  }

  func requireComparison() throws(QueryError) {
    let isKnown =
      field.comparison == .matches
      ? TextField(name) != nil : !field.comparison.isOrdering || name.info.isOrdered
    if isKnown { return }
    throw QueryError(
      offset: field.signStart, length: field.sign.utf8.count,
      problem: .badOperator(field.sign, of: name))
  }

  func requireValues() throws(QueryError) {
    for item in items where item.text.isEmpty && !(item.isPrefix && TextField(name) != nil) {
      throw QueryError(
        offset: item.isQuoted ? item.range.lowerBound : end,
        length: item.isQuoted ? item.range.count : 0, problem: .missingValue(of: name))
    }
  }

  func anyOf(
    _ read: (QueryWord.Item) throws(QueryError) -> QueryExpression
  ) throws(QueryError) -> QueryExpression {
    var parts: [QueryExpression] = []
    for item in items { parts.append(try read(item)) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  func words(_ item: QueryWord.Item) throws(QueryError) -> QueryExpression {
    guard let place = TextField(name) else { throw bad(item) }
    if field.comparison == .matches { return .condition(.text(place, try expression(item))) }
    if SearchText.words(in: item.text).isEmpty { throw bad(item) }
    let isUnfinished = lastIsPrefix && !item.isQuoted && item.range == items.last?.range
    return .condition(.text(place, try TextPattern(item, isUnfinished: isUnfinished)))
  }

  func expression(_ item: QueryWord.Item) throws(QueryError) -> TextPattern {
    do throws(ExpressionProblem) {
      _ = try RegularExpression(item.text)
      return TextPattern(item.text, form: .expression)
    } catch {
      throw QueryError(
        offset: item.range.lowerBound, length: item.range.count, problem: .badExpression(error))
    }
  }

  func text(_ item: QueryWord.Item) throws(QueryError) -> String {
    if SearchText.words(in: item.text).isEmpty { throw bad(item) }
    return item.text
  }

  func set<Value: Hashable>(
    of vocabulary: [String: Value]
  ) throws(QueryError) -> Set<Value> {
    var values: Set<Value> = []
    for item in items {
      guard let value = vocabulary[QueryVocabulary.key(item.text)] else {
        throw bad(item, among: vocabulary.keys)
      }
      values.insert(value)
    }
    return values
  }

  func place(_ item: QueryWord.Item) throws(QueryError) -> QueryExpression {
    guard let code = RegionTable.code(for: item.text) else {
      throw bad(item, among: RegionTable.knownNames.map { $0.lowercased() })
    }
    return .condition(.eligible(code))
  }

  func state(_ item: QueryWord.Item) throws(QueryError) -> QueryExpression {
    let key = QueryVocabulary.key(item.text)
    if key == "open" { return .not(.condition(.state(.closed))) }
    guard let state = QueryVocabulary.states[key] else {
      throw bad(item, among: name.info.values)
    }
    return .condition(.state(state))
  }

  func flag() throws(QueryError) -> QueryExpression {
    guard let item = items.first, items.count == 1,
      let isOn = QueryVocabulary.truth[item.text.lowercased()]
    else { throw bad(items[items.count - 1], among: name.info.values) }
    let condition = QueryExpression.condition(.state(name == .changed ? .changed : .closed))
    return isOn ? condition : .not(condition)
  }

  func seen() throws(QueryError) -> QueryExpression {
    if items[0].text.lowercased() == "new", items.count == 1, !field.comparison.isOrdering {
      return .condition(.state(.new))
    }
    return .condition(.day(.seen, try day()))
  }

  func stated(_ item: QueryWord.Item) throws(QueryError) -> QueryExpression {
    guard let asked = QueryFieldName(written: item.text), QueryFieldName.askable.contains(asked)
    else { throw bad(item, among: name.info.values) }
    return .condition(.has(asked))
  }

  func saved(_ item: QueryWord.Item) throws(QueryError) -> QueryExpression {
    guard let search = searches.search(named: item.text) else {
      throw bad(item, among: searches.names)
    }
    do {
      return try searches.expression(of: search)
    } catch {
      throw QueryError(
        offset: item.range.lowerBound, length: item.range.count,
        problem: .brokenSearch(search.name, error.message))
    }
  }
}

private extension QueryValues {
  /// The only value, commas and all: a sum may hold them.
  func whole() -> QueryWord.Item {
    var item = items[0]
    for next in items.dropFirst() {
      item.text += "," + next.text
      item.range = item.range.lowerBound..<next.range.upperBound
    }
    return item
  }

  func pay() throws(QueryError) -> PayCondition {
    let item = whole()
    if QueryVocabulary.notStated.contains(QueryVocabulary.key(item.text)),
      !field.comparison.isOrdering
    {
      return .notStated
    }
    guard let question = PayAmountReader.condition(item.text, field.comparison) else {
      throw bad(item)
    }
    return question
  }

  func day() throws(QueryError) -> DayCondition {
    let item = whole()
    // Your own follow-up and the first sight are there or not; only a posting can keep silent.
    if name == .posted, QueryVocabulary.notStated.contains(QueryVocabulary.key(item.text)),
      !field.comparison.isOrdering
    {
      return .notStated
    }
    guard let question = DayReader.condition(item.text, field.comparison) else { throw bad(item) }
    return question
  }

  func levels() throws(QueryError) -> Set<Seniority> {
    var levels: Set<Seniority> = []
    for item in items {
      guard let range = LevelReader.levels(item.text, field.comparison) else {
        throw bad(item, among: QueryVocabulary.level.keys)
      }
      levels.formUnion(range)
    }
    return levels
  }

  func timeZones() throws(QueryError) -> TimeZoneSpan {
    let item = whole()
    guard let span = TimeZoneReader.span(item.text) else { throw bad(item) }
    return span
  }

  func number(in numbers: NumberReader) throws(QueryError) -> ClosedRange<Int> {
    let item = whole()
    guard let range = numbers.range(item.text, field.comparison) else { throw bad(item) }
    return range
  }

  /// Fewer words mean yes here than elsewhere: 1 is a number.
  func reposts() throws(QueryError) -> ClosedRange<Int> {
    if !field.comparison.isOrdering, items.count == 1 {
      switch items[0].text.lowercased() {
      case "yes": return 1...NumberReader.reposts.all.upperBound
      case "no": return 0...0
      default: break
      }
    }
    return try number(in: .reposts)
  }

  func bad(_ item: QueryWord.Item, among candidates: some Sequence<String> = []) -> QueryError {
    QueryError(
      offset: item.range.lowerBound, length: item.range.count,
      problem: .badValue(
        item.text, of: name,
        suggestion: Suggestion.nearest(to: item.text, among: candidates.sorted())))
  }
}

extension TextPattern {
  /// A word as written; `isUnfinished`, when it is being typed and need only begin so.
  init(_ item: QueryWord.Item, isUnfinished: Bool) throws(QueryError) {
    let isOpen = item.isPrefix || isUnfinished
    let hasSigns = item.text.utf8.contains { $0 == 0x2A || $0 == 0x3F }
    guard !item.isQuoted, hasSigns else {
      self.init(item.text, isPrefix: isOpen)
      return
    }
    let text = Self.trimmed(item.text + (isOpen ? "*" : ""))
    let stem = String(text.prefix { $0 != "*" && $0 != "?" })
    if text.dropFirst(stem.count).allSatisfy({ $0 == "*" }) {
      self.init(stem, isPrefix: stem != text)
      return
    }
    self.init(text, form: .wildcard)
    if isEmpty, !SearchText.words(in: text).isEmpty {
      // Addresses hold question marks, too.
      guard text.utf8.contains(0x2A) else {
        self.init(item.text, isPrefix: isOpen)
        return
      }
      throw QueryError(
        offset: item.range.lowerBound, length: item.range.count, problem: .partedWildcard(text))
    }
  }

  /// Without the marks around a word, which mean nothing; a question mark at its end is one.
  private static func trimmed(_ text: String) -> String {
    func means(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "*" || scalar == "?" || WordFolding.isLetter(scalar.value)
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: means),
      let last = scalars.lastIndex(where: { $0 != "?" && means($0) })
    else { return "" }
    return first <= last ? String(scalars[first...last]) : ""
  }
}

extension TextField {
  init?(_ name: QueryFieldName) {
    switch name {
    case .title: self = .title
    case .company: self = .company
    case .place: self = .place
    case .body: self = .body
    case .note: self = .note
    case .reason: self = .reason
    default: return nil
    }
  }
}
