extension SearchText {
  /// Where the patterns' words stand in a text, as UTF-8 ranges in order; hits that touch are one.
  package static func hits(of patterns: [TextPattern], in text: String) -> [Range<Int>] {
    let sought = patterns.map { (words: $0.words.map { Array($0.utf8) }, isPrefix: $0.isPrefix) }
      .filter { !$0.words.isEmpty }
    guard !sought.isEmpty else { return [] }
    var words: [[UInt8]] = []
    var ranges: [Range<Int>] = []
    forEachWord(in: text) { word, range in
      words.append(Array(word))
      ranges.append(range)
    }
    var hits: [Range<Int>] = []
    for start in words.indices {
      for (pattern, isPrefix) in sought
      where begins(words[start...], with: pattern, lastIsPrefix: isPrefix) {
        let last = ranges[start + pattern.count - 1]
        hits.append(ranges[start].lowerBound..<last.upperBound)
      }
    }
    return merged(hits)
  }

  private static func begins(
    _ words: ArraySlice<[UInt8]>, with pattern: [[UInt8]], lastIsPrefix: Bool
  ) -> Bool {
    guard words.count >= pattern.count, let last = pattern.last else { return false }
    let found = words.prefix(pattern.count)
    guard found.dropLast().elementsEqual(pattern.dropLast()), let end = found.last else {
      return false
    }
    return lastIsPrefix ? end.starts(with: last) : end == last
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
