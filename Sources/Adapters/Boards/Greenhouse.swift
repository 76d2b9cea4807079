import Listings

extension JSONBoard {
  static let greenhouse = JSONBoard("greenhouse") { item, _ in
    item.has("absolute_url", "internal_job_id")
      || item.has("absolute_url", "location", "updated_at")
  } amend: { posting, item in
    let url = item.web("absolute_url")
    let slug = SourceName.company(in: url, hosts: ["greenhouse.io"])
    posting.setSource("greenhouse", company: slug)
    posting.url = url
    posting.location = item.line("location.name")
    let offices = item["offices"]?.array?.compactMap { FieldValue.name($0) } ?? []
    // "Remote" or "Hybrid" alone is no place; the offices are.
    if let place = posting.location, WorkplaceText.kind(place) != nil, !offices.isEmpty {
      posting.location = item.context.line("\(place); \(offices.prefix(6).joined(separator: "; "))")
    }
    for field in item["metadata"]?.array ?? [] where field["name"]?.string == "Location Type" {
      posting.workplace = WorkplaceText.kind(field["value"]?.string)
    }
    posting.dateText = item.line("first_published") ?? item.line("updated_at")
    posting.posted = posting.dateText.flatMap { DateText.day($0) }
    let range = item["pay_input_ranges"]?.array?.first
    if let low = range?["min_cents"]?.integer, let high = range?["max_cents"]?.integer, low > 0 {
      posting.pay = PostedPay(
        low: low, high: high,
        currency: range?["currency_type"]?.string.flatMap { Currency(code: $0) },
        period: nil)
    }
    posting.addTags(item.words("departments"))
    return true
  }
}
