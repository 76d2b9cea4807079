/// A board or feed that the person follows, and how its last fetch went.
package struct FollowedSource: Hashable, Sendable {
  /// What the person calls it; no two have the same.
  package let name: String
  /// A board of the table of boards, or `url`.
  package let kind: String
  /// The company's name on its board, or the address.
  package let address: String
  /// Another server that speaks like the board: a mirror, or a test.
  package var baseURL: String?
  /// Seconds between two fetches; nil is every sync.
  package var every: Int?
  package var isPaused = false
  /// The name was the person's choice; else postings keep the name that their board gives them.
  package var isNamed = false
  package var last: FetchNote?
  /// Fetches in a row that failed.
  package var failures = 0
  /// The server asked to be left alone until then, in seconds since 1970.
  package var waitUntil: Int?

  package init(name: String, kind: String, address: String) {
    self.name = name
    self.kind = kind
    self.address = address
  }
}

/// How a fetch went.
package enum FetchOutcome: String, CaseIterable, Sendable {
  /// All that the source has was read.
  case complete
  /// Some of it was read: what is missing proves nothing.
  case partial
  case failed
}

/// The last fetch of a source.
package struct FetchNote: Hashable, Sendable {
  /// Seconds since 1970.
  package let at: Int
  package let outcome: FetchOutcome
  /// What went wrong, in words.
  package let message: String?

  package init(at: Int, outcome: FetchOutcome, message: String? = nil) {
    self.at = at
    self.outcome = outcome
    self.message = message
  }
}

/// What a page of a source answered with, so that the next fetch can ask whether it changed.
package struct SourcePage: Hashable, Sendable {
  /// From 0.
  package let number: Int
  package let url: String
  package let etag: String?
  package let lastModified: String?
  /// Items on the page.
  package let items: Int

  package init(number: Int, url: String, etag: String?, lastModified: String?, items: Int) {
    self.number = number
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.items = items
  }
}

/// One fetch of a source; two processes may fetch the same source at once, each with its number.
package struct Fetch: Hashable, Sendable {
  package let source: String
  let number: Int
}

/// Where in a fetch a batch of postings comes from.
package struct FetchPage: Hashable, Sendable {
  let fetch: Fetch
  let number: Int

  package init(_ fetch: Fetch, number: Int) {
    self.fetch = fetch
    self.number = number
  }
}

/// What a fetch proves about postings that it does not hold.
package enum Absence: Hashable, Sendable {
  /// The source lists all that is open: what is missing is gone.
  case isGone
  /// The source lists the newest only: what is newer than the oldest it lists, and missing, is gone.
  case isGoneIfNewer
  /// The source lists some of what is open, in an order of its own: missing says nothing.
  case saysNothing
}
