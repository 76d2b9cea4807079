import GRDB
import Listings
import Queries

/// Counts all groups of the filter pane in one pass over the listings.
struct FacetCounter {
  private let plan: QueryPlan
  private let db: Database
  private var counts = FacetCounts()
  private var today = 0
  private var remote: [UInt64: Int] = [:]
  private var level: [UInt64: Int] = [:]
  private var employment = TextTally()
  /// For each id whether only the filter by source could leave it out.
  private var anySource = ListingMarks()

  init(_ plan: QueryPlan, _ db: Database) {
    self.plan = plan
    self.db = db
  }

  mutating func count(_ context: QueryContext) throws -> FacetCounts {
    today = context.today.number
    counts.pay = PayHistogram(step: context.payStep, bars: Array(repeating: 0, count: Self.bars))
    let rows = PreparedStatement(try db.makeStatement(literal: scan))
    while try rows.step() { count(rows) }
    counts.remote = RemoteKind.allCases.counted(in: remote)
    counts.seniority = Seniority.allCases.counted(in: level)
    (counts.employment, counts.employmentNotStated) = employment.employment
    counts.sources = try anySource.countsBySource(db)
    return counts
  }

  private static let bars = 16
}

private extension FacetCounter {
  /// Rows that at most one group leaves out; the bits say which groups hold.
  var scan: SQL {
    let groups = Facet.allCases.map { facet -> SQL in
      let parts = plan.parts.filter { $0.facet == facet }.map(plan.holds)
      return parts.isEmpty
        ? "\(facet.bit)" : "\(parts.joinedInHalves(by: " AND ")) * \(facet.bit)"
    }
    let base = plan.parts.filter { $0.facet == nil }.map(plan.holds)
    let filter: SQL = base.isEmpty ? "1" : base.joinedInHalves(by: " AND ")
    return """
      SELECT listing.id, \(groups.joined(separator: " | ")), remote, level, employment, payHigh,
        saved, flagged, hidden, read, stage IS NOT NULL, \(plan.compiler.isNew), posted
      FROM listing WHERE \(filter)
      """
  }

  mutating func count(_ row: PreparedStatement) {
    let missing = Facet.allBits & ~row.integer(1)
    // Left out by two groups: no choice of one alone would bring it in.
    guard missing & (missing - 1) == 0 else { return }
    func counts(_ facet: Facet) -> Bool { missing & ~facet.bit == 0 }
    if counts(.remote) { remote[row.tag(2), default: 0] += 1 }
    if counts(.level) { level[row.tag(3), default: 0] += 1 }
    if counts(.employment) { employment.count(row, 4) }
    if counts(.posted) { countAge(row.optionalInteger(12)) }
    if counts(.pay) { countPay(row.optionalInteger(5)) }
    if counts(.source) { anySource.insert(row.integer(0)) }
    if counts(.decisions) { countDecisions(row) }
  }

  mutating func countPay(_ high: Int?) {
    guard let high else {
      counts.pay.notStated += 1
      return
    }
    counts.pay.bars[min(Self.bars - 1, max(0, high / (counts.pay.step * 100)))] += 1
  }

  mutating func countAge(_ day: Int?) {
    guard let day else {
      counts.posted.notStated += 1
      return
    }
    counts.posted.bars[AgeHistogram.bar(ofAge: today - day)] += 1
  }

  mutating func countDecisions(_ row: PreparedStatement) {
    let isHidden = row.integer(8) != 0
    counts.decisions.hidden += isHidden ? 1 : 0
    if isHidden { return }
    counts.decisions.saved += row.integer(6)
    counts.decisions.flagged += row.integer(7)
    counts.decisions.unread += 1 - row.integer(9)
    counts.decisions.applied += row.integer(10)
    counts.decisions.new += row.integer(11)
  }
}

extension QueryContext {
  /// Whole units a year that one bar of pay is wide: 20,000, and with more noughts where a unit is
  /// worth less.
  package var payStep: Int {
    var step = 20_000
    var rate = rates.perEuro[currency] ?? 1
    while rate >= 5, step < 20_000_000_000 {
      step *= 10
      rate /= 10
    }
    return step
  }
}
