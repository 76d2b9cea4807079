import Listings

extension RemotePolicy {
  /// Reads one string: a location line, a title, a sentence; unknown when it does not say.
  package init(extracting text: String, using vocabulary: Vocabulary) {
    self = .unknown
  }
}
