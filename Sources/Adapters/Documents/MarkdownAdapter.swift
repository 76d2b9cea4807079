import Listings

/// A Markdown post: with front matter, with the head of a remote-job mirror, or with headings.
enum MarkdownAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    let text = context.text(String(decoding: source.bytes, as: UTF8.self))
      .partingGluedLabels(context.words).partingGluedHeadings(context.words)
    let matter = FrontMatter(text)
    if matter == nil, let pieces = SeveralPostings.pieces(of: text, context.words) {
      return AdapterResult(postings: pieces.map { read(piece: $0, context: context) })
    }
    let markdown = matter.map { String($0.rest) } ?? text
    var posting = Posting()
    if let matter { GenericItem(matter.fields, context: context).fill(&posting) }
    posting.body = [Block](commonMark: markdown, context: context)
    if matter == nil, let listed = RecordTable.postings(in: posting.body, context: context) {
      return AdapterResult(postings: listed)
    }
    guard !posting.body.isEmpty || posting.title != nil else { return .problem("nothing in it") }
    posting.url = posting.url ?? source.url
    MirrorHead.fill(&posting)
    posting.fillFromLabels(context.words)
    return AdapterResult(postings: [posting])
  }
}

private extension MarkdownAdapter {
  /// The heading that a piece begins with is its title.
  static func read(piece text: String, context: ReadingContext) -> Posting {
    var posting = Posting(body: [Block](commonMark: text, context: context))
    MirrorHead.fill(&posting)
    if posting.title == nil, case .heading(_, let words)? = posting.body.first {
      posting.title = title(inHeading: words.plainText.trimmed, context.words)
      if words.count == 1, case .link(_, let url) = words[0] { posting.url = url }
      posting.body.removeFirst()
    }
    posting.fillFromLabels(context.words)
    return posting
  }

  /// "Position: 2 Cook" is about a cook.
  static func title(inHeading heading: String, _ words: DocumentWords) -> String {
    guard let line = LabelLine(heading), let field = words.field(of: line.label),
      field == .title || field == .role, !line.value.isEmpty
    else { return heading }
    let rest = line.value.drop { $0.isNumber }
    return rest.first == " " ? String(rest).trimmed : String(line.value)
  }
}

/// The head that remote-job mirrors write.
///
///     # [Title](https://mirror.example/apply/title)
///     ### Company
///     #### `💰 $100k` `🌎 Remote - USA`
private enum MirrorHead {
  static func fill(_ posting: inout Posting) {
    guard case .heading(1, let title)? = posting.body.first, title.count == 1,
      case .link(let words, let url) = title[0]
    else { return }
    posting.title = posting.title ?? words.plainText.trimmed
    posting.url = posting.url ?? url
    var head = 1
    if posting.body.count > head, case .heading(3, let name) = posting.body[head] {
      // The mirror writes Python's None for a company it does not know.
      let company = name.plainText.trimmed
      if company != "None" { posting.company = posting.company ?? company }
      head += 1
    }
    if posting.body.count > head, case .heading(4, let badges) = posting.body[head] {
      fill(&posting, badges: badges)
      head += 1
    }
    dropTail(of: &posting, below: head)
    posting.body.removeFirst(head)
    while posting.body.first == .rule { posting.body.removeFirst() }
  }

  private static func fill(_ posting: inout Posting, badges: [Inline]) {
    for case .code(let badge) in badges {
      let isPay = badge.hasPrefix("💰") || badge.hasPrefix("ðŸ’°")
      let value = badge.withoutBadge
      guard !value.isEmpty else { continue }
      if isPay { posting.payText = value } else { posting.location = posting.location ?? value }
    }
  }

  /// The link back to the mirror at the end says nothing of the job.
  private static func dropTail(of posting: inout Posting, below head: Int) {
    while posting.body.count > head, let last = posting.body.last {
      guard last == .rule || [last].plainText.uppercased().contains("CLICK TO APPLY"),
        [last].plainText.utf8.count < 80
      else { return }
      posting.body.removeLast()
    }
  }
}

private extension String {
  /// Without the emoji (whole or damaged) that a badge begins with.
  var withoutBadge: String {
    for mark in ["💰", "🌎", "🌍", "🌏", "📍", "ðŸ’°", "ðŸŒŽ", "ðŸŒ\u{8D}", "ðŸŒ"] where hasPrefix(mark)
    {
      return String(dropFirst(mark.count)).trimmed
    }
    return trimmed
  }
}
