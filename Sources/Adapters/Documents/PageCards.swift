import Listings

/// A page that lists jobs, each on a card of its own: results of a search, a company's openings.
///
/// A card is told by its heading, or by its link to a job: the largest part of the page that holds
/// one of the kind and none of its neighbors. Cards count where they name a company or a place, or
/// lead to a job by the words of the address.
enum PageCards {
  private static let deepest = 14

  /// Of a page that does not show one job; nil where it shows other things than jobs.
  static func read(_ page: Page) -> [Posting]? {
    read(page) { card, posting in
      posting.company != nil || posting.location != nil || card.isToJob(page)
        || card.isAppliedFor(page) || page.context.words.isForSexes(posting.title)
    }
  }

  /// Of a page that is called a list of jobs, though its heading may be a job's: each card has
  /// what one applies by.
  static func ofApplications(_ page: Page) -> [Posting]? {
    guard page.isCalledList else { return nil }
    return read(page) { card, posting in
      card.isAppliedFor(page) || page.context.words.isForSexes(posting.title)
    }
  }

  private typealias Listed = (posting: Posting, isLinked: Bool)

  private static func read(
    _ page: Page, where isJob: (Card, Posting) -> Bool
  ) -> [Posting]? {
    let host = page.pageAddress.flatMap { SourceName.host($0) }
    let groups = groups(of: page).filter { $0.count > 1 }
    let lists = groups.map { headings in
      onePerJob(cards(of: headings), page).compactMap { card -> Listed? in
        posting(card, page, host).flatMap { posting in
          isJob(card, posting) ? (posting, !card.links.isEmpty) : nil
        }
      }
    }
    let sizes = zip(groups.map(\.isOfLinks), lists).map { isOfLinks, list in
      // Buttons such as "View" are alike.
      isOfLinks ? Set(list.map(\.posting.title)).count : list.count
    }
    guard let most = sizes.max(), most > 1,
      // The title stands above what else is a heading on a card.
      let best = zip(sizes, lists).first(where: { $0.0 == most })?.1, areApart(best),
      isMost(best.map(\.posting), of: page)
    else { return nil }
    return best.map(\.posting)
  }

  /// Of a mail, whose cards all lead to jobs by their addresses.
  static func inMail(_ page: Page) -> AdapterResult? {
    guard !page.showsOneJob, let cards = read(page) ?? page.postingsOfTables,
      cards.allSatisfy({ $0.url.map { page.leadsToJob($0) } ?? false })
    else { return nil }
    return AdapterResult(postings: cards)
  }

  /// The headings of each kind, in the order of their first.
  private static func groups(of page: Page) -> [[MarkupNode]] {
    var groups: [[MarkupNode]] = []
    var places: [String: Int] = [:]
    for element in page.elements {
      guard let kind = kind(of: element, page) else { continue }
      let place = places[kind] ?? groups.count
      if place == groups.count {
        groups.append([])
        places[kind] = place
      }
      groups[place].append(element)
    }
    return groups.map { $0.isOfLinks ? onePerAddress($0, page) : $0 }
  }

  /// Of the links of a card to its job the one that has the title: no logo, no button.
  private static func onePerAddress(_ links: [MarkupNode], _ page: Page) -> [MarkupNode] {
    var places: [String: Int] = [:]
    var chosen: [MarkupNode] = []
    for link in links {
      let address = link.attribute("href") ?? ""
      guard let place = places[address] else {
        places[address] = chosen.count
        chosen.append(link)
        continue
      }
      if page.context.words.isButton(chosen[place].text),
        !page.context.words.isButton(link.text)
      {
        chosen[place] = link
      }
    }
    return chosen
  }

  /// A card may stand once for each width of a screen, and lead to its job in more than one place.
  private static func onePerJob(_ cards: [Card], _ page: Page) -> [Card] {
    var seen: Set<String> = []
    return cards.filter { card in
      guard let link = card.links.first(where: page.isToJob), var address = link.attribute("href")
      else { return true }
      if address.hasSuffix("/") { address.removeLast() }
      address = page.addressOfNumber(address) ?? address
      // `/jobs/17/apply` leads to the job of `/jobs/17`.
      let above = address.indices.filter { address[$0] == "/" }.map { String(address[..<$0]) }
      if seen.contains(address) || above.contains(where: seen.contains) { return false }
      seen.insert(address)
      return true
    }
  }

