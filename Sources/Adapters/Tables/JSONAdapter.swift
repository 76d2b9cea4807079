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
    for (index, item) in items.enumerated() {
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
    guard item.isObject else { return problem("not an object", index, line) }
    for board in JSONBoard.all where board.recognizes(item, envelope) {
      switch board.read(item, envelope, context) {
      case .posting(let posting): return AdapterResult(postings: [posting])
      case .skipped: return AdapterResult(skipped: 1)
      case .broken(let reason): return problem(reason, index, line)
      }
    }
    if ItemFinder.isNotice(item) { return AdapterResult(skipped: 1) }
    guard let posting = GenericItem(item, context: context).posting(), posting.title != nil else {
      return problem("no title", index, line)
    }
    return AdapterResult(postings: [posting])
  }

  private static func problem(_ reason: String, _ index: Int, _ line: Int?) -> AdapterResult {
    AdapterResult(problems: [SourceProblem(line: line, item: index, reason: reason)])
  }
}

/// Finds the list of postings in a document of unknown shape.
enum ItemFinder {
  private static let deepest = 6

  static func items(in document: JSONValue) -> [JSONValue]? {
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
      return items.count == 1 ? bestList(in: items[0], depth: depth + 1) : nil
    case .object(let members):
      // A posting may hold lists of titled things itself.
      if depth > 0 || members.count > 12, isPosting(value, in: value) { return nil }
      var empty: [JSONValue]?
      for member in members {
        guard let list = bestList(in: member.value, depth: depth + 1) else { continue }
        if !list.isEmpty { return list }
        empty = empty ?? (listNames.contains(member.name) ? list : nil)
      }
      if let columns = dataFrame(members) { return columns }
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
      || GenericItem(item, context: ReadingContext()).isPosting
  }

  private static let listNames: Set<String> = [
    "jobs", "data", "results", "content", "offers", "hits", "items", "postings", "children",
    "SearchResultItems", "entries", "positions", "vacancies", "jvs", "value", "jobPostings",
  ]

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
