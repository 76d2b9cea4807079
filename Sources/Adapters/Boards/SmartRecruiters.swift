import Listings

extension JSONBoard {
  static let smartRecruiters = JSONBoard("smartrecruiters") { item, _ in
    item.at("jobAd.sections") != nil
      || (item.has("name", "uuid") && item.at("company.identifier") != nil)
  } amend: { posting, item in
    posting.title = item.line("name")
    let slug = item.line("company.identifier")
    posting.setSource("smartrecruiters", company: slug)
    posting.url = item.web("postingUrl") ?? item.web("applyUrl")
    if posting.url == nil, let slug, let id = posting.externalID {
      posting.url = "https://jobs.smartrecruiters.com/\(slug)/\(id)"
    }
    posting.location = item.line("location.fullLocation") ?? posting.location
    if item["location.remote"]?.bool == true { posting.workplace = .remote }
    if item["location.hybrid"]?.bool == true { posting.workplace = .hybrid }
    posting.setDate(item.line("releasedDate"))
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
