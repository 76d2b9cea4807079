import GRDB
import Listings

/// A listing with all that is kept of it: what each source said, and what was decided when.
package struct KeptListing: Hashable, Sendable {
  package let detail: ListingDetail
  /// As published, each with its history.
  package let postings: [Posting]
}

/// How decisions came to be as they are, read once for many listings.
package struct DecisionHistory: Sendable {
  fileprivate var changes: [Int64: [DatedDecision]] = [:]
}

extension Store {
  /// What was decided in all; what the program noted by itself is left out.
  package func decisionHistory() throws -> DecisionHistory {
    try read { db in
      var history = DecisionHistory()
      let row = try PreparedStatement(
        db,
        """
        SELECT posting, field, before, after, at
        FROM journal JOIN journalChange ON journalChange.journal = journal.id
        WHERE state IN ('done', 'noted') AND field NOT IN ('read', 'listing')
        ORDER BY journal.at, journal.id
        """)
      defer { row.reset() }
      while try row.step() {
        history.changes[Int64(row.integer(0)), default: []].append(
          DatedDecision(
            field: row.text(1) ?? "", before: row.text(2), value: row.text(3), at: row.integer(4)))
      }
      return history
    }
  }

  /// Nil when there is no such listing.
  package func kept(_ id: ListingID, _ history: DecisionHistory) throws -> KeptListing? {
    try read { db in
      guard let detail = try ListingReader(db, since: Visits.lastEnd(db), applications).detail(id)
      else {
        return nil
      }
      return KeptListing(
        detail: detail, postings: try KeptPostingReader(db, history).postings(of: id))
    }
  }
}

private struct KeptPostingReader {
  private let row: PreparedStatement
  private let decisions: PreparedStatement
  private let history: DecisionHistory
  private static let next = PostingRecord.published.count

  init(_ db: Database, _ history: DecisionHistory) throws {
    self.history = history
    let columns = PostingRecord.published.joined(separator: ", ")
    row = try PreparedStatement(
      db,
      """
      SELECT \(columns), id, firstSeen, lastSeen, saidOn, body.text, identity
      FROM posting LEFT JOIN body ON body.posting = posting.id
      WHERE listing = ? ORDER BY id
      """)
    decisions = try PreparedStatement(
      db, "SELECT field, value, at FROM decision WHERE posting = ? ORDER BY at, field")
  }

  func postings(of id: ListingID) throws -> [Posting] {
    row.bind(id.number, at: 0)
    defer { row.reset() }
    var postings: [Posting] = []
    while try row.step() {
      var posting = PostingRecord.posting(row)
      posting.body = [Block](markdown: row.text(Self.next + 4) ?? "")
      posting.file = row.text(Self.next + 5).flatMap(PostingIdentity.file(inKey:))
      let number = Int64(row.integer(Self.next))
      var history = PostingHistory()
      history.firstSeen = Day(number: row.integer(Self.next + 1))
      history.lastSeen = Day(number: row.integer(Self.next + 2))
      history.saidOn = row.optionalInteger(Self.next + 3).map(Day.init(number:))
      history.decisions = try decisions(about: number)
      history.changes = self.history.changes[number] ?? []
      posting.history = history
      postings.append(posting)
    }
    return postings
  }

  private func decisions(about posting: Int64) throws -> [DatedDecision] {
    decisions.bind(posting, at: 0)
    defer { decisions.reset() }
    var found: [DatedDecision] = []
    while try decisions.step() {
      found.append(
        DatedDecision(
          field: decisions.text(0) ?? "", value: decisions.text(1), at: decisions.integer(2)))
    }
    return found
  }
}

extension DatedDecision {
  /// The tags in a value of that field.
  package static func tags(stored: String) -> [String] { [String](jsonArray: stored) }
}
