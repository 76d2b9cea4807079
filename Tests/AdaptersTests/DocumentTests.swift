import Adapters
import Listings
import Testing

@Suite struct MarkdownAdapterTests {
  @Test func theHeadOfAMirrorBecomesFields() throws {
    let posting = try Fixture.posting("mirror-pay-and-place.md")
    #expect(posting.title == "Senior Tide Engineer (Swift)")
    #expect(posting.url == "https://mirror.example/apply/senior-tide-engineer")
    #expect(posting.company == "Harbor & Sons")
    #expect(posting.payText == "USD $120,000~$150,000")
    #expect(posting.location == "Remote - USA")
    #expect(
      posting.body.markdown == """
        **About us**

        We move boats. *Quietly.*

        - Swift
        - SQLite
        """)
  }

  @Test func theWordNoneIsNoCompany() throws {
    let posting = try Fixture.posting("mirror-company-none.md")
    #expect(posting.company == nil)
    #expect(posting.location == nil)
    #expect(posting.payText == nil)
    #expect(posting.body.plainText == "We watch the night.\n")
  }

  @Test(arguments: [
    "# [Click to apply](https://a.example)", "# [A](https://a.example)\n### Click to apply\n---",
  ])
  func aHeadThatReadsLikeATailIsAHead(text: String) throws {
    let result = Adapter.read(SourceBytes(name: "x.md", bytes: Array(text.utf8)))
    #expect(try #require(result.postings.first).title != nil)
    #expect(result.postings.first?.body.isEmpty == true)
  }

  @Test func frontMatterBecomesFields() throws {
    let posting = try Fixture.posting("markdown-front-matter.md")
    #expect(posting.title == "Lamp Keeper: Nights")
    #expect(posting.company == "Lantern Works")
    #expect(posting.location == "Bergen, Norway")
    #expect(posting.payText == "NOK 600,000 - 700,000 a year")
    #expect(posting.posted == Day(2026, 11, 2))
    #expect(posting.tags == ["lamps", "nights"])
    #expect(posting.workplace == nil)
    #expect(posting.body.markdown == "## Duties\n\n- Keep the lamp")
  }

  @Test func frontMatterMayBeTOML() throws {
    let posting = try Fixture.posting("markdown-front-matter-toml.md")
    #expect(posting.title == "Lamp Keeper")
    #expect(posting.company == "Lantern Works")
    #expect(posting.location == "Bergen, Norway")
    #expect(posting.posted == Day(2026, 11, 2))
    #expect(posting.tags == ["lamps", "nights"])
    #expect(posting.body.markdown == "Keep the lamp.")
  }

  @Test func frontMatterMayNest() throws {
    let text = """
      ---
      title: >-
        Lamp Keeper
        and Oiler
      author: Vidar Holm
      company: "[[firms/lantern|Lantern Works]]"
      location:
        street:
        city: Bergen
        country: Norway
      seo:
        title: Work at the lighthouse
      tags: [
        lamps,
        nights
      ]
      links:
        - label: Home
          value: https://lantern.example
      ---
      Keep the lamp.
      """
    let result = Adapter.read(SourceBytes(name: "x.md", bytes: Array(text.utf8)))
    let posting = try #require(result.postings.first)
    #expect(posting.title == "Lamp Keeper and Oiler")
    #expect(posting.company == "Lantern Works")
    #expect(posting.location == "Bergen, Norway")
    #expect(posting.tags == ["lamps", "nights"])
  }

  @Test(arguments: [
    "+++\ntitle = \"\"\"Keep\n+++\nIt", "---\na:\n- \n  b:\n---\nIt", "+++\n+++\nIt",
  ])
  func oddFrontMatterKeepsTheText(text: String) throws {
    let result = Adapter.read(SourceBytes(name: "x.md", bytes: Array(text.utf8)))
    #expect(try #require(result.postings.first).body.markdown == "It")
  }
}

