import Listings

extension JSONBoard {
  static let workday = JSONBoard("workday") { item, _ in
    item.has("jobPostingId", "title") || item.has("externalPath", "locationsText")
  } amend: { posting, item in
    posting.externalID =
      item.line("jobReqId") ?? item.line("id") ?? item["bulletFields"]?.array?.first?.string
    posting.url = item.web("externalUrl") ?? item.workdayAddress
    // acme.wd5.myworkdayjobs.com
    let host = (posting.url ?? item.context.address).flatMap { SourceName.host($0) }
    let tenant = host?.split(separator: ".").first.map { String($0) }
    posting.company = item.context.line(item.envelope.at("hiringOrganization.name")?.string)
    posting.setSource("workday", company: tenant)
    let more = item["additionalLocations"]?.array?.compactMap(\.string) ?? []
    let places =
      [item["location"]?.string ?? item["locationsText"]?.string].compactMap { $0 } + more
    // "2 Locations" names none of them.
    posting.location =
      item.context.line(
        places.filter { $0.utf8.first.map { !(48...57).contains($0) } ?? false }
          .joined(separator: "; ")) ?? item.placeInPath
    posting.workplace = item.context.words.workplace(item["remoteType"]?.string)
    // "Posted Yesterday" is the date of the answer; the start date is the day it went up.
    posting.dateText = item.line("postedOn") ?? item.line("startDate")
    posting.posted = DateText.day(item["startDate"])
    posting.employmentText = item.line("timeType")
    posting.body = item.blocks([(nil, item["jobDescription"]?.string)])
    return true
  }

  static let breezy = JSONBoard("breezy") { item, _ in
    item.has("friendly_id", "name")
  } amend: { posting, item in
    posting.title = item.line("name")
    posting.company = item.line("company.name")
    let host = posting.url.flatMap { SourceName.host($0) }
    posting.setSource("breezy", company: host?.split(separator: ".").first.map { String($0) })
    let places = (item["locations"]?.array ?? []).compactMap {
      item.context.line($0["name"]?.string)
    }
    posting.location =
      places.count > 1
      ? places.prefix(12).joined(separator: "; ") : item.line("location.name") ?? places.first
    if item["location.is_remote"]?.bool == true { posting.workplace = .remote }
    posting.setDate(item.line("published_date"))
    posting.employmentText = item.line("type.name")
    posting.addTags(item.words("department"))
    return true
  }
}

private extension BoardItem {
  /// The first place is in the path all the same: `/job/Portugal-Porto/Cook_JR17`.
  var placeInPath: String? {
    guard let parts = line("externalPath")?.split(separator: "/"), parts.count == 3 else {
      return nil
    }
    return parts[1].split(separator: "-").joined(separator: " ")
  }

  /// A list names paths below the site that it was fetched from:
  /// `https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs`.
  var workdayAddress: String? {
    guard let path = line("externalPath"), let address = context.address,
      let host = SourceName.host(address), host.hasSuffix(".myworkdayjobs.com")
    else { return nil }
    let parts = SourceName.path(address)
    guard parts.count >= 4, parts[0] == "wday", parts[1] == "cxs" else { return nil }
    return "https://\(host)/\(parts[3])\(path)"
  }
}
