import Browsing
import Commands
import Listings
import TestSupport
import Testing
import Texts

/// What was read from which words, why a listing is here, and what is folded.
@Suite struct LookingTests {
  private static let body: [Block] = [
    .heading(level: 2, [.text("Café in "), .strong([.text("Lyon")]), .text(", remote")]),
    .paragraph([.text("Pay: "), .link([.text("€50k")], url: "https://a.example"), .text("–60k")]),
    .list(
      start: nil,
      items: [[.paragraph([.text("bake")]), .quote([.paragraph([.text("at night")])])]]),
    .table([[[.text("when")], [.text("where")]], [[.text("now")], [.code("here")]]]),
    .code("let x = 1\n\n  y"), .paragraph([.text("one"), .lineBreak, .text("two")]),
  ]

  private func listing(_ evidence: [Evidence], asides: [Aside] = []) -> ListingDetail {
    ListingBuilder.detail(1, "Baker", company: "Levain") {
      $0.listing.body = Self.body
      $0.listing.evidence = evidence
      $0.listing.asides = asides
    }
  }

  private func proof(_ range: Range<Int>, _ field: ListingField = .title) -> Evidence {
    let bytes = Array(Self.body.plainText.utf8)[range]
    return Evidence(
      field: field, part: .body, range: range, words: String(decoding: bytes, as: UTF8.self),
      rule: "test")
  }

  private func marked(_ board: Board) -> String {
    board.browser.detail.page.lines
      .map { $0.runs.filter(\.style.isProof).map(\.text).joined() }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Whatever the range, the words marked are the words at that place of the plain text.
  @Test func anyWordsOfTheBodyCanBeMarked() throws {
    let text = Self.body.plainText
    var start = 0
    for line in text.split(separator: "\n") {
      let range = start..<start + line.utf8.count
      start = range.upperBound + 1
      var board = try Board([listing([proof(range)])])
      try board.press("i")
      let wanted = line.split(separator: " | ").joined(separator: "").filter { $0 != " " }
      #expect(marked(board).filter { !" \n│".contains($0) } == wanted)
    }
    #expect(start == text.utf8.count)
  }

  @Test func movingThroughTheFieldsMovesTheMark() throws {
    var board = try Board([listing([proof(0..<5), proof(9..<13, .location)])])
    try board.press("i")
    #expect(marked(board) == "Café")
    #expect(board.browser.keyContext == .detail)
    try board.press("j j")
    #expect(marked(board) == "Lyon")
    try board.press("g g")
    #expect(marked(board) == "Café")
    try board.press("<esc>")
    #expect(marked(board) == "" && board.browser.inspection == nil)
    #expect(board.browser.focus == .list)
  }

  @Test(arguments: ["i i", "i q", "i <esc>", "w w", "w q", "i w <esc>", "c c", "w c <esc>"])
  func theKeysThatOpenItAndLeaveItCloseIt(keys: String) throws {
    var board = try Board()
    try board.press(keys)
    #expect(board.browser.inspection == nil && board.takeEffects() == [])
  }

  @Test func withoutRoomForTheDetailItIsOpenedFull() throws {
    var board = try Board(size: Size(width: 60, height: 16))
    try board.press("i")
    #expect(board.browser.isDetailFull && board.browser.inspection != nil)
    try board.press("q")
    #expect(board.browser.isDetailFull && board.browser.inspection == nil)
    try board.press("q")
    #expect(!board.browser.isDetailFull && board.browser.focus == .list)
  }

  @Test func itFollowsTheSelectionAndClosesWithTheLastRow() throws {
    var board = try Board()
    try board.press("i <c-n>")
    #expect(board.selected == 2)
    let shown = board.browser.inspection?.lines.map(\.text).joined(separator: "\n") ?? ""
    #expect(shown.contains("Staff Backend Engineer"))
    try board.press("/")
    board.type("zzz")
    #expect(board.browser.inspection == nil)
  }

  @Test func theReasonsNameEachClause() throws {
    var board = try Board(query: "engineer remote:yes")
    try board.press("w")
    let lines = board.browser.inspection?.lines.map(\.text) ?? []
    #expect(
      lines == [
        "✓ engineer", "    title: Senior iOS Engineer", "✓ remote:yes", "    remote: remote",
      ])
  }

  @Test func thePostingsNameTheirDatesPayAndChanges() throws {
    var first = PostingSummary(
      source: "lever:levain", externalID: "7", url: "https://a.example/7", posted: Day(2026, 9, 1),
      firstSeen: ListingBuilder.today.adding(days: -80), lastSeen: ListingBuilder.today,
      payText: "€50k")
    first.changes = [
      ListingChange(
        field: .pay, before: "€45k", after: "€50k", day: ListingBuilder.today.adding(days: -51))
    ]
    var second = PostingSummary(
      source: "lever:levain", externalID: nil, url: nil, posted: nil,
      firstSeen: ListingBuilder.today, lastSeen: ListingBuilder.today)
    second.title = "Night baker"
    second.company = "Levain"
    second.pay = PostedPay(low: 4_000_000, high: nil, currency: .eur, period: .year)
    var detail = listing([])
    detail.postings = [first, second]
    var board = try Board([detail])
    try board.press("c")
    let lines = board.browser.inspection?.lines.map(\.text) ?? []
    #expect(
      lines == [
        "lever:levain · 7",
        "  posted 2026-09-01 · seen from 80 days ago to today",
        "  (2026-09-02 – 2026-11-21)",
        "  pay €50k",
        "  2026-10-01: pay from “€45k” to “€50k”",
        "  https://a.example/7",
        "lever:levain",
        "  no date of posting · seen today (2026-11-21)",
        "  title “Night baker”",
        "  pay from €40,000 a year",
      ])
    #expect(board.browser.inspection?.entries.count == 2)
    let page = board.browser.detail.page.lines.map(\.text).joined(separator: "\n")
    #expect(page.contains("posted again once"))
  }

  @Test func withoutAQueryItSaysSo() throws {
    var board = try Board()
    try board.press("w")
    #expect(board.browser.inspection?.entries.count == 1)
  }

  @Test func asidesAreOneLineUntilTheyAreAskedFor() throws {
    let asides = [Aside(.company, blocks: 1..<3), Aside(.navigation, blocks: 4..<5)]
    var board = try Board([listing([], asides: asides)])
    func lines() -> [String] { board.browser.detail.page.lines.map(\.text) }
    #expect(lines().contains("▸ About the company · 4 lines"))
    #expect(lines().contains("▸ Page navigation · 3 lines"))
    #expect(!lines().contains { $0.contains("bake") } && lines().contains { $0.contains("here") })
    try board.press("z")
    #expect(lines().contains("▾ About the company") && lines().contains { $0.contains("bake") })
    try board.press("z")
    #expect(!lines().contains { $0.contains("bake") })
  }

  @Test func onlyEvidenceUnfolds() throws {
    let asides = [Aside(.company, blocks: 2..<3), Aside(.navigation, blocks: 4..<5)]
    var board = try Board([listing([proof(40..<44)], asides: asides)], query: "baker")
    func folds() -> [String] {
      board.browser.detail.page.lines.map(\.text).filter { $0.contains("▸") }
    }
    #expect(folds().count == 2)
    try board.press("i")
    #expect(folds() == ["▸ Page navigation · 3 lines"])
  }
}
