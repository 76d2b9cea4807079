import Listings

/// Feeds and boards' XML: the root tells which.
enum XMLAdapter {
  static func read(_ source: SourceBytes, context: ReadingContext) -> AdapterResult {
    // Control characters are faults in XML; a reader that recovers would lose what follows them.
    let bytes = TextDecoding.isUTF8(source.bytes) ? source.cleanedBytes(context) : source.bytes
    guard let root = MarkupTree(xml: bytes)?.root else {
      return .problem("no XML could be read")
    }
    if root.elements.first(where: { _ in true }) == nil, let inner = rewrapped(bytes) {
      return PersonioAdapter.read(inner, source: source, context: context)
    }
    switch root.name.lowercased() {
    case "rss", "rdf", "feed", "channel": return FeedAdapter.read(root, context: context)
    case "html": return HTMLAdapter.read(source, decoded: source, context: context)
    default: return PersonioAdapter.read(root, source: source, context: context)
    }
  }

  /// A root tag that was never closed (seen 2026-07, personio-open-root.xml) hides all under it;
  /// the positions are read under a root of our own.
  private static func rewrapped(_ bytes: [UInt8]) -> MarkupNode? {
    let mark = Array("<position>".utf8)
    guard
      let start = bytes.indices.dropLast(mark.count).first(where: {
        bytes[$0] == mark[0] && bytes[$0..<$0 + mark.count].elementsEqual(mark)
      })
    else { return nil }
    return MarkupTree(xml: Array("<workzag-jobs>".utf8) + bytes[start...])?.root
  }
}
