import Listings
import Queries

/// A line or two under the title: what was understood, and the words it came from.
struct DetailField: Hashable {
  struct Value: Hashable {
    let text: String
    let kind: DetailStyle.Kind
  }

  let label: String
  var values: [Value]
  var evidence: [String] = []

  /// Columns of the longest label and the blanks after it.
  static let labelWidth = 10
}

/// The fields of a listing as the detail shows them.
struct DetailFields {
  private let detail: ListingDetail
  private let context: QueryContext

  init(_ detail: ListingDetail, context: QueryContext) {
    self.detail = detail
    self.context = context
  }

  private var listing: Listing { detail.listing }

  var all: [DetailField] {
    [
      applied, pay, remote, place, level, employment, skills, posted, closes, seen, changed, credit,
      closed,
      hidden, stage, rating, tags, followUp, note, link,
    ].compactMap { $0 }
  }
}

private extension DetailFields {
  func field(
    _ label: String, _ text: String?, _ kind: DetailStyle.Kind = .plain,
    from fields: ListingField...
  ) -> DetailField? {
    guard let text else { return nil }
    let kind = text == Wording.notStated ? .dimmed : kind
    let field = DetailField(label: label, values: [.init(text: text, kind: kind)])
    return fields.isEmpty ? field : field.quoting(evidence(of: fields), besides: text)
  }

  /// The words of some fields, each once.
  func evidence(of fields: [ListingField]) -> [String] {
    listing.evidence.filter { fields.contains($0.field) }.map(\.words)
  }

  var pay: DetailField? {
    guard let salary = listing.salary else { return field("Pay", Wording.notStated) }
    let main = Wording.pay(salary.range)
    var result = DetailField(label: "Pay", values: [.init(text: main, kind: .pay)])
    if let comparable = Wording.comparablePay(salary, in: context) {
      result.values.append(.init(text: comparable, kind: .dimmed))
    }
    result.values += salary.others.prefix(8).map { .init(text: Wording.pay($0), kind: .plain) }
    if salary.others.count > 8 {
      let more = "and \(salary.others.count - 8) more"
      result.values.append(.init(text: more, kind: .dimmed))
    }
    if salary.basis == .predicted {
      result.values.append(.init(text: "guessed by the board, not stated", kind: .problem))
    }
    let inferred = PayInference.allCases.filter(salary.inferred.contains).map(\.rawValue)
    if !inferred.isEmpty {
      let words = "\(inferred.joined(separator: " and ")) concluded, not stated"
      result.values.append(.init(text: words, kind: .dimmed))
    }
    let words = evidence(of: [.salary])
    return result.quoting(words.isEmpty ? [salary.text] : words, besides: main)
  }

  var remote: DetailField? {
    var result = field(
      "Remote", Wording.remote(listing.remote), .remote, from: .remote, .eligibility)
    if let words = listing.remote.contradiction {
      result?.values.append(.init(text: "but the text says “\(words)”", kind: .problem))
    }
    return result
  }

  var place: DetailField? { field("Place", listing.location, from: .location) }

  var level: DetailField? {
    listing.seniority == .unknown
      ? nil : field("Level", Wording.level(listing.seniority), from: .seniority)
  }

  var employment: DetailField? {
    listing.employment.isEmpty
      ? nil
      : field(
        "Type", listing.employment.map(\.rawValue).joined(separator: ", "), from: .employment)
  }

  var skills: DetailField? {
    listing.skills.isEmpty ? nil : field("Skills", listing.skills.joined(separator: ", "))
  }

  var posted: DetailField? {
    guard let day = listing.posted else { return field("Posted", Wording.notStated) }
    var result = field("Posted", dated(day), from: .posted)
    if let reposted = listing.reposted, reposted != day {
      result?.values.append(.init(text: "reposted \(dated(reposted))", kind: .plain))
    }
    return result
  }

  var closes: DetailField? { field("Closes", listing.closes.map(dated)) }

  /// The source listed it no longer from that day on.
  var closed: DetailField? {
    field("Gone", detail.closed.map { "since \(dated($0))" }, .problem)
  }

