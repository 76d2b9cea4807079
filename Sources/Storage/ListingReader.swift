import GRDB
import Listings

/// Reads listings back out of the tables.
struct ListingReader {
  private let db: Database
  /// The moment since which listings are new; nil before the first visit has ended.
  private let since: Int?
  private let memo: ApplicationMemo

  init(_ db: Database, since: Int? = nil, _ memo: ApplicationMemo = ApplicationMemo()) {
    self.db = db
    self.since = since
    self.memo = memo
  }

  private static let understood = ListingRecord.understood.map { "listing.\($0)" }
    .joined(separator: ", ")
  /// The number of the first column after those of `understood`.
  private static let next = ListingRecord.understood.count

  func rows(_ ids: some Collection<ListingID>) throws -> [ListingRow] {
    let row = try PreparedStatement(
      db,
      """
      SELECT \(Self.understood), addedAt, changedAt, closed FROM listing WHERE id = ?
      """)
    let decisions = try DecisionReader(db)
    let applications = try memo.applications(db)
    return try ids.compactMap { id in
      row.bind(id.number, at: 0)
      defer { row.reset() }
      guard try row.step() else { return nil }
      var result = ListingRow(id: id, title: row.text(0), company: row.text(1))
      result.location = row.text(2)
      result.remote = ListingRecord.remote(row)
      result.salary = ListingRecord.salary(row)
      result.seniority = ListingRecord.level(row)
      result.posted = row.optionalInteger(ListingRecord.posted).map(Day.init(number:))
      (result.isNew, result.isChanged) = news(row, Self.next)
      result.isClosed = !row.isNull(Self.next + 2)
      result.decisions = try decisions.decisions(about: id)
      result.otherStage = applications.others(at: result.company, than: id).map(\.stage).max()
      return result
    }
  }

  func detail(_ id: ListingID) throws -> ListingDetail? {
    guard let listing = try listing(id) else { return nil }
    let row = try PreparedStatement(
      db, "SELECT addedAt, changedAt, closed, firstSeen, lastSeen FROM listing WHERE id = ?")
    row.bind(id.number, at: 0)
    defer { row.reset() }
    guard try row.step() else { return nil }
    var detail = ListingDetail(
      id: id, listing: listing, firstSeen: Day(number: row.integer(3)),
      lastSeen: Day(number: row.integer(4)))
    (detail.isNew, detail.isChanged) = news(row, 0)
    detail.closed = row.optionalInteger(2).map(Day.init(number:))
    detail.decisions = try DecisionReader(db).decisions(about: id)
    let log = try StageLog(db)
    detail.stages = try log.steps(of: id)
    detail.applications = try memo.applications(db)
      .others(at: listing.company, than: id, datedBy: log)
    let changes = try ChangeLog(db).changes(of: id)
    detail.changes = changes.map(\.change)
    detail.postings = try postings(of: id, changes)
    return detail
  }

  /// With body and evidence; nil when there is no such listing.
  func listing(_ id: ListingID) throws -> Listing? {
    let row = try PreparedStatement(
      db,
      """
      SELECT \(Self.understood), coalesce(body.understood, body.text), evidence.fields,
        evidence.asides
      FROM listing
      LEFT JOIN body ON body.posting = listing.speaker
      LEFT JOIN evidence ON evidence.listing = listing.id
      WHERE listing.id = ?
      """)
    row.bind(id.number, at: 0)
    defer { row.reset() }
    guard try row.step() else { return nil }
    var listing = ListingRecord.listing(row)
    listing.body = [Block](markdown: row.text(Self.next) ?? "")
    listing.evidence = [Evidence](storedText: row.text(Self.next + 1))
    listing.asides = [Aside](storedText: row.text(Self.next + 2), blocks: listing.body.count)
    return listing
  }
}

private extension ListingReader {
  /// New since the last visit, or changed since; a new listing has nothing to have changed from.
  func news(_ row: PreparedStatement, _ column: Int) -> (isNew: Bool, isChanged: Bool) {
    guard let since else { return (false, false) }
    let isNew = row.integer(column) > since
    return (isNew, !isNew && row.integer(column + 1) > since)
  }

  func postings(
    of id: ListingID, _ changes: [(posting: Int64, change: ListingChange)]
  ) throws -> [PostingSummary] {
    let row = try PreparedStatement(
      db,
      """
      SELECT source, externalID, url, posted, firstSeen, lastSeen, payText, title, company, location,
        payLow, payHigh, payCurrency, payPeriod, payBasis, id
      FROM posting WHERE listing = ? ORDER BY id
      """)
    row.bind(id.number, at: 0)
    defer { row.reset() }
    var postings: [PostingSummary] = []
    while try row.step() {
      var posting = PostingSummary(
        source: row.text(0) ?? "", externalID: row.text(1), url: row.text(2),
        posted: row.optionalInteger(3).map(Day.init(number:)),
        firstSeen: Day(number: row.integer(4)), lastSeen: Day(number: row.integer(5)),
        payText: row.text(6))
      posting.title = row.text(7)
      posting.company = row.text(8)
      posting.location = row.text(9)
      posting.pay = pay(row, 10)
      let number = Int64(row.integer(15))
      posting.changes = changes.filter { $0.posting == number }.map(\.change)
      postings.append(posting)
    }
    return postings
  }

  func pay(_ row: PreparedStatement, _ column: Int) -> PostedPay? {
    let (low, high) = (row.optionalInteger(column), row.optionalInteger(column + 1))
    guard low != nil || high != nil else { return nil }
    return PostedPay(
      low: low, high: high, currency: row.text(column + 2).flatMap { Currency(code: $0) },
      period: row.text(column + 3).flatMap(PayPeriod.init),
      basis: row.text(column + 4).flatMap(PayBasis.init) ?? .stated)
  }
}
