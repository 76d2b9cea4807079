import Listings
import Testing

@testable import Adapters

/// Texts and mails that hold several jobs, and those that only look so.
@Suite struct SeveralPostingsTests {
  private func read(_ text: String) -> AdapterResult {
    Adapter.read(SourceBytes(name: "text", bytes: Array(text.utf8)))
  }

  @Test func rulesPartPostingsThatNameThemselves() {
    let result = read(
      """
      Jobs from the harbor

      Title: Net mender
      Company: Deepnet
      Location: Faro
      Pay: 20 EUR an hour

      Mend nets.
      ------
      Title: Diver
      Company: Deepnet
      Location: Lagos

      Dive.
      ==========

      """)
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
    #expect(result.postings.map(\.location) == ["Faro", "Lagos"])
    #expect(result.postings.first?.payText == "20 EUR an hour")
  }

  @Test func titlesAloneBeginPostings() {
    let result = read(
      "Job title: Net mender\nCompany: Deepnet\nLocation: Faro\nMend.\n\n"
        + "Job title: Diver\nCompany: Deepnet\nLocation: Lagos\nDive.\n")
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
  }

  @Test func numberedHeadingsPartJobsWithNothingButATitle() {
    let jobs = "Job 1:\nTitle: Net mender\nSkills: knots\n\nJob 2:\nTitle: Diver\nSkills: air\n"
    #expect(read(jobs).postings.map(\.title) == ["Net mender", "Diver"])
    let steps = "Job title: Diver\n\nJob 1:\nMend nets.\n\nJob 2:\nDive.\n"
    #expect(read(steps).postings.count == 1)
  }

  @Test func aLineBrokenInItsBracketsIsOne() {
    let result = read("Net mender (Deep\nNets)\nFaro, Portugal\nYou mend nets (all\nof them.\n")
    #expect(result.postings[0].body.plainText.hasPrefix("Net mender (Deep Nets)\nFaro"))
    #expect(result.postings[0].body.plainText.contains("(all\nof them"))
  }

  @Test func headingsOfOneLevelPartMarkdown() {
    let result = read(
      """
      # Seen this week

      ## [Net mender](https://deepnet.example/1)
      **Company:** Deepnet
      **Location:** Faro

      Mend nets.

      ## Diver
      - Company: Deepnet
      - Location: Lagos
      - Pay: 30 EUR an hour

      Dive.
      """)
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
    #expect(result.postings.first?.url == "https://deepnet.example/1")
    #expect(result.postings.map(\.company) == ["Deepnet", "Deepnet"])
  }

  @Test func labelsBelowEachOtherAreNoWrappedText() {
    let address = "https://careers.deepnet.example/jobs/17-net-mender-on-the-boats"
    let result = read("# Net mender\n\n**URL:** \(address)\n**Location:** Faro (Hybrid)\n\nMend.\n")
    #expect(result.postings.map(\.location) == ["Faro (Hybrid)"])
    #expect(result.postings.map(\.url) == [address])
  }

