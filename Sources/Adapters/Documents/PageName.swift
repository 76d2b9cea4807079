import Listings

extension Page {
  /// The site's name, when the page's own title begins or ends with it, or says that the site is
  /// one company's careers, and it is no board.
  var siteInOwnTitle: String? {
    guard let site = meta("og:site_name") ?? meta("application-name"), site.isNameLike(upTo: 60),
      let title = ownTitle, title != site
    else { return nil }
    let parts = PageName.parts(of: title)
    let isBeside =
      title.hasSuffix(site) || title.hasPrefix(site + " ")
      || parts.contains { PageName.owner(ofCareers: $0) == site }
    guard isBeside || parts.contains(where: Self.isCareers) else { return nil }
    var owner = site
    for word in [" Careers", " Jobs", " Karriere", " Career"] where owner.hasSuffix(word) {
      owner = String(owner.dropLast(word.count))
    }
    return Self.isBoard(owner) ? nil : owner
  }

  static func isBoard(_ name: String) -> Bool {
    let name = name.lowercased()
    return boards.contains { name.contains($0) }
  }

  private static func isCareers(_ part: String) -> Bool {
    ["careers", "karriere", "carrières", "vacatures", "careers page", "our careers"]
      .contains(part.lowercased())
  }

  /// Whether the page tells more of a company than its own title does.
  func speaks(of name: String?) -> Bool {
    guard let name else { return false }
    let letters = name.lowercased().utf8.filter {
      (97...122).contains($0) || (48...57).contains($0)
    }
    // "…/pro-baking/17" spells "Pro Baking".
    if letters.count > 2,
      let address = pageAddress?.lowercased().utf8.filter({ $0 != UInt8(ascii: "-") }),
      String(decoding: address, as: UTF8.self)
        .offset(of: String(decoding: letters, as: UTF8.self)) != nil
    {
      return true
    }
    if (" " + (meta("description") ?? "")).offset(of: " " + name) != nil { return true }
    let text = elements.first { $0.name == "body" }?.text ?? root.text
    return text.offset(of: name) != nil
  }

  /// Whether a name that the page calls itself by is a company's.
  func holds(_ name: PageName) -> Bool {
    name.isSure || (name.isDoubtful ? introduces(name.company) : speaks(of: name.company))
  }

  /// Whether a paragraph begins with the name, as those do that tell of a company, or it is that
  /// of an address to write to.
  func introduces(_ name: String?) -> Bool {
    guard let name, !Self.isBoard(name) else { return false }
    let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let words = name.lowercased().split(separator: " ")
    let sites = [letters, words.dropLast().joined()].filter { $0.utf8.count > 4 }
    return elements.contains { element in
      guard Self.paragraphs.contains(element.name), element.isShown,
        let text = context.line(element.text)
      else { return false }
      if sites.contains(where: { text.lowercased().offset(of: "@" + $0) != nil }) { return true }
      return Self.openers.contains { opener in
        guard text.hasPrefix(opener + name) else { return false }
        let rest = text.dropFirst(opener.count + name.count)
        guard let next = rest.dropFirst().first else { return false }
        return rest.first == " " && next.isLowercase || rest.first == "'" || rest.first == "’"
      }
    }
  }

  private static let paragraphs: Set<String> = ["p", "li", "h2", "h3", "h4", "td"]
  private static let openers = [
    "", "At ", "The ", "About ", "Join ", "Die ", "Der ", "Das ", "Bei ", "Chez ", "La ", "Le ",
    "L’", "L'", "De ", "Bij ", "A ", "O ", "Na ", "En ",
  ]

  /// Where the main headings stand among the elements; those of boxes that ask stand last.
  var mainHeadings: [Int] {
    let all = elements.indices.filter { index in
      let element = elements[index]
      // What stands aside is of other jobs.
      return element.name == "h1" && !element.isHidden && !element.isAside
    }
    guard all.count > 1 || all.contains(where: { !elements[$0].isShown }) else { return all }
    let shown = all.filter { elements[$0].isShown }
    return shown.isEmpty ? all : shown
  }

  /// The only main heading of a page that has none but beside its text.
  var headingAside: String? {
    let all = elements.lazy.filter { $0.name == "h1" && !$0.isHidden }
    return all.first.flatMap { titleWords(in: $0) }
  }

  /// The first main heading that names no company, where the page's own title tells which does.
  func mainHeading(among texts: [String]) -> String? {
    guard texts.count > 1, let title = ownTitle else { return texts.first }
    return texts.first { !title.hasSuffix(" at " + $0) && $0 != meta("og:site_name") }
      ?? texts.first
  }

