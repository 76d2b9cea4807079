import Listings

/// A listing as a query sees it in memory.
package struct MatchSubject: Hashable, Sendable {
  package let id: ListingID
  package let title: String?
  package let company: String?
  package let location: String?
  package let note: String?
  /// Why it was hidden.
  package let reason: String?
  package let body: String
  package let remote: RemotePolicy
  package let salary: Salary?
  package let seniority: Seniority
  package let employment: [Employment]
  package let skills: [String]
  package let posted: Day?
  package let firstSeen: Day
  package let isClosed: Bool
  package let isNew: Bool
  package let isChanged: Bool
  package let decisions: Decisions
  package let sources: [String]
  package let reposts: Int
  private let words: [TextField: FoldedWords]

  package init(_ detail: ListingDetail) {
    let listing = detail.listing
    id = detail.id
    title = listing.title
    company = listing.company
    location = listing.location
    note = detail.decisions.note
    reason = detail.decisions.hiddenReason
    body = listing.searchedBody.plainText
    remote = listing.remote
    salary = listing.salary
    seniority = listing.seniority
    employment = listing.employment
    skills = listing.skills
    posted = listing.posted
    firstSeen = detail.firstSeen
    isClosed = detail.closed != nil
    isNew = detail.isNew
    isChanged = detail.isChanged
    decisions = detail.decisions
    sources = detail.postings.map(\.source)
    reposts = detail.reposts
    words = [
      .title: FoldedWords(title ?? ""), .company: FoldedWords(company ?? ""),
      .place: FoldedWords(location ?? ""), .note: FoldedWords(note ?? ""),
      .reason: FoldedWords(reason ?? ""),
      .body: FoldedWords(body),
    ]
  }

  /// The pattern holds of the field, or for `any` of one of those that it is sought in.
  func contains(_ pattern: TextPattern, in field: TextField) -> Bool {
    guard field == .any else { return holds(pattern, field) }
    return [TextField.title, .company, .place].contains { holds(pattern, $0) }
      || skills.contains { pattern.isFound(in: $0) }
      || (!pattern.leavesOutBodies && holds(pattern, .body))
  }

  private func holds(_ pattern: TextPattern, _ field: TextField) -> Bool {
    if let sought = pattern.sought { return words[field]?.contains(sought) ?? false }
    return text(of: field).map { pattern.isFound(in: $0) } ?? false
  }

  func text(of field: TextField) -> String? {
    switch field {
    case .title: title
    case .company: company
    case .place: location
    case .note: note
    case .reason: reason
    case .body, .any: body
    }
  }
}
