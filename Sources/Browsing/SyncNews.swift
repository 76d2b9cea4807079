/// What came in while sources were fetched in the background.
package struct SyncNews: Hashable, Sendable {
  /// Sources fetched so far, those that failed among them.
  package var sources = 0
  package var added = 0
  package var updated = 0
  package var gone = 0
  package var back = 0
  /// The first failure, as a sentence that names its source.
  package var failure: String?
  package var failures = 0
  /// Why there was nothing to fetch, in words.
  package var idle: String?

  package init() {}

  var changesListings: Bool { added + updated + gone + back > 0 }
}

extension Wording {
  /// "2 sources: 5 new, 1 changed", or what went wrong.
  static func news(_ news: SyncNews, isLast: Bool) -> String {
    if let idle = news.idle { return idle }
    let numbers = [
      (news.added, "new"), (news.updated, "changed"), (news.gone, "gone"), (news.back, "back"),
    ].filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
    let what = numbers.isEmpty ? "nothing new" : numbers.joined(separator: ", ")
    let head = isLast ? "fetched" : "fetching…"
    var words = "\(head) \(count(news.sources, "source")): \(what)"
    if let failure = news.failure {
      words += " · \(news.failures == 1 ? "" : "\(news.failures) failed, as ")\(failure)"
    }
    return words
  }
}
