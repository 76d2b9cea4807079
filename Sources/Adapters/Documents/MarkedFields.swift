import Listings

/// Company, place and pay of a page without structured data, by what the site calls its elements.
///
/// Names such as `job-company-name` are for a site's styles and tests, and say what they hold.
struct MarkedFields {
  private(set) var company: String?
  /// Who the page belongs to by links, logos and its foot, should no label name the company.
  private(set) var owner: String?
  private(set) var location: String?
  private(set) var pay: String?
  private(set) var workplace: String?

  private let elements: [MarkupNode]
  private let context: ReadingContext

  init(_ page: Page) {
    elements = page.elements
    context = page.context
    let heading =
      page.mainHeadings.first
      ?? elements.firstIndex { $0.name == "h2" && !$0.isHidden }
    let beside = Self.near(heading, count: elements.count)
    for index in beside {
      take(elements[index], namesCompany: !elements[index].isOfCard)
    }
    // Before the heading stands where the site is at home.
    if let heading { takePlace(behind: beside.filter { $0 > heading }.map { elements[$0] }) }
    company = company ?? heading.flatMap(nameAboveTitle)
    let title =
      page.mainTitle ?? page.titleHired ?? page.titleInNameOfSite ?? page.nameOfSite
      ?? page.nameOfJob
    company = heading.flatMap { page.linkedEmployer(in: elements[$0])?.company } ?? company
    let ownNames = [page.meta("og:title"), page.ownTitle].compactMap { $0 }
    let read = ownNames.compactMap { PageName($0, title: title, page.context.words) }
    company =
      company
      ?? read.first(where: page.holds).flatMap(\.company)
    if company == nil {
      owner =
        page.employerLinked(near: heading) ?? page.siteInOwnTitle
        ?? logoName(page, near: heading) ?? page.ownerOfHome ?? page.ownerInFoot
      owner =
        owner ?? EmbeddedData.companyCounted(in: elements, context: context) ?? page.siteNamed
        ?? page.ownerOfList.flatMap { page.isSurelyCompany($0) ? $0 : nil } ?? page.ownerOfCareers
    }
    location = location ?? read.lazy.compactMap(\.location).first ?? page.placeOfGreenhouse
    if location == nil, let company {
      location =
        ownNames.lazy
        .compactMap { PageName.place(behind: company, in: $0, page.context.words) }.first
    }
  }
}

extension MarkedFields {
  /// Those of one card among several.
  init(card: [MarkupNode], _ context: ReadingContext) {
    elements = card
    self.context = context
    for element in card { take(element, namesCompany: true) }
    takePlace(behind: card)
  }
}

private extension MarkedFields {
  mutating func take(_ element: MarkupNode, namesCompany: Bool) {
    guard element.hasAttributes, !element.isHidden else { return }
    let names = Self.names(of: element)
    if company == nil, namesCompany, Self.nameCompany(names) { company = name(in: element) }
    // A line that holds the name and its score, each in an element.
    if company == nil, names.contains(where: { $0.contains("inlinecompanyrating") }) {
      company = name(in: element.elements.first { _ in true } ?? element)
    }
    if location == nil, names.contains(where: Self.isPlace) { location = place(in: element) }
    if pay == nil, names.contains(where: Self.isPay) { pay = sum(in: element) }
    if workplace == nil, names.contains(where: Self.isWorkplace) {
      workplace = choices(in: element)
    }
  }

  // Further away stand the cards of other jobs.
  static let reach = 60
  // Menus stand before it.
  static let reachBefore = 25

  /// The elements behind the heading first, then those before it.
  static func near(_ heading: Int?, count: Int) -> [Int] {
    guard let heading else { return Array(0..<min(count, reach)) }
    let behind = heading..<min(count, heading + reach)
    return Array(behind) + (max(0, heading - reachBefore)..<heading).reversed()
  }

