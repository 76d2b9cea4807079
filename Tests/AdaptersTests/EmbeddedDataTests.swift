import Adapters
import Listings
import Testing

/// Pages saved before their program drew them: the job stands in a script.
@Suite struct EmbeddedDataTests {
  private static let job =
    #"{"id": 7, "title": "Kiln Operator", "companyName": "Hearth", "location": "Delft", "#
    + #""description": "<p>You load the kiln, watch its fire and note each heat in the book.</p>"}"#

  private static func page(_ script: String, type: String = "application/json") -> String {
    "<html><head><title>Job Details</title></head><body><div id='app'></div>"
      + "<script type='\(type)'>\(script)</script></body></html>"
  }

  @Test(arguments: [
    page(#"{"props": {"pageProps": {"job": \#(job)}}}"#),
    page(#"window.__state = {"jobs": [\#(job)], "open": true};"#, type: "text/javascript"),
    page(
      "window.data = JSON.parse(\"{\\\"job\\\": \(job.replacing("\"", with: "\\\""))}\");",
      type: "text/javascript"),
    page(#"window.a = window.a || {}; a.state = {"job": \#(job)};"#, type: "text/javascript"),
    page(job.replacing("title", with: "postingTitle")),
    page(#"var page = new Detail({"opening": \#(job)});"#, type: "text/javascript"),
  ])
  func jobOfAPageThatIsNotDrawn(html: String) throws {
    let posting = try Self.posting(html)
    #expect(posting.title == "Kiln Operator")
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft")
    #expect(posting.body.plainText.hasPrefix("You load the kiln"))
  }

  @Test func companyAndPlacesBesideTheJob() throws {
    let job =
      #"{"jobTitle": "Kiln Operator", "postingLocations": [{"cityName": "Delft", "#
      + #""isoCountryCode": "NL"}], "#
      + #""jobDescription": "<p>You load the kiln, watch its fire and note each heat.</p>"}"#
    let posting = try Self.posting(
      Self.page(#"{"company": {"companyName": "Hearth"}, "job": \#(job)}"#))
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft, NL")
  }

  @Test func severalJobsAreNoneOfThePage() throws {
    let other = Self.job.replacing("Kiln Operator", with: "Glazier")
    let posting = try Self.posting(
      "<h1>Potter</h1><p>Throw.</p>" + Self.page(#"{"jobs": [\#(Self.job), \#(other)]}"#))
    #expect(posting.title == "Potter")
    #expect(posting.company == nil)
  }

  @Test(arguments: [
    page(#"{"jobs": [\#(job), \#(job.replacing("Operator", with: "Builder")), {"title": "x"}]}"#),
    "<html><body><div data-page='{\"rows\": [\(job), \(job.replacing("Operator", with: "Builder"))]}'>"
      + "</div></body></html>",
  ])
  func jobsOfAListThatIsNotDrawn(html: String) {
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(html.utf8)))
    #expect(result.postings.map(\.title) == ["Kiln Operator", "Kiln Builder"])
    #expect(result.postings.map(\.company) == ["Hearth", "Hearth"])
  }

  @Test func jobInATemplateByItsName() throws {
    let posting = try Self.posting(
      """
      <template id="state">{&quot;view&quot;:{&quot;name&quot;:&quot;Kiln Operator&quot;,
      &quot;company&quot;:{&quot;visibleName&quot;:&quot;Hearth&quot;},
      &quot;description&quot;:&quot;You load the kiln and watch its fire.&quot;,
      &quot;compensation&quot;:{&quot;from&quot;:900,&quot;currencyCode&quot;:&quot;RUR&quot;,
      &quot;mode&quot;:&quot;MONTH&quot;},&quot;area&quot;:{&quot;name&quot;:&quot;Delft&quot;}}}</template>
      """)
    #expect(posting.title == "Kiln Operator")
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft")
    #expect(
      posting.pay
        == PostedPay(low: 90_000, high: nil, currency: Currency(code: "RUB"), period: .month))
  }

  @Test func shownPageStandsWhereItSaysMore() throws {
    let text = String(repeating: "<p>The kiln burns all week and you keep its fire.</p>", count: 9)
    let posting = try Self.posting("<h1>Kiln Operator</h1>" + text + Self.page(Self.job))
    #expect(posting.body.plainText.contains("The kiln burns"))
    #expect(posting.company == "Hearth")
    #expect(posting.location == "Delft")
  }

  @Test(arguments: [
    (#"dataLayer.push({'event': 'view', 'companyName': 'Hearth'})"#, "Hearth"),
    (#"dataLayer = [{"company_name": "Hearth &amp; Sons", "n": 1}]"#, "Hearth & Sons"),
    (#"dataLayer = [{"companyName": "Hearth"}, {"companyName": "Clay"}]"#, nil),
    (#"dataLayer = [{"companyName": "40123", "category": "clay works"}]"#, nil),
    (#"settings = {"companyName": "Hearth", "category": "clay works"}"#, nil),
  ])
  func companyThatVisitsAreCountedFor(script: String, company: String?) throws {
    let posting = try Self.posting(
      "<script>\(script)</script><h1>Kiln Operator</h1><p>You keep the fire.</p>")
    #expect(posting.company == company)
  }

  @Test func aScriptMayGiveAListToAName() {
    let script = """
      if (!window.W) { window.W = {}; }
      W.towns = [ 'Delft', ];
      W.jobs = [
        { id: '1', url: '/jobs/1/', title: 'Kiln Operator', locations_text: 'Delft', },
        { id: '2', url: '/jobs/2/', title: 'Clay \\u0026 Glaze Buyer', locations_text: 'Gouda', },
      ];
      """
    let page = "<html><body><script>\(script)</script></body></html>"
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(page.utf8)))
    #expect(result.postings.map(\.title) == ["Kiln Operator", "Clay & Glaze Buyer"])
    #expect(result.postings.map(\.location) == ["Delft", "Gouda"])
  }

  private static func posting(_ html: String) throws -> Posting {
    let result = Adapter.read(SourceBytes(name: "page.html", bytes: Array(html.utf8)))
    return try #require(result.postings.first)
  }
}