  /// What the source says otherwise now, the newest first.
  var changed: DetailField? {
    guard !detail.changes.isEmpty else { return nil }
    let shown = 6
    var result = DetailField(label: "Changed", values: [])
    for change in detail.changes.prefix(shown) {
      let words = "\(Wording.change(change)), \(Wording.distance(change.day, today: context.today))"
      result.values.append(.init(text: words, kind: detail.isChanged ? .strong : .plain))
    }
    if detail.changes.count > shown {
      let more = "and \(Wording.number(detail.changes.count - shown)) times more"
      result.values.append(.init(text: more, kind: .dimmed))
    }
    return result
  }

  /// Boards that ask to be named beside their postings.
  var credit: DetailField? {
    let boards = detail.attributions
    return boards.isEmpty ? nil : field("Thanks to", boards.joined(separator: ", "), .dimmed)
  }

  var seen: DetailField? {
    let sources = detail.postings.map(\.source).reduce(into: [String]()) { all, source in
      if !all.contains(source) { all.append(source) }
    }
    guard !sources.isEmpty else { return nil }
    let times =
      detail.postings.count == 1 ? "" : "\(Wording.number(detail.postings.count)) postings, "
    let since = "first seen \(Wording.distance(detail.firstSeen, today: context.today))"
    var result = field("Source", "\(times)\(sources.joined(separator: ", ")), \(since)")
    let reposts = detail.reposts
    if reposts > 0 {
      let words = "posted again \(reposts == 1 ? "once" : "\(Wording.number(reposts)) times")"
      let isStale = reposts > 2 || context.today.days(since: detail.firstSeen) > 90
      result?.values.append(.init(text: words, kind: isStale ? .problem : .plain))
    }
    return result
  }

  var hidden: DetailField? {
    let decisions = detail.decisions
    guard decisions.isHidden else { return nil }
    let company = decisions.isCompanyHidden ? "with all of its company" : "by you"
    return field("Hidden", decisions.hiddenReason.map { "because: \($0)" } ?? company, .strong)
  }

  /// What is told first: an application of a second job of the company is better not sent by chance.
  var applied: DetailField? {
    guard !detail.applications.isEmpty else { return nil }
    var result = DetailField(label: "Applied", values: [])
    let shown = 3
    for application in detail.applications.prefix(shown) {
      let since = application.since.map { ", since \(dated($0))" } ?? ""
      let words = "here already: \(application.title ?? "no title given")"
      result.values.append(
        .init(text: "\(words), \(application.stage.rawValue)\(since)", kind: .problem))
    }
    if detail.applications.count > shown {
      let more = "and \(Wording.count(detail.applications.count - shown, "other job"))"
      result.values.append(.init(text: more, kind: .dimmed))
    }
    return result
  }

  /// The stage and since when; under it how it came there, the latest first.
  var stage: DetailField? {
    guard let stage = detail.decisions.stage else { return nil }
    let steps = detail.stages.last?.stage == stage ? detail.stages : []
    let since = steps.last.map { ", since \(dated($0.day))" } ?? ""
    var result = field("Stage", stage.rawValue + since, .strong)
    for step in steps.dropLast().suffix(8).reversed() {
      result?.values.append(.init(text: "\(step.stage.rawValue) \(dated(step.day))", kind: .dimmed))
    }
    return result
  }

  var rating: DetailField? {
    field(
      "Rating", detail.decisions.rating.map { String(repeating: "★", count: min(5, max(0, $0))) })
  }

  var tags: DetailField? {
    let tags = detail.decisions.tags
    return tags.isEmpty ? nil : field("Tags", tags.joined(separator: ", "))
  }

  var followUp: DetailField? { field("Follow up", detail.decisions.followUp.map(dated)) }

  var note: DetailField? { field("Note", detail.decisions.note) }

  var link: DetailField? { field("Link", listing.url, .link) }

  func dated(_ day: Day) -> String {
    "\(Wording.distance(day, today: context.today)) (\(day))"
  }
}

private extension DetailField {
  /// Words that only repeat the value are no news, and a page of them is no help.
  func quoting(_ words: [String], besides value: String) -> DetailField {
    var result = self
    for quote in words {
      let line = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isNew = !value.lowercased().contains(line.lowercased()) && !result.evidence.contains(line)
      if isNew, !line.isEmpty, result.evidence.count < 3 { result.evidence.append(line) }
    }
    return result
  }
}
