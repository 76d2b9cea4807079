import Listings

/// Text that was typed or pasted; it is one posting.
enum PlainTextAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    let text = String(decoding: source.bytes, as: UTF8.self).decodingEntities
    var posting = Posting(body: [Block](plainText: text, context: context))
    guard !posting.body.isEmpty else { return .problem("nothing in it") }
    posting.url = source.url
    posting.fillFromLabels()
    return AdapterResult(postings: [posting])
  }
}
