import Listings

extension JSON {
  /// The stable schema of `list --format json`, `ndjson` and `show --format json`.
  init(_ detail: ListingDetail) {
    let listing = detail.listing
    let decisions = detail.decisions
    self = .object([
      ("id", .string(detail.id.description)),
      ("title", .optional(listing.title)),
      ("company", .optional(listing.company)),
      ("location", .optional(listing.location)),
      ("remote", JSON(listing.remote)),
      ("salary", listing.salary.map { JSON($0) } ?? .null),
      ("seniority", .string(listing.seniority.rawValue)),
      ("employment", .strings(listing.employment.map(\.rawValue))),
      ("skills", .strings(listing.skills)),
      ("posted", .optional(listing.posted)),
      ("firstSeen", .string(detail.firstSeen.description)),
      ("lastSeen", .string(detail.lastSeen.description)),
      ("closed", .optional(detail.closed)),
      ("saved", .bool(decisions.isSaved)),
      ("flagged", .bool(decisions.isFlagged)),
      ("hidden", .bool(decisions.isHidden)),
      ("read", .bool(decisions.isRead)),
      ("stage", .optional(decisions.stage?.rawValue)),
      ("tags", .strings(decisions.tags)),
      ("note", .optional(decisions.note)),
      ("url", .optional(listing.url)),
      ("postings", .array(detail.postings.map { JSON($0) })),
      ("description", .string(listing.body.markdown)),
    ])
  }

  init(_ posting: PostingSummary) {
    self = .object([
      ("source", .string(posting.source)),
      ("externalID", .optional(posting.externalID)),
      ("url", .optional(posting.url)),
    ])
  }

  init(_ remote: RemotePolicy) {
    self = .object([
      ("kind", .string(remote.kind.rawValue)),
      ("regions", .strings(remote.eligibility.regions)),
      ("daysOnSite", .optional(remote.daysOnSite)),
      ("timeZones", .optional(remote.eligibility.timeZones?.description)),
      ("contradiction", .optional(remote.contradiction)),
    ])
  }

  init(_ salary: Salary) {
    let range = salary.range
    self = .object([
      ("min", .money(range.low)),
      ("max", .money(range.high)),
      ("currency", .optional(range.currency?.code)),
      ("period", .string(range.period.rawValue)),
      ("annualMin", .money(range.annualLow)),
      ("annualMax", .money(range.annualHigh)),
      ("text", .string(salary.text)),
      ("stated", .bool(salary.basis == .stated)),
      (
        "inferred", .strings(PayInference.allCases.filter(salary.inferred.contains).map(\.rawValue))
      ),
      ("ranges", .array(salary.others.map { JSON($0) })),
    ])
  }

  init(_ range: PayRange) {
    self = .object([
      ("min", .money(range.low)),
      ("max", .money(range.high)),
      ("currency", .optional(range.currency?.code)),
      ("period", .string(range.period.rawValue)),
      ("label", .optional(range.label)),
    ])
  }
}
