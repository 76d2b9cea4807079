import Listings

/// A saved page or a piece of HTML: what it says to machines first, then what it says to people.
enum HTMLAdapter {
  static func read(
    _ source: SourceBytes, decoded: SourceBytes, context: ReadingContext
  ) -> AdapterResult {
    guard let root = tree(source, decoded: decoded, context: context)?.root else {
      return .problem("no HTML could be read")
    }
    let page = Page(root: root, context: context, address: source.url)
    if let cards = AlertCards.read(page, context: context) { return cards }
    var postings = page.structuredPostings()
    if postings.isEmpty { postings = page.postingsOfTables ?? [] }
    if postings.isEmpty, let error = page.nameOfError {
      return .problem("an error page: \(error)")
    }
    if let list = page.list(beside: postings) {
      postings = list
    } else if postings.isEmpty {
      let list =
        page.showsOneJob
        ? PageCards.ofApplications(page)
        : PageCards.read(page) ?? EmbeddedData.list(page) ?? StructuredData.listed(on: page)
      postings = list ?? [page.drawnPosting()]
    }
    if postings.count > 1, postings.allSatisfy({ $0.company == nil }), let owner = page.ownerOfList
    {
      for index in postings.indices { postings[index].company = owner }
    }
    guard let first = postings.first, first.title != nil || !first.body.isEmpty else {
      return .problem("no text in this page")
    }
    return AdapterResult(postings: postings)
  }
}

private extension HTMLAdapter {
  /// A page that is no UTF-8 names its charset inside; those we do not know, libxml2 may.
  static func tree(
    _ source: SourceBytes, decoded: SourceBytes, context: ReadingContext
  ) -> MarkupTree? {
    let isUTF8 = TextDecoding.isUTF8(source.bytes) || TextDecoding.looksWide(source.bytes)
    if isUTF8 || source.declaredCharset != nil {
      return MarkupTree(html: decoded.cleanedBytes(context))
    }
    let name = TextDecoding.charsetNamed(in: source.bytes) ?? "windows-1252"
    guard TextDecoding.knows(name) else { return MarkupTree(html: source.bytes, isUTF8: false) }
    let text = TextDecoding.utf8(source.bytes, declared: name)
    return MarkupTree(html: SourceBytes(name: "", bytes: text).cleanedBytes(context))
  }
}

/// A page with its elements at hand.
struct Page {
  let root: MarkupNode
  let elements: [MarkupNode]
  let context: ReadingContext
  let address: String?

  init(root: MarkupNode, context: ReadingContext, address: String?) {
    self.root = root
    self.context = context
    self.address = address
    elements = root.descendants()
  }
}

extension Page {
  /// The cards of a page that tells machines of a few of its jobs alone.
  func list(beside postings: [Posting]) -> [Posting]? {
    guard !postings.isEmpty, !showsOneJob, let cards = PageCards.read(self) ?? postingsOfTables,
      cards.count > postings.count,
      postings.allSatisfy({ posting in cards.contains { $0.title == posting.title } })
    else { return nil }
    let company = postings[0].company
    let isOfOne = postings.allSatisfy { $0.company == company }
    return cards.map { card in
      var card = postings.first { $0.title == card.title } ?? card
      if isOfOne { card.company = card.company ?? company }
      return card
    }
  }

  /// JobPostings in JSON-LD, else in microdata; one that is there twice counts once.
  func structuredPostings() -> [Posting] {
    var found = StructuredData.linkedData(in: elements)
    if found.isEmpty { found = StructuredData.microdata(in: elements) }
    var postings: [Posting] = []
    for value in found {
      guard var posting = SchemaPosting.posting(value, context: context) else { continue }
      // A schema without a title is of the job that the page has in its heading.
      if posting.title == nil, found.count == 1, !posting.body.isEmpty {
        posting.title = heading ?? nameOfJob
      } else if posting.title == nil {
        continue
      }
      if postings.contains(where: { $0.title == posting.title && $0.location == posting.location })
      {
        continue
      }
      // Some sites put the company's home page where the posting's address belongs.
      let isHome = posting.url.map { SourceName.path($0).isEmpty } ?? true
      if isHome, found.count == 1 { posting.url = pageAddress ?? posting.url }
      postings.append(posting)
    }
    if postings.count == 1 {
      if postings[0].body.isEmpty { postings[0].body = body }
      let marked = markedFields
      postings[0].company = postings[0].company ?? marked.company ?? marked.owner
      postings[0].location = postings[0].location ?? marked.location
      if postings[0].pay == nil { postings[0].payText = postings[0].payText ?? marked.pay }
      // The vocabulary has a word for remote work alone; sites show hybrid work beside it.
      if postings[0].workplace == nil { postings[0].tags += marked.workplace.map { [$0] } ?? [] }
    }
    return postings
  }

