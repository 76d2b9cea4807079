import GRDB
import Listings

/// Keeps the copies in `listing` of what filters ask in step with what is decided.
struct DecisionCopies {
  private let reader: DecisionReader
  private let row: PreparedStatement

  init(_ db: Database) throws {
    reader = try DecisionReader(db)
    row = try PreparedStatement(
      db,
      SQLText.update("listing", ["read", "saved", "flagged", "hidden", "stage"]) + " WHERE id = ?")
  }

  func bringUpToDate(_ id: ListingID) throws {
    let decisions = try reader.decisions(about: id)
    let flags = [decisions.isRead, decisions.isSaved, decisions.isFlagged, decisions.isHidden]
    for (index, flag) in flags.enumerated() { row.bind(flag ? 1 : 0, at: index) }
    row.bind(decisions.stage?.rawValue, at: 4)
    row.bind(id.number, at: 5)
    try row.run()
  }
}
