import Queries

/// Finds the words of a search in a text, by the rules by which the search finds listings.
package struct HitFinder: Sendable {
  private let patterns: [TextPattern]
  /// More marks than that on one page help nobody.
  private static let mostHits = 200

  /// There is nothing to find.
  package var isEmpty: Bool { patterns.isEmpty }

  init(_ patterns: [TextPattern]) { self.patterns = patterns }

  /// UTF-8 ranges, in order and apart.
  package func hits(in utf8: [UInt8]) -> [Range<Int>] {
    guard !patterns.isEmpty else { return [] }
    let hits = SearchText.hits(of: patterns, in: String(decoding: utf8, as: UTF8.self))
    return Array(hits.prefix(Self.mostHits))
  }
}