  private static let boards = [
    "linkedin", "indeed", "glassdoor", "seek", "stepstone", "xing", "monster", "jungle", "job",
    "wellfound", "recruiter", "reed", "adzuna", "jooble", "lever", "greenhouse", "workable",
    "ashby",
    "personio", "teamtailor", "hellowork", "remote", "himalayas", "remotive", "career", "built in",
    "talent", "emplo", "empleo", "praca", "pracuj", "arbeit", "recruit", "vacatur", "stellen",
    "praktikum", "werk", "hire", "staff", "求人", "転職", "招聘", "채용", "работа", "indeed", "dice",
    "monster", "naukri", "shine", "foundit", "simplyhired", "craigslist", "gumtree", "github",
    "notion", "greenhouse",
  ]

  /// A heading that is called the job's title, on pages without a main heading.
  var markedTitle: String? {
    if let title = titleMarked { return title }
    let headings = elements.lazy.filter { Self.headings.contains($0.name) && !$0.isHidden }
    // A heading that the page's own name holds, as in "Acme: Cook".
    let name = meta("og:title") ?? ownTitle ?? ""
    return headings.lazy.compactMap { context.line($0.text) }
      .first { $0.utf8.count > 3 && $0 != name && name.offset(of: $0) != nil }
  }
}

extension Page {
  /// The heading, or the heading of a part, that the site's styles call the job's title.
  var titleMarked: String? {
    func isMarked(_ element: MarkupNode) -> Bool {
      element.hasAttributes && !element.isHidden && !element.isAside
        && MarkedFields.names(of: element).contains { name in
          Self.titleMarks.contains { name.contains($0) }
        }
    }
    let own = elements.first { Self.headings.contains($0.name) && isMarked($0) }
    // Else the heading of a part that is called so.
    let marked = own ?? elements.first(where: isMarked)
    let heading =
      marked?.descendants().first { Self.headings.contains($0.name) } ?? own
      // Taleo has no headings at all.
      ?? marked.flatMap { $0.attribute("id")?.contains("reqTitle") == true ? $0 : nil }
    return heading.flatMap { context.line($0.text) }
  }

  private static let headings: Set<String> = ["h1", "h2", "h3"]
  private static let titleMarks = [
    "jobtitle", "topcardtitle", "postingtitle", "positiontitle", "vacancytitle",
    "jobpostingheader", "postingheadline", "jobheadline", "reqtitlelink",
  ]
}

/// What a page calls itself: "Acme hiring Cook in Porto", "Cook at Acme — Porto", "Acme - Cook".
struct PageName {
  private(set) var company: String?
  private(set) var location: String?
  /// Whether the words around it show that it is a company, whatever else the page says.
  private(set) var isSure = false
  /// Whether it may be the name of a board just as well.
  private(set) var isDoubtful = false

  /// Nil when the title is no part of the name.
  init?(_ name: String, title: String?) {
    guard let title, let start = name.offset(of: title) else { return nil }
    let bytes = Array(name.utf8)
    let before = String(decoding: bytes[..<start], as: UTF8.self).trimmed
    let after = String(decoding: bytes[(start + title.utf8.count)...], as: UTF8.self).trimmed
    if before.hasSuffix(" hiring") {
      company = Self.named(String(before.dropLast(7)))
      isSure = true
      if after.hasPrefix("in ") { location = Self.parts(of: String(after.dropFirst(3))).first }
      return
    }
    for word in ["at ", "@ ", "by ", "bei ", "chez ", "- Job bei ", "– Job bei "]
    where after.hasPrefix(word) {
      readEmployer(String(after.dropFirst(word.count)))
      return
    }
    if let place = Self.place(in: after) {
      location = place
      let parts = Self.parts(of: after)
      if parts.count == 2 { doubt(parts[1]) }
      return
    }
    if let owner = Self.ownerOfCareers(before) {
      doubt(owner)
      return
    }
    if before.isEmpty {
      readBehind(after)
      return
    }
    // Lever's pages: the company, a dash, the title and nothing else.
    guard after.isEmpty, [" -", " –", ":"].contains(where: before.hasSuffix) else { return nil }
    let first = Self.named(String(before.dropLast(before.hasSuffix(":") ? 1 : 2)))
    company = Self.isOfPages(first) ? nil : first
  }

  /// "Cook en Lyon | Board", "Cook Job in Lyon | Board", "Cook - Job bei Acme in Lyon".
  private static func place(in words: String) -> String? {
    var words = words
    for mark in ["- ", "– ", "Jobs ", "Job ", "job "] where words.hasPrefix(mark) {
      words = String(words.dropFirst(mark.count))
    }
    for word in ["in ", "en ", "à ", "em "] where words.hasPrefix(word) {
      let parts = parts(of: String(words.dropFirst(word.count)))
      guard parts.count > 1, let place = parts.first, isShort(place) else { return nil }
      return place
    }
    return nil
  }

  private static func isShort(_ place: String) -> Bool {
    place.utf8.count <= 60 && place.unicodeScalars.first.map(\.properties.isUppercase) ?? false
  }

