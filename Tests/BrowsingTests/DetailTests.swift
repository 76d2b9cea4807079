import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing
import Texts

@Suite struct DetailTests {
  @Test(arguments: [(160, "wide"), (60, "narrow")])
  func setsFieldsAndDescription(width: Int, name: String) throws {
    var board = try Board([full], size: Size(width: width, height: 45))
    try board.press("<ret>")
    try expectGolden(marked(board.browser.detail.page), "detail-\(name).txt")
    #expect(
      board.browser.detail.page.links == [
        "https://example.com/handbook", "mailto:jobs@example.com",
      ])
  }

  @Test func saysWhatIsNotStated() throws {
    let board = try Board([ListingBuilder.detail(1, nil)])
    let expected = """
      <dimmed>no title given</>
      <dimmed>company not stated</>

      <label>Pay       </><dimmed>not stated</>
      <label>Remote    </><dimmed>not stated</>
      <label>Posted    </><dimmed>not stated</>
      <label>Source    </>files, first seen today
      <rule>────────────────────────────────────────────────────</>
      <dimmed>There is no description.</>
      """
    #expect(marked(board.browser.detail.page) == expected)
  }

  @Test func everyLineFitsAndNothingIsLost() throws {
    for width in [60, 61, 80, 97, 120, 160] {
      let board = try Board([full], size: Size(width: width, height: 30))
      var browser = board.browser
      if !browser.layout.isVisible(.detail) { _ = browser.handle(.command(.move(.open))) }
      let page = browser.detail.page
      let room = min(100, (browser.layout.inside(.detail)?.width ?? 0) - 2)
      #expect(page.width == room)
      for line in page.lines { #expect(displayWidth(of: line.text) <= room, "\(line.text)") }
      let words = page.lines.map(\.text).joined(separator: " ")
      for word in ["fleets", "GraphQL", "fortnight", "東京", "handbook", "Kubernetes"] {
        #expect(words.contains(word), "\(word) at \(width)")
      }
    }
  }

  @Test func aResizeKeepsThePlace() throws {
    let body = (0..<200).map { Block.paragraph([.text("Paragraph number \($0) of many words")]) }
    var board = try Board([ListingBuilder.detail(1, "Long") { $0.listing.body = body }])
    try board.press("l 2 0 0 j")
    let before = board.browser.detail.shownLines.first?.text
    board.send(.resized(Size(width: 160, height: 30)))
    #expect(board.browser.detail.shownLines.map(\.text).contains(before ?? ""))
  }

  @Test(
    arguments: [
      ("rust", "[rust] with Rusty? no, [RUST]."), ("\"rust with\"", "[rust with] Rusty? no, RUST."),
      ("-rust with", "rust [with] Rusty? no, RUST."),
      ("title:rust", "[rust] with Rusty? no, [RUST]."),
      ("note:rust", "rust with Rusty? no, RUST."),
      ("no or company:with", "rust [with] Rusty? [no], RUST."),
      ("rust*", "[rust] with [Rusty]? no, [RUST]."),
    ])
  func marksTheWordsThatAreSought(query: String, expected: String) throws {
    let detail = ListingBuilder.detail(1, "Rust with", company: "With") {
      $0.listing.body = [.paragraph([.text("rust with Rusty? no, RUST.")])]
      $0.decisions.note = "Rust"
    }
    let board = try Board([detail], query: "(\(query)) or -is:hidden")
    let last = board.browser.detail.page.lines.last
    let text = last?.runs.map { $0.style.hit == nil ? $0.text : "[\($0.text)]" }.joined()
    #expect(text == expected)
  }

  private func marked(_ page: DetailPage) -> String {
    page.lines.map { line in
      let runs = line.runs.map { run in
        run.style.kind == .plain ? run.text : "<\(run.style.kind)>\(run.text)</>"
      }
      return String(repeating: " ", count: line.indent) + runs.joined()
    }.joined(separator: "\n")
  }

  private var full: ListingDetail {
    ListingBuilder.detail(1, "Senior Platform Engineer (Rust) 東京", company: "Moss & Fern") {
      $0.listing.location = "Leeds, England"
      $0.listing.remote = RemotePolicy(
        kind: .hybrid, daysOnSite: 2, eligibility: Eligibility(regions: ["GB", "IE"]),
        contradiction: "five days in our office")
      $0.listing.salary = Salary(
        range: PayRange(low: 65_000_00, high: 80_000_00, currency: .gbp, period: .year),
        text: "£65k - 80k", inferred: [.period],
        others: [
          PayRange(low: 450_00, high: nil, currency: .gbp, period: .day, label: "contract")
        ])
      $0.listing.seniority = .senior
      $0.listing.employment = [.fullTime, .contract]
      $0.listing.skills = ["Rust", "Kubernetes", "GraphQL"]
      $0.listing.posted = ListingBuilder.today.adding(days: -3)
      $0.listing.url = "https://example.com/jobs/1"
      $0.listing.evidence = [
        Evidence(field: .salary, part: .pay, range: 0..<9, words: "£65k - 80k", rule: "range"),
        Evidence(
          field: .remote, part: .body, range: 0..<9, words: "two days\na fortnight in the office",
          rule: "days"),
        Evidence(field: .seniority, part: .title, range: 0..<6, words: "Senior", rule: "word"),
        Evidence(field: .posted, part: .date, range: 0..<6, words: "3 days ago", rule: "age"),
      ]
      $0.listing.body = body
      $0.decisions.stage = .interviewing
      $0.decisions.tags = ["climate", "rust"]
    }
  }

  private var body: [Block] {
    [
      .heading(level: 2, [.text("What you will do")]),
      .paragraph([
        .text("You look after "), .strong([.text("fleets")]), .text(" of "),
        .emphasis([.text("very small")]), .text(" machines; see our "),
        .link([.text("handbook")], url: "https://example.com/handbook"), .text(" or run "),
        .code("moss --help"), .text("."), .lineBreak, .text("Write to "),
        .link([.text("us")], url: "mailto:jobs@example.com"), .text(", not "),
        .link([.text("here")], url: "javascript:alert(1)"), .text(", and read the "),
        .link([.text("handbook")], url: "https://example.com/handbook"), .text("."),
      ]),
      .list(
        start: nil,
        items: [
          [
            .paragraph([.text("Keep services up, and write down why they went down when they did")])
          ],
          [
            .paragraph([.text("Second")]),
            .list(
              start: 9, items: [[.paragraph([.text("nested")])], [.paragraph([.text("ten")])]]),
          ],
        ]),
      .quote([
        .paragraph([.text("The best team I have been on, and I have been on several by now.")])
      ]),
      .code("let x = 1\n  let y = 2"),
      .table([[[.text("Place")], [.text("Pay")]], [[.text("東京")], [.text("9")]]]),
      .rule,
      .paragraph([.text("Bye")]),
    ]
  }
}
