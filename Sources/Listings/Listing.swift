/// A job as understood from one posting, or from several merged; no decisions.
package struct Listing: Hashable, Sendable {
  package var title: String?
  package var company: String?
  /// As a person would read it: city, state or country.
  package var location: String?
  package var remote: RemotePolicy
  package var salary: Salary?
  package var seniority: Seniority
  package var employment: [Employment]
  package var skills: [String]
  package var posted: Day?
  /// The day of the last repost, where the source tells it apart from posting.
  package var reposted: Day?
  package var closes: Day?
  package var url: String?
  package var body: [Block]
  /// What in the body is about something else, in order and apart.
  package var asides: [Aside]
  package var evidence: [Evidence]
  /// By which the same job is known again; nil for listings that were read from the store.
  package var fingerprint: Fingerprint?

  package init(title: String? = nil, company: String? = nil, body: [Block] = []) {
    self.title = title
    self.company = company
    self.body = body
    remote = .unknown
    seniority = .unknown
    employment = []
    skills = []
    evidence = []
    asides = []
  }
}

/// The number of a listing in the store, shown as six letters and digits.
package struct ListingID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (left: ListingID, right: ListingID) -> Bool { left.number < right.number }
}
