import Listings

extension JSONBoard {
  static let ashby = JSONBoard("ashby") { item, _ in
    item.has("jobUrl", "title")
      && (item.has("isListed") || item.has("employmentType", "publishedAt"))
  } amend: { posting, item in
    let url = item.web("jobUrl")
    posting.setSource("ashby", company: SourceName.company(in: url, hosts: ["ashbyhq.com"]))
    posting.url = url
    let more =
      item["secondaryLocations"]?.array?.compactMap { $0.string ?? $0["location"]?.string } ?? []
    let main = item["location"]?.string ?? FieldValue.place(item["address.postalAddress"])
    let places = [main].compactMap { $0 } + more
    posting.location = item.context.line(places.joined(separator: "; "))
    // The two may disagree; the kind is what recruiters set, the truth is older.
    posting.workplace =
      item.context.words.workplace(item["workplaceType"]?.string)
      ?? (item["isRemote"]?.bool == true ? .remote : nil)
    posting.addTags(item.words("department") + item.words("team"))
    posting.payText =
      item.line("compensation.scrapeableCompensationSalarySummary")
      ?? item.line("compensation.compensationTierSummary")
    posting.pay = item.ashbyPay
    return item["isListed"]?.bool != false
  }
}

private extension BoardItem {
  /// Salary alone: equity is a component, too, with the interval "NONE".
  var ashbyPay: PostedPay? {
    let tiers = self["compensation.compensationTiers"]?.array ?? []
    let components =
      tiers.flatMap { $0["components"]?.array ?? [] }
      + (self["compensation.summaryComponents"]?.array ?? [])
    guard let salary = components.first(where: { $0["compensationType"]?.string == "Salary" })
    else {
      return nil
    }
    // "1 YEAR"
    let interval = salary["interval"]?.string?.split(separator: " ").last.map { String($0) }
    return PayFields.pay(
      low: salary["minValue"], high: salary["maxValue"], currency: salary["currencyCode"]?.string,
      period: context.words.period(interval))
  }
}
