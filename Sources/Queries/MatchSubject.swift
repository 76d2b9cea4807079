import Listings

/// A listing as a query sees it in memory.
package struct MatchSubject: Hashable, Sendable {
  package let id: ListingID
  package let title: String?
  package let company: String?
  package let location: String?
  package let note: String?
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
      .body: FoldedWords(body),
    ]
  }

  /// The words stand in a row in the field, or for `any` in one of title, company and body.
  func contains(_ pattern: TextPattern, in field: TextField) -> Bool {
    let fields = field == .any ? [TextField.title, .company, .body] : [field]
    let sought = FoldedWords(pattern.text)
    return fields.contains { words[$0]?.contains(sought, lastIsPrefix: pattern.isPrefix) ?? false }
  }
}

/// Folded words, each between blanks, so that whole words are found by their bytes.
struct FoldedWords: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    var bytes: [UInt8] = [0x20]
    SearchText.forEachWord(in: text) { word, _ in
      bytes += word
      bytes.append(0x20)
    }
    self.bytes = bytes
  }

  /// No words are in every text.
  func contains(_ other: FoldedWords, lastIsPrefix: Bool) -> Bool {
    let sought = lastIsPrefix && other.bytes.count > 1 ? other.bytes.dropLast() : other.bytes[...]
    guard sought.count > 1 else { return true }
    guard bytes.count >= sought.count else { return false }
    return (0...bytes.count - sought.count).contains { start in
      bytes[start] == 0x20 && bytes[(start + 1)...].starts(with: sought.dropFirst())
    }
  }
}
