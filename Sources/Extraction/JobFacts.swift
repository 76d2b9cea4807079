import Listings

/// What a posting says of the workplace, the place, the level, the contract and the skills.
package struct JobFacts: Sendable {
  package var remote: RemotePolicy
  /// As a person would read it: city, state or country.
  package var location: String?
  package var seniority: Seniority
  package var employment: [Employment]
  package var skills: [String]
  package var evidence: [Evidence]

  /// Reads the fields of `posting`, then `body`, of which only `ranges` are this job's own.
  ///
  /// Title and location are those of `posting`: a title found in the body is put there first.
  /// `ranges` are UTF-8 offsets in rising order; nil means all of the body.
  package init(
    reading posting: Posting, body: TokenizedText, ranges: [Range<Int>]? = nil,
    using vocabulary: Vocabulary
  ) {
    remote = .unknown
    seniority = .unknown
    employment = []
    skills = []
    evidence = []
  }
}