  /// A page may say a title more than once; cards are of jobs that differ.
  private static func areApart(_ cards: [Listed]) -> Bool {
    let names = cards.map(\.posting).map { [$0.title, $0.company, $0.location, $0.url] }
    return Set(names).count == names.count && !holdOneAnother(cards)
  }

  private static let mostParts = 20

  /// "Koch (m/w/d)" and "Dein Profil als Koch (m/w/d)" without links are of one job.
  private static func holdOneAnother(_ cards: [Listed]) -> Bool {
    let titles = cards.compactMap { $0.isLinked ? nil : $0.posting.title }
    // The parts of one job are few.
    guard titles.count <= mostParts else { return false }
    return titles.indices.contains { index in
      guard let end = titles[index].offset(of: " (") else { return false }
      let stem = String(decoding: titles[index].utf8.prefix(end), as: UTF8.self)
      return titles.indices.contains { $0 != index && titles[$0].offset(of: stem) != nil }
    }
  }

  /// The cards are what the page is for, where little else stands on it.
  private static func isMost(_ postings: [Posting], of page: Page) -> Bool {
    let inside = postings.reduce(0) { $0 + $1.body.plainText.utf8.count }
    let all = page.elements.first { $0.name == "body" } ?? page.root
    let outside = [Block](all, context: page.context).plainText.utf8.count - inside
    return outside <= max(page.isCalledList ? 6_000 : 2_500, 2 * inside)
  }

  /// Headings of one kind are of one level and called alike; links lead to one part of the site.
  private static func kind(of element: MarkupNode, _ page: Page) -> String? {
    let isHeading = headings.contains(element.name)
    let name = element.hasAttributes ? MarkedFields.names(of: element).first ?? "" : ""
    if element.name == "a" {
      guard element.isShown else { return nil }
      // One site may keep its jobs in several parts: those of each of its companies.
      let isTitle = titleMarks.contains(where: name.holds)
      return page.partOfJobs(element.attribute("href")).map { "a " + (isTitle ? name : $0) }
    }
    guard isHeading || titleMarks.contains(where: name.holds), !element.isHidden else {
      return nil
    }
    return element.name + " " + name
  }

  // A summary is what is seen of details that are folded up.
  private static let headings = ["h2", "h3", "h4", "h5", "h6", "summary"]

  private static let titleMarks = [
    "jobtitle", "cardtitle", "positiontitle", "vacancytitle", "postitle", "detailtitle",
  ]

  private struct Card {
    let heading: MarkupNode
    let element: MarkupNode
    let parts: [MarkupNode]

    init(heading: MarkupNode, element: MarkupNode) {
      self.heading = heading
      self.element = element
      parts = element.descendants() + [element]
    }

    var links: [MarkupNode] { parts.filter { $0.name == "a" && $0.attribute("href") != nil } }

    /// The texts that stand beside another in elements of their own, which may be its label.
    func labelled(_ context: ReadingContext) -> [(label: String, value: String)] {
      parts.flatMap { part in
        let texts = part.elements.map { context.line($0.text) }
        return zip(texts, texts.dropFirst()).compactMap {
          (label, value) -> (label: String, value: String)? in
          guard let label, let value, label.utf8.count <= 40 else { return nil }
          return (label, value)
        }
      }
    }

    /// Whether the heading leads to a job, by the words of the address.
    ///
    /// A bare link is to be called a job's as well: `<a class="job-link" href="/jobs/17">`. A
    /// heading that is called a job's title needs no such address.
    func isToJob(_ page: Page) -> Bool {
      let names = MarkedFields.names(of: heading)
      if heading.name == "a" {
        return (names + MarkedFields.names(of: element)).contains { $0.holds("job") }
          || page.isToNumber(heading)
      }
      return links.contains(where: page.isToJob)
        || names.contains { $0.holds("job") && $0.holds("title") }
        || isOfJob
          && (heading.withParents.prefix(2) + heading.descendants()).contains { $0.name == "a" }
    }

    /// Whether the card is called a job: `<div class="job-item">`.
    private var isOfJob: Bool {
      MarkedFields.names(of: element).contains { $0.hasPrefix("job") }
    }

    /// Whether one applies for the job on the card itself.
    func isAppliedFor(_ page: Page) -> Bool {
      heading.name != "a"
        && parts.contains { part in
          guard part.name == "a" || part.name == "button",
            let text = page.context.line(part.text)
          else { return false }
          return page.context.words.isForApplying(text)
        }
    }
  }

