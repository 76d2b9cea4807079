import Listings

/// RSS 2.0, RSS 1.0 and Atom; boards that say more in elements of their own are read here, too.
enum FeedAdapter {
  static func read(_ root: MarkupNode, context: ReadingContext) -> AdapterResult {
    let items = root.descendants().filter { $0.name == "item" || $0.name == "entry" }
    let channel = Channel(root)
    var result = AdapterResult()
    for (index, item) in items.enumerated() {
      if saysNothing(item) {
        result.empty += 1
      } else if let posting = posting(item, channel: channel, context: context) {
        result.postings.append(posting)
      } else {
        result.problems.append(
          context.problem("no title", item: index, about: .string(item.markup)))
      }
    }
    let isFeed = root.child("channel") ?? root.child("title") != nil
    if items.isEmpty, !isFeed { return .problem("no items in this feed") }
    return result
  }
}

private struct Channel {
  let title: String?
  let isWeWorkRemotely: Bool
  let isTeamtailor: Bool
  /// NEOGOV makes a feed for each agency, and names it in the channel alone.
  let isOfOneEmployer: Bool
  let link: String

  /// What feeds call things; "author" and "source" are mostly the site's.
  static let fieldsOfFeeds: Set<String> = [
    "title", "link", "guid", "id", "pubDate", "published", "updated", "date", "category", "author",
    "creator", "source", "description", "summary", "content", "encoded", "comments", "region",
    "country", "state", "skills", "locations", "image",
  ]

  init(_ root: MarkupNode) {
    let channel = root.child("channel") ?? root
    title = channel.childText("title")
    link = channel.childText("link") ?? ""
    isWeWorkRemotely = link.contains("weworkremotely.com")
    isTeamtailor =
      root.node.hasNamespace("https://teamtailor.com/locations") || link.contains("teamtailor.com")
    isOfOneEmployer = root.node.hasNamespace("http://www.neogov.com/namespaces/JobListing")
  }

  func employer(_ context: ReadingContext) -> String? {
    if isOfOneEmployer { return context.line(title) }
    // "Acme careers", but "Acme jobs" may be a board.
    guard let title = context.line(title),
      let name = context.words.start(of: title, before: .careersEnd),
      context.words.isA(.careers, String(title.dropFirst(name.count)).trimmed),
      name.isNameLike(upTo: 60), !context.words.isBoard(name), !context.words.isOfPages(name)
    else { return nil }
    return name
  }
}

private extension FeedAdapter {
  /// A broken feed may nest items in one that says nothing itself.
  static func saysNothing(_ item: MarkupNode) -> Bool {
    item.elements.allSatisfy { $0.name == item.name }
      && (item.elements.contains { _ in true } || item.text.trimmed.isEmpty)
  }

  static func posting(
    _ item: MarkupNode, channel: Channel, context: ReadingContext
  ) -> Posting? {
    guard let title = context.line(item.childText("title")?.decodingEntities) else { return nil }
    var posting = Posting(title: title)
    posting.url = address(item, context)
    posting.externalID = context.line(item.childText("guid") ?? item.childText("id"))
    posting.source = SourceName.ofFeed(at: posting.url)
    let date =
      item.childText("pubDate") ?? item.childText("published") ?? item.childText("dc:date")
      ?? item.childText("updated")
    posting.setDate(context.line(date))
    posting.closes = item.childText("expires_at").flatMap { DateText.day($0) }
    posting.tags = item.elements.filter { $0.name == "category" }.compactMap {
      context.line($0.attribute("term") ?? $0.text)
    }
    posting.employmentText = context.line(item.childText("type"))
    let text =
      item.childText("content:encoded") ?? item.child("content")?.textOrMarkup
      ?? item.childText("description") ?? item.child("summary")?.textOrMarkup
    posting.body = text.map { [Block](description: $0, context: context) } ?? []
    posting.company = context.line(
      item.childText("company") ?? item.childText("job_listing:company"))
    posting.location = context.line(
      item.childText("location") ?? item.childText("job_listing:location"))
    if channel.isWeWorkRemotely { WeWorkRemotely.fill(&posting, item, context) }
    if channel.isTeamtailor { Teamtailor.fill(&posting, item, channel, context) }
    posting.fill(fromFieldsOf: item, context)
    posting.splitPlaceWithPostcode()
    posting.fillFromLabels(context.words)
    posting.company = posting.company ?? channel.employer(context)
    return posting
  }

