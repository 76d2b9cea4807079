import Listings

/// Listings of invented companies, one of each kind that draws differently.
enum SampleListings {
  static let all: [ListingDetail] = [
    detail(1, backend) { $0.decisions.isSaved = true },
    detail(2, ios) { $0.isNew = true },
    detail(3, platform) { $0.decisions.isRead = true },
    detail(4, tokyo) { $0.decisions.isFlagged = true },
    detail(5, hourly) { $0.decisions.stage = .interviewing },
    detail(6, long) { $0.isChanged = true },
    detail(7, hidden) {
      $0.decisions.isHidden = true
      $0.closed = BrowserFixture.today
    },
    detail(8, Listing()) { _ in },
  ]

  static var wide: [ListingDetail] { all.filter { $0.id.number == 4 || $0.id.number == 6 } }

  private static func detail(
    _ number: Int64, _ listing: Listing, _ change: (inout ListingDetail) -> Void
  ) -> ListingDetail {
    let today = BrowserFixture.today
    var detail = ListingDetail(
      id: ListingID(number), listing: listing, firstSeen: today.adding(days: -3), lastSeen: today)
    change(&detail)
    return detail
  }

  private static func pay(
    _ low: Int?, _ high: Int?, _ currency: Currency, _ period: PayPeriod = .year, text: String
  ) -> Salary {
    Salary(
      range: PayRange(
        low: low.map { $0 * 100 }, high: high.map { $0 * 100 }, currency: currency, period: period),
      text: text)
  }

  private static func daysAgo(_ days: Int) -> Day { BrowserFixture.today.adding(days: -days) }

  private static var backend: Listing {
    var listing = Listing(title: "Senior Backend Engineer", company: "Halyard & Sons")
    listing.location = "Portland, OR"
    listing.remote = RemotePolicy(kind: .remote, eligibility: Eligibility(regions: ["US"]))
    listing.salary = pay(170_000, 190_000, .usd, text: "USD $170,000~$190,000")
    listing.seniority = .senior
    listing.employment = [.fullTime]
    listing.skills = ["Python", "PostgreSQL"]
    listing.posted = daysAgo(3)
    listing.url = "https://jobs.example.com/halyard/1"
    listing.evidence = [
      Evidence(
        field: .salary, part: .pay, range: 0..<21, words: "USD $170,000~$190,000", rule: "range")
    ]
    listing.body = [
      .heading(level: 2, [.text("What you'll do")]),
      .paragraph([
        .text("You build the "), .strong([.text("booking service")]),
        .text(" that every harbor on the coast leans on, and you keep it "),
        .emphasis([.text("boring")]), .text("."),
      ]),
      .list(
        start: nil,
        items: [
          [
            .paragraph([.text("Design and run services in Python, with tests that tell the truth")])
          ],
          [.paragraph([.text("Look after a PostgreSQL of a few terabytes")])],
          [
            .paragraph([
              .text("Read "), .link([.text("how we work")], url: "https://example.com/work"),
              .text(" before you apply"),
            ])
          ],
        ]),
      .heading(level: 2, [.text("What we offer")]),
      .paragraph([.text("Thirty days off, a real pension and a boat on Fridays.")]),
    ]
    return listing
  }

  private static var ios: Listing {
    var listing = Listing(title: "Staff iOS Engineer", company: "Acme Tides")
    listing.remote = RemotePolicy(kind: .hybrid, daysOnSite: 2)
    listing.salary = pay(95_000, 110_000, .gbp, text: "£95-110k")
    listing.posted = daysAgo(5)
    listing.body = [.paragraph([.text("Swift, every day.")])]
    return listing
  }

  private static var platform: Listing {
    var listing = Listing(title: "Platform Engineer", company: "Initrode")
    listing.posted = daysAgo(12)
    return listing
  }

  private static var tokyo: Listing {
    var listing = Listing(title: "シニアバックエンドエンジニア（東京）👩‍💻", company: "株式会社みなと")
    listing.location = "東京都港区"
    listing.remote = RemotePolicy(kind: .onsite)
    listing.salary = pay(
      8_000_000, 12_000_000, Currency(code: "JPY") ?? .usd, text: "年収800万〜1200万円")
    listing.posted = daysAgo(40)
    listing.body = [
      .heading(level: 2, [.text("仕事内容")]),
      .paragraph([.text("私たちは港を予約するためのサービスを作っています。Swift と PostgreSQL を使い、小さなチームで働きます。")]),
    ]
    return listing
  }

  private static var hourly: Listing {
    var listing = Listing(title: "Contract Data Engineer", company: "Señor Datos S.\u{00A0}L.")
    listing.remote = RemotePolicy(
      kind: .remote, eligibility: Eligibility(regions: ["EUROPE", "US"]))
    listing.salary = pay(80, 95, .eur, .hour, text: "80–95 €/h")
    listing.posted = daysAgo(160)
    return listing
  }

  private static var long: Listing {
    var listing = Listing(
      title:
        "Principal Engineer, Distributed Systems and Extraordinarily Long Titles (Remote, EMEA)",
      company: "The Company With the Longest Name on the Whole Board GmbH & Co. KG")
    listing.location = "Bad Münstereifel, Nordrhein-Westfalen"
    listing.salary = pay(nil, 200_000, Currency(code: "CAD") ?? .usd, text: "up to CA$200k")
    listing.posted = daysAgo(0)
    return listing
  }

  private static var hidden: Listing {
    var listing = Listing(title: "Growth Hacker", company: "Funnel.ly")
    listing.salary = pay(60_000, nil, .usd, text: "from $60k")
    listing.posted = daysAgo(800)
    return listing
  }
}
