import Adapters
import Listings
import Testing

@Suite struct TableTests {
  @Test func readsJobSpyColumns() throws {
    let result = try Fixture.read("csv-jobspy-columns.csv")
    #expect(result.postings.map(\.title) == ["Baker, nights", "Miller"])
    #expect(result.problems == [SourceProblem(line: 5, reason: "no title")])
    let first = try #require(result.postings.first)
    #expect(first.source == "indeed")
    #expect(first.externalID == "in-1")
    #expect(first.location == "Porto, PT")
    #expect(first.workplace == .remote)
    #expect(first.body.markdown == "**Bake**\n\n- bread")
    // The sample of the exporter itself has a minimum above the maximum.
    let pay = PostedPay(
      low: 2_000_000, high: 3_000_000, currency: Currency(code: "EUR"), period: .year)
    #expect(first.pay == pay)
    #expect(result.postings.last?.pay == nil)
    #expect(result.postings.last?.body.plainText == "He said \"grind\"\n")
  }

  @Test func escapedMarkdownInAColumnIsMarkdown() {
    let table = #"""
      title,company,description
      Baker,Kilnhaus,"**Pay:** $26\.40 \- $30\.75 an hour\. Bake with R\&D\."
      Miller,Kilnhaus,"Mill in C:\mill \- and rest\."
      """#
    let result = Adapter.read(SourceBytes(name: "jobs.csv", bytes: Array(table.utf8)))
    #expect(
      result.postings.map(\.body.plainText) == [
        "Pay: $26.40 - $30.75 an hour. Bake with R&D.\n", "Mill in C:\\mill \\- and rest\\.\n",
      ])
  }

  @Test func anEmptyPlaceLeavesRoomForAnother() {
    let json = """
      {"result": [{"jobOpeningName": "Kiln Operator", "employmentStatusLabel": "Full-Time",
        "location": {"city": null, "state": null}, "atsLocation": {"city": "Delft"}},
        {"jobOpeningName": "Glazier", "location": {"city": "Porto", "remote": true}}]}
      """
    let result = Adapter.read(SourceBytes(name: "openings.json", bytes: Array(json.utf8)))
    #expect(result.postings.map(\.title) == ["Kiln Operator", "Glazier"])
    #expect(result.postings.map(\.location) == ["Delft", "Porto"])
    #expect(result.postings.map(\.workplace) == [nil, .remote])
    #expect(result.postings[0].employmentText == "Full-Time")
  }

  @Test func itemsInWrappersOfTheirOwnAreAList() {
    let json = """
      {"jobs": [{"data": {"title": "Kiln Operator", "city": "Delft", "posted_date": "2026-10-02"}},
        {"data": {"title": "Glazier", "city": "Porto", "posted_date": "2026-10-02"}}], "totalCount": 2}
      """
    let result = Adapter.read(SourceBytes(name: "openings.json", bytes: Array(json.utf8)))
    #expect(result.postings.map(\.title) == ["Kiln Operator", "Glazier"])
    #expect(result.postings.map(\.location) == ["Delft", "Porto"])
  }

  @Test func anAnswerInFrenchNamesItsFieldsSo() {
    let json = """
      [{"intitule": "Potier", "entreprise": {"nom": "Argile"}, "lieuTravail": {"libelle": "Lyon"},
        "description": "Vous tournez.", "dateCreation": "2026-10-05T10:00:00.000Z",
        "origineOffre": {"urlOrigine": "https://offres.example/1"},
        "salaire": {"libelle": "Mensuel de 1800 Euros"}}, {"intitule": "Verrier",
        "entreprise": {}, "lieuTravail": {"libelle": "Nantes"}, "description": "Vous soufflez."}]
      """
    let result = Adapter.read(SourceBytes(name: "offres.json", bytes: Array(json.utf8)))
    #expect(result.postings.map(\.title) == ["Potier", "Verrier"])
    #expect(result.postings.map(\.company) == ["Argile", nil])
    #expect(result.postings.map(\.location) == ["Lyon", "Nantes"])
    #expect(result.postings[0].url == "https://offres.example/1")
    #expect(result.postings[0].payText == "Mensuel de 1800 Euros")
  }

  @Test func theWorkplaceMayStandInThePlace() {
    let json = """
      {"items": [{"name": "Kiln Operator", "url": "https://a.example/1",
        "locations": [{"name": "Delft", "workplaceType": "ON_SITE"}]}]}
      """
    let result = Adapter.read(SourceBytes(name: "openings.json", bytes: Array(json.utf8)))
    #expect(result.postings.map(\.workplace) == [.onsite])
  }

  @Test func aFeedsPlaceWithAPostcodeLeavesTheTitle() {
    let feed = """
      <rss version="2.0"><channel><title>x</title><item>
      <title>Kiln Operator (Newark, NJ, US, 07102)</title></item><item>
      <title>Glazier (nights, weekends)</title></item></channel></rss>
      """
    let result = Adapter.read(SourceBytes(name: "feed.xml", bytes: Array(feed.utf8)))
    #expect(result.postings.map(\.title) == ["Kiln Operator", "Glazier (nights, weekends)"])
    #expect(result.postings.map(\.location) == ["Newark, NJ, US", nil])
  }

  @Test func oneBrokenLineCostsOneLine() throws {
    let result = try Fixture.read("ndjson-one-broken-line.ndjson")
    #expect(result.postings.map(\.title) == ["Pilot", "Deckhand"])
    #expect(result.problems.map(\.line) == [2, 5])
    let pilot = try #require(result.postings.first)
    #expect(pilot.source == "harbor")
    #expect(pilot.workplace == .remote)
    #expect(pilot.eligibilityTexts == ["Fully Remote (US only)"])
    let pay = PostedPay(low: 5000, high: 6000, currency: .usd, period: .hour)
    #expect(pilot.pay == pay)
    let deckhand = try #require(result.postings.last)
    #expect(deckhand.externalID == nil)
    #expect(deckhand.posted == Day(2025, 11, 1))
    #expect(deckhand.tags == ["sea", "rope"])
    #expect(deckhand.body.plainText == "Pull\n")
  }

  @Test(arguments: [
    "csv-jobspy-columns.csv", "ndjson-one-broken-line.ndjson", "lever-body-in-pieces.json",
    "remoteok-legal-notice.json", "mailbox-two-messages.mbox",
  ])
  func piecesOfAnySizeReadAsTheWhole(name: String) throws {
    let bytes = try Fixture.bytes(name)
    let whole = try Fixture.read(name)
    for size in [1, 2, 7, 64, 1000] {
      var reader = try #require(StreamingReader(beginning: bytes))
      var result = AdapterResult()
      for start in stride(from: 0, to: bytes.count, by: size) {
        result.append(reader.feed(Array(bytes[start..<min(start + size, bytes.count)])))
      }
      result.append(reader.finish())
      #expect(result.postings == whole.postings)
      #expect(result.problems == whole.problems)
    }
  }
}

@Suite struct FeedTests {
  @Test func itemsThatSayNothingAreCountedAndLoseNothing() {
    let feed = """
      <rss version="2.0"><channel><title>Jobs</title>
      <item><title>Cooper</title><link>https://casks.example/1</link></item>
      <item>
      <item><title>Turner</title><link>https://casks.example/2</link></item></item><item/>
      <item>nothing in elements</item></channel></rss>
      """
    let result = Adapter.read(
      SourceBytes(name: "feed", bytes: Array(feed.utf8)), context: ReadingContext())
    #expect(result.postings.map(\.title) == ["Cooper", "Turner"])
    #expect(result.empty == 2 && result.problems.count == 1)
    #expect(result.items == 5)
  }

  @Test(arguments: [
    ("Hearth Careers", "", "Hearth"), ("Slow Fire Jobs", "", nil),
    ("Hearth Careers", "<description>Company: Clay &amp; Sons</description>", "Clay & Sons"),
  ])
  func aFeedsOwnNameMayBeTheCompanys(title: String, body: String, company: String?) {
    let feed =
      "<rss version='2.0'><channel><title>\(title)</title>"
      + "<item><title>Kiln Operator</title>\(body)</item></channel></rss>"
    let result = Adapter.read(SourceBytes(name: "feed.xml", bytes: Array(feed.utf8)))
    #expect(result.postings.map(\.company) == [company])
  }

  @Test func boardsElementsInAFeedAreRead() throws {
    let result = try Fixture.read("feed-teamtailor.xml")
    let posting = try #require(result.postings.first)
    #expect(posting.title == "Folder & Finisher")
    #expect(posting.company == "Paperboat")
    #expect(posting.location == "Malmö, Sweden")
    #expect(posting.workplace == .hybrid)
    #expect(posting.posted == Day(2026, 6, 30))
    #expect(posting.body.markdown == "Fold **well**.")
    #expect(result.problems == [SourceProblem(item: 1, reason: "no title")])
  }

  @Test func aRootThatNeverClosesHidesNothing() throws {
    let posting = try Fixture.posting("personio-open-root.xml")
    #expect(posting.title == "Bricklayer")
    #expect(posting.company == "Brickfield GmbH")
    #expect(posting.location == "Bremen")
    #expect(posting.employmentText == "full-time, permanent")
    #expect(posting.body.markdown == "## Your day\n\nLay bricks.")
  }
}

@Suite struct BoardTests {
  @Test func greenhouseEscapesItsMarkup() throws {
    let posting = try Fixture.posting("greenhouse-escaped-twice.json")
    #expect(posting.source == "greenhouse:tinroof")
    #expect(posting.company == "Tinroof")
    #expect(posting.externalID == "41")
    #expect(posting.location == "Remote; Leeds")
    #expect(posting.tags == ["Roofs"])
    #expect(posting.body.plainText == "Mend & paint\n")
  }

  @Test func leverSplitsItsBody() throws {
    let posting = try Fixture.posting("lever-body-in-pieces.json")
    #expect(posting.source == "lever:loft-nine")
    #expect(posting.company == "Loft Nine")
    #expect(posting.location == "Kiel; Lisbon")
    #expect(posting.workplace == .hybrid)
    #expect(posting.pay?.high == 5_200_000)
    #expect(posting.pay?.period == .year)
    #expect(
      posting.body.markdown
        == "Sew sails.\n\n## You have\n\n- Thread\n- Thimbles\n\nTea is free.")
  }

  @Test func ashbyHidesTheUnlistedAndPaysInComponents() throws {
    let result = try Fixture.read("ashby-unlisted-and-equity.json")
    #expect(result.skipped == 1)
    let posting = try #require(result.postings.first)
    #expect(posting.location == "Porto; Faro")
    #expect(posting.workplace == .hybrid)
    #expect(posting.employmentText == "Full Time")
    #expect(posting.payText == "€50K – €60K • 0.1%")
    #expect(posting.pay?.low == 5_000_000)
  }

  @Test func remoteOKBeginsWithANotice() throws {
    let result = try Fixture.read("remoteok-legal-notice.json")
    #expect(result.skipped == 1)
    let posting = try #require(result.postings.first)
    #expect(posting.title == "Letter Writer")
    #expect(posting.pay == nil)
    #expect(posting.location == nil)
    #expect(posting.body.plainText == "Write.\n")
  }

  @Test func repliesInAThreadAreNoPostings() throws {
    let result = try Fixture.read("hn-thread-with-replies.json")
    #expect(result.postings.map(\.externalID) == ["901"])
    #expect(result.problems.isEmpty)
    let posting = try #require(result.postings.first)
    #expect(posting.url == "https://news.ycombinator.com/item?id=901")
    #expect(posting.posted == Day(2026, 11, 1))
    #expect(posting.body.count == 3)
  }
}
