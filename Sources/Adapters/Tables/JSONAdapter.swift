import Listings

/// A JSON document: one posting, a list of them, or a list somewhere inside of wrappers.
enum JSONAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    do {
      let document = try JSONReader.read(source.bytes)
      return read(document, source: source, context: context)
    } catch {
      // A recording that broke off, or one edited by hand, still has items before the fault.
      return PartialJSON.read(source, context: context, error: error)
    }
  }

  static func read(
    _ document: JSONValue, source: SourceBytes, context: ReadingContext
  ) -> AdapterResult {
    guard let items = ItemFinder.items(in: document) else {
      return .problem("no postings in this JSON")
    }
    var result = AdapterResult()
    var replies = ReplyFilter()
    for (index, item) in items.enumerated() {
      if replies.isReply(item) {
        result.skipped += 1
        continue
      }
      result.append(read(item: item, at: index, envelope: document, context: context))
    }
    if document.array == nil, items.count == 1, result.postings.count == 1 {
      result.postings[0].url = result.postings[0].url ?? source.url
    }
    return result
  }

  /// One element of a list, or one line: by the board it shows itself to be from, else by names.
  static func read(
    item: JSONValue, at index: Int, line: Int? = nil, envelope: JSONValue, context: ReadingContext
  ) -> AdapterResult {
    func problem(_ reason: String) -> AdapterResult {
      AdapterResult(problems: [context.problem(reason, line: line, item: index, about: item)])
    }
    guard item.isObject else { return problem("not an object") }
    if item.holdsNothing { return AdapterResult(empty: 1) }
    if item.isReject { return readAgain(item, index, line, context) }
    if ExportedRecord.isOne(item) { return ExportedRecord.read(item, context: context) }
    if item["@type"] != nil, !StructuredData.isPosting(item) {
      return readInside(item, index, line, context)
    }
    for board in JSONBoard.all where board.recognizes(item, envelope) {
      switch board.read(item, envelope, context) {
      case .posting(let posting): return AdapterResult(postings: [posting])
      case .skipped: return AdapterResult(skipped: 1)
      case .broken(let reason): return problem(reason)
      }
    }
    if ItemFinder.isNotice(item) { return AdapterResult(skipped: 1) }
    guard let posting = GenericItem(item, context: context).posting(), posting.title != nil else {
      return problem("no title")
    }
    return AdapterResult(postings: [posting])
  }

  /// The postings within some other thing of schema.org; that it has none is no fault.
  private static func readInside(
    _ item: JSONValue, _ index: Int, _ line: Int?, _ context: ReadingContext
  ) -> AdapterResult {
    let inner = StructuredData.postings(in: item, depth: 0)
    guard !inner.isEmpty else { return AdapterResult(skipped: 1) }
    return inner.reduce(into: AdapterResult()) { result, posting in
      result.append(read(item: posting, at: index, line: line, envelope: item, context: context))
    }
  }

  /// A line that `import --rejects` wrote, its item mended since.
  private static func readAgain(
    _ reject: JSONValue, _ index: Int, _ line: Int?, _ context: ReadingContext
  ) -> AdapterResult {
    switch reject["item"] {
    case .object(let members):
      return read(
        item: .object(members), at: index, line: line, envelope: .null, context: context)
    case .string(let text) where !text.trimmed.isEmpty:
      var result = Adapter.read(SourceBytes(name: "", bytes: Array(text.utf8)), context: context)
      result.problems = result.problems.map {
        context.problem($0.reason, line: line, item: index, about: .string(text))
      }
      return result
    default: return AdapterResult(skipped: 1)
    }
  }
}

private extension JSONValue {
  /// Neither a text nor a number nor a truth, however deep.
  var holdsNothing: Bool {
    switch self {
    case .null: true
    case .string(let text): text.trimmed.isEmpty
    case .array(let values): values.allSatisfy(\.holdsNothing)
    case .object(let members): members.allSatisfy(\.value.holdsNothing)
    default: false
    }
  }

  var isReject: Bool {
    has("file", "reason", "item") && members?.count ?? 0 <= 4 && self["title"] == nil
  }
}

/// Finds the list of postings in a document of unknown shape.
enum ItemFinder {
  private static let deepest = 6

