import Listings

/// A line of `shortlist export`: a listing with its postings as they were published, and with what
/// a person decided about each.
enum ExportedRecord {
  /// The first member of a record, so that nothing else needs a second look.
  static let mark = "shortlistRecord"

  static func isOne(_ item: JSONValue) -> Bool { item.members?.first?.name == mark }

  static func read(_ item: JSONValue, context: ReadingContext) -> AdapterResult {
    guard item[mark]?.integer == 1, let postings = item["postings"]?.array else {
      return .problem("an export that only a newer shortlist can read")
    }
    let body = item["description"]?.string
    return AdapterResult(
      postings: postings.map { posting($0, describedBy: body, context: context) })
  }

  /// `description` stands for the body of a posting that says the same.
  private static func posting(
    _ item: JSONValue, describedBy description: String?, context: ReadingContext
  ) -> Posting {
    func line(_ name: String) -> String? { context.line(item[name]?.string) }
    func day(_ name: String) -> Day? { item[name]?.string.flatMap { Day(iso: $0) } }
    var posting = Posting(
      source: line("source") ?? "files", externalID: line("externalID"), url: line("url"),
      title: line("title"), company: line("company"), location: line("location"))
    posting.file = line("file")
    posting.payText = line("payText")
    posting.pay = item["pay"].map(pay)
    posting.dateText = line("dateText")
    posting.posted = day("posted")
    posting.closes = day("closes")
    posting.workplace = line("workplace").flatMap(RemoteKind.init)
    posting.eligibilityTexts = lines(item["eligibility"], context)
    posting.employmentText = line("employmentText")
    posting.seniorityText = line("seniorityText")
    posting.tags = lines(item["tags"], context)
    posting.body = [Block](markdown: context.text(item["body"]?.string ?? description ?? ""))
    var history = PostingHistory()
    history.saidOn = day("saidOn")
    history.firstSeen = day("firstSeen")
    history.lastSeen = day("lastSeen")
    history.decisions = (item["decisions"]?.array ?? []).compactMap { decision($0, context) }
    history.changes = (item["history"]?.array ?? []).compactMap { decision($0, context) }
    posting.history = history
    return posting
  }

  private static func lines(_ value: JSONValue?, _ context: ReadingContext) -> [String] {
    (value?.array ?? []).compactMap { context.line($0.string) }
  }

  private static func pay(_ value: JSONValue) -> PostedPay {
    func hundredths(_ name: String) -> Int? {
      value[name]?.number.flatMap { Int(exactly: ($0 * 100).rounded()) }
    }
    return PostedPay(
      low: hundredths("min"), high: hundredths("max"),
      currency: value["currency"]?.string.flatMap { Currency(code: $0) },
      period: value["period"]?.string.flatMap(PayPeriod.init),
      basis: value["basis"]?.string.flatMap(PayBasis.init) ?? .stated)
  }

  private static func decision(_ value: JSONValue, _ context: ReadingContext) -> DatedDecision? {
    guard let field = value["field"]?.string, let at = value["at"]?.string.flatMap(seconds) else {
      return nil
    }
    func stored(_ name: String) -> String? {
      switch value[name] {
      case .bool(let isOn): isOn ? "1" : "0"
      case .array(let words)?: JSONValue.array(words).jsonText
      case let other: other?.text.map(context.text)
      }
    }
    return DatedDecision(
      field: field, before: stored("from"), value: stored("value"), at: at)
  }

  /// `2026-11-21T09:30:00Z` in seconds since 1970.
  private static func seconds(_ text: String) -> Int? {
    let parts = text.utf8.dropFirst(11).split(separator: UInt8(ascii: ":"))
    guard let day = Day(iso: text), parts.count == 3, parts[2].last == UInt8(ascii: "Z"),
      let hour = Int(String(decoding: parts[0], as: UTF8.self)),
      let minute = Int(String(decoding: parts[1], as: UTF8.self)),
      let second = Int(String(decoding: parts[2].dropLast(), as: UTF8.self)),
      (0..<24).contains(hour), (0..<60).contains(minute), (0..<61).contains(second)
    else { return nil }
    return ((day.number * 24 + hour) * 60 + minute) * 60 + second
  }
}