@Suite struct PlainTextAdapterTests {
  @Test func labelLinesBecomeFieldsAndStayInTheBody() throws {
    let posting = try Fixture.posting("text-label-lines.txt")
    #expect(posting.title == "Kite Designer")
    #expect(posting.company == "Updraft Inc.")
    #expect(posting.location == "Lyon, France")
    #expect(posting.employmentText == "Full-time")
    #expect(posting.payText == "€45,000 - €52,000 a year")
    #expect(
      posting.body.markdown == """
        Job Title: Kite Designer\\
        Company: Updraft Inc. (a studio)\\
        Location: Lyon, France\\
        Job Type: Full-time\\
        Salary Range: €45,000 - €52,000 a year

        ## About the Role:

        You design kites that fly in rain.

        ## What you bring

        - Wind sense
        - Drawings that others

          can read

        Compensation: we pay fairly
        """)
  }

  @Test func linesBrokenAtAWidthAreJoined() throws {
    let posting = try Fixture.posting("text-wrapped.txt")
    #expect(posting.body.count == 1)
    #expect(!posting.body.markdown.contains("\n"))
  }

  @Test(arguments: [
    ("- one\n- two", "- one\n- two"), ("1. a\n2. b", "1. a\n2. b"), ("-5 degrees", "-5 degrees"),
    ("• a\n  – b\n• c", "- a\n  - b\n- c"), ("**Note:** x", "**Note:** x"),
    ("Skills\n\nSwift", "## Skills\n\nSwift"), ("A & B &amp; C", "A & B & C"),
  ])
  func readsTheShapeOfLines(text: String, markdown: String) {
    let result = Adapter.read(SourceBytes(name: "x", bytes: Array("\(text)\n".utf8)))
    #expect(result.postings.first?.body.markdown == markdown)
  }
}

@Suite struct HTMLAdapterTests {
  @Test func brokenLinkedDataIsReadAsItIsMeant() throws {
    let posting = try Fixture.posting("page-jsonld-raw-newlines.html")
    #expect(posting.title == "Fog Reader & Guide")
    #expect(posting.company == "Foglight")
    #expect(posting.location == "Galway, IE")
    #expect(posting.url == "https://foglight.example/jobs/fog-reader")
    #expect(posting.workplace == .remote)
    #expect(posting.eligibilityTexts == ["Ireland"])
    #expect(posting.employmentText == "FULL TIME, CONTRACTOR")
    #expect(posting.posted == Day(2026, 10, 30))
    #expect(posting.closes == Day(2026, 12, 31))
    let pay = PostedPay(
      low: 4_000_000, high: 5_000_000, currency: Currency(code: "EUR"), period: .year)
    #expect(posting.pay == pay)
    #expect(posting.body.markdown == "Read the fog. It's quiet.\n\n- Patience")
  }

  @Test func microdataIsReadWhereThereIsNoLinkedData() throws {
    let posting = try Fixture.posting("page-microdata.html")
    #expect(posting.title == "Moss Gardener")
    #expect(posting.company == "Greenroof")
    #expect(posting.location == "Brno")
    #expect(posting.posted == Day(2026, 9, 4))
    #expect(posting.body.markdown == "Water **moss**.\n\n- Daily")
  }

  @Test func menusBannersAndScriptsAreLeftOut() throws {
    let posting = try Fixture.posting("page-menus-and-banner.html")
    #expect(posting.title == "Kiln Operator")
    #expect(posting.location == "Delft")
    #expect(
      posting.body.markdown == """
        # Kiln Operator

        **Location:** Delft

        Fire clay.

        Each day.

        | Shift | Hours |
        | --- | --- |
        | Early | 6–14 |

        - sturdy shoes
        - calm hands
        """)
  }

  @Test func deepNestingEndsInAValue() {
    let page = String(repeating: "<div><ul><li>", count: 20_000) + "deep"
    let result = Adapter.read(SourceBytes(name: "deep.html", bytes: Array(page.utf8)))
    #expect(result.postings.count + result.problems.count == 1)
  }
}

@Suite struct MailAdapterTests {
  @Test func headersAndPartsAreDecoded() throws {
    let posting = try Fixture.posting("mail-two-parts.eml")
    #expect(posting.title == "Glasür (m/w/d)")
    #expect(posting.externalID == "<17@seaglass.example>")
    #expect(posting.posted == Day(2026, 10, 27))
    #expect(posting.body.markdown == "Schöne **Arbeit**\n\n- Sand")
  }

  @Test func aMailboxIsCutWhereMessagesBegin() throws {
    let result = try Fixture.read("mailbox-two-messages.mbox")
    #expect(result.postings.map(\.title) == ["Glass Sorter", "Glass Buyer"])
    #expect(result.postings.first?.url == "https://seaglass.example/1")
    #expect(
      result.postings.first?.body.plainText == "Sort glass.\nFrom there on, polish it.\n")
    #expect(result.problems == [SourceProblem(item: 1, reason: "an empty message")])
  }
}

