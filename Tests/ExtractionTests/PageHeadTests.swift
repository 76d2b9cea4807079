import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct PageHeadTests {
  @Test(arguments: CaseTable("titles.tsv"))
  func findsTitleAndCompanyOnThePage(line: CaseTable.Line) {
    let listing = Listing(extracting: Posting(body: paragraphs(line["page"])))
    #expect(listing.title ?? "" == line["title"], "\(line)")
    #expect(listing.company ?? "" == line["company"], "\(line)")
  }

  @Test(arguments: CaseTable("places.tsv"))
  func findsThePlaceOnThePage(line: CaseTable.Line) {
    let posting = Posting(title: line["title"], body: paragraphs(line["page"]))
    #expect(Listing(extracting: posting).location ?? "" == line["location"], "\(line)")
  }

  @Test func aClippingsHeadingEndsInTheCompany() {
    func read(_ label: String) -> Listing {
      let words: [Block] = [
        .heading(level: 1, [.text("Night Baker — Ovenia")]), .paragraph([.text(label)]),
        .paragraph([.text("You bake.")]),
      ]
      return Listing(extracting: Posting(body: words))
    }
    let clipped = read("URL: https://board.example/17")
    #expect(clipped.title == "Night Baker" && clipped.company == "Ovenia")
    #expect(read("Location: Porto").company == nil)
  }

  @Test func aStatedTitleNamesItsCompanyBehindTheSign() {
    let listing = Listing(extracting: Posting(title: "Night Baker @ Oven Mills Pvt Ltd"))
    #expect(listing.title == "Night Baker" && listing.company == "Oven Mills Pvt Ltd")
    let mail = Listing(extracting: Posting(title: "Night Baker, jobs@Ovens"))
    #expect(mail.title == "Night Baker, jobs@Ovens" && mail.company == nil)
  }

  @Test func aStatedTitleEndsInItsCompany() {
    func read(_ title: String, _ page: String) -> Listing {
      Listing(extracting: Posting(title: title, body: paragraphs(page)))
    }
    let placed = read("Bakker bij Kleihuis (Utrecht)", "Je bakt brood.")
    #expect(placed.title == "Bakker" && placed.company == "Kleihuis")
    #expect(placed.location == "Utrecht")
    #expect(read("Vacature Bakker bij Kleihuis (Utrecht)", "Je bakt brood.").title == "Bakker")
    #expect(read("Boulanger chez Argile", "Argile cuit le pain.").company == "Argile")
    let sea = read("Cook at Sea", "You cook on a ship.")
    #expect(sea.title == "Cook at Sea" && sea.company == nil)
    #expect(read("Padeiro na Ilha", "Asse pão na ilha.").company == nil)
  }

  @Test func aStatedTitleIsSoughtBehindALabel() {
    let page = "Target role: Night Baker, Kilns — Ovenia\nYou bake across Ovenia."
    let posting = Posting(title: "Night Baker, Kilns", body: paragraphs(page))
    #expect(Listing(extracting: posting).company == "Ovenia")
  }

  @Test func severalLabelsMayShareALine() {
    let page = "Night Baker\nOvenia Ltd | Location: Remote (within Ohio) | Pay: $30 an hour"
    let listing = Listing(extracting: Posting(body: paragraphs(page)))
    #expect(listing.remote.kind == .remote && listing.salary?.range.high == 30_00)
    let empty = paragraphs("Company: Ovenia | Location: | Pay: $30 an hour")
    #expect(Listing(extracting: Posting(body: empty)).company == "Ovenia")
  }

  @Test(arguments: ["Why Ovenia", "When you join Ovenia, you'll", "Life at Ovenia"])
  func aHeadingMayNameTheCompany(heading: String) {
    let body: [Block] =
      paragraphs("We are looking for a Night Baker.") + [.heading(level: 2, [.text(heading)])]
      + paragraphs("Ovenia has many ovens. This is what Ovenia aims to become.")
    #expect(Listing(extracting: Posting(body: body)).company == "Ovenia")
  }

  @Test func aHeadingMayEndInAStop() {
    let body: [Block] =
      [.heading(level: 2, [.text("Night Baker wanted.")])] + paragraphs("You bake.")
    #expect(Listing(extracting: Posting(body: body)).title == "Night Baker")
  }

  @Test func aSentenceIsNoPlaceAndACountryNoCompany() {
    let field = "This is a globally remote role"
    let posting = Posting(title: "Night Baker", company: "US", location: field)
    let listing = Listing(extracting: posting)
    #expect(listing.company == nil && listing.location == nil && listing.remote.kind == .remote)
  }

  @Test func aFieldThatTellsOfSomebodysClientNamesNoCompany() {
    let posting = Posting(title: "Night Baker", company: "Our client is a small mill")
    #expect(Listing(extracting: posting).company == nil)
  }

  @Test func aPlaceInTheTitleServesWhereTheSourceNamesNone() {
    let posting = Posting(title: "Cook (Lyon)", location: "hybrid, remote or in office")
    let listing = Listing(extracting: posting)
    #expect(listing.location == "Lyon")
    #expect(listing.remote.kind != .unknown)
    let placed = Posting(title: "Cook (Lyon)", location: "Porto, Portugal")
    #expect(Listing(extracting: placed).location == "Porto, Portugal")
  }

  @Test func aStatedTitleIsOnlyTidied() {
    let cases = [
      ("R&amp;D Engineer", "Quillwork", "R&D Engineer"),
      ("Cook - Quillwork", "Quillwork", "Cook"),
      ("Quillwork: Cook", "Quillwork", "Cook"),
      ("Cook - Backstage", "Quillwork", "Cook - Backstage"),
      ("Cook (m/f) | Remote", "Quillwork", "Cook (m/f) | Remote"),
      ("Cook - job post", "Quillwork", "Cook"), ("Cook at Quillwork", "Quillwork", "Cook"),
      ("Koch bei Quillwork", "Quillwork", "Koch"), ("Chef chez Quillwork", "Quillwork", "Chef"),
      ("Cocinero en Quillwork", "Quillwork", "Cocinero"), ("Kok bij Quillwork", "Quillwork", "Kok"),
      ("Cuoco presso Quillwork", "Quillwork", "Cuoco"), ("Kock hos Quillwork", "Quillwork", "Kock"),
      ("Kucharz w Quillwork", "Quillwork", "Kucharz"), ("Chef na Quillwork", "Quillwork", "Chef"),
      ("Cook | Quillwork Careers", "Quillwork", "Cook"),
      ("Koch - Quillwork Karriere", "Quillwork", "Koch"),
    ]
    for (title, company, tidied) in cases {
      let posting = Posting(title: title, company: company)
      #expect(Listing(extracting: posting).title == tidied)
    }
  }

  @Test(arguments: ["None", "", "  ", "N/A", "-"])
  func fieldsThatSayNothingAreNotStated(company: String) {
    #expect(Listing(extracting: Posting(title: "Cook", company: company)).company == nil)
  }

  @Test func aHeadingThatSaysAtNamesTheCompany() {
    func company(_ heading: String) -> String? {
      let body: [Block] = [
        .heading(level: 2, [.text(heading)]), .paragraph([.text("You burn clay all day.")]),
      ]
      return Listing(extracting: Posting(title: "Cook", body: body)).company
    }
    #expect(company("Working at Kilnhaus Works") == "Kilnhaus Works")
    #expect(company("Arbeiten bei Kilnhaus") == "Kilnhaus")
    #expect(company("Working at a mill") == nil)
  }

  @Test func boardsNameTheCompanyInTheirLinks() {
    let links = [
      ("https://jobs.lever.co/mossrobotics/1-2", "Moss Robotics"),
      ("https://landing.jobs/at/mossrobotics/rover-mechanic", "Moss Robotics"),
      ("https://jobs.ashbyhq.com/brine-labs-gmbh/3", "Brine Labs GmbH"),
      ("https://apply.workable.com/fernwood/j/4/", "Fernwood"),
      ("https://tallow.wd3.myworkdayjobs.com/jobs/5", "Tallow"),
      ("https://jobs.dayforcehcm.com/en-US/tallow/Tallow/jobs/5", "Tallow"),
      ("https://kilnhaus.jobs.personio.de/job/6", "Kilnhaus"),
      ("https://careersen-ink-well.icims.com/jobs/8/cook/job", "Ink Well"),
      ("https://mossy.softgarden.io/job/9/Cook", "Mossy"),
      ("https://werkenbijmossrobotics.recruitee.com/o/cook", "Moss Robotics"),
      ("https://recruiterflow.com/mossrobotics/jobs/9", "Moss Robotics"),
      ("https://jobs.smartrecruiters.com/HEDGEROWGmbH/10-cook", "HEDGEROWGmbH"),
      ("https://tallowcareers.bamboohr.com/careers/11", "Tallow"),
      ("https://tallow-karriere.bamboohr.com/careers/11", "Tallow"),
    ]
    for (url, company) in links {
      let posting = Posting(url: url, title: "Cook", body: paragraphs("Robots of Moss Robotics."))
      #expect(Listing(extracting: posting).company == company, "\(url)")
    }
    let other = Posting(url: "https://www.example.com/jobs/7", title: "Cook")
    #expect(Listing(extracting: other).company == nil)
  }

  @Test func sitesNameTheirCompanyInTheirAddress() {
    let cases = [
      // The body spells the name, or writes it small throughout.
      ("https://www.kilnhaus.de/karriere/jobs/7", "Bei der KILNHAUS brennt Ton.", "KILNHAUS"),
      (
        "https://www.kilnhaus.com/careers/7", "kilnhaus burns. kilnhaus sells. Ask kilnhaus.",
        "kilnhaus"
      ),
      ("https://werkenbijkilnhaus.nl/vacatures/7", "Kom naar Kilnhaus.", "Kilnhaus"),
      // An address for jobs alone needs no such help.
      ("https://teamtailor.kilnhaus.co.uk/jobs/7", "You burn clay.", "Kilnhaus"),
      ("https://www.kilnhaus.com/jobs/7", "You burn clay.", nil),
      ("https://www.linkedin.com/jobs/view/7", "Find us on LinkedIn.", nil),
    ]
    for (url, body, company) in cases {
      let posting = Posting(url: url, title: "Cook", body: paragraphs(body))
      #expect(Listing(extracting: posting).company == company, "\(url)")
    }
  }

  @Test func theAddressSpellsATitleThatThePageLacks() {
    let cases = [
      (
        "https://jobs.example/7-senior-kiln-operator-m-f-d", "You burn clay.",
        "Senior Kiln Operator"
      ),
      (
        "https://jobs.example/kiln-operator-h-f_lyon", "We are looking for an Operator.",
        "Kiln Operator"
      ),
      ("https://jobs.example/7-senior-kiln-operator-f-m-div-", "Burn.", "Senior Kiln Operator"),
      ("https://jobs.example/senior-BI-engineer?x=1", "You build BI.", "Senior BI Engineer"),
      // What the page shows is its title; what names no role is none.
      ("https://jobs.example/7-senior-cook", "Kiln Operator\nYou burn clay.", "Kiln Operator"),
      ("https://jobs.example/about-our-bakery", "You burn clay.", nil),
      ("https://jobs.example/8d1f-77aa", "You burn clay.", nil),
    ]
    for (url, body, title) in cases {
      let posting = Posting(url: url, body: paragraphs(body))
      #expect(Listing(extracting: posting).title == title, "\(url)")
    }
  }

  @Test func anAnswerBelowTheWorkplacesLabelIsHeard() {
    let answers: [(String, RemoteKind)] = [
      ("No", .onsite), ("Yes", .remote), ("Nein", .onsite), ("Sì", .remote), ("Nej", .onsite),
    ]
    for (answer, kind) in answers {
      let posting = Posting(title: "Cook", body: paragraphs("Telecommute\n\(answer)\nYou cook."))
      #expect(Listing(extracting: posting).remote.kind == kind)
    }
  }

  @Test func aTownEndsTheNamesBehindTheTitleOfASentence() {
    let page = "Kilnhaus seeks a Night Baker to join us at Old Mill Towers, Leafside, Bangalore."
    #expect(Listing(extracting: Posting(body: paragraphs(page))).location == "Bangalore")
  }

  @Test func aLineThatNamesTheRoleSaysMoreThanAPagesTitleWithoutOne() {
    let page = paragraphs("Job posting title: Night Baker\nYou bake at night.")
    #expect(
      Listing(extracting: Posting(title: "Brine - Job details", body: page)).title == "Night Baker")
    #expect(Listing(extracting: Posting(title: "Day Baker", body: page)).title == "Day Baker")
  }

  @Test func badgesNearTheTitleTellTheDay() {
    let day = Day(number: 20_000)
    let cases = [
      ("Cook\nReposted 21 Days Ago\nRemote", day.adding(days: -21)),
      ("Cook\nRiga, Latvia · 2 days ago · 14 applicants", day.adding(days: -2)),
      ("Cook\n5+ years of cooking\nThe first 90 days: you cook.", nil),
      ("Cook\nDeadline: January 26, 2020", nil),
    ]
    for (page, posted) in cases {
      let listing = Listing(extracting: Posting(title: "Cook", body: paragraphs(page)))
      #expect(listing.posted == posted, "\(page)")
    }
  }

  @Test func aPayThatABoardGuessedIsNotStated() {
    let cases = [
      ("Cook\n45.000 - 55.000 €/Jahr (geschätzt)", PayBasis.predicted),
      ("Cook\n$45,000 - $55,000 a year (Jobboard est.)", .predicted),
      ("Cook\n45.000 - 55.000 €/Jahr", .stated),
      ("Cook\nPay: $45,000 - $55,000 a year. We estimated it well.", .stated),
    ]
    for (page, basis) in cases {
      #expect(
        Listing(extracting: Posting(body: paragraphs(page))).salary?.basis == basis, "\(page)")
    }
  }

  @Test func wordsForTheWorkplaceCountWhateverTheyWereAskedFor() {
    let page = paragraphs("Employment Type: Onsite, Sector 7\nYou cook.")
    #expect(Listing(extracting: Posting(title: "Cook", body: page)).remote.kind == .onsite)
  }

  @Test func evidencePointsAtTheWords() throws {
    let posting = Posting(
      body: paragraphs(
        "Hello.\nKilnhaus is looking for a Kiln Operator who burns.\nTongasse 8, 10557 Berlin"))
    let listing = Listing(extracting: posting)
    let bytes = Array(posting.body.plainText.utf8)
    for evidence in listing.evidence where evidence.part == .body {
      #expect(String(decoding: bytes[evidence.range], as: UTF8.self) == evidence.words)
    }
    #expect(Set(listing.evidence.map(\.field)).isSuperset(of: [.title, .company, .location]))
  }

  @Test func everyFieldOfABoardHasItsWords() {
    var posting = Posting(
      title: "Swift Kiln Operator", company: "Kilnhaus", location: "Remote, France")
    posting.seniorityText = "Mid-level"
    posting.employmentText = "Full-time"
    posting.tags = ["Python"]
    posting.posted = Day(2026, 11, 3)
    let evidence = Listing(extracting: posting).evidence
    func words(_ field: ListingField) -> [String] {
      evidence.filter { $0.field == field }.map { "\($0.part.rawValue): \($0.words)" }
    }
    #expect(words(.seniority) == ["level: Mid-level"])
    #expect(words(.employment) == ["employment: Full-time"])
    #expect(words(.skills) == ["title: Swift", "tags: Python"])
    #expect(words(.posted) == ["date: 2026-11-03"])
    #expect(words(.eligibility) == ["location: Remote, France"])
  }

  @Test func anInternsContractIsProvedByTheLevel() {
    let evidence = Listing(extracting: Posting(title: "Kiln Intern")).evidence
    #expect(evidence.contains { $0.field == .employment && $0.words == "Intern" })
  }
}

/// One paragraph a line.
func paragraphs(_ text: String) -> [Block] {
  text.split(separator: "\n").map { .paragraph([.text(String($0))]) }
}

extension Listing {
  /// Read with the tables of Resources, on a day that never changes.
  init(extracting posting: Posting) {
    self.init(extracting: posting, using: .resources, today: Day(number: 20_000))
  }
}
