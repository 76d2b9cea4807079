import GRDB
import GRDBSQLite
import Listings
import Queries
import Synchronization

/// The listings that have a stage, by company.
struct Applications: Sendable {
  private var byCompany: [CompanyKey: [Application]] = [:]

  init(_ db: Database) throws {
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
  func others(
    at company: String?, than id: ListingID, datedBy log: StageLog
  ) throws
    -> [Application]
  {
    try others(at: company, than: id)
      .sorted { ($1.stage, $0.id) < ($0.stage, $1.id) }
      .map { application in
        Application(
          id: application.id, title: application.title, stage: application.stage,
          since: try log.steps(of: application.id).last?.day)
      }
  }
}

/// Remembers the applications until something is written: some hundred of them, read for each
/// detail, would take longer than the detail.
final class ApplicationMemo: Sendable {
  /// What SQLite says of a connection: its number changes with what others write, the other with
  /// what it writes itself.
  private struct Version: Hashable, Sendable {
    let others: Int
    let own: Int
  }

  private struct Entry: Sendable {
    let version: Version
    let applications: Applications
  }

  /// By connection.
  private let known = Mutex<[Int: Entry]>([:])

  func applications(_ db: Database) throws -> Applications {
    guard let connection = db.sqliteConnection else { return try Applications(db) }
    let row = try PreparedStatement(db, "PRAGMA data_version")
    defer { row.reset() }
    let version = Version(
      others: try row.step() ? row.integer(0) : 0, own: Int(sqlite3_total_changes(connection)))
    let number = Int(bitPattern: connection)
    if let entry = known.withLock({ $0[number] }), entry.version == version {
      return entry.applications
    }
    let applications = try Applications(db)
    known.withLock { $0[number] = Entry(version: version, applications: applications) }
    return applications
  }
}
