import Listings

/// Text that was typed or pasted; it is one posting, unless several stand in it beyond doubt.
enum PlainTextAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    let text = String(decoding: source.bytes, as: UTF8.self).decodingEntities
      .partingGluedLabels(context.words).partingGluedHeadings(context.words)
    if let jobs = MailAlerts.linkedIn(text, context: context) { return jobs }
    let pieces = SeveralPostings.pieces(of: text, context.words) ?? [text]
    var postings = pieces.map { Posting(body: [Block](plainText: $0, context: context)) }
    postings.removeAll(where: \.body.isEmpty)
    for index in postings.indices {
      if postings.count == 1 { postings[index].url = source.url ?? address(in: postings[index]) }
      postings[index].fillFromLabels(context.words)
    }
    return postings.isEmpty ? .problem("nothing in it") : AdapterResult(postings: postings)
  }

  /// The address that a text begins with, which people paste above what they copied.
  private static func address(in posting: Posting) -> String? {
    guard let first = posting.body.first else { return nil }
    let line = [first].plainText.trimmed
    return line.isWebAddress && !line.contains(" ") ? line : nil
  }
}
