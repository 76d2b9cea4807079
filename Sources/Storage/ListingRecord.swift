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

  static func values(of listing: Listing, in context: QueryContext) -> RowValues {
    var row = RowValues(columns: understood.count, bytes: 512)
    for text in [listing.title, listing.company, listing.location, listing.url] {
      row.append(text)
    }
    append(listing.remote, to: &row)
    append(listing.salary, in: context, to: &row)
    row.append(listing.seniority.rawValue)
    row.append(jsonArray: listing.employment.map(\.rawValue))
    row.append(jsonArray: listing.skills)
    FoldedNames.append(listing.skills, to: &row)
    row.append(listing.posted?.number)
    row.append(listing.reposted?.number)
    row.append(listing.closes?.number)
    return row
  }

  /// The columns `fields` and `asides` of `evidence`.
  static func evidence(of listing: Listing) -> RowValues {
    var row = RowValues(columns: 2, bytes: 48 * listing.evidence.count)
    if listing.evidence.isEmpty {
      row.append(nil as Int?)
    } else {
      row.appendText { listing.evidence.store(in: &$0) }
    }
    row.append(listing.asides.storedText)
    return row
  }

  private static func append(_ remote: RemotePolicy, to row: inout RowValues) {
    row.append(remote.kind.rawValue)
    row.append(remote.daysOnSite)
    row.append(jsonArray: remote.eligibility.regions)
    row.append(jsonArray: remote.eligibility.excluded)
    row.append(remote.eligibility.timeZones?.from)
    row.append(remote.eligibility.timeZones?.through)
    row.append(remote.contradiction)
  }

  private static func append(
    _ salary: Salary?, in context: QueryContext, to row: inout RowValues
  ) {
    let range = salary?.range
    row.append(range?.low)
    row.append(range?.high)
    row.append(range?.currency?.code)
    row.append(range?.period.rawValue)
    row.append(range?.kind.rawValue)
    row.append(range?.monthsPerYear)
    row.append(range?.label)
    row.append(salary?.text)
    row.append(salary?.basis.rawValue)
    row.append(salary?.inferred.map(\.rawValue).sorted().jsonArray)
    row.append(salary?.others.storedText)
    let pay = salary.flatMap { context.rates.comparable($0, in: context.currency) }
    row.append(pay?.low)
    row.append(pay?.high)
    row.append(pay?.isConverted == true ? 1 : 0)
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
    RemotePolicy(
      kind: row.text(4).flatMap(RemoteKind.init) ?? .unknown, daysOnSite: row.optionalInteger(5),
      eligibility: row.eligibility(at: 6), contradiction: row.text(10))
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

extension PreparedStatement {
  /// Regions, places ruled out, and both ends of the time zones, in this order.
  func eligibility(at column: Int) -> Eligibility {
    var zones: TimeZoneSpan?
    if let from = optionalInteger(column + 2), let through = optionalInteger(column + 3) {
      zones = TimeZoneSpan(from: from, through: through)
    }
    return Eligibility(
      regions: [String](jsonArray: text(column)), excluded: [String](jsonArray: text(column + 1)),
      timeZones: zones)
  }
}
