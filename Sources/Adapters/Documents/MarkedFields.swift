import Listings

/// Company and place of a page without structured data, by what the site calls its elements.
///
/// Names such as `job-company-name` are for a site's styles and tests, and say what they hold.
struct MarkedFields {
  private(set) var company: String?
  private(set) var location: String?

  private let elements: [MarkupNode]
  private let context: ReadingContext

  init(_ page: Page) {
    elements = page.elements
    context = page.context
    let heading =
      elements.firstIndex { $0.name == "h1" && !$0.isHidden }
      ?? elements.firstIndex { $0.name == "h2" && !$0.isHidden }
    for index in Self.near(heading, count: elements.count) {
      let element = elements[index]
      guard company == nil || location == nil else { break }
      guard element.hasAttributes, !element.isHidden else { continue }
      let names = Self.names(of: element)
      if company == nil, Self.nameCompany(names) { company = name(in: element) }
      if location == nil, names.contains(where: Self.isPlace) { location = place(in: element) }
    }
    let title = heading.flatMap { context.line(elements[$0].text) }
    let ownNames = [page.meta("og:title"), page.ownTitle].compactMap { $0 }
    company = company ?? ownNames.lazy.compactMap { PageName.company(in: $0, title: title) }.first
    company = company ?? page.siteInOwnTitle
  }
}

private extension MarkedFields {
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

  static let nameAttributes = [
    "class", "id", "data-automation", "data-testid", "data-test", "data-qa", "data-at", "data-ui",
    "data-automation-id",
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

  static func nameCompany(_ names: [String]) -> Bool {
    // The line below the title that names the company, and its twin that names the place.
    let isTopLine = names.contains("topcardflavor") && !names.contains("topcardflavorbullet")
    return isTopLine || names.contains(where: isCompany)
  }

  static func isCompany(_ name: String) -> Bool {
    if ["company", "employer", "jobcompany", "companytitle", "companylink"].contains(name) {
      return true
    }
    return holdsOne(
      name,
      of: [
        "companyname", "employername", "advertisername", "orgname", "organizationname",
        "postingcompany",
      ])
  }

  static func isPlace(_ name: String) -> Bool {
    ["location", "locations"].contains(name)
      || holdsOne(
        name,
        of: [
          "joblocation", "jobdetaillocation", "companylocation", "postinglocation",
          "topcardflavorbullet", "topcardbullet", "metadatalocation", "benefitworkplaces",
        ])
  }

  static func holdsOne(_ name: String, of parts: [String]) -> Bool {
    let others = ["logo", "icon", "label", "rating", "search", "filter", "input", "similar"]
    return parts.contains { name.contains($0) } && !others.contains { name.contains($0) }
  }

  /// A name, with what links to it alone where scores and buttons stand beside it.
  func name(in element: MarkupNode) -> String? {
    let own = element.children.lazy.filter(\.isText).compactMap { context.line($0.ownText) }
      .first { $0.unicodeScalars.contains(where: \.properties.isAlphabetic) }
    let link = element.descendants(named: "a").lazy.compactMap { context.line($0.text) }.first
    guard var name = own ?? link ?? context.line(element.text), name.utf8.count <= 80 else {
      return nil
    }
    for word in ["at ", "At ", "@ ", "by ", "bei ", "chez "] where name.hasPrefix(word) {
      name = String(name.dropFirst(word.count))
    }
    let isWord = ["company", "employer", "about", "view company"].contains(name.lowercased())
    return isWord || !name.isNameLike(upTo: 80) || name.hasSuffix(":") ? nil : name
  }

  func place(in element: MarkupNode) -> String? {
    guard let place = context.line(element.text), place.utf8.count <= 100,
      place.utf8.contains(where: { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 >= 0x80 }),
      !["location", "locations"].contains(place.lowercased()), !place.hasSuffix(":")
    else { return nil }
    return place
  }
}

extension Page {
  /// The site's name, when the page's own title ends in it and it is no board.
  var siteInOwnTitle: String? {
    guard let site = meta("og:site_name"), site.isNameLike(upTo: 60), let title = ownTitle,
      title.hasSuffix(site), title != site
    else { return nil }
    let name = site.lowercased()
    return Self.boards.contains { name.contains($0) } ? nil : site
  }

  private static let boards = [
    "linkedin", "indeed", "glassdoor", "seek", "stepstone", "xing", "monster", "jungle", "job",
    "wellfound", "recruiter", "reed", "adzuna", "jooble", "lever", "greenhouse", "workable",
    "ashby",
    "personio", "teamtailor", "hellowork", "remote", "himalayas", "remotive", "career", "built in",
    "talent", "emplo", "empleo", "praca", "arbeit",
  ]

  /// A heading that is called the job's title, on pages without a main heading.
  var markedTitle: String? {
    let marks = ["jobtitle", "topcardtitle", "postingtitle", "positiontitle", "vacancytitle"]
    let headings = elements.lazy.filter { ["h1", "h2", "h3"].contains($0.name) && !$0.isHidden }
    let heading = headings.first { element in
      let name = element.attribute("class").map { $0.lowercased().filter(\.isLetter) } ?? ""
      return marks.contains { name.contains($0) }
    }
    if let title = heading.flatMap({ context.line($0.text) }) { return title }
    // A heading that the page's own name holds, as in "Acme: Cook".
    let name = meta("og:title") ?? ownTitle ?? ""
    return headings.lazy.compactMap { context.line($0.text) }
      .first { $0.utf8.count > 3 && $0 != name && name.offset(of: $0) != nil }
  }
}

/// What a page calls itself: "Acme hiring Cook in Porto", "Cook at Acme", "Acme - Cook".
enum PageName {
  static func company(in name: String, title: String?) -> String? {
    guard let title, let start = name.offset(of: title) else { return nil }
    let bytes = Array(name.utf8)
    let before = String(decoding: bytes[..<start], as: UTF8.self).trimmed
    let after = String(decoding: bytes[(start + title.utf8.count)...], as: UTF8.self).trimmed
    if before.hasSuffix(" hiring") { return named(String(before.dropLast(7))) }
    for word in ["at ", "@ ", "bei ", "chez "] where after.hasPrefix(word) {
      return named(String(after.dropFirst(word.count)))
    }
    // Lever's pages: the company, a dash, the title and nothing else.
    guard after.isEmpty, [" -", " –", ":"].contains(where: before.hasSuffix) else { return nil }
    let first = named(String(before.dropLast(before.hasSuffix(":") ? 1 : 2)))
    return ["job", "jobs", "career", "careers", "apply"].contains(first?.lowercased()) ? nil : first
  }

  /// The name alone, without what pages add behind a bar or a dash.
  private static func named(_ text: String) -> String? {
    var text = text
    for mark in [" | ", " - ", " – ", " · "] {
      if let end = text.offset(of: mark) {
        text = String(decoding: text.utf8.prefix(end), as: UTF8.self)
      }
    }
    text = text.trimmed
    return !text.isEmpty && text.isNameLike(upTo: 80) ? text : nil
  }
}

private extension String {
  /// The UTF-8 offset of the first occurrence.
  func offset(of needle: String) -> Int? {
    let (bytes, sought) = (Array(utf8), Array(needle.utf8))
    guard !sought.isEmpty, bytes.count >= sought.count else { return nil }
    return (0...bytes.count - sought.count).first { start in
      bytes[start] == sought[0] && bytes[start..<start + sought.count].elementsEqual(sought)
    }
  }
}
