import Listings

/// Title and company of a posting: as its source names them, else as its page shows them.
struct PageHead {
  let title: FieldReading?
  let company: FieldReading?
  /// The line of the body that the title was found in.
  let titleLine: Int?

  init(_ posting: Posting, _ page: Page, _ sections: Sections, _ vocabulary: Vocabulary) {
    let tidying = TitleTidying(vocabulary)
    let finding = TitleFinding(page, sections, vocabulary)
    let named = posting.title.map { !tidying.isNothing($0) } ?? false
    // "Acme - Job details" names no role, a line "Job title: Cook" does.
    let labeled = named && !finding.namesRole(posting.title ?? "") ? finding.labeled() : nil
    let isStated = named && labeled == nil
    let found = isStated ? nil : labeled ?? finding.best()
    titleLine = found?.line
    let company = posting.company.flatMap { tidying.isNothing($0) ? nil : tidying.unescaped($0) }
    if let company {
      self.company = FieldReading(
        text: company, part: .company, range: 0..<company.utf8.count,
        rule: "company of the source")
    } else {
      self.company = Self.company(
        posting, CompanyFinding(page, sections, vocabulary), found)
    }
    if isStated, let stated = posting.title {
      let text = tidying.tidied(stated, company: self.company?.text)
      title = FieldReading(
        text: text, part: .title, range: Self.place(of: text, in: stated),
        rule: "title of the source")
    } else if let found, let range = page.bytes(of: found.tokens) {
      let words = page.text.words(range)
      let text = tidying.tidied(words, company: self.company?.text)
      title = FieldReading(
        text: text, part: .body,
        range: Self.place(of: text, in: words).shifted(by: range.lowerBound), rule: found.rule)
    } else {
      title = nil
    }
  }

  /// Where the tidied words stand; all of `whole` when they were written otherwise there.
  private static func place(of words: String, in whole: String) -> Range<Int> {
    let (sought, bytes) = (Array(words.utf8), Array(whole.utf8))
    guard sought.count <= bytes.count else { return 0..<bytes.count }
    let start = (0...bytes.count - sought.count).first { bytes[$0...].starts(with: sought) }
    return start.map { $0..<$0 + sought.count } ?? 0..<bytes.count
  }

  private static func company(
    _ posting: Posting, _ finding: CompanyFinding, _ title: TitleFinding.Candidate?
  ) -> FieldReading? {
    func reading(_ found: CompanyFinding.Candidate?) -> FieldReading? {
      guard let found, let range = finding.page.bytes(of: found.tokens) else { return nil }
      return FieldReading(
        text: finding.page.text.words(range), part: .body, range: range, rule: found.rule)
    }
    if let best = reading(finding.best(title: title)) { return best }
    guard let url = posting.url, let name = BoardLink.company(in: url) else {
      return reading(finding.fromIntroduction())
    }
    if let spelled = finding.names.spelled(name), let range = finding.page.bytes(of: spelled) {
      return FieldReading(
        text: finding.page.text.words(range), part: .body, range: range, rule: "link of the board")
    }
    return FieldReading(
      text: BoardLink.spelled(name), part: .company, range: 0..<0, rule: "link of the board")
  }
}
