import Adapters
import Listings
import Testing

/// Pages that list jobs, each on a card.
@Suite struct PageCardsTests {
  private static func card(_ title: String, _ company: String, _ place: String) -> String {
    """
    <li><div class="search-card"><a href="/jobs/\(title.count)"><span>\(title)</span></a>
    <h3 class="card__title">\(title)</h3>
    <h4 class="card__subtitle"><a href="/company/x1">\(company)</a></h4>
    <span class="card__location">\(place)</span>
    <time datetime="2026-09-15">1 week ago</time></div></li>
    """
  }

  private static let cards =
    card("Kiln Operator", "Hearth", "Delft") + card("Glazier", "Pane", "Porto")

  @Test(arguments: [
    "<ul>\(cards)</ul>",
    "<link rel='canonical' href='https://b.example/s'><h1>Kiln jobs</h1><ul>\(cards)</ul>",
  ])
  func everyCardIsAPosting(html: String) {
    let postings = Self.read(html)
    #expect(postings.map(\.title) == ["Kiln Operator", "Glazier"])
    #expect(postings.map(\.company) == ["Hearth", "Pane"])
    #expect(postings.map(\.location) == ["Delft", "Porto"])
    #expect(postings.first?.posted == Day(2026, 9, 15))
  }

  @Test func aCardsPathIsBelowThePagesHost() {
    let page = "<link rel='canonical' href='https://b.example/s'><ul>\(Self.cards)</ul>"
    #expect(
      Self.read(page).map(\.url) == ["https://b.example/jobs/13", "https://b.example/jobs/7"])
  }

  @Test(
    arguments: [
      "<h1>Potter</h1><p>Throw.</p><h2>Similar</h2><ul>\(cards)</ul>",
      "<h2>Potter</h2><div class='job-description'>"
        + String(repeating: "You throw bowls all day. ", count: 30) + "</div><ul>\(cards)</ul>",
      "<ul>\(card("Potter", "Clay", "Lyon"))\(card("Potter", "Clay", "Lyon"))</ul>",
      "<h2>Potter</h2><p>Throw.</p><h3>Duties</h3><p>Clay.</p><h3>Pay</h3><p>Good.</p>",
    ])
  func otherJobsBesideOneAreNoList(html: String) {
    #expect(Self.read(html).count == 1)
  }

  @Test(arguments: [
    "<li><a class='job-link' href='/jobs/17'>Kiln Operator</a></li>"
      + "<li><a class='job-link' href='/jobs/18'>Glazier</a><a href='/jobs/18/apply'>Apply</a></li>",
    "<li><a href='/oferta/17/kiln'>Kiln Operator</a></li>"
      + "<li><a href='/oferta/18/glass'>Glazier</a><a href='/oferta/17/kiln'>Saiba mais</a></li>",
    "<li><a href='/vacature/kiln-217'>Kiln Operator</a></li>"
      + "<li><a href='/vacature/glass-218'>Glazier</a></li>",
    "<div class='job-item'><h2><a href='/17/kiln'>Kiln Operator</a></h2></div>"
      + "<div class='job-item'><h2><a href='/18/glass'>Glazier</a></h2></div>",
    "<li><h3><a href='/emploi/17'>Kiln Operator</a></h3></li>"
      + "<li><h3><a href='/emploi/18'>Glazier</a></h3></li>",
    "<li><a href='/jobs/17'><i>Job Title</i><h3>Kiln Operator</h3></a></li>"
      + "<li><a href='/jobs/18'><i>Job Title</i><h3>Glazier</h3></a></li>",
    "<tr><td class='posTitle'><a href='job-opening.php?id=17'>Kiln Operator</td></tr>"
      + "<tr><td class='posTitle'><a href='job-opening.php?id=18'>Glazier</td></tr>",
  ])
  func titleThatLeadsToAJob(cards: String) {
    #expect(Self.read("<table>\(cards)</table>").map(\.title) == ["Kiln Operator", "Glazier"])
  }

  @Test(arguments: [
    "<h1>Open Positions</h1><div class='opening'><a href='/jobs/17' class='job'>Kiln Operator</a></div>"
      + "<div class='opening'><a href='/jobs/18' class='job'>Glazier</a></div>",
    "<h2>We hire</h2><a href='#'><h3 class='job-card-title'>Kiln Operator</h3></a>"
      + "<a href='#'><h3 class='job-card-title'>Glazier</h3></a>",
    "<h1>Offene Stellen</h1><script>data = {\"offers\": [{\"title\": \"Kiln Operator\", "
      + "\"city\": \"Delft\", \"url\": \"/17\"}, {\"title\": \"Glazier\", \"city\": \"Porto\", "
      + "\"url\": \"/18\"}]}</script>",
  ])
  func listUnderAHeadingOfItsOwn(html: String) {
    for name in ["Careers at Hearth", "Karriere - Hearth", "Jobs at Hearth | Home"] {
      let postings = Self.read("<title>\(name)</title>\(html)")
      #expect(postings.map(\.title) == ["Kiln Operator", "Glazier"])
      #expect(postings.map(\.company) == ["Hearth", "Hearth"])
    }
    for name in ["Careers at LinkedIn", "Jobs - Delft", "A day at Hearth"] {
      #expect(Self.read("<title>\(name)</title>\(html)").map(\.company) == [nil, nil])
    }
  }

  @Test func cardForEachWidthIsOneJob() {
    func tile(_ id: Int, _ title: String, _ rest: String) -> String {
      "<div><b class='jobTitle'><a href='/job/\(id)/'>\(title)</a></b>\(rest)</div>"
    }
    let place = "<i>Location</i><i>Delft</i>"
    let postings = Self.read(
      tile(17, "Kiln Operator", place) + tile(17, "Kiln Operator", "") + tile(18, "Glazier", place))
    #expect(postings.map(\.title) == ["Kiln Operator", "Glazier"])
    #expect(postings.map(\.location) == ["Delft", "Delft"])
  }

  @Test(
    arguments: [
      "<p>Potter</p><a href='/jobs/view/17'>Potter</a><a href='/jobs/view/17/apply'>Apply</a>",
      "<h2>Potter</h2><p>You throw bowls.</p><a href='/jobs/all'>All</a><a href='/jobs/new'>New</a>",
      "<h2>Potter</h2><nav><a class='jobs' href='/jobs/a'>All</a><a class='jobs' href='/jobs/b'>"
        + "New</a></nav>",
    ])
  func linksOfOneJobAreNoList(html: String) {
    #expect(Self.read(html).count == 1)
  }

  @Test func linksOfParagraphsBeginWithTheTitle() {
    let postings = Self.read(
      """
      <title>Jobs at Hearth</title><h1>Hearth</h1><h3>Kilns</h3><table><tr><td>
      <a href="https://b.example/hearth/jobs/1"><p>Kiln Operator<span><b>New</b></span></p>
      <p class="location">Delft</p></a></td></tr></table><h3>Glass</h3>
      <div><a href="/hearth/jobs/2"><p>Glazier</p><p class="location">Porto</p></a></div>
      """)
    #expect(postings.map(\.title) == ["Kiln Operator", "Glazier"])
    #expect(postings.map(\.company) == ["Hearth", "Hearth"])
  }

  @Test func cardsCountBesideTheFewJobsThatMachinesAreTold() {
    let told = """
      <script type="application/ld+json">{"@type": "JobPosting", "title": "Glazier",
      "description": "Cut glass.", "hiringOrganization": {"name": "Pane"}}</script>
      """
    let postings = Self.read("\(told)<h1>Jobs</h1><ul>\(Self.cards)</ul>")
    #expect(postings.map(\.title) == ["Kiln Operator", "Glazier"])
    #expect(postings.map(\.body.markdown).last == "Cut glass.")
    #expect(Self.read("\(told)<h1>Glazier</h1><ul>\(Self.cards)</ul>").count == 1)
  }

  @Test func tablesHeadedByLabelsHaveAJobOnEachRow() {
    let postings = Self.read(
      """
      <title>Freie Stellen - Hearth GmbH</title><h1>Freie Stellen</h1><table>
      <tr><th>Stelle</th><th>Standort</th><th>Bereich</th></tr>
      <tr><td><a href="https://b.example/k/1">Brenner</a></td><td>Kassel</td><td>Ofen</td></tr>
      <tr><td>Glaser</td><td>Ulm</td><td></td></tr></table>
      """)
    #expect(postings.map(\.title) == ["Brenner", "Glaser"])
    #expect(postings.map(\.location) == ["Kassel", "Ulm"])
    #expect(postings.map(\.company) == ["Hearth GmbH", "Hearth GmbH"])
    #expect(postings.map(\.url) == ["https://b.example/k/1", nil])
  }

  private static func panel(_ title: String, _ button: String) -> String {
    "<div class='panel'><h3>\(title)</h3><p>Fire clay.</p>\(button)</div>"
  }

  @Test(arguments: [
    ("Careers — Hearth", "Working here is fun.", "<a href='#form'>Apply now →</a>"),
    (
      "Hearth — Vacatures", "Werken bij Hearth is leuk.",
      "<a href='mailto:a@b.example'>Solliciteer</a>"
    ),
    (
      "Stellenangebote — Hearth in Kassel", "Wir suchen Hilfe",
      "<a href='k.html'>Mehr & bewerben</a>"
    ),
  ])
  func cardsThatOneAppliesByAreJobs(name: String, heading: String, button: String) {
    let praise = Self.panel("Good pay", "") + Self.panel("Long holidays", "<a href='/h'>More</a>")
    let postings = Self.read(
      "<title>\(name)</title><h1>\(heading)</h1>\(Self.panel("Potter", button))"
        + Self.panel("Glazier", button) + praise)
    #expect(postings.map(\.title) == ["Potter", "Glazier"])
    #expect(postings.map(\.company) == ["Hearth", "Hearth"])
  }

  @Test func titlesForAllSexesNeedNoLinks() {
    func titles(_ headings: [String]) -> [String?] {
      let parts = headings.map { "<div><h3>\($0)</h3><p>Wir heizen.</p></div>" }
      return Self.read("<title>Hearth | Karriere</title><h1>Karriere</h1>\(parts.joined())")
        .map(\.title)
    }
    let jobs = ["Brenner (m/w/d) in Teilzeit", "Glaser:in"]
    #expect(titles(jobs + ["Ihr seid ein Team"]) == jobs)
    #expect(titles(["Brenner (m/w/d)", "Dein Profil als Brenner (m/w/d)"]).count == 1)
  }

  @Test func titlesOfCardsWithLinksMayHoldOneAnother() {
    let postings = Self.read(
      "<h2>Openings</h2><ul><li><a href='/job/1'>Potter (clay)</a></li>"
        + "<li><a href='/job/2'>Potter (glass)</a></li></ul>")
    #expect(postings.map(\.title) == ["Potter (clay)", "Potter (glass)"])
  }

  @Test func foldedDetailsAreCards() {
    let parts = ["Brenner (m/w/d)", "Glaser (m/w/d)"].map {
      "<details><summary>\($0)</summary><p>Wir heizen.</p></details>"
    }
    #expect(Self.read("<h2>Stellen</h2>\(parts.joined())").count == 2)
  }

  @Test func placesStandBehindPins() {
    let cards = [("Potter", "Delft"), ("Glazier", "Porto")].map { title, place in
      "<li><a href='/jobs/\(title.count)'>\(title)</a><i class='fa fa-map-marker'></i>"
        + "&nbsp;\(place)&nbsp;<i class='fa fa-clock'></i> Full-time</li>"
    }
    #expect(Self.read("<ul>\(cards.joined())</ul>").map(\.location) == ["Delft", "Porto"])
  }

  @Test func cardsThatOneAppliesByBesideAJobAreOthers() {
    let others =
      Self.panel("Potter", "<a href='/a'>Apply</a>")
      + Self.panel("Glazier", "<a href='/b'>Apply</a>")
    #expect(Self.read("<title>Cook - Hearth</title><h1>Cook</h1><p>Cook.</p>\(others)").count == 1)
    #expect(
      Self.read("<title>Cook | Careers | Hearth</title><h1>Cook</h1><p>Cook.</p>\(others)").count
        == 1)
  }

  @Test(arguments: [
    "<h1>Вакансии</h1><a href='/vacancies/12345'>Potter</a><a href='/vacancies/67890'>Glazier</a>",
    """
    <h1>Nous rejoindre</h1><div><h4>Potter</h4><a href='recrutement-1.php'>Voir</a></div>
    <div><h4>Glazier</h4><a href='recrutement-2.php'>Voir</a></div>
    """,
    """
    <div><a class='job-link' href='/job/1'>View</a><a class='job-link' href='/job/1'>Potter</a>
    </div><div><a class='job-link' href='/job/2'>View</a>
    <a class='job-link' href='/job/2'>Glazier</a></div>
    """,
    """
    <li><a class='jobTitle-link' href='/north/job/potter/1/'>Potter</a></li>
    <li><a class='jobTitle-link' href='/south/job/glazier/2/'>Glazier</a></li>
    """,
    """
    <script type="application/ld+json">{"@type":"ItemList","itemListElement":[
    {"@type":"ListItem","name":"Potter","url":"https://b.example/job/1"},
    {"@type":"ListItem","item":{"name":"Glazier","url":"https://b.example/job/2"}}]}</script>
    <p>Jobs in France</p>
    """,
  ])
  func whatLeadsToJobs(cards: String) {
    #expect(Self.read(cards).map(\.title) == ["Potter", "Glazier"])
  }

  @Test func pagesOfACareersSiteAreNoJobs() {
    let menu = "<a href='/careers/benefits'>Benefits</a><a href='/careers/our-teams'>Our Teams</a>"
    #expect(Self.read("<h1>Careers</h1>\(menu)<p>We fire clay.</p>").count == 1)
  }

  @Test func buttonsAreNoTitles() {
    func card(_ number: Int, _ title: String, _ button: String) -> String {
      "<li><h3>\(title)</h3><a class='job' href='/jobs/\(number)'>\(button)</a></li>"
    }
    let postings = Self.read(
      "<ul>\(card(1, "Potter", "View"))\(card(2, "Glazier", "View"))</ul>"
        + "<a class='job' href='/jobs/3'>View all</a>")
    #expect(postings.map(\.title) == ["Potter", "Glazier"])
  }

  @Test func alertsWithCompanyAndPlaceOnLinesOfTheirOwn() {
    func cell(_ id: Int, _ title: String, _ lines: String) -> String {
      "<tr><td><a href='https://www.linkedin.com/comm/jobs/view/\(id)/?x=1'>\(title)</a>"
        + "\(lines)</td></tr>"
    }
    let first = cell(41, "Kiln Operator", "<p>Hearth</p><p>Delft (Hybrid)</p><p>1 hour ago</p>")
    let postings = Self.read(
      "<table>\(first)\(cell(42, "Glazier", ""))\(cell(43, "Potter", "<p>Clay · Lyon</p>"))</table>"
    )
    #expect(postings.map(\.company) == ["Hearth", nil, "Clay"])
    #expect(postings.map(\.location) == ["Delft", nil, "Lyon"])
    #expect(postings.map(\.workplace) == [.hybrid, nil, nil])
  }

  @Test func buttonsInAlertsAreNoJobs() {
    func cell(_ id: Int, _ title: String) -> String {
      "<tr><td><a href='https://www.linkedin.com/comm/jobs/view/\(id)/?x=1'>\(title)</a></td></tr>"
    }
    let postings = Self.read("<table>\(cell(41, "Kiln Operator"))\(cell(42, "View job"))</table>")
    #expect(postings.map(\.title) == ["Kiln Operator"])
  }

  private static func read(_ html: String) -> [Posting] {
    let page = "<!doctype html><html><body>\(html)</body></html>"
    return Adapter.read(SourceBytes(name: "page.html", bytes: Array(page.utf8))).postings
  }
}
