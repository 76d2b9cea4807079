import Listings

/// The cards of LinkedIn's alert mails: a link with the title, then "Company · Place (Workplace)".
enum AlertCards {
  /// Only mails link through `/comm/`; a saved page does not.
  static func read(_ page: Page, context: ReadingContext) -> AdapterResult? {
    var result = AdapterResult()
    var seen: Set<String> = []
    for link in page.elements where link.name == "a" {
      guard let id = jobID(link.attribute("href")), let title = context.line(link.text),
        title.utf8.count <= 150, !context.words.isButton(title), seen.insert(id).inserted
      else { continue }
      var posting = Posting(
        source: "linkedin", externalID: id, url: "https://www.linkedin.com/jobs/view/\(id)/",
        title: title)
      if let line = lineAfter(link, in: page, context: context) {
        fill(&posting, from: line, context)
      } else {
        fill(&posting, fromLinesAfter: link, in: page, context)
      }
      result.postings.append(posting)
    }
    return result.postings.isEmpty ? nil : result
  }

  private static func jobID(_ address: String?) -> String? {
    guard let address, let place = address.range(ofASCII: "linkedin.com/comm/jobs/view/") else {
      return nil
    }
    let digits = address.utf8.dropFirst(place + 28).prefix { (48...57).contains($0) }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
  }

  /// The next cell with a middle dot; an anchor of a cell of its own comes right before it.
  private static func lineAfter(
    _ link: MarkupNode, in page: Page, context: ReadingContext
  ) -> String? {
    guard let place = page.elements.firstIndex(where: { $0.node == link.node }) else { return nil }
    let following = page.elements[(place + 1)...].prefix(8)
    for element in following {
      if element.name == "a", jobID(element.attribute("href")) != nil { return nil }
      if element.descendants(named: "a").contains(where: { jobID($0.attribute("href")) != nil }) {
        return nil
      }
      if let line = context.line(element.text), line.contains(" · "), line.utf8.count < 200 {
        return line
      }
    }
    return nil
  }

  /// Whether the line is "Company · Place (Workplace)".
  @discardableResult static func fill(
    _ posting: inout Posting, from line: String, _ context: ReadingContext
  ) -> Bool {
    guard let dot = line.middleDot else { return false }
    posting.company = String(decoding: line.utf8.prefix(dot), as: UTF8.self)
    setPlace(&posting, String(decoding: line.utf8.dropFirst(dot + 4), as: UTF8.self), context)
    return true
  }

  /// The company and the place on lines of their own, in the link's own cell.
  private static func fill(
    _ posting: inout Posting, fromLinesAfter link: MarkupNode, in page: Page,
    _ context: ReadingContext
  ) {
    guard let place = page.elements.firstIndex(where: { $0.node == link.node }) else { return }
    let lines = page.elements[(place + 1)...].prefix(8).prefix { $0.name != "a" && $0.name != "td" }
      .filter { $0.name == "p" }.compactMap { context.line($0.text) }
    guard lines.count > 1, lines[0].isNameLike(upTo: 80), lines[1].utf8.count <= 100 else { return }
    posting.company = lines[0]
    setPlace(&posting, lines[1], context)
  }

  private static func setPlace(
    _ posting: inout Posting, _ place: String, _ context: ReadingContext
  ) {
    var place = place
    if place.last == ")", let open = place.lastIndex(of: "("),
      let kind = context.words.workplace(String(place[open...]))
    {
      posting.workplace = kind
      place = String(place[..<open]).trimmed
    }
    posting.location = place.isEmpty ? nil : place
  }
}

private extension String {
  /// The offset of a middle dot between blanks, in UTF-8.
  var middleDot: Int? {
    let bytes = Array(utf8)
    return bytes.indices.dropLast(3).first {
      bytes[$0] == 32 && bytes[$0 + 1] == 0xC2 && bytes[$0 + 2] == 0xB7 && bytes[$0 + 3] == 32
    }
  }
}
