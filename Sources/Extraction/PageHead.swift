import Listings

/// Title and company of a posting: as its source names them, else as its page shows them.
struct PageHead {
  let title: FieldReading?
  let company: FieldReading?
  /// The line of the body that the title was found in.
  let titleLine: Int?
  /// The place that the heading names beside the title.
  let place: FieldReading?
  /// What the heading says of the workplace and the contract.
  let notes: [String]
  /// The source's whole title, where the page shows a part of it.
  let stated: FieldReading?

  init(_ posting: Posting, _ page: Page, _ sections: Sections, _ vocabulary: Vocabulary) {
    let tidying = TitleTidying(vocabulary)
    let finding = TitleFinding(page, sections, vocabulary)
    let named = posting.title.map { !tidying.isNothing($0) } ?? false
    // "Acme - Job details" names no role, a line "Job title: Cook" does.
    let labeled = named && !finding.namesRole(posting.title ?? "") ? finding.labeled() : nil
    let isStated = named && labeled == nil
    let isOpen =
      (!isStated || posting.company == nil) && !page.lines.isEmpty && sections.isReadable(0)
    let heading = isOpen ? NoticeHeading(page, vocabulary) : nil
    let notice = isStated || labeled != nil ? nil : heading
    place = Self.told(heading?.place, page)
    stated = isStated ? posting.title.map(Self.whole) : nil
    let found = isStated || notice != nil ? nil : labeled ?? finding.best()
    let shown = isStated ? posting.title.flatMap(finding.line) : found
    titleLine = notice == nil ? shown?.line : 0
    notes = heading?.notes.map(page.text.words) ?? []
    let company = posting.company.flatMap {
      tidying.isNothing($0) || tidying.tellsOfNobody($0) || vocabulary.isCountry($0)
        ? nil : tidying.unescaped($0)
    }
    if let company {
      self.company = FieldReading(
        text: company, part: .company, range: 0..<company.utf8.count,
        rule: "company of the source")
    } else if let named = Self.told(heading?.company, page) {
      self.company = named
    } else {
      let finding = CompanyFinding(page, sections, vocabulary)
      let beside = isStated ? posting.title.flatMap(finding.besideStated) : nil
      let inTitle = isStated ? posting.title : nil
      self.company =
        inTitle.flatMap { Self.company(inTitle: $0, vocabulary) }
        ?? inTitle.flatMap { Self.company(endingTitle: $0, page, vocabulary) }
        ?? inTitle.flatMap { Self.company(besidePartOf: $0, page, vocabulary) }
        ?? Self.company(posting, finding, shown, beside)
    }
    if let title = Self.told(notice?.title, page) {
      self.title = title
      return
    }
    let linked =
      isStated
      ? nil
      : Self.title(
        inLinkOf: posting, found: found, finding: finding)
    if isStated, let stated = posting.title {
      let tidied = tidying.tidied(stated, company: self.company?.text)
      let text = tidied == stated ? tidied : Self.withoutCall(tidied, vocabulary)
      title = FieldReading(
        text: text, part: .title, range: Self.place(of: text, in: stated),
        rule: "title of the source")
    } else if let linked {
      title = FieldReading(text: linked, part: .title, range: 0..<0, rule: "link of the posting")
    } else {
      let company = self.company?.text
      title = found.flatMap { Self.reading($0, page, tidying, company) }
    }
  }

  private static func reading(
    _ found: TitleFinding.Candidate, _ page: Page, _ tidying: TitleTidying, _ company: String?
  ) -> FieldReading? {
    guard let whole = page.bytes(of: found.tokens) else { return nil }
    let range = whole.lowerBound..<whole.upperBound - found.plural
    let words = page.text.words(range)
    let text = tidying.tidied(words, company: company)
    return FieldReading(
      text: text, part: .body,
      range: place(of: text, in: words).shifted(by: range.lowerBound), rule: found.rule)
  }

  private static func whole(_ title: String) -> FieldReading {
    FieldReading(
      text: title, part: .title, range: 0..<title.utf8.count, rule: "title of the source")
  }

  private static func told(_ range: Range<Int>?, _ page: Page) -> FieldReading? {
    range.map {
      FieldReading(text: page.text.words($0), part: .body, range: $0, rule: "heading of a notice")
    }
  }