  static func items(in document: JSONValue) -> [JSONValue]? {
    if document.isReject { return [document] }
    // Pages describe themselves with more than their posting.
    if document["@graph"] != nil || document["@context"] != nil || document["@type"] != nil {
      let found = StructuredData.postings(in: document, depth: 0)
      if !found.isEmpty { return found }
    }
    if let list = bestList(in: document, depth: 0) { return list }
    if isPosting(document, in: document) { return [document] }
    return single(in: document, depth: 0).map { [$0] }
  }

  /// RemoteOK puts its terms where the first posting should be.
  static func isNotice(_ item: JSONValue) -> Bool {
    item["legal"] != nil && item["position"] == nil && item["title"] == nil
  }

  /// The first list whose elements are postings; an object of objects counts as a list, too.
  private static func bestList(in value: JSONValue, depth: Int) -> [JSONValue]? {
    guard depth < deepest else { return nil }
    switch value {
    case .array(let items):
      if items.isEmpty { return depth <= 1 ? [] : nil }
      if items.prefix(5).contains(where: { isPosting($0, in: value) }) { return items }
      // Each in a wrapper of its own.
      let inner = items.prefix(5).compactMap { $0.members?.count == 1 ? $0.members?[0] : nil }
      if let name = inner.first?.name, inner.allSatisfy({ isPosting($0.value, in: value) }) {
        return items.compactMap { $0[name] }
      }
      // Groups, as of a team or a department, each with a list of its own.
      let groups = items.prefix(500).compactMap { bestList(in: $0, depth: depth + 1) }
      let all = groups.flatMap { $0 }
      return all.isEmpty ? groups.first : all
    case .object(let members):
      // A posting may hold lists of titled things itself.
      if depth > 0 || members.count > 12, isPosting(value, in: value) { return nil }
      var empty: [JSONValue]?
      for member in members {
        guard let list = bestList(in: member.value, depth: depth + 1) else { continue }
        if !list.isEmpty { return list }
        empty = empty ?? (listNames.contains(member.name) ? list : nil)
      }
      if let rows = dataFrame(members) ?? splitFrame(value) { return rows }
      let objects = members.map(\.value).filter(\.isObject)
      if objects.count == members.count, objects.count > 1, isPosting(objects[0], in: value) {
        return objects
      }
      return empty
    default: return nil
    }
  }

  private static func single(in value: JSONValue, depth: Int) -> JSONValue? {
    guard depth < 3, let members = value.members else { return nil }
    for member in members where member.value.isObject {
      if isPosting(member.value, in: value) { return member.value }
      if let inner = single(in: member.value, depth: depth + 1) { return inner }
    }
    return nil
  }

  private static func isPosting(_ item: JSONValue, in envelope: JSONValue) -> Bool {
    guard item.isObject else { return false }
    return JSONBoard.all.contains { $0.recognizes(item, envelope) }
      || GenericItem(item, context: .plain).isPosting
  }

  private static let listNames: Set<String> = [
    "jobs", "data", "results", "content", "offers", "hits", "items", "postings", "children",
    "SearchResultItems", "entries", "positions", "vacancies", "jvs", "value", "jobPostings",
  ]

  /// A table as pandas writes it with `orient="split"`: names, and rows without them.
  private static func splitFrame(_ value: JSONValue) -> [JSONValue]? {
    guard let names = value["columns"]?.array?.map(\.string), let rows = value["data"]?.array,
      names.contains(where: { $0.flatMap(FieldName.recognized)?.field == .title })
    else { return nil }
    return rows.map { row in
      .object(
        zip(names, row.array ?? []).compactMap { name, cell in
          name.map { JSONMember(name: $0, value: cell) }
        })
    }
  }

  /// A table as pandas writes it: an object of columns, each an object from row to value.
  private static func dataFrame(_ members: [JSONMember]) -> [JSONValue]? {
    guard members.count >= 2,
      members.contains(where: { FieldName.recognized($0.name)?.field == .title }),
      members.allSatisfy({ $0.value.isObject || $0.value.array != nil })
    else { return nil }
    let rows = members.compactMap { $0.value.members?.count ?? $0.value.array?.count }
    guard let count = rows.min(), count > 0, Set(rows).count == 1 else { return nil }
    return (0..<count).map { row in
      .object(
        members.map { column in
          let cell = column.value.members?[row].value ?? column.value.array?[row] ?? .null
          return JSONMember(name: column.name, value: cell)
        })
    }
  }
}