@Suite struct MarkedFieldsTests {
  @Test func whatASiteCallsItsElementsNamesCompanyAndPlace() {
    let pages = [
      #"<h1>Cook</h1><span data-automation="advertiser-name">brine</span><p class="job-location">Riga</p>"#,
      #"<a href="/c" class="companyLink">Brine</a><h1>Cook</h1><div class="Head_location__x1 location">Riga</div>"#,
      #"<h1>Cook</h1><div data-company-name="true" data-testid="inlineHeader-companyName"><a href="/b">Brine</a></div><div data-testid="inlineHeader-companyLocation">Riga</div>"#,
      #"<title>Brine: Cook</title><h2>Cook</h2><p class="location">Riga</p>"#,
      #"<h2 class="posting-title">Cook</h2><b data-automation-id="companyName">Brine<a href="/b">About</a></b><b data-automation-id="locations">Riga</b>"#,
      #"<h2 class="topcard__title">Cook</h2><span class="topcard__flavor">Brine</span><span class="topcard__flavor topcard__flavor--bullet">Riga</span>"#,
      #"<h1>Cook</h1><li data-at="metadata-company-name"><a href="/b">Brine</a> 4.1</li><li data-at="metadata-location">Riga</li>"#,
    ]
    for page in pages {
      let posting = read(page)
      #expect(posting?.title == "Cook", "\(page)")
      #expect(posting?.company?.lowercased() == "brine", "\(page)")
      #expect(posting?.location == "Riga", "\(page)")
    }
  }

  @Test(arguments: [
    "Cook at Brine", "Brine hiring Cook in Riga | Board", "Brine - Cook",
    "Job Application for Cook at Brine",
  ])
  func aPagesOwnNameNamesTheCompany(name: String) {
    #expect(read("<title>\(name)</title><h1>Cook</h1><p>You cook.</p>")?.company == "Brine")
  }

  @Test func aSitesNameInThePagesTitleIsTheCompanys() {
    let head = "<meta property='og:site_name' content='Brine'><title>Cook | Work at Brine</title>"
    #expect(read(head + "<h1>Cook</h1>")?.company == "Brine")
    let board = head.replacing("Brine", with: "JobBarn")
    #expect(read(board + "<h1>Cook</h1>")?.company == nil)
  }

  @Test func anAddressThatSpellsANameWithHyphensSpeaksOfIt() {
    let posting = read(
      """
      <head><title>Night Cook - Deep Brine | BOARD.EXAMPLE</title>
      <link rel="canonical" href="https://www.board.example/jobs/deep-brine/7">
      <meta property="og:title" content="Deep Brine - Night Cook"></head>
      <body><h1>Night Cook</h1><p>You cook at night.</p></body>
      """)
    #expect(posting?.company == "Deep Brine")
  }

  @Test func aCareersSiteIsItsCompanys() {
    let head = "<meta property='og:site_name' content='Brine'><title>Cook — Careers</title>"
    #expect(read(head + "<h1>Cook</h1>")?.company == "Brine")
    let title = "BRINE GO - Cook in Remote"
    let site = "<meta property='og:site_name' content='BRINE GO'><title>\(title)</title>"
    let name = "<meta property='og:title' content='\(title)'>"
    let posting = read(site + name + "<p data-testid='location'>Remote</p>")
    #expect(posting?.company == "BRINE GO" && posting?.title == "BRINE GO - Cook")
  }

  @Test func aPagesOwnNameNamesThePlace() {
    for name in [
      "Cook at Brine — Riga, Vidzeme, Latvia | Board", "Brine hiring Cook in Riga | Board",
      "Cook - Brine | Riga, NJ",
    ] {
      let posting = read("<title>\(name)</title><h1>Cook</h1><p>You cook.</p>")
      #expect(posting?.company == "Brine", "\(name)")
      #expect(posting?.location?.hasPrefix("Riga") == true, "\(name)")
    }
  }

  @Test func theHeadingThatIsTheCompanyIsNotTheTitle() {
    let posting = read("<title>Cook at Brine</title><h1>Brine</h1><h1>Cook - Nights</h1><p>x</p>")
    #expect(posting?.title == "Cook - Nights")
  }