  /// The title as the posting's address spells it, where the page has none or only a part of it
  /// in a sentence.
  private static func title(
    inLinkOf posting: Posting, found: TitleFinding.Candidate?, finding: TitleFinding
  ) -> String? {
    guard found == nil || found?.trust == TitleFinding.sentenceTrust, let url = posting.url else {
      return nil
    }
    let words = TitleLink(words: finding.vocabulary.addresses).title(in: url)
    guard !words.isEmpty else { return nil }
    if let found {
      let page = finding.page
      let own = found.tokens.filter { page.text.tokens[$0].kind == .word }
        .map { page.words($0..<$0 + 1).lowercased() }
      // Behind the same words stands something else, before them a rank.
      guard own.count < words.count, words.suffix(own.count).elementsEqual(own) else {
        return nil
      }
    }
    let title = words.map { finding.spelled($0) }.joined(separator: " ")
    return finding.namesRole(title) ? title : nil
  }

  /// Where the tidied words stand; all of `whole` when they were written otherwise there.
  private static func place(of words: String, in whole: String) -> Range<Int> {
    let (sought, bytes) = (Array(words.utf8), Array(whole.utf8))
    guard sought.count <= bytes.count else { return 0..<bytes.count }
    let start = (0...bytes.count - sought.count).first { bytes[$0...].starts(with: sought) }
    return start.map { $0..<$0 + sought.count } ?? 0..<bytes.count
  }

  /// "Cook @ Kilnhaus Ovens": the name that a stated title ends with.
  private static func company(inTitle title: String, _ vocabulary: Vocabulary) -> FieldReading? {
    guard title.utf8.contains(UInt8(ascii: "@")) else { return nil }
    let page = Page([.paragraph([.text(title)])], lexicon: vocabulary.lexicon)
    let names = NameScanner(page: page, vocabulary: vocabulary.page)
    guard let tokens = page.lines.first,
      let mark = tokens.dropFirst().last(where: { page.isSymbol($0, "@") }),
      page.text.tokens[mark].followsBlank, mark + 1 < tokens.upperBound,
      names.isWholeName(mark + 1..<tokens.upperBound),
      let range = page.bytes(of: mark + 1..<tokens.upperBound)
    else { return nil }
    return FieldReading(
      text: page.text.words(range), part: .title, range: range, rule: "title at company")
  }

  private static func company(
    _ posting: Posting, _ finding: CompanyFinding, _ title: TitleFinding.Candidate?,
    _ beside: CompanyFinding.Candidate?
  ) -> FieldReading? {
    func reading(_ found: CompanyFinding.Candidate?) -> FieldReading? {
      guard let found,
        let range = finding.page.bytes(of: finding.names.withoutArticle(found.tokens))
      else { return nil }
      return FieldReading(
        text: finding.page.text.words(range), part: .body, range: range, rule: found.rule)
    }
    if let best = reading(finding.best(title: title, beside: beside)) { return best }
    let link = BoardLink(words: finding.vocabulary.addresses)
    let board = posting.url.flatMap { link.company(in: $0) }
    let site = posting.url.flatMap { link.ownSite(in: $0) }
    guard let name = board ?? site?.name else {
      return reading(finding.fromIntroduction() ?? finding.fromMentions() ?? finding.fromMail())
    }
    let isOwnSite = board == nil
    if let spelled = finding.names.spelled(name), let range = finding.page.bytes(of: spelled) {
      return FieldReading(
        text: finding.page.text.words(range), part: .body, range: range,
        rule: isOwnSite ? "link of the company's site" : "link of the board")
    }
    if isOwnSite {
      // A name that is always written small: "acme".
      if finding.names.smallCount(of: name) > 2 {
        return FieldReading(
          text: name, part: .company, range: 0..<0, rule: "link of the company's site")
      }
      if let named = reading(finding.fromIntroduction() ?? finding.fromMentions()) { return named }
      guard site?.isSure == true else { return nil }
    }
    return FieldReading(
      text: link.spelled(name), part: .company, range: 0..<0,
      rule: isOwnSite ? "link of the company's site" : "link of the board")
  }
}
