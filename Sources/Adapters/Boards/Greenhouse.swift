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
    posting.location = item.greenhousePlace
    for field in item["metadata"]?.array ?? [] {
      let value = item.context.line(field["value"]?.string)
      switch field["name"]?.string?.lowercased() {
      case "location type", "workplace type", "remote":
        posting.workplace = item.context.words.workplace(value)
      case "employment type", "time type": posting.employmentText = value
      default: break
      }
    }
    posting.dateText =
      item.line("first_published") ?? item.line("first_published_at") ?? item.line("updated_at")
    posting.posted = posting.dateText.flatMap { DateText.day($0) }
    posting.fillGreenhousePay(item["pay_input_ranges"]?.array ?? [])
    posting.addTags(item.words("departments"))
    return true
  }
}

private extension BoardItem {
  /// "Remote" or "Hybrid" alone is no place, and some boards name none; the offices are.
  var greenhousePlace: String? {
    let place = line("location.name")
    if let place, context.words.workplace(place) == nil { return place }
    let offices = (self["offices"]?.array ?? []).prefix(6).compactMap {
      $0["location"]?.string ?? FieldValue.name($0)
    }
    return context.line(([place].compactMap { $0 } + offices).joined(separator: "; "))
  }
}

private extension Posting {
  /// One range is the pay; several, by level or place, are put into words with their names.
  mutating func fillGreenhousePay(_ ranges: [JSONValue]) {
    let pays = ranges.compactMap { range -> (String, PostedPay)? in
      guard let high = range["max_cents"]?.integer ?? range["min_cents"]?.integer, high > 0 else {
        return nil
      }
      let title = range["title"]?.string ?? ""
      let about = "\(title) \(range["blurb"]?.string ?? "")".lowercased()
      let low = range["min_cents"]?.integer ?? 0
      let pay = PostedPay(
        low: low > 0 ? low : nil, high: high,
        currency: range["currency_type"]?.string.flatMap { Currency(code: $0) },
        period: about.contains("hour") ? .hour : about.contains("month") ? .month : nil)
      return (title, pay)
    }
    if pays.count == 1 { pay = pays[0].1 }
    guard pays.count > 1 else { return }
    payText = pays.prefix(12).map { title, pay in
      let sums = [pay.low, pay.high].compactMap { $0.map { String($0 / 100) } }
      let period = pay.period.map { " per \($0.rawValue)" } ?? " per year"
      return "\(title): \(pay.currency?.code ?? "") \(sums.joined(separator: " - "))\(period)"
    }.joined(separator: "; ").cleaned(.singleLine)
  }
}
