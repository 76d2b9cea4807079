import Listings

/// Boards that list remote jobs alone; the place they name is where one may apply from.
extension JSONBoard {
  static let remoteOK = JSONBoard("remoteok") { item, _ in
    item.has("position", "slug") && (item.has("epoch") || item.has("company_logo"))
  } amend: { posting, item in
    posting.title = item.line("position")
    posting.setRemote(from: item.words("location"))
    posting.takeDate(item["date"], item.context)
    if posting.posted == nil || item["date"] == nil {
      posting.takeDate(item["epoch"], item.context)
    }
    posting.dropPassphrase()
    return true
  }

  static let remotive = JSONBoard("remotive") { item, _ in
    item.has("candidate_required_location", "title")
  } amend: { posting, item in
    posting.setRemote(from: item.words("candidate_required_location"))
    return true
  }

  static let jobicy = JSONBoard("jobicy") { item, _ in
    item.has("jobTitle", "jobGeo")
  } amend: { posting, item in
    posting.setRemote(from: item.words("jobGeo"))
    posting.title = posting.title.map(\.decodingEntities)
    posting.company = posting.company.map(\.decodingEntities)
    posting.addTags(item.words("jobIndustry").map(\.decodingEntities))
    return true
  }

  static let himalayas = JSONBoard("himalayas") { item, _ in
    item.has("applicationLink", "locationRestrictions")
  } amend: { posting, item in
    posting.externalID = item.line("guid") ?? item.line("applicationLink")
    posting.url = item.web("applicationLink") ?? item.web("guid")
    // The literal word stands there for some companies (seen 2026-08); their addresses name them.
    if posting.company == "name" || posting.company == nil {
      posting.company = item.line("companySlug").map { SourceName.readable($0) }
    }
    posting.setRemote(from: item.words("locationRestrictions"))
    // Halves of hours round down; a span is one only without gaps.
    let zones = Set((item["timezoneRestrictions"]?.array ?? []).compactMap(\.wholeHours))
    if let first = zones.min(), let last = zones.max(), last - first == zones.count - 1 {
      posting.eligibilityTexts.append(
        "UTC\(first < 0 ? "" : "+")\(first) to UTC\(last < 0 ? "" : "+")\(last)")
    }
    posting.tags = posting.tags.map { $0.split(separator: "-").joined(separator: " ") }
    return true
  }

  static let workingNomads = JSONBoard("workingnomads") { item, _ in
    item["url"]?.string?.holds("workingnomads.") == true
  } amend: { posting, item in
    posting.setRemote(from: item.words("location"))
    posting.addTags(item.words("category_name"))
    return true
  }
}

private extension Posting {
  mutating func setRemote(from places: [String]) {
    workplace = .remote
    location = places.isEmpty ? nil : places.joined(separator: ", ")
    eligibilityTexts = places
  }

  /// RemoteOK ends each description with a word that applicants are to repeat (seen 2026-06).
  mutating func dropPassphrase() {
    while let last = body.last,
      [last].plainText.contains("Please mention the word"), [last].plainText.utf8.count < 500
    {
      body.removeLast()
    }
  }
}

private extension JSONValue {
  var wholeHours: Int? {
    number.flatMap { (-12...14).contains($0) ? Int($0.rounded(.down)) : nil }
  }
}