  static func address(_ item: MarkupNode, _ context: ReadingContext) -> String? {
    let links = item.elements.filter { $0.name == "link" }
    let alternate = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" }
    let text = alternate?.attribute("href") ?? alternate?.text ?? item.childText("guid")
    guard let url = context.line(text), url.isWebAddress else { return nil }
    return url
  }
}

private extension Posting {
  /// Boards and job plug-ins put fields of their own beside what feeds have.
  mutating func fill(
    fromFieldsOf item: MarkupNode, _ context: ReadingContext
  ) {
    guard case .object(let members) = item.json else { return }
    let own = members.filter { !Channel.fieldsOfFeeds.contains($0.name) }
    guard !own.isEmpty else { return }
    let found = GenericItem(.object(own), context: context)
    var other = Posting()
    found.fill(&other)
    company = company ?? other.company
    location = location ?? other.location
    workplace = workplace ?? other.workplace
    if pay == nil, payText == nil { (pay, payText) = (other.pay, other.payText) }
    employmentText = employmentText ?? other.employmentText
    seniorityText = seniorityText ?? other.seniorityText
    closes = closes ?? other.closes
    if body.isEmpty { body = other.body }
  }

  /// SuccessFactors puts the place behind its titles: "Cook (Newark, NJ, US, 07102)".
  mutating func splitPlaceWithPostcode() {
    guard location == nil, let line = title, line.hasSuffix(")"),
      let open = line.lastIndex(of: "(")
    else { return }
    let parts = line[line.index(after: open)...].dropLast().split(separator: ",")
      .map { String($0).trimmed }
    guard parts.count >= 3, let code = parts.last, code.utf8.count >= 4,
      code.utf8.contains(where: { (48...57).contains($0) }),
      parts[parts.count - 2].utf8.count == 2
    else { return }
    title = String(line[..<open]).trimmed
    location = parts.dropLast().joined(separator: ", ")
  }
}

/// Titles are "Company: Role"; the region says from where one may apply.
private enum WeWorkRemotely {
  static func fill(_ posting: inout Posting, _ item: MarkupNode, _ context: ReadingContext) {
    posting.source = "weworkremotely"
    posting.workplace = .remote
    if let title = posting.title, let colon = title.range(ofASCII: ": ") {
      posting.company = String(decoding: title.utf8.prefix(colon), as: UTF8.self)
      posting.title = String(decoding: title.utf8.dropFirst(colon + 2), as: UTF8.self)
    }
    posting.location =
      context.line(item.childText("region")) ?? context.line(item.childText("state"))
      ?? context.line(item.childText("country"))
    posting.eligibilityTexts = ["region", "country"].compactMap { context.line(item.childText($0)) }
    let skills = item.childText("skills")?.split(separator: ",").map { String($0) } ?? []
    posting.tags += skills.compactMap { context.line($0) }
  }
}

/// The channel is the company; places and the workplace have elements of their own.
private enum Teamtailor {
  static func fill(
    _ posting: inout Posting, _ item: MarkupNode, _ channel: Channel, _ context: ReadingContext
  ) {
    posting.company =
      posting.company ?? context.line(item.childText("company_name") ?? channel.title)
    // Items may lead to the company's own host; the channel's is the one that is followed.
    let source = SourceName.ofFeed(at: channel.link)
    if source.hasPrefix("teamtailor:") { posting.source = source }
    posting.workplace = context.words.workplace(item.childText("remoteStatus"))
    let places = item.descendants(named: "location").compactMap { place -> String? in
      let parts = ["tt:city", "tt:country"].compactMap { context.line(place.childText($0)) }
      return parts.isEmpty
        ? context.line(place.childText("tt:name")) : parts.joined(separator: ", ")
    }
    posting.location = places.isEmpty ? posting.location : places.joined(separator: "; ")
    if let department = context.line(
      item.childText("tt:department") ?? item.childText("department"))
    {
      posting.tags.append(department)
    }
  }
}
