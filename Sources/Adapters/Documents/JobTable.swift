import Listings

/// A table of a page with a job on each row, told by the labels that head its columns.
enum JobTable {
  /// Of a page that does not show one job; nil without such a table.
  static func read(_ page: Page) -> [Posting]? {
    page.elements.lazy.filter { $0.name == "table" && !$0.isHidden }
      .compactMap { postings(of: $0, page) }.first
  }

  private static func postings(of table: MarkupNode, _ page: Page) -> [Posting]? {
    let rows = table.descendants(named: "tr").map { row in
      row.elements.filter { $0.name == "td" || $0.name == "th" }
    }
    guard let labels = rows.first?.map({ page.context.line($0.text) ?? "" }), rows.count > 2 else {
      return nil
    }
    let fields = labels.map { page.context.words.field(of: $0) }
    guard let column = fields.firstIndex(where: { $0 == .title || $0 == .role }),
      fields.contains(.location) || fields.contains(.company)
    else { return nil }
    let postings = rows.dropFirst().compactMap { cells -> Posting? in
      guard cells.count == labels.count, let title = page.context.line(cells[column].text),
        title.utf8.count <= 150
      else { return nil }
      let texts = cells.map { page.context.line($0.text) ?? "" }
      var posting = Posting(
        title: title,
        body: [.paragraph([.text(texts.filter { !$0.isEmpty }.joined(separator: " | "))])])
      posting.fill(
        from: zip(labels, texts).filter { !$0.1.isEmpty }.map { (label: $0.0, value: $0.1) },
        page.context.words)
      let host = page.pageAddress.flatMap { SourceName.host($0) }
      posting.url =
        cells.lazy.flatMap { $0.descendants(named: "a") }
        .compactMap { page.address(of: $0, on: host) }.first
      return posting
    }
    return postings.count > 1 ? postings : nil
  }
}
