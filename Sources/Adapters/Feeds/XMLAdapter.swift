import Listings

/// Feeds and boards' XML: the root tells which.
enum XMLAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    guard let root = MarkupTree(xml: source.bytes)?.root else {
      return .problem("no XML could be read")
    }
    switch root.name.lowercased() {
    case "rss", "rdf", "feed", "channel": return FeedAdapter.read(root, context: context)
    case "html": return HTMLAdapter.read(source, decoded: source, context: context)
    default: return PersonioAdapter.read(root, source: source, context: context)
    }
  }
}