  static func nameCompany(_ names: [String]) -> Bool {
    // The line below the title that names the company, and its twin that names the place.
    let isTopLine = names.contains("topcardflavor") && !names.contains("topcardflavorbullet")
    return isTopLine || names.contains(where: isCompany)
  }

  static func isCompany(_ name: String) -> Bool {
    if ["company", "employer", "jobcompany", "companytitle", "companylink"].contains(name)
      || name.hasSuffix("searchcardsubtitle")
    {
      return true
    }
    // The last part of such names: "job-details__employer", but not "about-company".
    let isLast = ["company", "employer"].contains(where: name.hasSuffix)
    if isLast, name.utf8.count <= 30, holdsOne(name, of: ["job", "posting", "vacancy", "icims"]) {
      return true
    }
    return holdsOne(
      name,
      of: [
        "companyname", "employername", "advertisername", "orgname", "organizationname",
        "postingcompany", "headercompany", "hiringcompany", "jobadcompany", "hiringorganization",
        "companyinfoname", "detailcompany", "compname",
      ])
  }

  static func isPay(_ name: String) -> Bool {
    ["salary", "pay", "compensation"].contains(name)
      || holdsOne(
        name,
        of: [
          "jobsalary", "vacancysalary", "salaryrange", "salaryinfo", "payrange", "detailssalary",
        ])
  }

  static func isWorkplace(_ name: String) -> Bool {
    holdsOne(
      name,
      of: ["workplacetype", "fitlevelpreferences", "remotestatus", "remotetype", "detailsremote"])
  }

  static func isPlace(_ name: String) -> Bool {
    ["location", "locations", "workplaces", "vacancycompanyloc", "jobloc"].contains(name)
      || ["cardlocation", "listlocation", "collocation"].contains(where: name.hasSuffix)
      || holdsOne(
        name,
        of: [
          "joblocation", "jobdetaillocation", "companylocation", "postinglocation",
          "topcardflavorbullet", "topcardbullet", "metadatalocation", "benefitworkplaces",
          "viewlocation", "headerlocation", "vacancylocation", "jobadlocation", "detailslocation",
          "detailarea", "positionlocation", "reqbasiclocation", "rawaddress",
        ])
  }

  static func holdsOne(_ name: String, of parts: [String]) -> Bool {
    let others = [
      "logo", "icon", "label", "rating", "search", "filter", "input", "similar", "estimate",
      "about", "follow",
    ]
    return parts.contains(where: name.holds) && !others.contains(where: name.holds)
  }

  /// The words of an element, of a list of labels and values the values alone.
  func words(of element: MarkupNode) -> String? {
    let values = element.descendants(named: "dd").compactMap { context.line($0.text) }
    return values.isEmpty ? context.line(element.text) : values.joined(separator: "; ")
  }

  /// A name, with what links to it alone where scores and buttons stand beside it.
  func name(in element: MarkupNode) -> String? {
    let own = element.children.lazy.filter(\.isText).compactMap { context.line($0.ownText) }
      .first { $0.unicodeScalars.contains(where: \.properties.isAlphabetic) }
    let link = element.descendants(named: "a").lazy.compactMap { context.line($0.text) }.first
    guard var name = own ?? link ?? context.line(element.text), name.utf8.count <= 80 else {
      return nil
    }
    if name.hasPrefix("@ ") { name = String(name.dropFirst(2)) }
    name = context.words.rest(of: name, behind: .employer) ?? name
    // "Employer: Acme"
    if let line = LabelLine(name), context.words.field(of: line.label) == .company {
      name = String(line.value)
    }
    // "Employer - Acme"
    let parts = PageName.parts(of: name)
    if parts.count == 2, context.words.isA(.noCompany, parts[0]) { name = parts[1] }
    return context.words.isA(.noCompany, name) || !name.isNameLike(upTo: 80) || name.hasSuffix(":")
      ? nil : name
  }