  private static func cards(of headings: [MarkupNode]) -> [Card] {
    let chains = headings.map { Array($0.withParents.prefix(deepest)) }
    return headings.indices.map { index in
      let neighbors = [index - 1, index + 1].filter(headings.indices.contains)
        .flatMap { chains[$0].map(\.node) }
      let own = chains[index].prefix { !neighbors.contains($0.node) }
      return Card(heading: headings[index], element: own.last ?? headings[index])
    }
  }

  /// The heading in it, or the first of the parts that a link is made of.
  private static func titleElement(of heading: MarkupNode) -> MarkupNode {
    if let inner = heading.descendants().first(where: { headings.contains($0.name) }) {
      return inner
    }
    let parts = heading.elements.filter { !$0.text.trimmed.isEmpty }
    guard heading.name == "a", parts.count > 1,
      parts.allSatisfy({ ["p", "div"].contains($0.name) })
    else { return heading }
    return parts[0]
  }

  private static func posting(_ card: Card, _ page: Page, _ host: String?) -> Posting? {
    let heading = titleElement(of: card.heading)
    let isPart = heading.name == "p" || heading.name == "div"
    // "Cook" and a badge "New".
    let own = isPart ? page.context.line(heading.ownWords) : nil
    guard let title = own ?? page.context.line(heading.text), (3...150).contains(title.utf8.count),
      heading.name != "a" || !page.context.words.isButton(title)
    else { return nil }
    // A card leads to its job, unless its title is told by its form.
    guard !card.links.isEmpty || page.context.words.isForSexes(title) else { return nil }
    let marked = MarkedFields(card: card.parts, page.context)
    let company = marked.company ?? card.links.lazy.compactMap { page.companyLinked(by: $0) }.first
    var posting = Posting(title: title, body: [Block](card.element, context: page.context))
    posting.company = company
    posting.location = marked.location
    posting.payText = marked.pay
    posting.tags = marked.workplace.map { [$0] } ?? []
    posting.url = card.links.lazy.compactMap { page.address(of: $0, on: host) }.first
    posting.fill(from: card.labelled(page.context), page.context.words)
    posting.fillFromLabels(page.context.words)
    let time = card.parts.first { $0.name == "time" }
    posting.setDate(page.context.line(time?.attribute("datetime") ?? time?.text))
    return posting
  }
}

extension Page {
  /// Whether a main heading is a job's, not what was searched for or the site's own, or a long
  /// description stands on the page.
  var showsOneJob: Bool {
    if titleHired != nil { return true }
    let isDescribed = elements.contains { element in
      element.hasAttributes
        && MarkedFields.names(of: element).contains { $0.holds("description") }
        && element.text.utf8.count > 600
    }
    return isDescribed
      || mainHeadings.contains { index in
        guard let text = context.line(elements[index].text) else { return false }
        return !context.words.isOfPages(text) && !context.words.saysNothing(text)
          && text != meta("og:site_name") && text != ownerOfList
      }
  }
}

extension Page {
  /// Whether its own name says that it lists jobs, and holds none of its headings: "Jobs — Acme".
  var isCalledList: Bool {
    guard let name = ownTitle,
      PageName.parts(of: name).contains(where: context.words.saysNothing)
    else { return false }
    return !mainHeadings.contains { index in
      guard let text = context.line(elements[index].text), !context.words.isOfPages(text) else {
        return false
      }
      return name.offset(of: text) != nil
    }
  }

  func leadsToJob(_ address: String) -> Bool { partOfJobs(address) != nil }

  func address(of link: MarkupNode, on host: String?) -> String? {
    guard link.name == "a", let target = context.line(link.attribute("href")),
      companySlug(target) == nil
    else { return nil }
    if target.isWebAddress { return target }
    guard target.hasPrefix("/"), !target.hasPrefix("//"), let host else { return nil }
    return "https://\(host)\(target)"
  }
}

private extension Page {
  func companyLinked(by link: MarkupNode) -> String? {
    guard link.name == "a", companySlug(link.attribute("href")) != nil,
      let name = context.line(link.text), name.isNameLike(upTo: 60),
      !context.words.isOfPages(name)
    else { return nil }
    return name
  }
}

private extension [MarkupNode] {
  var isOfLinks: Bool { first?.name == "a" }
}
