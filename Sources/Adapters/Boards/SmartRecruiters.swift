import Listings

extension JSONBoard {
  static let smartRecruiters = JSONBoard("smartrecruiters") { item, _ in
    item.at("jobAd.sections") != nil
      || (item.has("name", "uuid") && (item.has("releasedDate") || item.has("refNumber")))
  } amend: { posting, item in
    posting.title = item.line("name")
    // …/v1/companies/{slug}/postings/{id}
    let slug =
      item.line("company.identifier")
      ?? item.web("ref").flatMap { SourceName.path($0).dropFirst(2).first }
    posting.setSource("smartrecruiters", company: slug)
    posting.url = item.web("postingUrl") ?? item.web("applyUrl")
    if posting.url == nil, let slug, let id = posting.externalID {
      posting.url = "https://jobs.smartrecruiters.com/\(slug)/\(id)"
    }
    posting.location = item.wholePlace ?? item.smartPlace ?? posting.location
    if item["location.remote"]?.bool == true { posting.workplace = .remote }
    if item["location.hybrid"]?.bool == true { posting.workplace = .hybrid }
    posting.takeDate(item["releasedDate"], item.context)
    posting.employmentText = item.line("typeOfEmployment.label")
    posting.seniorityText = item.line("experienceLevel.label")
    posting.addTags(
      item.words("department.label") + item.words("function.label") + item.words("industry.label"))
    let sections = [
      "companyDescription", "jobDescription", "qualifications", "additionalInformation",
    ].map { name in
      let section = item["jobAd.sections.\(name)"]
      return (heading: section?["title"]?.string, text: section?["text"]?.string)
    }
    posting.body = item.blocks(sections)
    return true
  }
}

private extension BoardItem {
  /// Where no region is stated its place between the commas is empty (seen 2026-07).
  var wholePlace: String? {
    let parts =
      line("location.fullLocation")?.split(separator: ",").map { String($0).trimmed } ?? []
    return context.line(parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// Countries are codes in small letters.
  var smartPlace: String? {
    let parts = ["city", "region", "country"].compactMap { name -> String? in
      guard let text = self["location.\(name)"]?.string?.trimmed, !text.isEmpty else { return nil }
      return name == "country" && text.utf8.count == 2 ? text.uppercased() : text
    }
    return context.line(parts.joined(separator: ", "))
  }
}