  private static let longestError = 1_500

  /// The name of a short page that a server shows instead of the one asked for.
  var nameOfError: String? {
    guard let name = ownTitle else { return nil }
    let small = name.lowercased()
    guard context.words.all(.errorPage).contains(where: small.hasPrefix),
      body.plainText.utf8.count < Self.longestError
    else { return nil }
    return name
  }

  /// The rows of tables that name fields, where the page is mostly these or shows no one job.
  var postingsOfTables: [Posting]? {
    guard elements.contains(where: { $0.name == "table" }) else { return nil }
    let blocks = [Block](root, context: context)
    guard let postings = RecordTable.postings(in: blocks, context: context) else { return nil }
    let inTables = blocks.filter { if case .table = $0 { true } else { false } }
    let isMost = inTables.plainText.utf8.count * 2 > blocks.plainText.utf8.count
    return isMost || !showsOneJob ? postings : nil
  }

  /// The page as a reader sees it, or would once its scripts have drawn it.
  func drawnPosting() -> Posting {
    var shown = textPosting()
    guard var drawn = EmbeddedData.posting(in: elements, context: context) else { return shown }
    if shown.body.plainText.utf8.count < drawn.body.plainText.utf8.count {
      drawn.company = drawn.company ?? shown.company
      drawn.location = drawn.location ?? shown.location
      drawn.url = shown.url ?? drawn.url
      return drawn
    }
    guard shown.title == drawn.title else { return shown }
    shown.company = shown.company ?? drawn.company
    shown.location = shown.location ?? drawn.location
    return shown
  }

  /// The page as a reader sees it.
  func textPosting() -> Posting {
    var posting = Posting(url: pageAddress, title: heading, body: body)
    let marked = markedFields
    posting.company = marked.company
    posting.location = marked.location
    posting.payText = marked.pay
    posting.tags = marked.workplace.map { [$0] } ?? []
    posting.fill(from: describedTerms, context.words)
    posting.fillFromLabels(context.words)
    posting.company = posting.company ?? marked.owner
    // What the browser shows as the page's name often says more than the title, or less.
    posting.title = posting.title ?? nameOfJob
    return posting
  }

  /// What the browser shows as the page's name, where that is more than what the site calls it.
  var nameOfJob: String? {
    guard let name = ownTitle, !context.words.saysNothing(name), !isOfSite(name) else { return nil }
    // "Cook jobs" above nothing is what was searched for.
    if body.isEmpty, let last = name.split(separator: " ").last,
      context.words.isA(.ofPages, String(last))
    {
      return nil
    }
    return PageName.title(in: name, context.words)
  }

  private var markedFields: MarkedFields { MarkedFields(self) }

  /// The terms of lists of descriptions with what stands beside each.
  private var describedTerms: [(label: String, value: String)] {
    elements.indices.dropLast().compactMap { index in
      guard elements[index].name == "dt", !elements[index].isHidden,
        let label = context.line(elements[index].text), label.utf8.count <= 40,
        let next = elements[index...].dropFirst().prefix(4).first(where: { $0.name == "dd" }),
        let value = context.line(next.text)
      else { return nil }
      return (label, value)
    }
  }

  private var body: [Block] {
    let mains = elements.filter(Self.isMain)
    // A page has one main part; where there are more, none is certain.
    guard mains.count == 1 else { return [Block](root, context: context) }
    let blocks = [Block](mains[0], context: context)
    return blocks.isEmpty ? [Block](root, context: context) : headLines + blocks
  }

  private static func isMain(_ element: MarkupNode) -> Bool {
    element.name == "main" || element.attribute("role") == "main"
  }

  /// The short lines between the main heading and the main part, where the heading stands above it.
  private var headLines: [Block] {
    guard let first = mainHeadings.first,
      let end = elements.firstIndex(where: Self.isMain), first < end, end - first <= 80
    else { return [] }
    return elements[(first + 1)..<end].compactMap { element in
      guard element.elements.first(where: { _ in true }) == nil, !element.isHidden,
        ["p", "span", "div", "li", "dd", "dt", "a", "strong", "b", "em"].contains(element.name),
        let line = context.line(element.text), line.utf8.count <= 160
      else { return nil }
      return .paragraph([.text(line)])
    }
  }

