import Listings

extension Seniority {
  /// Reads the level from a title; unknown when it does not say.
  package init(extracting title: String, using vocabulary: Vocabulary) {
    self = .unknown
  }
}