  /// The parts between bars and free dashes.
  static func parts(of text: String) -> [String] {
    var parts = [text]
    for mark in [" | ", " - ", " – ", " — ", " · "] {
      parts = parts.flatMap { part -> [String] in
        var pieces: [String] = []
        var rest = part
        while let end = rest.offset(of: mark) {
          let bytes = Array(rest.utf8)
          pieces.append(String(decoding: bytes[..<end], as: UTF8.self))
          rest = String(decoding: bytes[(end + mark.utf8.count)...], as: UTF8.self)
        }
        return pieces + [rest]
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension PageName {
  /// "Acme — Porto, Portugal | Board": the place stands between the name and the board.
  mutating func readEmployer(_ text: String) {
    var parts = Self.parts(of: text)
    // "bei Acme in Lyon".
    if let first = parts.first, let end = first.offset(of: " in ") {
      let place = String(decoding: first.utf8.dropFirst(end + 4), as: UTF8.self)
      if Self.isShort(place) {
        parts[0] = String(decoding: first.utf8.prefix(end), as: UTF8.self)
        let mark = place.offset(of: " Ref") ?? place.offset(of: " (") ?? place.utf8.count
        location = String(decoding: place.utf8.prefix(mark), as: UTF8.self)
      }
    }
    company = parts.first.flatMap(Self.named)
    isSure = true
    if parts.count > 2, Self.looksLikePlace(parts[1]) { location = parts[1] }
  }

  /// "Cook - Acme | Newark, NJ": only a place of that form shows what the other part is.
  mutating func readBehind(_ text: String) {
    guard [" - ", " – ", " | "].contains(where: { (" " + text).hasPrefix($0) }) else { return }
    let parts = Self.parts(of: " " + text)
    if let part = parts.last, let owner = Self.owner(ofCareers: part) {
      company = Page.isBoard(owner) ? nil : Self.named(owner)
      return
    }
    if parts.count == 1 { doubt(parts[0]) }
    guard parts.count >= 2, Self.endsInState(parts[1]), !Self.endsInState(parts[0]) else { return }
    company = Self.named(parts[0])
    location = parts[1]
    isSure = !Self.isOfPages(company)
  }

  /// "Acme Careers - Cook".
  static func ownerOfCareers(_ words: String) -> String? {
    guard let dash = ["-", "–", "|"].first(where: words.hasSuffix) else { return nil }
    return owner(ofCareers: String(words.dropLast(dash.count)).trimmed)
  }

  /// "Acme Careers".
  static func owner(ofCareers words: String) -> String? {
    let word = [" Careers", " Jobs", " Karriere"].first(where: words.hasSuffix)
    return word.map { String(words.dropLast($0.count)) }
  }

  /// "Job Details", "Careers": what any page of the kind is called.
  static func saysNothing(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty
      && words.allSatisfy { ofPages.contains($0) || ofAnyPage.contains($0) }
  }

  private static let ofAnyPage: Set<String> = [
    "candidate", "portal", "posting", "description", "detail", "our", "page", "search", "home",
    "opportunity", "opportunities", "us", "with", "for",
  ]

  mutating func doubt(_ part: String) {
    let name = Self.named(part)
    company = Self.isOfPages(name) ? nil : name
    isDoubtful = true
  }

  /// The name alone, without what pages add behind a bar or a dash.
  static func named(_ text: String) -> String? {
    guard let name = parts(of: text).first, name.isNameLike(upTo: 80) else { return nil }
    return name
  }

  /// "Porto, Portugal".
  static func looksLikePlace(_ text: String) -> Bool {
    text.offset(of: ", ") != nil && text.utf8.count <= 60
      && !text.utf8.contains { (48...57).contains($0) }
  }

  /// "Newark, NJ".
  static func endsInState(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 4, bytes.count <= 40 else { return false }
    return bytes[bytes.count - 4] == UInt8(ascii: ",") && bytes[bytes.count - 3] == 32
      && bytes.suffix(2).allSatisfy { (65...90).contains($0) }
  }

  static func isOfPages(_ name: String?) -> Bool {
    guard let name else { return true }
    let words = name.lowercased().split(separator: " ").map(String.init)
    return words.contains { ofPages.contains($0) }
  }

  static let ofPages: Set<String> = [
    "job", "jobs", "career", "careers", "apply", "vaga", "vagas", "oferta", "ofertas", "empleo",
    "stelle", "stellenangebot", "karriere", "offre", "offres", "emploi", "vacature", "vacancy",
    "position", "opening", "praca", "details", "detalhe", "hiring", "remote",
  ]
}

extension String {
  /// The UTF-8 offset of the first occurrence.
  func offset(of needle: String) -> Int? {
    let (bytes, sought) = (Array(utf8), Array(needle.utf8))
    guard !sought.isEmpty, bytes.count >= sought.count else { return nil }
    return (0...bytes.count - sought.count).first { start in
      bytes[start] == sought[0] && bytes[start..<start + sought.count].elementsEqual(sought)
    }
  }
}