  @Test func whatStandsAboveTheMainPartIsRead() {
    let head = "<h1>Cook</h1><div class='salary'>Pay: $20 - $24 per hour</div><p>Riga</p>"
    let posting = read(head + "<main>You cook with salt.</main><footer>Other</footer>")
    #expect(posting?.payText == "Pay: $20 - $24 per hour")
    #expect(posting?.body.plainText.contains("Riga") == true)
    #expect(posting?.body.plainText.contains("Other") == false)
  }

  @Test func choicesThatAreButtonsTellTheWorkplace() {
    let choices = "<div class='fit-level-preferences'><button>Remote</button></div>"
    #expect(read("<h1>Cook</h1>" + choices + "<p>You cook.</p>")?.tags == ["Remote"])
  }

  @Test func aRangeInPartsIsOneFact() {
    let page =
      "<h1>Cook</h1><div><span>$41,000</span><span>&mdash;</span><span>$52,000 USD</span></div>"
    #expect(read(page)?.body.plainText.contains("$41,000—$52,000 USD") == true)
  }

  @Test func factsSideBySideAreKeptApart() {
    let facts = "<div><span>Riga, Latvia</span><span>Hybrid</span><span>\n 2 days\n </span></div>"
    #expect(read("<h1>Cook</h1>" + facts)?.body.plainText.contains("Riga, Latvia · Hybrid") == true)
    for prose in [
      "<div><span>We are</span><span> cooks</span><span> at sea</span></div>",
      "<div><span>Linked</span><span>In</span></div>",
      "<p><b>Salt</b><i>Pepper</i><u>Oil</u></p>",
    ] {
      #expect(read("<h1>Cook</h1>" + prose)?.body.plainText.contains("·") == false, "\(prose)")
    }
  }

  @Test func aPagesOwnNameHoldsThePlaceBehindTheTitle() {
    for name in ["Oferta de Cook en Riga | Board", "Cook Job in Riga (LV) | Brine | Board"] {
      #expect(
        read("<title>\(name)</title><h1>Cook</h1><p>x</p>")?.location?.hasPrefix("Riga") == true)
    }
    let posting = read("<title>Cook - Job bei Brine AG in Riga</title><h1>Cook</h1><p>x</p>")
    #expect(posting?.company == "Brine AG" && posting?.location == "Riga")
  }

  @Test func otherNamesOfAPageNameNobody() {
    for name in [
      "Cook", "Jobs - Cook", "Cook - Riga", "Brine careers", "Detalhe da vaga - Cook",
    ] {
      #expect(read("<title>\(name)</title><h1>Cook</h1><p>You cook.</p>")?.company == nil)
    }
    let cards = String(repeating: "<p>You cook.</p>", count: 70) + "<b class='company'>Other</b>"
    #expect(read("<h1>Cook</h1>" + cards)?.company == nil)
  }

  @Test(arguments: [
    "Cook | Brine Ovens", "Cook - Brine Ovens", "Cook by Brine Ovens in Riga Ref: 7",
    "Brine Ovens Careers - Cook (Req 7)", "Cook in Riga - Brine Ovens",
  ])
  func aNameBehindADashIsTheCompanysThatThePageTellsOf(name: String) {
    let page = "<title>\(name)</title><h1>Cook</h1><p>You cook.</p>"
    #expect(read(page + "<p>Brine Ovens bakes bread.</p>")?.company == "Brine Ovens")
    #expect(read(page + "<p>Write to cv@brineovens.com</p>")?.company == "Brine Ovens")
    guard !name.contains(" by ") else { return }
    #expect(read(page + "<p>More on Brine Ovens.</p>")?.company == nil)
    #expect(read(page + "<footer><p>Brine Ovens lists jobs.</p></footer>")?.company == nil)
  }

  @Test func aLogosNameIsTheCompanysThatThePageShows() {
    let logo = "<img alt='Brine Ovens logo'><h1>Cook</h1>"
    #expect(read(logo + "<p>Brine Ovens</p><p>You cook.</p>")?.company == "Brine Ovens")
    #expect(read(logo + "<p>You cook.</p>")?.company == nil)
  }

  @Test(arguments: [
    "<dialog><h1>Cookies</h1></dialog>",
    "<div class='cookie-alert'><div><h1>We ask</h1></div></div>",
    "<div role='dialog'><p><h1>Sign up</h1></p></div>", "<nav><h1>Menu</h1></nav>",
  ])
  func headingsOfBoxesAreNoTitles(box: String) {
    #expect(read(box + "<h1>Cook</h1><p>You cook.</p>")?.title == "Cook")
  }

  private func read(_ html: String) -> Posting? {
    let page = "<!doctype html><html><body>\(html)</body></html>"
    return Adapter.read(SourceBytes(name: "x.html", bytes: Array(page.utf8))).postings.first
  }
}

