import GRDB
import Listings
import Queries

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

/// The listings that have a stage, by company.
struct Applications {
  private var byCompany: [CompanyKey: [Application]] = [:]
  private let log: StageLog

  init(_ db: Database) throws {
    log = try StageLog(db)
    let row = try PreparedStatement(
      db, "SELECT id, company, stage, title FROM listing WHERE stage IS NOT NULL")
    defer { row.reset() }
    while try row.step() {
      guard let key = CompanyKey(row.text(1)), let stage = row.text(2).flatMap(Stage.init) else {
        continue
      }
      byCompany[key, default: []].append(
        Application(
          id: ListingID(Int64(row.integer(0))), title: row.text(3), stage: stage, since: nil))
    }
  }

  /// Those for other jobs of a company.
  func others(at company: String?, than id: ListingID) -> [Application] {
    guard !byCompany.isEmpty, let key = CompanyKey(company) else { return [] }
    return byCompany[key]?.filter { $0.id != id } ?? []
  }

  /// The furthest first, and since when.
  func datedOthers(at company: String?, than id: ListingID) throws -> [Application] {
    try others(at: company, than: id)
      .sorted { ($1.stage, $0.id) < ($0.stage, $1.id) }
      .map { application in
        Application(
          id: application.id, title: application.title, stage: application.stage,
          since: try log.steps(of: application.id).last?.day)
      }
  }
}
