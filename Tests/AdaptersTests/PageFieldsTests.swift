import Adapters
import Listings
import Testing

/// What pages say of a job beside the schemas: in headings, names of elements and their own names.
@Suite struct PageFieldsTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let html: String
    var title: String?
    var company: String?
    var location: String?
  }

  @Test(arguments: [
    Page(
      testDescription: "a link in the heading",
      html: "<title>Kiln Operator at Hearth | Boards</title>"
        + "<h1>Kiln Operator at <a href='/hearth'>Hearth</a><span>(W24)</span></h1><p>Fire.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a link that names no employer",
      html: "<h1>Kiln Operator <a href='/save'>Save</a></h1><p>Fire.</p>",
      title: "Kiln Operator Save"),
    Page(
      testDescription: "a list of terms",
      html: "<title>Vacancy: Kiln Operator</title><h2>Details</h2><dl><dt>Job title</dt>"
        + "<dd>Kiln Operator</dd><dt>Employer</dt><dd>Hearth</dd><dt>Location</dt><dd>Delft</dd>"
        + "</dl><p>Fire.</p>",
      title: "Kiln Operator", company: "Hearth", location: "Delft"),
    Page(
      testDescription: "a place with its label in a list of terms",
      html: "<h2 data-automation-id='jobPostingHeader'>Kiln Operator</h2>"
        + "<div data-automation-id='locations'><dl><dt>locations</dt><dd>Delft</dd></dl></div>",
      title: "Kiln Operator", location: "Delft"),
    Page(
      testDescription: "a name beside its score",
      html: "<title>Kiln Operator - Hearth - Indeed</title><h1>Kiln Operator</h1>"
        + "<div class='jobsearch-InlineCompanyRating'><div>Hearth</div><div>3.9</div></div>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "another job's heading aside",
      html: "<aside><h1>Glazier</h1></aside><div class='posting-headline'>"
        + "<h2>Kiln Operator</h2></div><div class='job-details__employer'>Hearth</div>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "the site's heading above the job's",
      html: "<h1>Careers at Hearth</h1><h2 class='job-title'>Kiln Operator</h2><p>Fire.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "an application form",
      html: "<title>Job Application for Kiln Operator at Hearth</title>"
        + "<meta property='og:title' content='Kiln Operator'>"
        + "<meta property='og:description' content='Delft'><h2>Apply</h2><p>Name</p>",
      title: "Kiln Operator", company: "Hearth", location: "Delft"),
    Page(
      testDescription: "a name that says where, without headings",
      html: "<title>Kiln Operator at Hearth</title><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a name behind what one does with the page, without headings",
      html: "<title>Job Application for Kiln Operator at Hearth</title><form>Name</form>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "words of pages behind the title, without headings",
      html: "<title>Kiln Operator Job Details | Hearth</title><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a company and its site behind the title, without headings",
      html: "<title>Kiln Operator - Hearth GmbH - hearth.example</title><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth GmbH"),
    Page(
      testDescription: "a marked cell, without headings",
      html: "<title>Find your next job</title><table><tr><td class='Header Header_JobTitle'>"
        + "Kiln Operator</td></tr><tr><td><a href='/jobs/12345/job'>Apply for this job online</a>"
        + "<a href='/jobs/12345/referral'>Refer a friend</a></td></tr></table><p>Fire clay.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "the picture of a pin",
      html: "<i class='bi bi-geo-alt'></i> Porto<h1>Kiln Operator</h1><ul><li><i class='fa "
        + "fa-map-marker'></i> <a href='/d'>Delft</a></li></ul><p>Fire clay.</p>",
      title: "Kiln Operator", location: "Delft"),
    Page(
      testDescription: "the site's careers behind the title",
      html: "<title>Kiln Operator | Hearth Careers</title><h1>Kiln Operator</h1><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "the site's careers before a title that is no heading",
      html:
        "<title>Hearth Careers | Kiln Operator</title><h4>Kiln Operator</h4><p>Hearth is a small pottery.</p>"
        + "<meta property='og:title' content='Hearth Careers'>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a board's careers behind the title",
      html: "<title>Kiln Operator | Indeed Careers</title><h1>Kiln Operator</h1><p>Fire clay.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "a name that any page may have",
      html: "<title>Job Details | Career Opportunities</title><p>Fire clay.</p>"),
    Page(
      testDescription: "a call that only the browser shows",
      html: "<title>Hearth hiring Kiln Operator in Clay in Delft, Netherlands | LinkedIn</title>"
        + "<nav><span>LinkedIn</span></nav>",
      title: "Kiln Operator in Clay", company: "Hearth", location: "Delft, Netherlands"),
    Page(
      testDescription: "a call on the company's own page",
      html: "<title>We are hiring in Delft</title><p>Fire clay.</p>",
      title: "We are hiring in Delft"),
    Page(
      testDescription: "a board behind the title",
      html: "<title>Kiln Operator | Glassdoor</title><p>Fire clay.</p>", title: "Kiln Operator"),
    Page(
      testDescription: "a label before the title",
      html: "<meta property='og:title' content='Title: Kiln Operator'><p>Fire clay.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "the site's name as heading",
      html: "<title>Public Works</title><h1>Public Works</h1><table><tr><td>"
        + "<span id='ctl00_lblJobTitle'>Kiln Operator</span></td></tr></table>",
      title: "Kiln Operator"),
    Page(
      testDescription: "a title in Lever's form",
      html: "<title>Hearth - Kiln Operator</title><div class='posting-headline'>"
        + "<h2>Kiln Operator</h2></div><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a small heading above a numbered one",
      html: "<header><h4>Hearth</h4><h1 id='jd-job-title-17'>Kiln Operator</h1></header>"
        + "<p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a name without its score",
      html: "<h1>Kiln Operator</h1><div class='jobsearch-InlineCompanyRating'>Hearth</div>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "names in properties of items",
      html: "<title>Candidate Portal</title><meta itemprop='og:title' content='Kiln Operator'>"
        + "<p>Fire clay.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "a heading about the company",
      html: "<h1>Kiln Operator</h1><h2 class='job-about-company'>Our house</h2><p>Fire.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "a legal form of two full stops",
      html: "<h1>Kiln Operator</h1><h2 data-test='text-employerName'>"
        + "Hearth Clay Works Trading Sp. z o.o.</h2><p>Fire.</p>",
      title: "Kiln Operator", company: "Hearth Clay Works Trading Sp. z o.o."),
    Page(
      testDescription: "a legal form behind the title and a place",
      html: "<title>Kiln Operator – Delft – Hearth s.r.o. | Boards</title>"
        + "<h1>Kiln Operator</h1><p>Fire.</p>",
      title: "Kiln Operator", company: "Hearth s.r.o."),
    Page(
      testDescription: "the site's careers among two headings",
      html: "<header><h1>Hearth Careers</h1></header><h1>Kiln Operator</h1><p>Fire.</p>",
      title: "Kiln Operator"),
    Page(
      testDescription: "the heading of a form",
      html: "<title>Kiln Operator at Hearth - Application</title><h1>Apply for Kiln Operator</h1>"
        + "<p>Name</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a link to the company's page",
      html: "<a href='/companies/hearth/'>Hearth</a><a href='/companies/hearth/jobs'>All</a>"
        + "<h1>Kiln Operator</h1><p>Fire.</p><ul><li><a href='/v/2'>Glazier</a> at "
        + "<a class='company' href='/companies/pane/'>Pane</a></li></ul>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "the owner at the foot, named by the logo",
      html: "<div class='logo'>Hearth</div><h1>Kiln Operator</h1><p>Fire.</p>"
        + "<footer><p>© 2026 Hearth Ltd. All rights reserved.</p></footer>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "the owner at the foot, of whom nothing else tells",
      html: "<h1>Kiln Operator</h1><p>Fire.</p><footer>© 2026 Hearth Ltd</footer>",
      title: "Kiln Operator"),
    Page(
      testDescription: "a heading of a form, on a page whose address spells the title",
      html: "<title>Senior Kiln Operator</title><link rel='canonical' "
        + "href='https://hearth.example/jobs/senior-kiln-operator/17'><h1>Sign up</h1><p>Fire.</p>",
      title: "Senior Kiln Operator"),
    Page(
      testDescription: "a count behind a word for openings",
      html: "<title>Hearth</title><div class='job_title'><h4>Kiln Operator</h4></div>"
        + "<ul><li>Vacancy: 2</li></ul><p>Fire clay at Hearth.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a heading that says nothing",
      html: "<h1>Jobs</h1><p>Kiln Operator</p><p>Fire clay.</p>"),
    Page(
      testDescription: "a label beside a link to the company's story",
      html: "<a href='/company-about.html'>About us</a><h2>Kiln Operator</h2>"
        + "<h6><b>Company name :-</b> Hearth</h6>",
      title: nil, company: "Hearth"),
    Page(
      testDescription: "the site's name among links",
      html:
        "<meta property='og:site_name' content='Hearth GmbH'><h1>Kiln Operator</h1><p>Fire.</p>",
      title: "Kiln Operator", company: "Hearth GmbH"),
    Page(
      testDescription: "the site's address among links",
      html: "<meta property='og:site_name' content='jobs.hearth.example'><h1>Kiln Operator</h1>",
      title: "Kiln Operator"),
    Page(
      testDescription: "the title at the company, among links alone",
      html: "<meta property='og:title' content='Kiln Operator at Hearth'><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "the company before the title, among links alone",
      html: "<meta property='og:title' content='Hearth Sp. z o.o. - Kiln Operator'>"
        + "<h1>Oferty pracy</h1><p>Fire clay.</p>",
      title: "Kiln Operator", company: "Hearth Sp. z o.o."),
    Page(
      testDescription: "a label in the company's element, the place before the board's name",
      html: "<title>Kiln Operator, Hearth Ltd - Delft - Potters.example</title>"
        + "<h1>Kiln Operator</h1><div class='header__company'>Pracodawca - Hearth Ltd</div>",
      title: "Kiln Operator", company: "Hearth Ltd", location: "Delft"),
    Page(
      testDescription: "a label with its colon in the company's element",
      html: "<h1>Kiln Operator</h1><p class='vacancy-company-name'>Company : Hearth</p>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "Lever's logo",
      html: "<h1>Kiln Operator</h1>"
        + "<a class='main-header-logo'><img alt='Hearth'></a>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "whose careers the page's own name ends in",
      html: "<title>Kiln Operator | Delft | Hearth Careers</title><h1>Kiln Operator</h1>",
      title: "Kiln Operator", company: "Hearth"),
    Page(
      testDescription: "a legal form before what all such pages are called",
      html: "<title>Hearth Brothers Inc - Job details</title><h1>Kiln Operator</h1><p>Fire.</p>",
      title: "Kiln Operator", company: "Hearth Brothers Inc"),
    Page(
      testDescription: "a company that the host spells",
      html: "<title>Kiln Operator | Blue Hearth</title><link rel='canonical' "
        + "href='https://careers.bluehearth.example/17'><h1>Kiln Operator</h1><p>Fire.</p>",
      title: "Kiln Operator", company: "Blue Hearth"),
  ])
  func headsOfPages(page: Page) throws {
    let posting = try Self.posting(page.html)
    #expect(posting.title == page.title)
    #expect(posting.company == page.company)
    #expect(posting.location == page.location)
  }

  @Test func propertiesCountWithoutTheElementThatHasTheirType() throws {
    let posting = try Self.posting(
      """
      <div><span itemprop="title">Kiln Operator</span>
      <meta itemprop="streetAddress" content="Delft, NL">
      <meta itemprop="datePosted" content="Fri Sep 04 02:00:00 UTC 2026">
      <meta itemprop="hiringOrganization" content="Hearth">
      <div itemprop="description"><p>Fire clay.</p></div></div>
      """)
    #expect(posting.title == "Kiln Operator")
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft, NL")
    #expect(posting.posted == Day(2026, 9, 4))
    #expect(posting.body.markdown == "Fire clay.")
  }

  @Test func anAddressMayStandBesideTheTitle() throws {
    let posting = try Self.posting(
      """
      <div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Kiln Operator</h1>
      <meta itemprop="hiringOrganization" content="Hearth">
      <meta itemprop="addressLocality" content="Delft"><meta itemprop="addressCountry" content="NL">
      </div>
      """)
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft, NL")
  }

  @Test func propertiesMayBeOfRDFa() throws {
    let posting = try Self.posting(
      """
      <div vocab="http://schema.org/" typeof="JobPosting"><h1 property="title">Kiln Operator</h1>
      <span property="hiringOrganization" typeof="Organization"><b property="name">Hearth</b></span>
      <span property="joblocation" typeof="Place"><span property="address">Delft</span></span>
      <span property="baseSalary" typeof="MonetaryAmount">£40,000 a year</span></div>
      """)
    #expect(posting.title == "Kiln Operator")
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft")
    #expect(posting.payText == "£40,000 a year")
  }

  @Test func propertiesMayBeDeepAndAPlaceHaveNoTypes() throws {
    let wrapped = String(repeating: "<div>", count: 12) + "<b itemprop='title'>Kiln Operator</b>"
    let posting = try Self.posting(
      """
      <div itemtype="http://schema.org/JobPosting">\(wrapped)
      <span itemprop="jobLocation"><span itemprop="address">
      <meta itemprop="addressLocality" content="Delft"><meta itemprop="addressCountry" content="NL">
      </span></span></div>
      """)
    #expect(posting.title == "Kiln Operator")
    #expect(posting.location == "Delft, NL")
  }

  @Test(
    arguments: [
      (
        "Kiln Operator", "<a href='/'><img alt='Blue Hearth'></a>", "ovens@bluehearth.example",
        "Blue Hearth"
      ),
      ("Kiln Operator", "<a href='/'><img alt='Blue Hearth'></a>", "ovens@other.example", nil),
      (
        "Kiln Operator | Hearth & Sons", "<a href='/'><img alt='Hearth & Sons, bakers'></a>", "",
        "Hearth & Sons"
      ),
      ("Kiln Operator | Ovens", "<a href='/'><img alt='Hearth GmbH'></a>", "", nil),
      ("Kiln Operator | Ovens", "<a href='/x'><img alt='Ovens'></a>", "", nil),
    ] as [(String, String, String, String?)])
  func aPictureThatLeadsHomeNamesWhoseThePageIs(
    name: String, picture: String, mail: String, company: String?
  ) throws {
    let page =
      "<html><head><title>\(name)</title></head><body>\(picture)<h1>Kiln Operator</h1><p>Fire.</p>"
      + "<a href='mailto:\(mail)'>Apply</a></body></html>"
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(page.utf8)))
    #expect(result.postings.first?.company == company)
  }

  @Test func theOnlyHeadingWithLettersForSexesIsTheTitle() throws {
    let head = "<html><head><title>Karriere – Hearth</title></head><body><h1>Karriere</h1>"
    func titles(_ headings: String) -> [String?] {
      Adapter.read(SourceBytes(name: "page.html", bytes: Array((head + headings).utf8)))
        .postings.map(\.title)
    }
    #expect(titles("<h2>Brenner/in (m/w/d)</h2><p>Heizen.</p>") == ["Brenner/in (m/w/d)"])
    #expect(titles("<h2>Team (seit 1900)</h2><p>Heizen.</p>") != ["Team (seit 1900)"])
  }

  @Test func aNameOfOneWordAboveHeadingsIsTheSites() throws {
    let page = "<html><head><title>h3arth</title></head><body><h2>Kiln Operator</h2></body></html>"
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(page.utf8)))
    let posting = try #require(result.postings.first)
    #expect(posting.title == nil)
    #expect(posting.company == nil)
  }

  @Test func aSearchThatShowsNothingIsNoPosting() {
    let page = "<html><head><title>Kiln jobs</title></head><body><div></div></body></html>"
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(page.utf8)))
    #expect(result.postings.isEmpty)
  }

  @Test func aSchemaWithoutATitleIsOfTheHeading() throws {
    let schema = """
      <script type="application/ld+json">{"@type": "JobPosting", "description": "Fire clay.",
      "hiringOrganization": {"name": "Hearth"}}</script>
      """
    let posting = try Self.posting(schema + "<h1>Kiln Operator</h1>")
    #expect(posting.title == "Kiln Operator")
    #expect(posting.company == "Hearth")
    let untitled = try Self.posting(schema + "<a>Apply</a>")
    #expect(untitled.title == nil)
    #expect(untitled.company == "Hearth")
  }

  @Test func namesOfPlacesStandInForOneAddressRepeated() throws {
    let address = #""address": {"addressLocality": "Delft", "addressCountry": "NL"}"#
    let posting = try Self.posting(
      """
      <script type="application/ld+json">{"@type": "JobPosting", "title": "Kiln Operator",
      "jobLocation": [{"name": "Delft", \(address)}, {"name": "Porto", \(address)}]}</script>
      """)
    #expect(posting.location == "Delft; Porto")
  }

  @Test func hybridWorkIsReadBesideASchemaThatHasNoWordForIt() throws {
    let posting = try Self.posting(
      """
      <script type="application/ld+json">{"@type": "JobPosting", "title": "Kiln Operator"}</script>
      <h2>Kiln Operator</h2>
      <div data-automation-id="remoteType"><dl><dt>remote type</dt><dd>Hybrid</dd></dl></div>
      """)
    #expect(posting.tags == ["Hybrid"])
  }

  private static func posting(_ html: String) throws -> Posting {
    let page = "<!doctype html><html><body>\(html)</body></html>"
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(page.utf8)))
    return try #require(result.postings.first)
  }
}