  private var heading: String? {
    guard let heading = mainTitle ?? titleHired ?? titleOfSite else { return nil }
    // "Title: Cook".
    guard let line = LabelLine(heading), context.words.field(of: line.label) == .title,
      !line.value.isEmpty
    else { return heading }
    return String(line.value)
  }

  /// "Acme hiring Cook in Porto | LinkedIn", on a page that shows no heading.
  var titleHired: String? {
    [meta("og:title"), ownTitle].lazy
      .compactMap { $0.flatMap { PageName.titleHired($0, context.words) } }.first
  }

  /// What the page is called in itself.
  var mainTitle: String? {
    let texts = mainHeadings.compactMap { titleWords(in: elements[$0]) }
      .filter { $0.utf8.count <= 150 }
    let main = mainHeading(among: texts)
    if let main, let spelled = titleInAddress(unlike: main) { return spelled }
    // "Careers at Acme" is the site's name.
    if let main, context.words.isOfPages(main), let title = titleMarked { return title }
    if let main, main == ownTitle, let title = titleLabelled { return title }
    // "Jobs".
    if let main, texts.count == 1, context.words.saysNothing(main) {
      return titleWithSexes ?? markedTitle
    }
    return main ?? markedTitle ?? headingAside
  }

  /// What a heading calls the job, without who it is at where a link names them.
  func titleWords(in heading: MarkupNode) -> String? {
    if let title = linkedEmployer(in: heading)?.title { return title }
    guard let words = context.line(heading.text) else { return nil }
    // "Apply for Cook".
    let title = context.words.rest(of: words, behind: .applyFor)
    return title.flatMap { $0.utf8.count > 3 && $0.first?.isLowercase == false ? $0 : nil } ?? words
  }

  /// "Cook at Acme", where Acme is a link: what it calls the job, and whom the link names.
  func linkedEmployer(in heading: MarkupNode) -> (title: String, company: String)? {
    var before = ""
    for child in heading.children {
      guard child.isElement, child.name == "a" else {
        before += child.isElement ? child.text : child.ownText
        continue
      }
      guard let title = context.line(before), let company = context.line(child.text),
        company.isNameLike(upTo: 80),
        let job = title.hasSuffix(" @")
          ? String(title.dropLast(2)) : context.words.start(of: title, before: .employer)
      else { return nil }
      return (job, company)
    }
    return nil
  }

  /// Greenhouse calls its pages all alike, and has nothing but the place for those who link there.
  var placeOfGreenhouse: String? {
    guard ownTitle?.hasPrefix("Job Application for ") == true,
      let place = meta("og:description"), place.utf8.count <= 80, !place.hasSuffix(".")
    else { return nil }
    return place
  }

  /// The name that the page has among links to it, unless it is the site's own: "Acme Careers".
  var nameOfSite: String? {
    meta("og:title").flatMap { name in
      context.words.start(of: name, before: .careersEnd) == nil ? name : nil
    }
  }

  /// What the name among links calls the job, where it names who it is at besides.
  var titleInNameOfSite: String? {
    nameOfSite.flatMap { PageName.titleBesideEmployer($0, context.words) }
  }

  /// The name among links, without the place that repeats the place's line.
  private var titleOfSite: String? {
    if let title = titleInNameOfSite { return title }
    guard let title = nameOfSite else { return nil }
    guard let place = markedFields.location, title.hasSuffix(place) else { return title }
    let rest = String(title.dropLast(place.count)).trimmed
    return context.words.start(of: rest, before: .inPlace) ?? title
  }

  /// What the browser shows as the page's name.
  var ownTitle: String? {
    elements.first { $0.name == "title" }.flatMap { context.line($0.text) }
  }

  func meta(_ property: String) -> String? {
    let element = elements.first {
      $0.name == "meta"
        && ($0.attribute("property") ?? $0.attribute("name") ?? $0.attribute("itemprop"))
          == property
    }
    return context.line(element?.attribute("content"))
  }

  var pageAddress: String? {
    let canonical = elements.first {
      $0.name == "link" && $0.attribute("rel")?.lowercased() == "canonical"
    }
    let candidates = [context.line(canonical?.attribute("href")), meta("og:url"), address]
    return candidates.compactMap { $0 }.first(where: \.isWebAddress)
  }
}
