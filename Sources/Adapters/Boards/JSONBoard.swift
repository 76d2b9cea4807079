import Listings

/// What became of one item of a board's answer.
enum ItemOutcome {
  case posting(Posting)
  /// Unlisted, or a notice.
  case skipped
  case broken(String)
}

/// One board's JSON: how its items are told from others, and what its names mean.
///
/// Items are recognized by themselves where they can be, so that a single one, a line of NDJSON
/// and an element of a list read alike; the envelope is the whole answer (or null).
struct JSONBoard: Sendable {
  let name: String
  let recognizes: @Sendable (_ item: JSONValue, _ envelope: JSONValue) -> Bool
  let read:
    @Sendable (_ item: JSONValue, _ envelope: JSONValue, _ context: ReadingContext) -> ItemOutcome
}

extension JSONBoard {
  /// The table of boards, in the order they are tried; to add one, add its file and its line.
  static let all: [JSONBoard] = [
    .greenhouse, .lever, .ashby, .workable, .smartRecruiters, .recruitee, .breezy, .workday,
    .remoteOK, .remotive, .arbeitnow, .jobicy, .himalayas, .theMuse, .workingNomads, .startupJobs,
    .usaJobs, .adzuna, .eures, .indeed, .googleJobs, .hackerNews, .hackerNewsJob, .jsonFeed,
    .schemaOrg,
  ]

  /// A board whose names are mostly the usual ones: what they say is read first, then `amend` adds
  /// and corrects; it answers false for items that are not to be listed.
  init(
    _ name: String, recognizes: @escaping @Sendable (JSONValue, JSONValue) -> Bool,
    amend: @escaping @Sendable (inout Posting, BoardItem) -> Bool
  ) {
    self.name = name
    self.recognizes = recognizes
    read = { item, envelope, context in
      var posting = Posting(source: name)
      GenericItem(item, context: context).fill(&posting)
      posting.source = name
      posting.externalID = context.line(item["id"]?.text)
      let isListed = amend(&posting, BoardItem(value: item, envelope: envelope, context: context))
      if !isListed { return .skipped }
      return posting.title == nil && posting.body.isEmpty ? .broken("no title") : .posting(posting)
    }
  }
}

/// An item as the boards' own files look at it.
struct BoardItem {
  let value: JSONValue
  let envelope: JSONValue
  let context: ReadingContext

  subscript(path: String) -> JSONValue? { value.at(path) }

  /// A field as one clean line.
  func line(_ path: String) -> String? { context.line(value.at(path)?.text) }

  /// Text that may hold tags or entities, as one clean line.
  func plainLine(_ path: String) -> String? {
    self[path]?.string.flatMap { context.line($0.withoutTags) }
  }

  func words(_ path: String) -> [String] { FieldValue.words(value.at(path), context) }

  func web(_ path: String) -> String? {
    guard let url = line(path), url.isWebAddress else { return nil }
    return url
  }

  func blocks(_ sections: [(heading: String?, text: String?)]) -> [Block] {
    [Block](sections: sections, context: context)
  }
}

extension Posting {
  /// Names a company's own page on a board, as in `lever:acme`.
  mutating func setSource(_ board: String, company slug: String?) {
    guard let slug, !slug.isEmpty else { return }
    source = "\(board):\(slug.lowercased())"
    company = company ?? SourceName.readable(slug)
  }

  /// The board's own date in place of the first that looked like one.
  mutating func takeDate(_ value: JSONValue?, _ context: ReadingContext) {
    guard let value, let day = DateText.day(value) else { return }
    posted = day
    dateText = context.line(value.string)
  }

  mutating func addTags(_ words: [String]) {
    for word in words where !tags.contains(word) { tags.append(word) }
  }
}

extension JSONValue {
  func has(_ name: String, _ second: String) -> Bool { has(name) && has(second) }

  func has(_ name: String, _ second: String, _ third: String) -> Bool {
    has(name) && has(second) && has(third)
  }
}
