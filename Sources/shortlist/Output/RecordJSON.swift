import Listings
import Storage

extension JSON {
  /// A listing as `list --format json` has it, and behind that all that brings it back as it is.
  init(_ kept: KeptListing) {
    let decisions = kept.detail.decisions
    let description = kept.detail.listing.body.markdown
    guard case .object(let listing) = JSON(kept.detail) else {
      self = .null
      return
    }
    let added: [(String, JSON)] = [
      ("hiddenReason", .optional(decisions.hiddenReason)),
      ("rating", .optional(decisions.rating)),
      ("followUp", .optional(decisions.followUp)),
      ("stages", .array(kept.detail.stages.map { JSON($0) })),
      ("postings", .array(kept.postings.map { JSON($0, describedBy: description) })),
    ]
    self = .object(
      [("shortlistRecord", .integer(1))]
        + listing.filter { member in !added.contains { $0.0 == member.0 } } + added)
  }

  private init(_ step: StageStep) {
    self = .object([
      ("stage", .string(step.stage.rawValue)), ("day", .string(step.day.description)),
    ])
  }

  private init(_ posting: Posting, describedBy description: String) {
    let history = posting.history ?? PostingHistory()
    let body = posting.body.markdown
    self = .object([
      ("source", .string(posting.source)),
      ("externalID", .optional(posting.externalID)),
      ("url", .optional(posting.url)),
      ("file", .optional(posting.file)),
      ("title", .optional(posting.title)),
      ("company", .optional(posting.company)),
      ("location", .optional(posting.location)),
      ("payText", .optional(posting.payText)),
      ("pay", posting.pay.map { JSON($0) } ?? .null),
      ("dateText", .optional(posting.dateText)),
      ("posted", .optional(posting.posted)),
      ("closes", .optional(posting.closes)),
      ("workplace", .optional(posting.workplace?.rawValue)),
      ("eligibility", .strings(posting.eligibilityTexts)),
      ("employmentText", .optional(posting.employmentText)),
      ("seniorityText", .optional(posting.seniorityText)),
      ("tags", .strings(posting.tags)),
      ("body", body == description ? .null : .string(body)),
      ("saidOn", .optional(history.saidOn)),
      ("firstSeen", .optional(history.firstSeen)),
      ("lastSeen", .optional(history.lastSeen)),
      ("decisions", .array(history.decisions.map { JSON($0, hasBefore: false) })),
      ("history", .array(history.changes.map { JSON($0, hasBefore: true) })),
    ])
  }

  private init(_ pay: PostedPay) {
    self = .object([
      ("min", .money(pay.low)), ("max", .money(pay.high)),
      ("currency", .optional(pay.currency?.code)), ("period", .optional(pay.period?.rawValue)),
      ("basis", .string(pay.basis.rawValue)),
    ])
  }

  private init(_ decision: DatedDecision, hasBefore: Bool) {
    let before: [(String, JSON)] =
      hasBefore ? [("from", .decided(decision.before, decision.field))] : []
    self = .object(
      [("at", .moment(decision.at)), ("field", .string(decision.field))] + before
        + [("value", .decided(decision.value, decision.field))])
  }

  /// A stored spelling as what it means: a truth, a number, words or a text.
  private static func decided(_ value: String?, _ field: String) -> JSON {
    guard let value else { return .null }
    switch field {
    case "read", "saved", "flagged", "hidden": return .bool(value == "1")
    case "rating": return .optional(Int(value))
    case "tags": return .strings(DatedDecision.tags(stored: value))
    default: return .string(value)
    }
  }

  /// `2026-11-21T09:30:00Z`.
  private static func moment(_ seconds: Int) -> JSON {
    let day = Day(secondsSince1970: seconds)
    let rest = seconds - day.number * 86_400
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return .string("\(day)T\(parts.joined(separator: ":"))Z")
  }
}
