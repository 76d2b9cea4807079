import Listings

/// The first line of a "Who is hiring" comment: who, what, where, how much.
package struct HackerNewsLine: Hashable, Sendable {
  package let company: String?
  package let titles: [String]
  package let location: String?
  package let remote: RemotePolicy
  package let salary: Salary?

  package init(parsing line: String, using vocabulary: Vocabulary) {
    let page = Page([.paragraph([.text(line)])], lexicon: vocabulary.lexicon)
    let read = HiringLine(page, vocabulary)
    company = read.company.map { page.words(Self.whole($0, in: page)) }
    titles = read.titles.map(page.words)
    location = read.location.map(page.words)
    remote = RemotePolicy(
      extracting: Self.words(of: line, behind: read.company, page, vocabulary), using: vocabulary)
    let hint = PayHint(countries: location.map(vocabulary.countries) ?? [], level: .unknown)
    salary = Salary.extract(from: page.text, using: vocabulary, hint: hint)?.value
  }

  /// A name from the start of its site where a word of the workplace was cut off: "Remote.com".
  private static func whole(_ company: Range<Int>, in page: Page) -> Range<Int> {
    let tokens = page.text.tokens
    guard company.lowerBound == 2, !tokens[2].followsBlank, !tokens[1].followsBlank,
      tokens[1].id == 46, tokens[0].kind == .word
    else { return company }
    return 0..<company.upperBound
  }

  /// The line without a company in front whose name speaks of the workplace: "Remote Labs".
  private static func words(
    of line: String, behind company: Range<Int>?, _ page: Page, _ vocabulary: Vocabulary
  ) -> String {
    guard let company, company.lowerBound == 0, company.upperBound < page.text.tokens.count,
      PlaceLine(page.text, tokens: company, using: vocabulary).signs.contains(where: {
        [.remote, .hybrid, .onsite].contains($0.sign)
      })
    else { return line }
    return page.words(company.upperBound..<page.text.tokens.count)
  }
}
