import Listings
import Testing

@testable import Extraction

@Suite struct AsidesTests {
  private let job = String(repeating: "You burn clay and you like it hot. ", count: 12)

  private func listing(_ lines: String...) -> Listing {
    let body = lines.map { Block.paragraph([.text($0)]) }
    return Listing(
      extracting: Posting(title: "Kiln Operator", body: body), using: .resources,
      today: Day(number: 20_000))
  }

  @Test func whatIsNotAboutTheJobIsTold() {
    let listing = listing(
      "Skip to main content", job, "About us", "Kilnhaus makes pots.", "We are 30 people.",
      "Requirements", job + "Twice.", "We are an equal opportunity employer and value all.",
      "Similar jobs", "Cook", "Baker")
    #expect(
      listing.asides == [
        Aside(.navigation, blocks: 0..<1), Aside(.company, blocks: 2..<5),
        Aside(.legal, blocks: 7..<8), Aside(.otherJobs, blocks: 8..<11),
      ])
  }

  @Test func aCompanyLongerThanItsJobIsNoAside() {
    #expect(listing("Weld things.", "About us", job, job + "More.").asides == [])
  }

  @Test func skillsAreThoseOfTheJobNotOfTheCompany() {
    let listing = listing(job + "You write Swift.", "About us", "Kilnhaus sells Python courses.")
    #expect(listing.skills == ["Swift"])
  }

  @Test func aSentenceAboutTheRoleIsOfTheJobBelowAnyHeading() {
    let listing = listing(job, "About us", "This role is based in Lyon.", "Kilnhaus makes pots.")
    #expect(listing.asides == [Aside(.company, blocks: 3..<4)])
    #expect(listing.location == "Lyon")
  }

  @Test func aSentenceThatSeeksSomebodyEndsWhatIsSaidOfTheCompany() {
    let listing = listing(
      "About us", "Kilnhaus makes pots.", "We are looking for a Kiln Operator to join us.",
      "Pots are turned from five to nine.", job)
    #expect(listing.asides == [Aside(.company, blocks: 0..<2)])
  }

  @Test func aRowOfButtonsIsNoPartOfTheJob() {
    #expect(listing("Home | Careers | Blog", job).asides == [Aside(.navigation, blocks: 0..<1)])
    #expect(listing("Home | Kiln Operator | Lyon", job).asides == [])
  }

  @Test func aLineThatTellsTheAgeIsNoButton() {
    let listing = listing(
      "Kiln Operator", "Lyon, France · 6 days ago · Be among the first 25 applicants", job)
    #expect(listing.asides == [])
  }

  @Test func theNameOfTheCompanyIsNoAside() {
    #expect(listing("Company: Kilnhaus", job).asides == [])
  }

  @Test func aPageCopiedLineByLineIsCutWhereItsButtonsStand() {
    let lines = [
      "Kilnhaus", "Share", "Show more options", "Kiln Operator", "Save", "Lyon, France",
      "Easy Apply", "Save", "About the job", job,
    ]
    let copied = Block.paragraph(
      Array(lines.map { [Inline.text($0)] }.joined(separator: [.lineBreak])))
    let listing = Listing(
      extracting: Posting(title: "Kiln Operator", body: [copied]), using: .resources,
      today: Day(number: 20_000))
    #expect(
      listing.body.map { [$0].plainText } == [
        "Kilnhaus\n", "Share\nShow more options\n", "Kiln Operator\nSave\nLyon, France\n",
        "Easy Apply\nSave\n", "About the job\n\(job.dropLast())\n",
      ])
    #expect(
      listing.asides == [Aside(.navigation, blocks: 1..<2), Aside(.navigation, blocks: 3..<4)])
    #expect(listing.location == "Lyon, France")
  }

  @Test func aPageOfNothingElseIsShownAsItIs() {
    #expect(listing("Similar jobs", "Cook", "Baker").asides == [])
  }

  /// The words behind a field stand where the evidence says, in the body that is shown.
  @Test func evidencePointsAtItsWordsAlsoBehindRepeats() {
    let salary = "Salary: $90,000 - $95,000 a year"
    let long = "We are looking for a person who likes to burn clay all night long."
    let listing = listing(
      long, "Location: Lyon", long, "Remote within France, 3 days a week in the office.", long,
      salary, "Skills: Swift and Python")
    let bytes = Array(listing.body.plainText.utf8)
    let inBody = listing.evidence.filter { $0.part == .body }
    #expect(listing.body.count == 5 && inBody.contains { $0.field == .salary })
    for evidence in inBody {
      #expect(String(decoding: bytes[evidence.range], as: UTF8.self) == evidence.words)
    }
  }
}
