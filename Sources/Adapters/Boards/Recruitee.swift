import Listings

extension JSONBoard {
  static let recruitee = JSONBoard("recruitee") { item, _ in
    item.has("careers_url", "title")
  } amend: { posting, item in
    let url = item.web("careers_url")
    posting.url = url
    posting.company = item.line("company_name") ?? posting.company
    let host = url.flatMap { SourceName.host($0) }
    let slug = host.flatMap { $0.hasSuffix(".recruitee.com") ? String($0.dropLast(14)) : $0 }
    posting.setSource("recruitee", company: slug)
    // The three truths may stand side by side; the loosest that is offered counts.
    for (name, kind) in [("on_site", RemoteKind.onsite), ("hybrid", .hybrid), ("remote", .remote)]
    where item[name]?.bool == true { posting.workplace = kind }
    let places = item["locations"]?.array?.compactMap { FieldValue.place($0) } ?? []
    posting.location =
      item.line("location") ?? item.context.line(places.joined(separator: "; ")) ?? posting.location
    posting.takeDate(item["published_at"], item.context)
    posting.employmentText = item.line("employment_type_code")?.spelledOut
    posting.addTags(item.words("department"))
    posting.body = item.blocks([
      (nil, item["description"]?.string), (nil, item["requirements"]?.string),
    ])
    return item["status"]?.string.map { $0 == "published" } ?? true
  }
}
