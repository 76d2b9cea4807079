import GRDB
import Listings

/// Gathers what was decided about a listing from its postings.
struct DecisionReader {
  private let row: PreparedStatement

  init(_ db: Database) throws {
    row = try PreparedStatement(
      db,
      """
      SELECT field, value FROM posting JOIN decision ON decision.posting = posting.id
      WHERE posting.listing = ? ORDER BY decision.at, posting.id
      """)
  }

  func decisions(about id: ListingID) throws -> Decisions {
    row.bind(id.number, at: 0)
    defer { row.reset() }
    var decisions = Decisions()
    while try row.step() {
      guard let field = row.text(0).flatMap(DecisionField.init), let value = row.text(1) else {
        continue
      }
      decisions.join(field, value)
    }
    return decisions
  }
}
