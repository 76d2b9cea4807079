import Listings

/// Tables in pages and Markdown whose head names fields, each row a posting.
enum RecordTable {
  /// The postings of all such tables; nil where there is none.
  static func postings(in blocks: [Block], context: ReadingContext) -> [Posting]? {
    var postings: [Posting] = []
    for case .table(let rows) in blocks {
      guard let head = rows.first.map({ $0.map { $0.plainText.trimmed } }), rows.count > 2,
        isHead(head, context)
      else { continue }
      var above: [String] = []
      for row in rows.dropFirst() {
        let (item, texts) = record(row, head: head, above: above, context)
        above = texts
        if let posting = TableRow.posting(item, context: context) { postings.append(posting) }
      }
    }
    return postings.count > 1 ? postings : nil
  }

  /// A title, and what tells a list of jobs from any other table.
  private static func isHead(_ names: [String], _ context: ReadingContext) -> Bool {
    let fields = Set(names.compactMap { context.words.columns.recognized($0)?.field })
    return TableHead.isHead(names, context.words.columns)
      && !fields.isDisjoint(with: [.company, .url, .applyURL, .location])
  }

  private static func record(
    _ row: [[Inline]], head: [String], above: [String], _ context: ReadingContext
  ) -> (JSONValue, [String]) {
    var members: [JSONMember] = []
    var texts: [String] = []
    var link: String?
    var titleLink: String?
    for (index, (name, cell)) in zip(head, row).enumerated() {
      let field = context.words.columns.recognized(name)?.field
      var text = cell.plainText.trimmed
      // Lists of openings write a company once.
      if text == "↳", index < above.count { text = above[index] }
      texts.append(text)
      let address = cell.address
      if field == .title {
        titleLink = address
      } else if field != .company {
        link = link ?? address
      }
      let isLink = field == .url || field == .applyURL
      members.append(JSONMember(name: name, value: .string(isLink ? address ?? text : text)))
    }
    if let address = titleLink ?? link {
      members.append(JSONMember(name: "alternate_url", value: .string(address)))
    }
    return (.object(members), texts)
  }
}

private extension [Inline] {
  /// Where the first link leads.
  var address: String? {
    for inline in self {
      switch inline {
      case .link(_, let url): return url
      case .emphasis(let inner), .strong(let inner):
        if let address = inner.address { return address }
      default: continue
      }
    }
    return nil
  }
}