  /// Glassdoor's small heading above the title's, which carries the job's number.
  func nameAboveTitle(_ heading: Int) -> String? {
    guard elements[heading].attribute("id")?.hasPrefix("jd-job-title-") == true else { return nil }
    let above = elements[max(0, heading - 6)..<heading]
    return above.last { $0.name == "h4" && !$0.isHidden }.flatMap(name)
  }

  /// What a logo beside the heading is called, where the page tells of it or shows it alone.
  func logoName(_ page: Page, near heading: Int?) -> String? {
    let beside = Self.near(heading, count: elements.count)
    for index in beside where elements[index].name == "img" {
      guard let words = context.line(elements[index].attribute("alt")),
        let name = owner(ofLogo: words) ?? (isOfLever(elements[index]) ? words : nil),
        name.isNameLike(upTo: 60), !context.words.isBoard(name)
      else { continue }
      let isShown = beside.contains {
        ["p", "span", "div", "a", "h2"].contains(elements[$0].name)
          && context.line(elements[$0].text) == name
      }
      if isShown || isOfLever(elements[index]) || page.introduces(name) { return name }
    }
    return nil
  }

  /// Whether it is the logo that Lever shows above a posting, which is the company's.
  func isOfLever(_ logo: MarkupNode) -> Bool {
    logo.withParents.prefix(2).contains { Self.names(of: $0).contains("mainheaderlogo") }
  }

  func owner(ofLogo text: String) -> String? {
    context.words.start(of: text, before: .logoEnd)
      ?? context.words.rest(of: text, behind: .logoStart)
  }

  func sum(in element: MarkupNode) -> String? {
    guard let words = words(of: element), words.utf8.count <= 120,
      words.utf8.contains(where: { (48...57).contains($0) })
    else { return nil }
    return words
  }

  /// The words of its buttons or its own, which forms leave out of the text.
  func choices(in element: MarkupNode) -> String? {
    let buttons = element.descendants(named: "button").compactMap { context.line($0.text) }
    let words = buttons.isEmpty ? words(of: element) : buttons.joined(separator: " | ")
    return words.flatMap { $0.utf8.count <= 100 ? $0 : nil }
  }

  /// What stands behind the first picture of a pin.
  mutating func takePlace(behind icons: [MarkupNode]) {
    for icon in icons where location == nil && icon.hasAttributes && !icon.isHidden {
      guard let place = PageIcons.place(behind: icon, context), isPlaceLike(place) else { continue }
      location = place
    }
  }

  func isPlaceLike(_ place: String) -> Bool {
    place.utf8.contains { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 >= 0x80 }
      && !context.words.isA(.noPlace, place) && !place.hasSuffix(":")
  }

  func place(in element: MarkupNode) -> String? {
    // A label that is read aloud alone stands before it.
    let isLabelled = element.elements.contains { Self.names(of: $0).contains("sronly") }
    let spoken = isLabelled ? context.line(element.ownWords) : nil
    guard let place = spoken ?? words(of: element), place.utf8.count <= 100, isPlaceLike(place)
    else { return nil }
    return place
  }
}

extension MarkedFields {
  private static let nameAttributes = [
    "class", "id", "data-automation", "data-testid", "data-test", "data-qa", "data-at", "data-ui",
    "data-automation-id", "data-tracking-control-name", "data-cy", "data-hook", "data-ph-at-id",
    "data-careersite-propertyid", "data-scroll-id",
  ]

  /// Class, identifier and test names, letters alone.
  static func names(of element: MarkupNode) -> [String] {
    var names: [String] = []
    for attribute in Self.nameAttributes {
      guard let value = element.attribute(attribute), value.utf8.count <= 400 else { continue }
      for part in value.utf8.split(separator: 32) {
        let letters = part.map { $0 | 0x20 }.filter { (97...122).contains($0) }
        names.append(String(decoding: letters, as: UTF8.self))
      }
    }
    return names
  }
}
