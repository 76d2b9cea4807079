import Listings

/// Feeds and boards' XML.
enum XMLAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    .problem("no postings in this XML")
  }
}
