import Listings

/// Alerts whose jobs stand in lines: LinkedIn's text parts, and Indeed's mails.
enum MailAlerts {
  /// Title, company and place above an address of LinkedIn's, or below it where it stands behind
  /// the title; nil where there is none.
  static func linkedIn(_ text: String, context: ReadingContext) -> AdapterResult? {
    var result = AdapterResult()
    var block: [String] = []
    // The lines of the job, where a blank line stands between them and the address.
    var earlier: [String] = []
    var open: String?
    var seen: Set<String> = []
    func add(_ id: String) {
      let lines = block.count >= 2 ? block : earlier
      guard lines.count >= 2, seen.insert(id).inserted else { return }
      result.postings.append(linkedIn(id, lines, context))
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines + [""] {
      let words = context.line(String(line)) ?? ""
      if let id = linkedInID(words) {
        let title = block.isEmpty ? titleBefore(addressIn: words) : nil
        if title == nil { add(id) }
        open = title == nil ? nil : id
        (block, earlier) = (title.map { [$0] } ?? [], [])
      } else if words.utf8.count < 3 || words.utf8.allSatisfy({ "-=_".utf8.contains($0) }) {
        if let id = open { add(id) }
        open = nil
        earlier = words.isEmpty ? block.count >= 2 ? block : earlier : []
        block = []
      } else {
        block.append(words)
      }
    }
    return result.postings.isEmpty ? nil : result
  }

  private static func linkedInID(_ line: String) -> String? {
    guard let place = line.range(ofASCII: "linkedin.com/comm/jobs/view/") else { return nil }
    let digits = line.utf8.dropFirst(place + 28).prefix { (48...57).contains($0) }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
  }

  /// "Cook" of "Cook (https://…)".
  private static func titleBefore(addressIn line: String) -> String? {
    guard let end = line.range(ofASCII: " (https://") ?? line.range(ofASCII: " <https://"), end > 3
    else { return nil }
    return String(decoding: line.utf8.prefix(end), as: UTF8.self)
  }

  private static func linkedIn(
    _ id: String, _ lines: [String], _ context: ReadingContext
  ) -> Posting {
    var posting = Posting(
      source: "linkedin", externalID: id, url: "https://www.linkedin.com/jobs/view/\(id)/",
      title: lines[0])
    // "Company · Place (Workplace)"
    if AlertCards.fill(&posting, from: lines[1], context) { return posting }
    posting.company = lines[1]
    posting.location = lines.count > 2 ? lines[2] : nil
    return posting
  }
}

extension MailAlerts {
  /// Cards of Indeed: a link with a job's key, then lines of company, place, pay and words.
  static func indeed(_ page: Page) -> AdapterResult? {
    var result = AdapterResult()
    var seen: Set<String> = []
    let links = page.elements.indices.filter { indeedKey(page.elements[$0]) != nil }
    for (order, index) in links.enumerated() {
      let link = page.elements[index]
      guard let key = indeedKey(link), let title = page.context.line(link.text),
        title.utf8.count <= 150, seen.insert(key).inserted
      else { continue }
      let end = order + 1 < links.count ? links[order + 1] : page.elements.count
      let inside = link.descendants().count
      let start = min(index + 1 + inside, end)
      var posting = Posting(
        source: "indeed", externalID: key, url: "https://www.indeed.com/viewjob?jk=\(key)",
        title: title)
      fill(&posting, lines(of: page.elements[start..<end], page.context), page.context.words)
      result.postings.append(posting)
    }
    return result.postings.isEmpty ? nil : result
  }

  /// Title, company and place above an address of Indeed's that is alone on its line.
  static func indeed(_ text: String, context: ReadingContext) -> AdapterResult? {
    var result = AdapterResult()
    var block: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = context.line(String(line)) ?? ""
      let isAddress = words.hasPrefix("https://") || words.hasPrefix("<https://")
      if isAddress, let key = indeedKey(words), block.count >= 2 {
        var posting = Posting(
          source: "indeed", externalID: key, url: "https://www.indeed.com/viewjob?jk=\(key)",
          title: block[0])
        fill(&posting, Array(block.dropFirst()), context.words)
        result.postings.append(posting)
        block = []
      } else if words.isEmpty {
        block = []
      } else {
        block.append(words)
      }
    }
    return result.postings.isEmpty ? nil : result
  }

  private static func indeedKey(_ element: MarkupNode) -> String? {
    element.name == "a" ? element.attribute("href").flatMap(indeedKey) : nil
  }

  private static func indeedKey(_ address: String) -> String? {
    guard address.range(ofASCII: "indeed.") != nil, let place = address.range(ofASCII: "jk=")
    else { return nil }
    let key = address.utf8.dropFirst(place + 3).prefix {
      (48...57).contains($0) || (97...102).contains($0 | 0x20)
    }
    return key.count >= 6 ? String(decoding: key, as: UTF8.self) : nil
  }

  /// What stands in elements that hold no others.
  private static func lines(
    of elements: ArraySlice<MarkupNode>, _ context: ReadingContext
  ) -> [String] {
    elements.filter { $0.elements.first(where: { $0.name != "br" }) == nil }
      .compactMap { context.line($0.text) }.filter { $0.utf8.count < 400 }
  }

  private static func fill(
    _ posting: inout Posting, _ lines: [String], _ words: DocumentWords
  ) {
    var lines = lines[...]
    guard let first = lines.popFirst() else { return }
    // Older mails write "Company - Place".
    if let dash = first.range(ofASCII: " - ") {
      posting.company = String(decoding: first.utf8.prefix(dash), as: UTF8.self)
      posting.location = String(decoding: first.utf8.dropFirst(dash + 3), as: UTF8.self)
    } else {
      posting.company = first
      // A rating may stand between company and place.
      while let next = lines.first, next.utf8.first.map({ (48...57).contains($0) }) == true,
        next.utf8.count <= 5
      {
        lines = lines.dropFirst()
      }
      posting.location = lines.popFirst()
    }
    for line in lines.prefix(6) {
      let small = line.lowercased()
      if posting.payText == nil, line.utf8.count <= 60,
        line.utf8.contains(where: { (48...57).contains($0) }),
        line.contains(where: { "$€£".contains($0) })
      {
        posting.payText = line
      } else if words.all(.dateEnd).contains(where: { small.hasSuffix(" " + $0) })
        || words.all(.dateStart).contains(where: small.hasPrefix)
      {
        posting.dateText = posting.dateText ?? line
      } else if posting.body.isEmpty, line.utf8.count > 40 {
        posting.body = [.paragraph([.text(line)])]
      }
    }
  }
}
