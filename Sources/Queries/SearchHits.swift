extension SearchText {
  /// Where the patterns' words stand in a text, as UTF-8 ranges in order; hits that overlap are one.
  package static func hits(of patterns: [TextPattern], in text: String) -> [Range<Int>] {
    let sought = patterns.map { (words: $0.words.map { Array($0.utf8) }, isPrefix: $0.isPrefix) }
      .filter { !$0.words.isEmpty }
    guard !sought.isEmpty else { return [] }
    let words = WordList(text)
    var hits: [Range<Int>] = []
    for start in 0..<words.count {
      for (pattern, isPrefix) in sought
      where words.has(pattern, at: start, lastIsPrefix: isPrefix) {
        let last = words.ranges[start + pattern.count - 1]
        hits.append(words.ranges[start].lowerBound..<last.upperBound)
      }
    }
    return merged(hits)
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

/// The folded words of a text in one piece of memory, and where they stood.
private struct WordList {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    SearchText.forEachWord(in: text) { word, range in
      bytes += word
      ends.append(bytes.count)
      ranges.append(range)
    }
  }

  var count: Int { ranges.count }

  func has(_ pattern: [[UInt8]], at start: Int, lastIsPrefix: Bool) -> Bool {
    guard start + pattern.count <= count else { return false }
    for (offset, word) in pattern.enumerated() {
      let (from, end) = (ends[start + offset], ends[start + offset + 1])
      let mayGoOn = lastIsPrefix && offset == pattern.count - 1
      guard end - from == word.count || (mayGoOn && end - from > word.count) else { return false }
      for index in 0..<word.count where bytes[from + index] != word[index] { return false }
    }
    return true
  }
}
