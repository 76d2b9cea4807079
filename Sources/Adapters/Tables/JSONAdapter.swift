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
    guard let items = ItemFinder(context).items(in: document) else {
      return .problem(ErrorAnswer.reason(document, context) ?? "no postings in this JSON")
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
    if line != nil, case .array = item {
      return read(ItemFinder(context).items(in: item) ?? [], line: line, context)
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
    if let posting = GenericItem(item, context: context).posting(), posting.title != nil {
      return AdapterResult(postings: [posting])
    }
    // A line may be a whole answer, or wrap its posting.
    if line != nil, let inner = ItemFinder(context).items(in: item), inner != [item] {
      return read(inner, line: line, context)
    }
    return problem("no title")
  }

  private static func read(
    _ items: [JSONValue], line: Int?, _ context: ReadingContext
  ) -> AdapterResult {
    items.enumerated().reduce(into: AdapterResult()) { result, item in
      result.append(
        read(item: item.element, at: item.offset, envelope: .null, context: context))
    }
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

extension JSONValue {
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