@Suite struct PastedTextTests {
  @Test func labelsThatLostTheirLineEndBeginALine() {
    let posting = read(
      "Kite Designer\nType: Full-timeSalary: Up to PHP 183,000Location: Cebu\nJavaScript: none.")
    #expect(posting?.payText == "Up to PHP 183,000")
    #expect(posting?.location == "Cebu")
    #expect(posting?.body.plainText.contains("JavaScript: none.") == true)
  }

  @Test func aHeadingThatItsParagraphIsGluedToIsParted() {
    let lines = read(
      "Baker\nCompany DescriptionOvenia bakes.\nRole DescriptionYou bake.\nRequirementsX")?
      .body.plainText.split(separator: "\n")
    #expect(lines?.contains("Ovenia bakes.") == true && lines?.contains("You bake.") == true)
    #expect(lines?.contains("Company Description") == true)
  }

  @Test func aRangeOnThreeLinesIsOne() {
    let ranges = ["$140,000\n—\n$155,000 USD", "€40k\n\n–\n\n€50k a year"]
    for range in ranges {
      let text = read("Salary\n\(range)\nAbout us")?.body.plainText ?? ""
      #expect(text.contains("000 — $155,000 USD") || text.contains("40k – €50k a year"), "\(text)")
    }
    #expect(read("We bake.\n-\n12 people\n")?.body.plainText.contains("We bake. - 12") == false)
  }

  private func read(_ text: String) -> Posting? {
    Adapter.read(SourceBytes(name: "x.txt", bytes: Array(text.utf8))).postings.first
  }

  @Test func theAddressThatATextBeginsWithIsItsOwn() {
    func address(_ text: String) -> String? {
      Adapter.read(SourceBytes(name: "x.txt", bytes: Array(text.utf8))).postings.first?.url
    }
    #expect(address("https://careers.brine.example/7\n\nNight Cook\n") != nil)
    #expect(address("See https://careers.brine.example/7\n\nNight Cook\n") == nil)
  }

  @Test func aLineOfDashesMakesTheLineAboveAHeading() {
    let text = "Night Baker\n===========\nYou bake.\n\n* PLACE\n-------\nPorto\n"
    let result = Adapter.read(SourceBytes(name: "x.txt", bytes: Array(text.utf8)))
    #expect(
      result.postings.first?.body.first == .heading(level: 2, [.text("Night Baker")]))
    #expect(result.postings.first?.body.plainText.contains("===") == false)
  }

  @Test func markdownMayBeginWithAComment() {
    let text = "<!-- paste it below -->\n\n# Night Baker\n\nYou *bake*.\n"
    #expect(SourceFormat(sniffing: Array(text.utf8)) == .markdown)
    #expect(SourceFormat(sniffing: Array("<!-- x --><p>You bake.</p>".utf8)) == .html)
    #expect(SourceFormat(sniffing: Array("<!-- x -->".utf8)) == .html)
  }

  @Test func labelsMayEndInAWideColon() {
    let text = "Company：Kilnhaus\nLocation：Porto\n\nYou bake bread for all of us.\n"
    let posting = Adapter.read(SourceBytes(name: "x.txt", bytes: Array(text.utf8))).postings.first
    #expect(posting?.company == "Kilnhaus")
    #expect(posting?.location == "Porto")
  }

  @Test func aTitleDeepBelowAHeadingIsAnothers() {
    let lines = (1...14).map { "We bake bread number \($0).\n" }.joined(separator: "\n")
    func title(_ head: String) -> String? {
      let text = "\(head)\n\n\(lines)\n## Contact\n\n**Title:** Head of Bakery Hiring\n"
      return Adapter.read(SourceBytes(name: "x.md", bytes: Array(text.utf8))).postings.first?.title
    }
    #expect(title("# Night Baker") == nil)
    #expect(title("## Night work") == "Head of Bakery Hiring")
  }
}
