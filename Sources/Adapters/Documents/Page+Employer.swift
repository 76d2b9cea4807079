import Listings

extension Page {
  /// The company that the nearest link to a company's page names: `…/companies/acme`.
  func employerLinked(near heading: Int?) -> String? {
    guard let heading else { return nil }
    let around = max(0, heading - Self.reach)..<min(elements.count, heading + Self.reach)
    let nearest = around.sorted { abs($0 - heading) < abs($1 - heading) }
    return nearest.lazy.compactMap { employer(linkedIn: elements[$0]) }.first
  }

  /// Who the page belongs to by the line about rights at its foot, where the page tells of it
  /// besides: "© 2026 Acme Ltd. All rights reserved."
  var ownerInFoot: String? {
    for element in elements.reversed().prefix(Self.footReach)
    where element.elements.first(where: { _ in true }) == nil {
      guard let line = context.line(element.text), line.utf8.count <= 200,
        let owner = Self.owner(inRights: line)
      else { continue }
      let name = words.withoutLegalForm(owner) ?? owner
      guard name.isNameLike(upTo: 60), !words.isBoard(name), !words.isOfPages(name) else {
        return nil
      }
      return introduces(name) || isLogo(name) ? name : nil
    }
    return nil
  }
}

extension Page {
  /// Who the picture that leads home says that the site is of, where the page's own name has it
  /// as a part, or one writes to an address of that name.
  var ownerOfHome: String? {
    let parts = ownTitle.map(PageName.parts) ?? []
    for link in elements where link.name == "a" && Self.leadsHome(link.attribute("href")) {
      for image in link.descendants(named: "img") {
        guard let text = context.line(image.attribute("alt")), text.utf8.count <= 120 else {
          continue
        }
        let called =
          words.start(of: text, before: .logoEnd) ?? words.rest(of: text, behind: .logoStart)
        // "Acme & Sons, bakers since 1900"
        let name =
          parts.dropFirst().first { (called ?? text).hasPrefix($0 + ",") } ?? called ?? text
        let short = words.withoutLegalForm(name) ?? name
        guard name.isNameLike(upTo: 60), !words.isBoard(name), !words.isOfPages(name),
          !words.isA(.noCompany, name)
        else { continue }
        if parts.dropFirst().contains(where: { $0 == name || $0 == short }) || isWrittenTo(short) {
          return name
        }
      }
    }
    return nil
  }

  private static func leadsHome(_ address: String?) -> Bool {
    guard let address else { return false }
    if address.isWebAddress { return SourceName.path(address).isEmpty }
    return ["/", "./", "../", "index.html", "./index.html", "../index.html", "/index.html"]
      .contains(address)
  }

  /// Whether a link above the page's foot is for writing to a host that has the name's letters.
  private func isWrittenTo(_ name: String) -> Bool {
    let letters = name.foldedName
    guard letters.utf8.count > 4 else { return false }
    return elements.contains { link in
      guard link.name == "a", let address = link.attribute("href"), address.hasPrefix("mailto:"),
        let host = address.split(separator: "?")[0].split(separator: "@").last,
        String(host).foldedName.hasPrefix(letters)
      else { return false }
      return !link.withParents.contains { $0.name == "footer" }
    }
  }

  /// The last part of an address, where the one before it says that it is a company's.
  func companySlug(_ address: String?) -> String? {
    guard var path = address?.utf8.prefix(while: { $0 != 63 && $0 != 35 }) else { return nil }
    if path.last == 47 { path = path.dropLast() }
    let parts = path.split(separator: 47).suffix(2).map { String(decoding: $0, as: UTF8.self) }
    if parts.count == 2, context.words.isA(.companyPath, parts[0]) { return parts[1] }
    // `/empresa-acme__17.html`
    return parts.last.flatMap { last in
      context.words.all(.companyPath).first { last.hasPrefix($0 + "-") }
        .map { String(last.dropFirst($0.count + 1)) }
    }
  }
}

private extension Page {
  static let reach = 60
  static let footReach = 40

  var words: DocumentWords { context.words }

  func employer(linkedIn link: MarkupNode) -> String? {
    guard link.name == "a", !link.isHidden, !link.isOfCard,
      let slug = companySlug(link.attribute("href")),
      let name = context.line(link.text), name.isNameLike(upTo: 60),
      !words.isBoard(name), !words.isOfPages(name), !words.isA(.noCompany, name)
    else { return nil }
    // "All jobs of this company" leads there, too.
    let (letters, own) = (name.foldedName, slug.foldedName)
    let isNumber = own.utf8.allSatisfy { (48...57).contains($0) }
    return isNumber || letters.utf8.count > 2 && own.hasPrefix(String(letters.prefix(3)))
      ? name : nil
  }

  /// What follows the sign and the year, to the end of the name.
  static func owner(inRights line: String) -> String? {
    guard let sign = line.offset(of: "©") else { return nil }
    let rest = line.utf8.dropFirst(sign + 2).drop { byte in
      byte == 32 || byte == 45 || byte == 44 || (48...57).contains(byte)
    }
    let text = String(decoding: rest, as: UTF8.self)
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
    let ends = [". ", " • ", " | ", " · ", " - ", " – "].compactMap(text.offset(of:))
    let end = ends.min() ?? text.utf8.count
    let name = String(decoding: text.utf8.prefix(end), as: UTF8.self).trimmed
    return name.hasSuffix(".") && ends.isEmpty ? String(name.dropLast()) : name
  }

  /// Whether the words of the site's logo are the name and nothing else.
  func isLogo(_ name: String) -> Bool {
    elements.contains { element in
      guard element.hasAttributes else { return false }
      let marks = MarkedFields.names(of: element)
      guard marks.contains(where: { $0.hasSuffix("logo") || $0.hasSuffix("brand") }) else {
        return false
      }
      return context.line(element.text) == name || context.line(element.attribute("alt")) == name
    }
  }
}

extension MarkupNode {
  /// Whether it lies in an item of a list that links to more than itself, as the cards of other
  /// jobs do.
  var isOfCard: Bool {
    guard let item = withParents.prefix(5).first(where: { $0.name == "li" }) else { return false }
    return item.descendants(named: "a").count > 1
  }
}
