import GRDB
import Listings

/// The stages that applications came to, as the journal has them.
struct StageLog {
  private let row: PreparedStatement

  init(_ db: Database) throws {
    row = try PreparedStatement(
      db,
      """
      SELECT after, journal.at FROM posting
      JOIN journalChange ON journalChange.posting = posting.id AND field = 'stage'
      JOIN journal ON journal.id = journal
      WHERE posting.listing = ? AND state IN ('done', 'noted')
      ORDER BY journal.at, journal.id
      """)
  }

  /// The oldest first; what was taken back is no step.
  func steps(of id: ListingID) throws -> [StageStep] {
    row.bind(id.number, at: 0)
    defer { row.reset() }
    var steps: [StageStep] = []
    while try row.step() {
      guard let stage = row.text(0).flatMap(Stage.init), stage != steps.last?.stage else {
        continue
      }
      steps.append(StageStep(stage, on: Day(secondsSince1970: row.integer(1))))
    }
    return steps
  }

  /// By which the few stages among many changes are found.
  static func createIndexes(_ db: Database) throws {
    try db.create(
      index: "journalChangeOfStage", on: "journalChange", columns: ["posting", "journal"],
      condition: Column("field") == JournalField.stage.rawValue)
    try db.create(
      index: "listingWithStage", on: "listing", columns: ["stage"],
      condition: Column("stage") != nil)
  }
}
