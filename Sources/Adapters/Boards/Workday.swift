import Listings

extension JSONBoard {
  static let workday = JSONBoard("workday") { item, _ in
    item.has("jobPostingId", "title") || item.has("externalPath", "locationsText")
  } amend: { posting, item in
    posting.externalID =
      item.line("jobReqId") ?? item.line("id") ?? item["bulletFields"]?.array?.first?.string
    posting.url = item.web("externalUrl")
    // acme.wd5.myworkdayjobs.com
    let host = posting.url.flatMap { SourceName.host($0) }
    let tenant = host?.split(separator: ".").first.map { String($0) }
    posting.company = item.context.line(item.envelope.at("hiringOrganization.name")?.string)
    posting.setSource("workday", company: tenant)
    let more = item["additionalLocations"]?.array?.compactMap(\.string) ?? []
    let places =
      [item["location"]?.string ?? item["locationsText"]?.string].compactMap { $0 } + more
    posting.location = item.context.line(places.joined(separator: "; "))
    posting.workplace = WorkplaceText.kind(item["remoteType"]?.string)
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
    posting.location = item.line("location.name")
    if item["location.is_remote"]?.bool == true { posting.workplace = .remote }
    posting.setDate(item.line("published_date"))
    posting.employmentText = item.line("type.name")
    posting.addTags(item.words("department"))
    return true
  }
}
