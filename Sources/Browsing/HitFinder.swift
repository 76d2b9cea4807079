import Queries

/// Finds the words of a search in a text, by the rules by which the search finds listings.
package struct HitFinder: Sendable {
  /// The folded words of each pattern, one or several in a row.
  private let patterns: [Pattern]
  /// More marks than that on one page help nobody.
  private static let mostHits = 200

  private struct Pattern: Sendable {
    let words: [[UInt8]]
    let isPrefix: Bool

    func fits(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
      let wanted = words[index]
      let isPrefix = isPrefix && index == words.count - 1
      guard isPrefix ? word.count >= wanted.count : word.count == wanted.count else { return false }
      return zip(wanted, word).allSatisfy { $0 == $1 }
    }
  }

  init(_ patterns: [TextPattern]) {
    self.patterns = patterns.map { pattern in
      Pattern(words: pattern.words.map { Array($0.utf8) }, isPrefix: pattern.isPrefix)
    }.filter { !$0.words.isEmpty }
  }

  /// UTF-8 ranges, in order and apart.
  package func hits(in utf8: [UInt8]) -> [Range<Int>] {
    guard !patterns.isEmpty else { return [] }
    var hits: [Range<Int>] = []
    // How far each pattern of several words has come, and where it began.
    var runs: [[(next: Int, start: Int)]] = Array(repeating: [], count: patterns.count)
    SearchText.forEachWord(in: String(decoding: utf8, as: UTF8.self)) { word, range in
      for (index, pattern) in patterns.enumerated() {
        var open: [(next: Int, start: Int)] = []
        for run in runs[index] + [(next: 0, start: range.lowerBound)]
        where pattern.fits(run.next, word) {
          if run.next + 1 == pattern.words.count {
            hits.append(run.start..<range.upperBound)
          } else {
            open.append((next: run.next + 1, start: run.start))
          }
        }
        runs[index] = open
      }
    }
    return merged(hits)
  }

  private func merged(_ hits: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for hit in hits.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, hit.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
      } else if result.count < Self.mostHits {
        result.append(hit)
      }
    }
    return result
  }
}
