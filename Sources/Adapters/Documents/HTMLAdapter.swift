import Listings

/// A saved page or a piece of HTML.
enum HTMLAdapter {
  static func read(
    _ source: SourceBytes, decoded: SourceBytes, context: ReadingContext
  ) -> AdapterResult {
    let body = [Block](html: String(decoding: decoded.bytes, as: UTF8.self), context: context)
    return AdapterResult(postings: [Posting(body: body)])
  }
}
