import GRDB
import Listings
import Queries

extension Store {
  /// What a query finds, in numbers; one pass over the listings.
  package func summary(
    of query: Query, _ cancellation: Cancellation? = nil
  ) throws -> SearchSummary {
    try read(cancellation) { db in
      var summarizer = Summarizer(try QueryPlan(query, db, context), db)
      var summary = try summarizer.summarize()
      if !query.mentionsHidden {
        let plan = try QueryPlan(query.adding(.state(.hidden)), db, context)
        let rows = PreparedStatement(
          try db.makeStatement(literal: "SELECT count(*) FROM listing WHERE \(plan.matches)"))
        summary.hidden = try rows.step() ? rows.integer(0) : 0
      }
      return summary
    }
  }
}

/// One pass over what is found, and a look at what was decided about it.
private struct Summarizer {
  private let plan: QueryPlan
  private let db: Database
  private var summary = SearchSummary()
  private var remote: [UInt64: Int] = [:]
  private var level: [UInt64: Int] = [:]
  private var employment = TextTally()
  private var companies = TextTally()
  private var lows: [Int] = []
  private var highs: [Int] = []
  private var firstDay = Int.max
  private var lastDay = Int.min
  private var found = ListingMarks()
  private var staged: [Int: Stage] = [:]

  init(_ plan: QueryPlan, _ db: Database) {
    self.plan = plan
    self.db = db
  }

  mutating func summarize() throws -> SearchSummary {
    let blamable = plan.blamable
    var blamed = [Int](repeating: 0, count: blamable.count)
    let rows = PreparedStatement(try db.makeStatement(literal: scan))
    while try rows.step() {
      let doubt = rows.integer(1)
      if doubt == 0 || plan.query.includesUndecided {
        count(rows)
      } else {
        summary.counts.undecided += 1
        for index in blamed.indices where doubt & (2 << index) != 0 { blamed[index] += 1 }
      }
    }
    summary.counts.blamed =
      zip(blamable, blamed).filter { $0.1 > 0 }
      .map { FacetValue(name: $0.0.rawValue, count: $0.1) }.mostFirst
    if let all = plan.matchesWithoutRules {
      let statement = try db.makeStatement(literal: "SELECT count(*) FROM listing WHERE \(all)")
      summary.counts.ruledOut = (try Int.fetchOne(statement) ?? 0) - summary.counts.matching
    }
    summary.counts.total = try Int.fetchOne(db, sql: "SELECT count(*) FROM listing") ?? 0
    try gather()
    return summary
  }
}

private extension Summarizer {
  var scan: SQL {
    """
    SELECT listing.id, \(plan.doubt), \(plan.compiler.isNew), \(plan.compiler.isChanged),
      remote, level, employment, payLow, payHigh, period, payConverted, saved, flagged, read,
      hidden, posted, company, stage
    FROM listing WHERE \(plan.notRuledOut)
    """
  }

  mutating func count(_ row: PreparedStatement) {
    summary.counts.matching += 1
    summary.counts.new += row.integer(2)
    summary.counts.changed += row.integer(3)
    remote[row.tag(4), default: 0] += 1
    level[row.tag(5), default: 0] += 1
    employment.count(row, 6)
    countPay(row)
    summary.saved += row.integer(11)
    summary.flagged += row.integer(12)
    summary.unread += 1 - row.integer(13)
    summary.hidden += row.integer(14)
    countDay(row.optionalInteger(15))
    if row.isNull(16) { summary.companyNotStated += 1 } else { companies.count(row, 16) }
    found.insert(row.integer(0))
    if let stage = row.text(17).flatMap(Stage.init) { staged[row.integer(0)] = stage }
  }

  mutating func countPay(_ row: PreparedStatement) {
    if row.isNull(9) {
      summary.pay.notStated += 1
      return
    }
    let (low, high) = (row.optionalInteger(7), row.optionalInteger(8))
    guard low != nil || high != nil else {
      summary.pay.notComparable += 1
      return
    }
    summary.pay.comparable += 1
    summary.pay.converted += row.integer(10)
    if let low { lows.append(low) }
    if let high { highs.append(high) }
  }

  mutating func countDay(_ day: Int?) {
    guard let day else {
      summary.posted.notStated += 1
      return
    }
    firstDay = min(firstDay, day)
    lastDay = max(lastDay, day)
  }
}

private extension Summarizer {
  mutating func gather() throws {
    summary.remote = RemoteKind.allCases.counted(in: remote)
    summary.seniority = Seniority.allCases.counted(in: level)
    (summary.employment, summary.employmentNotStated) = employment.employment
    summary.pay.low = Quartiles(of: lows)
    summary.pay.high = Quartiles(of: highs)
    if firstDay <= lastDay {
      (summary.posted.first, summary.posted.last) = (Day(number: firstDay), Day(number: lastDay))
    }
    summary.companies = companies.names
    summary.sources = try found.countsBySource(db)
    summary.stages = try stages()
  }

  func stages() throws -> [StageSummary] {
    var summaries: [Stage: StageSummary] = [:]
    for stage in staged.values { summaries[stage, default: StageSummary(stage: stage)].count += 1 }
    let decided = try Row.fetchAll(
      db,
      sql: """
        SELECT listing, value, min(at) FROM decision JOIN posting ON posting.id = decision.posting
        WHERE field = 'stage' GROUP BY listing, value
        """)
    for row in decided {
      guard let stage = Stage(rawValue: row[1]), staged[row[0]] == stage else { continue }
      let day = Day(secondsSince1970: row[2])
      let known = summaries[stage]
      summaries[stage]?.first = [known?.first, day].compactMap { $0 }.min()
      summaries[stage]?.last = [known?.last, day].compactMap { $0 }.max()
    }
    return Stage.allCases.compactMap { summaries[$0] }
  }
}

/// A set of listings, by their numbers.
struct ListingMarks {
  private var isIn: [Bool] = []

  mutating func insert(_ id: Int) {
    if id >= isIn.count {
      isIn += Array(repeating: false, count: max(1024, id + 1 - isIn.count, isIn.count))
    }
    isIn[id] = true
  }

  /// How many of them each source published; a listing that a source published twice counts once.
  func countsBySource(_ db: Database) throws -> [FacetValue] {
    // Along the index by source.
    let postings = try PreparedStatement(
      db, "SELECT listing FROM posting WHERE source = ? ORDER BY listing")
    var counts: [FacetValue] = []
    for name in try SourceNames.all(db) {
      postings.bind(name, at: 0)
      defer { postings.reset() }
      var count = 0
      var last = -1
      while try postings.step() {
        let id = postings.integer(0)
        if id != last, id < isIn.count, isIn[id] { count += 1 }
        last = id
      }
      if count > 0 { counts.append(FacetValue(name: name, count: count)) }
    }
    return counts.mostFirst
  }
}

extension [FacetValue] {
  /// The most frequent first, alike ones by name.
  var mostFirst: [FacetValue] { sorted { ($1.count, $0.name) < ($0.count, $1.name) } }
}
