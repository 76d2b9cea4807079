import Listings
import Storage

extension JSON {
  /// The answer of `stats --format json`; sums are whole units a year.
  init(_ summary: SearchSummary, head: [(String, JSON)], currency: Currency, top: Int) {
    let counts = summary.counts
    self = .object(
      head + [
        ("matching", .integer(counts.matching)),
        ("total", .integer(counts.total)),
        ("undecided", .integer(counts.undecided)),
        ("new", .integer(counts.new)),
        ("changed", .integer(counts.changed)),
        ("remote", JSON(RemoteKind.allCases, summary.remote)),
        ("pay", JSON(summary.pay, currency)),
        ("seniority", JSON(Seniority.allCases, summary.seniority)),
        ("employment", JSON(Employment.allCases, summary.employment)),
        ("employmentNotStated", .integer(summary.employmentNotStated)),
        ("posted", JSON(summary.posted)),
        ("companies", JSON(summary.companies.prefix(top))),
        ("companiesTotal", .integer(summary.companies.count)),
        ("companyNotStated", .integer(summary.companyNotStated)),
        ("sources", JSON(summary.sources.prefix(top))),
        ("sourcesTotal", .integer(summary.sources.count)),
        ("stages", .array(summary.stages.map { JSON($0) })),
        ("saved", .integer(summary.saved)),
        ("flagged", .integer(summary.flagged)),
        ("hidden", .integer(summary.hidden)),
        ("unread", .integer(summary.unread)),
      ])
  }

  private init<Value: Hashable & RawRepresentable<String>>(
    _ all: [Value], _ counts: [Value: Int]
  ) {
    self = .object(all.map { ($0.rawValue, .integer(counts[$0] ?? 0)) })
  }

  private init(_ pay: PaySummary, _ currency: Currency) {
    self = .object([
      ("currency", .string(currency.code)),
      ("low", pay.low.map { JSON($0) } ?? .null),
      ("high", pay.high.map { JSON($0) } ?? .null),
      ("comparable", .integer(pay.comparable)),
      ("converted", .integer(pay.converted)),
      ("notComparable", .integer(pay.notComparable)),
      ("notStated", .integer(pay.notStated)),
    ])
  }

  private init(_ quartiles: Quartiles) {
    self = .object([
      ("lower", .hundredths(quartiles.lower)), ("median", .hundredths(quartiles.median)),
      ("upper", .hundredths(quartiles.upper)),
    ])
  }

  private init(_ days: DaySummary) {
    self = .object([
      ("first", .optional(days.first)), ("last", .optional(days.last)),
      ("notStated", .integer(days.notStated)),
    ])
  }

  private init(_ values: some Sequence<FacetValue>) {
    self = .array(
      values.map { .object([("name", .string($0.name)), ("count", .integer($0.count))]) })
  }

  private init(_ stage: StageSummary) {
    self = .object([
      ("stage", .string(stage.stage.rawValue)), ("count", .integer(stage.count)),
      ("first", .optional(stage.first)), ("last", .optional(stage.last)),
    ])
  }
}
