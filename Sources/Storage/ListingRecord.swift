import Listings
import Queries

/// A row of `listing`: what we made of its postings.
enum ListingRecord {
  /// What extraction understood, in the order that `bind` and `read` speak of.
  static let understood = [
    "title", "company", "location", "url", "remote", "daysOnSite", "regions", "excludedRegions",
    "timeZoneFrom", "timeZoneThrough", "contradiction", "salaryLow", "salaryHigh", "currency",
    "period", "payKind", "monthsPerYear", "payLabel", "payText", "payBasis", "payInferred",
    "otherPay", "payLow", "payHigh", "payConverted", "level", "employment", "skills", "skillKeys",
    "posted", "reposted", "closes",
  ]

  /// The number of the column of that name.
  static let posted = 29

  static let inserting = SQLText.insert(
    into: "listing", understood + ["firstSeen", "lastSeen", "addedAt", "id", "speaker"])

  static let updating =
    SQLText.update("listing", understood + ["lastSeen"]) + ", closed = NULL WHERE id = ?"

  static func bind(_ listing: Listing, in context: QueryContext, to statement: PreparedStatement) {
    let texts = [listing.title, listing.company, listing.location, listing.url]
    for (index, text) in texts.enumerated() { statement.bind(text, at: index) }
    bind(listing.remote, to: statement)
    bind(listing.salary, in: context, to: statement)
    statement.bind(listing.seniority.rawValue, at: 25)
    statement.bind(listing.employment.map(\.rawValue).jsonArray, at: 26)
    statement.bind(listing.skills.jsonArray, at: 27)
    statement.bind(FoldedNames.column(listing.skills), at: 28)
    statement.bind(listing.posted?.number, at: 29)
    statement.bind(listing.reposted?.number, at: 30)
    statement.bind(listing.closes?.number, at: 31)
  }

  private static func bind(_ remote: RemotePolicy, to statement: PreparedStatement) {
    statement.bind(remote.kind.rawValue, at: 4)
    statement.bind(remote.daysOnSite, at: 5)
    statement.bind(remote.eligibility.regions.jsonArray, at: 6)
    statement.bind(remote.eligibility.excluded.jsonArray, at: 7)
    statement.bind(remote.eligibility.timeZones?.from, at: 8)
    statement.bind(remote.eligibility.timeZones?.through, at: 9)
    statement.bind(remote.contradiction, at: 10)
  }

  private static func bind(
    _ salary: Salary?, in context: QueryContext, to statement: PreparedStatement
  ) {
    let range = salary?.range
    statement.bind(range?.low, at: 11)
    statement.bind(range?.high, at: 12)
    statement.bind(range?.currency?.code, at: 13)
    statement.bind(range?.period.rawValue, at: 14)
    statement.bind(range?.kind.rawValue, at: 15)
    statement.bind(range?.monthsPerYear, at: 16)
    statement.bind(range?.label, at: 17)
    statement.bind(salary?.text, at: 18)
    statement.bind(salary?.basis.rawValue, at: 19)
    statement.bind(salary?.inferred.map(\.rawValue).sorted().jsonArray, at: 20)
    statement.bind(salary?.others.storedText, at: 21)
    let pay = salary.flatMap { context.rates.comparable($0, in: context.currency) }
    statement.bind(pay?.low, at: 22)
    statement.bind(pay?.high, at: 23)
    statement.bind(pay?.isConverted == true ? 1 : 0, at: 24)
  }
}

extension ListingRecord {
  /// All but body and evidence, from a row that begins with the columns of `understood`.
  static func listing(_ row: PreparedStatement) -> Listing {
    var listing = Listing(title: row.text(0), company: row.text(1))
    listing.location = row.text(2)
    listing.url = row.text(3)
    listing.remote = remote(row)
    listing.salary = salary(row)
    listing.seniority = level(row)
    listing.employment = [String](jsonArray: row.text(26)).compactMap(Employment.init)
    listing.skills = [String](jsonArray: row.text(27))
    listing.posted = row.optionalInteger(29).map(Day.init(number:))
    listing.reposted = row.optionalInteger(30).map(Day.init(number:))
    listing.closes = row.optionalInteger(31).map(Day.init(number:))
    return listing
  }

  static func level(_ row: PreparedStatement) -> Seniority {
    row.text(25).flatMap(Seniority.init) ?? .unknown
  }

  static func remote(_ row: PreparedStatement) -> RemotePolicy {
    var zones: TimeZoneSpan?
    if let from = row.optionalInteger(8), let through = row.optionalInteger(9) {
      zones = TimeZoneSpan(from: from, through: through)
    }
    return RemotePolicy(
      kind: row.text(4).flatMap(RemoteKind.init) ?? .unknown, daysOnSite: row.optionalInteger(5),
      eligibility: Eligibility(
        regions: [String](jsonArray: row.text(6)), excluded: [String](jsonArray: row.text(7)),
        timeZones: zones),
      contradiction: row.text(10))
  }

  static func salary(_ row: PreparedStatement) -> Salary? {
    guard let period = row.text(14).flatMap(PayPeriod.init), let text = row.text(18) else {
      return nil
    }
    let range = PayRange(
      low: row.optionalInteger(11), high: row.optionalInteger(12),
      currency: row.text(13).flatMap(Currency.init(code:)), period: period,
      kind: row.text(15).flatMap(PayKind.init) ?? .base,
      monthsPerYear: row.optionalInteger(16) ?? 12, label: row.text(17))
    return Salary(
      range: range, text: text, basis: row.text(19).flatMap(PayBasis.init) ?? .stated,
      inferred: Set([String](jsonArray: row.text(20)).compactMap(PayInference.init)),
      others: [PayRange](storedText: row.text(21)))
  }
}

extension [PayRange] {
  /// `[[low, high, currency, period, kind, months a year, label], …]`; nil when there are none.
  var storedText: String? {
    if isEmpty { return nil }
    let ranges = map { range in
      JSONValue.array([
        JSONValue(range.low), JSONValue(range.high), JSONValue(range.currency?.code),
        .text(range.period.rawValue), .text(range.kind.rawValue), .number(range.monthsPerYear),
        JSONValue(range.label),
      ])
    }
    return JSONValue.array(ranges).json
  }

  init(storedText: String?) {
    guard let storedText else {
      self = []
      return
    }
    self = JSONReader.value(of: storedText).items.compactMap { range in
      let items = range.items
      guard items.count == 7, let period = items[3].text.flatMap(PayPeriod.init) else { return nil }
      return PayRange(
        low: items[0].number, high: items[1].number,
        currency: items[2].text.flatMap(Currency.init(code:)), period: period,
        kind: items[4].text.flatMap(PayKind.init) ?? .base, monthsPerYear: items[5].number ?? 12,
        label: items[6].text)
    }
  }
}
