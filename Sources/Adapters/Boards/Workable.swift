import Listings

extension JSONBoard {
  static let workable = JSONBoard("workable") { item, _ in
    item.has("shortcode", "title")
  } amend: { posting, item in
    posting.externalID = item.line("shortcode")
    // The account is named around the list, or in the address.
    posting.company = item.context.line(item.envelope["name"]?.string) ?? posting.company
    let isShort = item.web("url").map { $0.contains("/j/") } ?? true
    let slug =
      item.context.workableAccount
      ?? (isShort
        ? nil : item.web("url").flatMap { SourceName.path($0).first { $0 != "jobs" } })
    if let company = posting.company {
      posting.setSource("workable", company: company.foldedName)
    } else if let slug {
      posting.setSource("workable", company: slug)
    }
    posting.url = posting.url ?? item.web("shortlink") ?? item.web("application_url")
    if posting.url == nil, let code = posting.externalID {
      posting.url = "https://apply.workable.com/j/\(code)"
    }
    let places = (item["locations"]?.array ?? []).filter { $0["hidden"]?.bool != true }
      .compactMap { FieldValue.place($0) }
    posting.location =
      item.context.line(places.joined(separator: "; ")) ?? posting.location
      ?? item.context.line(FieldValue.place(item["location"]))
    if item["remote"]?.bool == true || item["telecommuting"]?.bool == true {
      posting.workplace = posting.workplace ?? .remote
    }
    posting.takeDate(item["published_on"] ?? item["published"], item.context)
    posting.employmentText =
      item.line("employment_type")
      ?? item.line("type").map { ["full", "part"].contains($0) ? "\($0)-time" : $0 }
    posting.addTags(item.words("function") + item.words("industry"))
    return item["state"]?.string != "closed"
  }
}

private extension ReadingContext {
  /// As `acme` in `https://apply.workable.com/api/v3/accounts/acme/jobs`.
  var workableAccount: String? {
    guard let address, SourceName.host(address) == "apply.workable.com" else { return nil }
    let parts = SourceName.path(address)
    return parts.firstIndex(of: "accounts").flatMap { index in
      parts.indices.contains(index + 1) ? parts[index + 1] : nil
    }
  }
}