  /// Each has rules, headings or labels that a single posting has, too.
  @Test(arguments: [
    "Net mender\nDeepnet, Faro\n---\nWhat you do\nMend nets.\n---\nHow to apply\nWrite.\n",
    "# Net mender\n\nCompany: Deepnet\nLocation: Faro\n\n# You\n\nA needle.\n\n# We\n\nFish.\n",
    "Title: Net mender\nCompany: Deepnet\nLocation: Faro\n-----\nLocation: Lagos, too\nMend.\n",
    "# Net mender — Deepnet\nLocation: Faro\nType: Full-time\n"
      + "# Net mender at Deepnet\nLocation: Faro\nType: Full-time\n\nMend nets.\n",
    "# Net mender\nLocation: Faro\nType: Full-time\n# Full JD\nLocation: Faro\nType: Full-time\n",
  ])
  func onePostingStaysOne(text: String) { #expect(read(text).postings.count == 1) }

  @Test func thePartOfAnAlertThatTellsOfMostIsRead() {
    let result = read(
      """
      From: Job Alerts <alerts@linkedin.example>
      Subject: Net mender at Deepnet
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/plain; charset=utf-8

      Net mender
      Deepnet
      Faro, Portugal

      4 school alumni
      View job: https://www.linkedin.com/comm/jobs/view/4001/?trackingId=x

      --b
      Content-Type: text/html; charset=utf-8

      <html><body>Nothing to see.</body></html>
      --b--
      """)
    #expect(result.postings.map(\.title) == ["Net mender"])
    #expect(result.postings.map(\.company) == ["Deepnet"])
    #expect(result.postings.map(\.location) == ["Faro, Portugal"])
  }

  @Test func linkedInsTextAlertIsAJobAnAddress() {
    let result = read(
      """
      From: Job Alerts <alerts@linkedin.example>
      To: me@example.com
      Subject: 2 new jobs
      Date: Mon, 02 Nov 2026 08:00:00 +0000
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      Your job alert for net mender
      2 new jobs match.

      Net mender
      Deepnet
      Faro, Portugal
      View job: https://www.linkedin.com/comm/jobs/view/4001/?trackingId=x

      ---------------------------------------------------------

      Diver
      Bluewater
      Lagos, Portugal

      View job: https://www.linkedin.com/comm/jobs/view/4002/?x=y
      Trawler cook
      Galley & Co
      Porto
      Actively recruiting
      View job: https://www.linkedin.com/comm/jobs/view/4003/
      """)
    #expect(result.postings.map(\.externalID) == ["4001", "4002", "4003"])
    #expect(result.postings.map(\.company) == ["Deepnet", "Bluewater", "Galley & Co"])
    #expect(result.postings.first?.posted == Day(2026, 11, 2))
  }

  private static let head = """
    From: Alerts <alerts@board.example>
    Subject: New jobs
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8


    """

  @Test func linkedInsTextAlertHasAddressesBehindTitlesToo() {
    let result = read(
      Self.head + """
        Your job alert for "net mender"

        Net mender (https://www.linkedin.com/comm/jobs/view/4001?trackingId=x)
        Deepnet
        Faro, Portugal

        Diver (https://www.linkedin.com/comm/jobs/view/4002?trackingId=y)
        Bluewater · Lagos, Portugal (Remote)
        """)
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
    #expect(result.postings.map(\.company) == ["Deepnet", "Bluewater"])
    #expect(result.postings.map(\.location) == ["Faro, Portugal", "Lagos, Portugal"])
    #expect(result.postings.last?.workplace == .remote)
  }

  @Test func indeedsTextAlertIsAJobAnAddress() {
    let result = read(
      Self.head + """
        New jobs for: nets

        Net mender
        Deepnet
        Faro
        <https://my.indeed.com/rc/clk?jk=abc123&from=ja>

        Diver
        Bluewater
        Lagos
        <https://my.indeed.com/rc/clk?jk=def456&from=ja>
        """)
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
    #expect(result.postings.map(\.location) == ["Faro", "Lagos"])
    #expect(result.postings.map(\.externalID) == ["abc123", "def456"])
  }

  @Test func anAlertInHTMLHasCards() {
    let card = { (number: Int, title: String) in
      "<div><h3><a href='https://b.example/jobs/\(number)'>\(title)</a></h3><p>Mend.</p></div>"
    }
    let mail = Self.head.replacing("text/plain", with: "text/html")
    let result = read(mail + "<h2>Jobs for you</h2>" + card(1, "Net mender") + card(2, "Diver"))
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
  }

  @Test func piecesAreCountedInTheirHeadings() {
    let result = read(
      "### Position: 1 Net mender\n- Location: Faro\n- Pay: 30 EUR an hour\n\n"
        + "### Position: 2 Diver\n- Location: Lagos\n- Pay: 30 EUR an hour\n")
    #expect(result.postings.map(\.title) == ["Net mender", "Diver"])
  }

  @Test func indeedsAlertIsAJobALink() throws {
    let result = read(
      """
      From: Indeed <alert@indeed.example>
      To: me@example.com
      Subject: 2 new jobs
      MIME-Version: 1.0
      Content-Type: text/html

      <html><body><table>
      <tr><td><a href="https://uk.indeed.com/rc/clk/dl?jk=ab12cd34ef56ab78&from=ja"><b>Net mender</b></a></td></tr>
      <tr><td>Deepnet</td></tr><tr><td>4.1</td></tr><tr><td>Faro</td></tr><tr><td>€20 - €25 an hour</td></tr>
      <tr><td>Mend the nets of the harbor and of whoever asks for it.</td></tr><tr><td>3 days ago</td></tr>
      <tr><td><a href="https://uk.indeed.com/rc/clk/dl?jk=ffff0000ffff0000">Diver</a></td></tr>
      <tr><td>Bluewater - Lagos</td></tr></table></body></html>
      """)
    let first = try #require(result.postings.first)
    #expect(first.externalID == "ab12cd34ef56ab78" && first.source == "indeed")
    #expect(first.company == "Deepnet" && first.location == "Faro")
    #expect(first.payText == "€20 - €25 an hour" && first.dateText == "3 days ago")
    #expect(result.postings.last?.location == "Lagos")
  }

  @Test func whatIsRejectedIsKeptAsItWasAndReadOnceMended() throws {
    var context = ReadingContext()
    context.keepsRejects = true
    let rows = "title,company\nDiver,Bluewater\n,Deepnet\n,\n"
    let table = Adapter.read(SourceBytes(name: "t", bytes: Array(rows.utf8)), context: context)
    #expect(table.postings.count == 1 && table.empty == 1)
    #expect(table.problems.map(\.rejected) == [#"{"title":"","company":"Deepnet"}"#])
    let lines = "{\"title\":\"Diver\",\"company\":\"B\"}\n{\"title\":\"Cook\",\n{\"a\":1}\n"
    let broken = Adapter.read(SourceBytes(name: "l", bytes: Array(lines.utf8)), context: context)
    #expect(broken.problems.map(\.rejected) == [#""{\"title\":\"Cook\",""#, #"{"a":1}"#])
    let mended = """
      {"file":"t","line":3,"reason":"no title","item":{"title":"Net mender","company":"Deepnet"}}
      {"file":"l","line":2,"reason":"broken","item":"{\\"title\\":\\"Cook\\",\\"company\\":\\"G\\"}"}
      {"file":"x","line":null,"reason":"no such file","item":null}
      """
    let again = read(mended)
    #expect(again.postings.map(\.title) == ["Net mender", "Cook"])
    #expect(again.problems.isEmpty && again.skipped == 1)
  }
}
