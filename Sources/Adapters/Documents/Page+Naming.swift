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
      || parts.contains { words.start(of: $0, before: .careersEnd) == site }
    guard isBeside || parts.contains(where: { words.isA(.careers, $0) }) else { return nil }
    let owner = words.start(of: site, before: .careersEnd) ?? site
    return words.isBoard(owner) ? nil : owner
  }

  /// What the site calls itself to those who link there, should it be one company's.
  var siteNamed: String? {
    // "Acme", of which the page speaks.
    let own = ownTitle.flatMap { isOfSite($0) && speaks(of: $0) ? $0 : nil }
    guard let site = meta("og:site_name").flatMap({ $0 == meta("og:title") ? nil : $0 }) ?? own,
      site.isNameLike(upTo: 60), !words.isBoard(site), !words.isOfPages(site),
      site == own || site != ownTitle, !words.isA(.noCompany, site),
      // "careers.acme.com"
      !site.utf8.contains(UInt8(ascii: ".")) || site.utf8.contains(32)
    else { return nil }
    return site
  }

  /// The company whose openings the page lists: "Careers at Acme", "Karriere - Acme".
  var ownerOfList: String? {
    guard let title = ownTitle else { return nil }
    let parts = PageName.parts(of: title)
    let beside = parts.first { !words.isA(.careers, $0) && !words.saysNothing($0) }
    let named = parts.lazy.flatMap { [words] part in
      words.all(.employer).lazy.compactMap { word -> String? in
        guard let end = part.offset(of: " \(word) "),
          words.saysNothing(String(decoding: part.utf8.prefix(end), as: UTF8.self))
        else { return nil }
        return String(decoding: part.utf8.dropFirst(end + word.utf8.count + 2), as: UTF8.self)
      }
    }.first
    let isBeside =
      parts.count == 2
      && (parts.contains(where: isOfCareers)
        // "Open positions - Acme Ltd"
        || beside.map { words.withoutLegalForm($0) != nil } == true
          && parts.contains { words.saysNothing($0) && words.isOfPages($0) })
    guard let part = named.flatMap({ PageName.parts(of: $0).first }) ?? (isBeside ? beside : nil),
      let name = withoutPlace(part),
      name.isNameLike(upTo: 60), !words.isBoard(name), !words.isOfPages(name)
    else { return nil }
    return name
  }

  /// "Acme Ltd", or "Acme" where the page speaks of it.
  func isSurelyCompany(_ name: String) -> Bool {
    words.withoutLegalForm(name) != nil || speaks(of: name)
  }

  /// "Careers", "Careers & jobs".
  private func isOfCareers(_ part: String) -> Bool {
    words.isA(.careers, part)
      || words.saysNothing(part)
        && part.split { !$0.isLetter }.contains { words.isA(.careers, String($0)) }
  }

  /// "Acme" of "Acme in Porto".
  private func withoutPlace(_ name: String) -> String? {
    let ends = words.all(.inPlace).compactMap { word -> Int? in
      guard let end = name.offset(of: " \(word) "),
        let next = name.utf8.dropFirst(end + word.utf8.count + 2).first, !(97...122).contains(next)
      else { return nil }
      return end
    }
    return String(decoding: name.utf8.prefix(ends.min() ?? name.utf8.count), as: UTF8.self)
  }

  /// "Cook | Porto | Acme Careers": the site's name last in the page's own.
  var ownerOfCareers: String? {
    guard let parts = ownTitle.map(PageName.parts), parts.count > 1, let last = parts.last,
      let name = words.start(of: last, before: .careersEnd), !words.isBoard(name),
      words.isA(.careers, String(last.dropFirst(name.count)).trimmed), name.isNameLike(upTo: 60),
      !words.isOfPages(name)
    else { return nil }
    return name
  }

  private var words: DocumentWords { context.words }

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
    name.isSure || isOfLever && !name.isDoubtful
      || (name.isDoubtful
        ? introduces(name.company) || isOfHost(name.company) : speaks(of: name.company))
  }

  /// Whether the page's host is called so: "Blue Fin" of "careers.bluefin.com".
  private func isOfHost(_ name: String?) -> Bool {
    guard let letters = name?.foldedName, letters.utf8.count > 4,
      let host = pageAddress.flatMap({ SourceName.host($0) })
    else { return false }
    return host.lowercased().split(separator: ".").contains { $0 == letters }
  }

  /// Lever calls all its pages by the company and the title, and may name the company nowhere else.
  private var isOfLever: Bool {
    elements.contains { element in
      element.hasAttributes && MarkedFields.names(of: element).contains("postingheadline")
    }
  }

  /// Whether a paragraph begins with the name, as those do that tell of a company, or it is that
  /// of an address to write to.
  func introduces(_ name: String?) -> Bool {
    guard let name, !words.isBoard(name) else { return false }
    let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let parts = name.lowercased().split(separator: " ")
    let sites = [letters, parts.dropLast().joined()].filter { $0.utf8.count > 4 }
    let openers = openers
    return elements.contains { element in
      guard Self.paragraphs.contains(element.name), element.isShown,
        let text = context.line(element.text)
      else { return false }
      if sites.contains(where: { text.lowercased().offset(of: "@" + $0) != nil }) { return true }
      return openers.contains { opener in
        guard text.hasPrefix(opener + name) else { return false }
        let rest = text.dropFirst(opener.count + name.count)
        guard let first = rest.first, let next = rest.dropFirst().first else { return false }
        return first == " " && next.isLowercase || first == "'" || first == "’"
          // Scripts without blanks and sizes of letters.
          || first.isLetter && !first.isLowercase && !first.isUppercase
      }
    }
  }

  private static let paragraphs: Set<String> = ["p", "li", "h2", "h3", "h4", "td"]

  /// What may stand before the name, with its blank; nothing, too.
  private var openers: [String] {
    [""] + words.all(.beforeName).map { $0.hasSuffix("'") || $0.hasSuffix("’") ? $0 : $0 + " " }
  }

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
    guard texts.count > 1 else { return texts.first }
    return texts.first { text in
      !words.all(.employer).contains { ownTitle?.hasSuffix(" \($0) \(text)") == true }
        && text != meta("og:site_name") && words.start(of: text, before: .careersEnd) == nil
    } ?? texts.first
  }

  /// What the page calls itself where its address spells that, and its heading says something else:
  /// "Sign up".
  func titleInAddress(unlike heading: String) -> String? {
    guard let address = pageAddress?.foldedName else { return nil }
    let names = [meta("og:title"), ownTitle].compactMap { $0 }
      .map { PageName.withoutBoard($0, words) }
    guard names.allSatisfy({ $0.offset(of: heading) == nil }),
      address.offset(of: heading.foldedName) == nil
    else { return nil }
    return names.first { name in
      let letters = name.foldedName
      return letters.utf8.count >= 12 && address.offset(of: letters) != nil
    }
  }

  /// A name of one word that stands in no heading is the site's, where the page has headings.
  func isOfSite(_ name: String) -> Bool {
    guard !name.utf8.contains(32), name.utf8.count > 1 else { return false }
    let headings = elements.filter { ["h2", "h3", "h4"].contains($0.name) && !$0.isHidden }
    return !headings.isEmpty && !headings.contains { $0.text.offset(of: name) != nil }
  }

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
  /// The only heading that says for whom it is open, as titles do: "Koch (m/w/d)".
  var titleWithSexes: String? {
    let found = elements.lazy.filter { ["h2", "h3", "h4"].contains($0.name) && !$0.isHidden }
      .compactMap { context.line($0.text) }.filter(context.words.isForSexes)
    let all = Array(found.prefix(2))
    return all.count == 1 ? all[0] : nil
  }

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
      marked?.descendants().first { Self.headings.contains($0.name) || $0.name == "h4" } ?? own
      // Taleo has no headings at all.
      ?? marked.flatMap { $0.attribute("id")?.contains("reqTitle") == true ? $0 : nil }
      // Nor have the older pages of iCIMS.
      ?? marked.flatMap { holdsNoHeading && $0.text.utf8.count <= 150 ? $0 : nil }
    return heading.flatMap { context.line($0.text) } ?? titleLabelled
  }

  private var holdsNoHeading: Bool {
    !elements.contains { Self.headings.contains($0.name) || $0.name == "h4" }
  }

  /// What stands alone in an element with the identifier of a job's title.
  var titleLabelled: String? {
    let element = elements.first { element in
      guard ["span", "div", "td", "p", "strong", "b"].contains(element.name), !element.isHidden,
        let name = element.attribute("id")
      else { return false }
      return name == "jobTitle" || name == "job-title" || name.hasSuffix("lblJobTitle")
    }
    return element.flatMap { context.line($0.text) }
  }

  private static let headings: Set<String> = ["h1", "h2", "h3"]
  private static let titleMarks = [
    "jobtitle", "topcardtitle", "postingtitle", "positiontitle", "vacancytitle",
    "jobpostingheader", "postingheadline", "jobheadline", "reqtitlelink",
  ]
}
