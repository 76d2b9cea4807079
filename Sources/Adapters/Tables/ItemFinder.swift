/// Finds the list of postings in a document of unknown shape.
struct ItemFinder {
  private static let deepest = 8
  private let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  func items(in document: JSONValue) -> [JSONValue]? {
    if let items = plainItems(in: document), !items.isEmpty { return items }
    return EncodedJSON.values(in: document).lazy.compactMap(plainItems).first { !$0.isEmpty }
      ?? plainItems(in: document)
  }

  private func plainItems(in document: JSONValue) -> [JSONValue]? {
    if document.isReject { return [document] }
    // Pages describe themselves with more than their posting.
    if document["@graph"] != nil || document["@context"] != nil || document["@type"] != nil {
      let found = StructuredData.postings(in: document, depth: 0)
      if !found.isEmpty { return found }
    }
    let list = bestList(in: document, depth: 0)
    if let list, !list.isEmpty { return list }
    if isPosting(document, in: document) { return [document] }
    return single(in: document, depth: 0).map { [$0] } ?? list
  }

  /// RemoteOK puts its terms where the first posting should be.
  static func isNotice(_ item: JSONValue) -> Bool {
    item["legal"] != nil && item["position"] == nil && item["title"] == nil
  }

  /// The first list whose elements are postings; an object of objects counts as a list, too.
  private func bestList(in value: JSONValue, depth: Int) -> [JSONValue]? {
    guard depth < Self.deepest else { return nil }
    switch value {
    case .array(let items):
      if items.prefix(5).contains(where: { isPosting($0, in: value) }) { return items }
      if let unwrapped = unwrapped(items) ?? inParts(items) { return unwrapped }
      // Groups, as of a team or a department, each with a list of its own.
      let groups = items.prefix(500).compactMap { bestList(in: $0, depth: depth + 1) }
      let all = groups.flatMap { $0 }
      return all.isEmpty && !items.isEmpty ? groups.first : all
    case .object(let members):
      // A posting may hold lists of titled things itself.
      if depth > 0 || members.count > 12, isPosting(value, in: value) { return nil }
      if let lists = listsAlone(members, depth: depth) { return lists }
      var empty: [JSONValue]?
      for member in members {
        guard let list = bestList(in: member.value, depth: depth + 1) else { continue }
        if !list.isEmpty { return list }
        empty = empty ?? (Self.listNames.contains(member.name) ? list : nil)
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

  /// The postings of items each in a wrapper of its own, with what the wrapper says beside them.
  private func unwrapped(_ items: [JSONValue]) -> [JSONValue]? {
    let head = items.prefix(5)
    for member in items.first?.members ?? [] where member.value.isObject {
      let isWrapper =
        Self.wrapperNames.contains(member.name) || head.allSatisfy { $0.members?.count == 1 }
      guard isWrapper,
        head.allSatisfy({ item in item[member.name].map { isPosting($0, in: item) } ?? false })
      else { continue }
      return items.compactMap { item in
        item[member.name].map { inner in
          .object((inner.members ?? []) + beside(item, inner))
        }
      }
    }
    return nil
  }

  /// Items that have one part for the job and others beside it.
  private func inParts(_ items: [JSONValue]) -> [JSONValue]? {
    let isOfPostings = items.prefix(5).allSatisfy { item in
      item.joinedParts.map { GenericItem($0, context: context).isSurelyPosting } ?? false
    }
    return isOfPostings && !items.isEmpty ? items.compactMap(\.joinedParts) : nil
  }

  /// A wrapper may name the company, and the address, once.
  private func beside(_ wrapper: JSONValue, _ inner: JSONValue) -> [JSONMember] {
    (wrapper.members ?? []).filter { member in
      guard let field = FieldName.recognized(member.name)?.field else { return false }
      return [.company, .location, .url, .applyURL, .date].contains(field)
        && inner[member.name] == nil
    }
  }

  /// Lists of postings under names that say what they have in common.
  private func listsAlone(_ members: [JSONMember], depth: Int) -> [JSONValue]? {
    guard members.count > 1, members.allSatisfy({ $0.value.array != nil }) else { return nil }
    let lists = members.map { bestList(in: $0.value, depth: depth + 1) ?? [] }
    guard lists.count(where: { !$0.isEmpty }) > 1,
      zip(lists, members).allSatisfy({ !$0.isEmpty || $1.value.array?.isEmpty == true })
    else { return nil }
    return lists.flatMap { $0 }
  }

  private func single(in value: JSONValue, depth: Int) -> JSONValue? {
    guard depth < 3, let members = value.members else { return nil }
    for member in members where member.value.isObject {
      if isPosting(member.value, in: value) {
        let isWrapper = Self.wrapperNames.contains(member.name)
        return isWrapper
          ? .object((member.value.members ?? []) + beside(value, member.value)) : member.value
      }
      if let inner = single(in: member.value, depth: depth + 1) { return inner }
    }
    return nil
  }

  private func isPosting(_ item: JSONValue, in envelope: JSONValue) -> Bool {
    guard item.isObject else { return false }
    return JSONBoard.all.contains { $0.recognizes(item, envelope) }
      || GenericItem(item, context: context).isPosting
  }

  private static let wrapperNames: Set<String> = [
    "node", "_source", "source", "job", "posting", "jobPosting", "data", "item", "attributes",
    "offer", "vacancy", "position", "document", "fields", "record", "json", "raw", "payload",
  ]

  private static let listNames: Set<String> = [
    "jobs", "data", "results", "content", "offers", "hits", "items", "postings", "children",
    "SearchResultItems", "entries", "positions", "vacancies", "jvs", "value", "jobPostings",
  ]

  /// A table as pandas writes it with `orient="split"`: names, and rows without them.
  private func splitFrame(_ value: JSONValue) -> [JSONValue]? {
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
  private func dataFrame(_ members: [JSONMember]) -> [JSONValue]? {
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
