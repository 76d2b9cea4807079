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

/// A board whose answer is not a list of items but has to be taken as a whole.
struct BoardDocument: Sendable {
  let name: String
  /// Nil when the document is not of this board.
  let read: @Sendable (_ document: JSONValue, _ context: ReadingContext) -> AdapterResult?
}

extension JSONBoard {
  static let all: [JSONBoard] = []
}

extension BoardDocument {
  static let all: [BoardDocument] = []
}
