import Queries

/// Finds the words of a search in a text.
struct HitFinder {
  init(_ patterns: [TextPattern]) {}
  func hits(in utf8: [UInt8]) -> [Range<Int>] { [] }
}
