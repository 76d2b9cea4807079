extension SearchText {
  /// Where the patterns' words stand in a text, as UTF-8 ranges in order; hits that overlap are one.
  package static func hits(of patterns: [TextPattern], in text: String) -> [Range<Int>] {
    let sought = patterns.compactMap(\.sought).filter { !$0.isEmpty }
    let words = FoldedWords(sought.isEmpty ? "" : text)
    let expressions = patterns.compactMap(\.expression)
    return merged(
      sought.flatMap { words.hits(of: $0) } + expressions.flatMap { $0.hits(in: text) })
  }

  private static func merged(_ hits: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for hit in hits.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, hit.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
      } else {
        merged.append(hit)
      }
    }
    return merged
  }
}
