import Listings

extension JSONBoard {
  static let usaJobs = JSONBoard("usajobs") { item, _ in
    item.at("MatchedObjectDescriptor.PositionTitle") != nil
  } amend: { posting, item in
    let at = "MatchedObjectDescriptor"
    posting.title = item.line("\(at).PositionTitle")
    posting.company =
      item.line("\(at).OrganizationName") ?? item.line("\(at).DepartmentName")
      // Milch & Zucker's boards answer in the same shape.
      ?? item.line("\(at).ParentOrganizationName")
    posting.url = item.web("\(at).PositionURI")
    posting.externalID =
      item.line("MatchedObjectId") ?? posting.url.flatMap { SourceName.path($0).last }
    if item["\(at).PositionURI"] == nil, let id = posting.externalID, Int(id) != nil {
      posting.url = "https://www.usajobs.gov/job/\(id)"
    }
    posting.location =
      item.line("\(at).PositionLocationDisplay")
      ?? item.context.line(
        item["\(at).PositionLocation"]?.array?
          .compactMap { $0["LocationName"]?.string ?? FieldValue.place($0) }
          .prefix(8).joined(separator: "; "))
    posting.setDate(item.line("\(at).PublicationStartDate"))
    posting.closes = DateText.day(item["\(at).ApplicationCloseDate"])
    if let pay = item["\(at).PositionRemuneration"]?.array?.first {
      posting.pay = PayFields.pay(
        low: pay["MinimumRange"], high: pay["MaximumRange"], currency: "USD",
        period: item.context.words.period(pay["RateIntervalCode"]?.string))
    }
    let details = "\(at).UserArea.Details"
    if item["\(details).RemoteIndicator"]?.bool == true { posting.workplace = .remote }
    posting.employmentText = item.context.line(
      item["\(at).PositionSchedule"]?.array?.compactMap { $0["Name"]?.string }.joined(
        separator: ", "))
    posting.addTags(
      item["\(at).JobCategory"]?.array?.compactMap { item.context.line($0["Name"]?.string) } ?? [])
    posting.body = item.blocks([
      (nil, item["\(details).JobSummary"]?.string),
      ("Duties", FieldValue.lines(item["\(details).MajorDuties"])),
      ("Qualifications", item["\(at).QualificationSummary"]?.string),
    ])
    return true
  }
}
