import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct SectionsTests {
  @Test(arguments: CaseTable("sections.tsv"))
  func knowsWhatStandsBelowAHeading(line: CaseTable.Line) {
    let sections = Sections(
      paragraphs(line["heading"] + "\nPlain words of no kind."), using: .resources)
    #expect(sections.kinds.last?.rawValue == line["kind"], "\(line)")
  }

  @Test func otherJobsGoOnToTheEnd() {
    let job = String(repeating: "You burn clay and you like it hot. ", count: 30)
    let page = "Requirements\n\(job)\nSimilar jobs\nCook\n$90k a year\nRequirements\nAbout us"
    let kinds = Sections(paragraphs(page), using: .resources).kinds
    #expect(kinds[0] == .job && kinds[1] == .job)
    #expect(kinds[3...].allSatisfy { $0 == .otherJobs })
  }

  @Test func aSideBarOfOtherJobsAboveTheJobEndsWithIt() {
    let page = "Similar jobs\nCook\nJob description\nYou burn clay."
    #expect(Sections(paragraphs(page), using: .resources).kinds.last == .job)
  }

  @Test func noticesAreKnownWhereverTheyStand() {
    let page = """
      You burn clay.
      We use cookies to make this site better.
      We are an equal opportunity employer and value all.
      We are an equal opportunity employer; the range is $50,000 to $60,000.
      Skip to main content
      """
    let kinds = Sections(paragraphs(page), using: .resources).kinds
    #expect(kinds == [.job, .navigation, .legal, .job, .navigation])
  }

  @Test func labeledFactsAreTheJobsEvenBelowANotice() {
    let page = "Equal opportunity\nWe hire all.\nLocation: Riga"
    #expect(Sections(paragraphs(page), using: .resources).kinds.last == .job)
  }

  @Test func repeatedParagraphsAreShownOnce() {
    let long = "We are looking for a person who likes to burn clay all night long."
    let body = paragraphs("\(long)\nAbout Kilnhaus\nYes\n\(long)\nAbout Kilnhaus\nNo\nYes")
    let listing = Listing(extracting: Posting(title: "Cook", body: body))
    #expect(
      listing.body == paragraphs("\(long)\nAbout Kilnhaus\nYes\nNo\nYes"))
  }

  @Test func aHeadingRepeatsNoTableOfContents() {
    let names = ["Night Baker", "Position Overview"].map { [Inline.text($0)] }
    let contents = Block.list(start: nil, items: names.map { [.paragraph($0)] })
    let headings = names.map { Block.heading(level: 2, $0) }
    let body = [contents] + headings + paragraphs("You bake.")
    #expect(Listing(extracting: Posting(body: body)).title == "Night Baker")
  }

  @Test func theWayToAJobIsNoHeadingOfOthers() {
    let page = "Night Baker\nPorto\nOpen positions – Ovens /\nEmployee /\nHybrid\nYou bake."
    #expect(Listing(extracting: Posting(body: paragraphs(page))).remote.kind == .hybrid)
  }

  @Test func payOfOtherJobsIsNotThisJobs() {
    let job = String(repeating: "You burn clay and you like it hot. ", count: 30)
    let page = "Kiln Operator\n\(job)\nSimilar jobs\nCook\nSalary: $90,000 - $95,000 a year"
    #expect(Listing(extracting: Posting(body: paragraphs(page))).salary == nil)
  }

  @Test func theBodyCorrectsAPayField() {
    func salary(_ field: String, _ body: String) -> Salary? {
      var posting = Posting(title: "Cook", body: paragraphs(body))
      posting.payText = field
      return Listing(extracting: posting).salary
    }
    let slip = salary("CAD 800000-900000", "Salary: CAD 80,000 - 90,000 a year")
    #expect(slip?.range.low == 80_000_00 && slip?.range.high == 90_000_00)
    #expect(salary("$41,000", "The salary is £41,000 a year.")?.range.currency == .gbp)
    #expect(salary("$41,000", "You cook.")?.range.currency == .usd)
    let bare = salary("371000.0", "The salary range is £165,000 - £206,000 a year.")
    #expect(bare?.range.low == 165_000_00 && bare?.range.high == 206_000_00)
    let stray = salary("65k-95k USD", "Salary: £45,000 - £55,000 a year")
    #expect(stray?.range.currency == .gbp && stray?.range.high == 55_000_00)
    let other = salary("65k-95k USD", "Salary: $120,000 - $150,000 a year")
    #expect(other?.range.low == 120_000_00)
    let part = salary("65k-95k USD", "Salary: $70,000 - $90,000 a year")
    #expect(part?.range.low == 65_000_00)
  }

  @Test func randomPagesNeverTrap() {
    var random = SplitMix64(seed: 5)
    let words = [
      "About", "us", "Similar jobs", "Company:", "at", "Kilnhaus", "|", "-", "(", ")", ",", ".",
      "Engineer", "is looking for", "a", "$90k", "Posted", "2 days ago", "\u{301}", "日本", "&amp;",
      "\u{FFFD}", "Location:", "Remote", "Inc.", "é",
    ]
    for _ in 0..<300 {
      let lines = (0..<6).map { _ in
        (0..<Int.random(in: 0...7, using: &random))
          .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      }
      let posting = Posting(body: paragraphs(lines.joined(separator: "\n")))
      #expect(Listing(extracting: posting).evidence.count < 100)
      _ = HackerNewsLine(parsing: lines.joined(), using: .resources)
    }
  }
}
