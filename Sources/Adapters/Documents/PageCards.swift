import Listings

/// A page that lists jobs, each on a card of its own: results of a search, a company's openings.
///
/// A card is told by its heading: the largest part of the page that holds one heading of the kind
/// and none of its neighbors'. Cards count where they name a company or a place.
enum PageCards {
  private static let most = 300
  private static let deepest = 14

  /// Nil where the page shows one job, or other jobs only beside it.
  static func read(_ page: Page) -> AdapterResult? {
    guard !page.showsOneJob else { return nil }
    let lists = groups(of: page).filter { $0.count > 1 }.map { headings in
      cards(of: headings).compactMap { posting($0, page) }
    }
    guard let most = lists.map(\.count).max(), most > 1,
      // The title stands above what else is a heading on a card.
      let best = lists.first(where: { $0.count == most }), areApart(best), isMost(best, of: page)
    else { return nil }
    return AdapterResult(postings: best)
  }

  /// The headings of each kind, in the order of their first.
  private static func groups(of page: Page) -> [[MarkupNode]] {
    var groups: [[MarkupNode]] = []
    var places: [String: Int] = [:]
    for element in page.elements {
      guard let kind = kind(of: element) else { continue }
      let place = places[kind] ?? groups.count
      if place == groups.count {
        groups.append([])
        places[kind] = place
      }
      if groups[place].count < most { groups[place].append(element) }
    }
    return groups
  }

  /// A page may say a title more than once; cards are of jobs that differ.
  private static func areApart(_ postings: [Posting]) -> Bool {
    let names = postings.map { [$0.title, $0.company, $0.location, $0.url] }
    return Set(names).count == names.count
  }

  /// The cards are what the page is for, where little else stands on it.
  private static func isMost(_ postings: [Posting], of page: Page) -> Bool {
    let inside = postings.reduce(0) { $0 + $1.body.plainText.utf8.count }
    let all = page.elements.first { $0.name == "body" } ?? page.root
    let outside = [Block](all, context: page.context).plainText.utf8.count - inside
    return outside <= max(2_500, 2 * inside)
  }

  /// Headings of one kind are of one level and called alike.
  private static func kind(of element: MarkupNode) -> String? {
    let isHeading = ["h2", "h3", "h4", "h5"].contains(element.name)
    let name = element.hasAttributes ? MarkedFields.names(of: element).first ?? "" : ""
    guard isHeading || titleMarks.contains(where: name.contains), !element.isHidden else {
      return nil
    }
    return element.name + " " + name
  }

  private static let titleMarks = ["jobtitle", "cardtitle", "positiontitle", "vacancytitle"]

  private static func cards(of headings: [MarkupNode]) -> [(heading: MarkupNode, card: MarkupNode)]
  {
    let chains = headings.map { Array($0.withParents.prefix(deepest)) }
    return headings.indices.map { index in
      let neighbors = [index - 1, index + 1].filter(headings.indices.contains)
        .flatMap { chains[$0].map(\.node) }
      let own = chains[index].prefix { !neighbors.contains($0.node) }
      return (headings[index], own.last ?? headings[index])
    }
  }

  private static func posting(
    _ found: (heading: MarkupNode, card: MarkupNode), _ page: Page
  ) -> Posting? {
    guard let title = page.context.line(found.heading.text), (3...150).contains(title.utf8.count)
    else { return nil }
    // A card leads to its job.
    let parts = found.card.descendants()
    guard parts.contains(where: { $0.name == "a" && $0.attribute("href") != nil }) else {
      return nil
    }
    let marked = MarkedFields(card: parts, page.context)
    let company = marked.company ?? parts.lazy.compactMap { page.companyLinked(by: $0) }.first
    guard company != nil || marked.location != nil else { return nil }
    var posting = Posting(title: title, body: [Block](found.card, context: page.context))
    posting.company = company
    posting.location = marked.location
    posting.payText = marked.pay
    posting.tags = marked.workplace.map { [$0] } ?? []
    posting.url = parts.lazy.compactMap { page.address(of: $0) }.first
    let time = parts.first { $0.name == "time" }
    posting.setDate(page.context.line(time?.attribute("datetime") ?? time?.text))
    return posting
  }
}

private extension Page {
  /// Whether a main heading is a job's, not what was searched for or the site's own, or a long
  /// description stands on the page.
  var showsOneJob: Bool {
    if titleHired != nil { return true }
    let isDescribed = elements.contains { element in
      element.hasAttributes
        && MarkedFields.names(of: element).contains { $0.contains("description") }
        && element.text.utf8.count > 600
    }
    return isDescribed
      || mainHeadings.contains { index in
        guard let text = context.line(elements[index].text) else { return false }
        return !context.words.isOfPages(text) && text != meta("og:site_name")
      }
  }

  func companyLinked(by link: MarkupNode) -> String? {
    guard link.name == "a", companySlug(link.attribute("href")) != nil,
      let name = context.line(link.text), name.isNameLike(upTo: 60),
      !context.words.isOfPages(name)
    else { return nil }
    return name
  }

  func address(of link: MarkupNode) -> String? {
    guard link.name == "a", let target = context.line(link.attribute("href")),
      companySlug(target) == nil
    else { return nil }
    if target.isWebAddress { return target }
    guard target.hasPrefix("/"), !target.hasPrefix("//"), let own = pageAddress,
      let host = SourceName.host(own)
    else { return nil }
    return "https://\(host)\(target)"
  }
}
