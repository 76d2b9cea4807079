import Listings
import Queries
import TestSupport

/// A listing with just what a case needs, as in `title=Senior Engineer;remote=remote`.
struct SubjectBuilder {
  static let context = QueryContext(
    today: RandomListing.today, currency: .usd, rates: RandomListing.rates)

  static func subject(_ words: String, id: Int64 = 1) -> MatchSubject {
    var detail = ListingDetail(
      id: ListingID(id), listing: Listing(), firstSeen: context.today, lastSeen: context.today)
    for pair in words.split(separator: ";") {
      let sides = pair.split(separator: "=", maxSplits: 1).map {
        String($0.drop { $0 == " " })
      }
      if sides.count == 2 { set(sides[0], to: sides[1], in: &detail) }
    }
    return MatchSubject(detail)
  }

  private static func set(_ field: String, to value: String, in detail: inout ListingDetail) {
    let list = value.split(separator: ",").map(String.init)
    switch field {
    case "title": detail.listing.title = value
    case "company": detail.listing.company = value
    case "place": detail.listing.location = value
    case "body": detail.listing.body = [.paragraph([.text(value)])]
    case "remote":
      detail.listing.remote = RemotePolicy(kind: RemoteKind(rawValue: value) ?? .unknown)
    case "regions": detail.listing.remote = RemotePolicy(kind: .remote, eligibility: regions(list))
    case "level": detail.listing.seniority = Seniority(rawValue: value) ?? .unknown
    case "type": detail.listing.employment = list.compactMap(Employment.init)
    case "skills": detail.listing.skills = list
    case "posted": detail.listing.posted = Day(iso: value)
    case "pay": detail.listing.salary = salary(list)
    case "source": detail.postings = list.map(posting)
    case "is": for word in list { set(word, in: &detail) }
    case "stage": detail.decisions.stage = Stage(rawValue: value)
    case "tags": detail.decisions.tags = list
    case "note": detail.decisions.note = value
    case "reason": detail.decisions.apply(.hidden(true, reason: value))
    case "reposted": detail.listing.reposted = Day(iso: value)
    case "rating": detail.decisions.rating = Int(value)
    case "followup": detail.decisions.followUp = Day(iso: value)
    default: preconditionFailure("no such field: \(field)")
    }
  }

  private static func set(_ state: String, in detail: inout ListingDetail) {
    switch state {
    case "saved": detail.decisions.isSaved = true
    case "hidden": detail.decisions.isHidden = true
    case "read": detail.decisions.isRead = true
    case "new": detail.isNew = true
    case "changed": detail.isChanged = true
    case "closed": detail.closed = context.today
    default: preconditionFailure("no such state: \(state)")
    }
  }

  private static func regions(_ list: [String]) -> Eligibility {
    Eligibility(
      regions: list.filter { !$0.hasPrefix("!") },
      excluded: list.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
  }

  /// Low, high (`-` for none), currency, period.
  private static func salary(_ parts: [String]) -> Salary {
    let range = PayRange(
      low: Int(parts[0]).map { $0 * 100 }, high: Int(parts[1]).map { $0 * 100 },
      currency: parts.count > 2 ? Currency(code: parts[2]) : .usd,
      period: parts.count > 3 ? PayPeriod(rawValue: parts[3]) ?? .year : .year)
    return Salary(range: range, text: parts.joined(separator: " "))
  }

  private static func posting(_ source: String) -> PostingSummary {
    PostingSummary(
      source: source, externalID: nil, url: nil, posted: nil, firstSeen: context.today,
      lastSeen: context.today)
  }
}
