import GRDB
import Listings
import Queries

/// Gathers what was decided about a listing from its postings, and about its company.
struct DecisionReader {
  private let row: PreparedStatement
  private let company: PreparedStatement
  /// When companies were hidden, by key.
  private let hidden: [String: Int]

  init(_ db: Database) throws {
    row = try PreparedStatement(
      db,
      """
      SELECT field, value, decision.at FROM posting JOIN decision ON decision.posting = posting.id
      WHERE posting.listing = ? ORDER BY decision.at, posting.id
      """)
    company = try PreparedStatement(db, "SELECT company FROM listing WHERE id = ?")
    hidden = try HiddenCompanies.moments(db)
  }

  func decisions(about id: ListingID) throws -> Decisions {
    row.bind(id.number, at: 0)
    defer { row.reset() }
    var decisions = Decisions()
    var hiddenAt: Int?
    while try row.step() {
      guard let field = row.text(0).flatMap(DecisionField.init), let value = row.text(1) else {
        continue
      }
      if field == .hidden { hiddenAt = row.integer(2) }
      decisions.join(field, value)
    }
    if let moment = try momentOfHiding(id) {
      decisions.isCompanyHidden = true
      // The later decision counts: one of its listings may have been shown again.
      if hiddenAt.map({ $0 < moment }) ?? true { decisions.isHidden = true }
    }
    return decisions
  }

  /// When the company of the listing was hidden; nil when it is not.
  private func momentOfHiding(_ id: ListingID) throws -> Int? {
    guard !hidden.isEmpty else { return nil }
    company.bind(id.number, at: 0)
    defer { company.reset() }
    guard try company.step() else { return nil }
    return CompanyKey(company.text(0)).flatMap { hidden[$0.text] }
  }
}
