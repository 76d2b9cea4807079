import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

@Suite struct FindingTests {
  @Test(
    arguments: [
      ("R", "remote:yes"), ("R R", ""), ("U", "undecided:yes"), ("U U", ""),
      ("S", "sort:-salary"), ("S S", "sort:company"), ("S S S", "sort:title"), ("S S S S", ""),
      ("2 S", "sort:-salary"), ("g r", "sort:posted"), ("S g r", "sort:salary"), ("g r g r", ""),
      ("R S \\", "sort:-salary"), ("R U \\", ""),
      ("$ 1 5 0 k <ret>", "salary>=150k"), ("$ 1 5 0 k <ret> $ <c-u> <ret>", ""),
      ("$ 8 0 € / h <ret>", "salary>=80€/h"), ("$ 1 5 0 k <esc>", ""),
      ("/ r u s t <ret>", "rust*"), ("/ r u s t <space> <ret>", "rust"), ("/ r u s t <esc>", ""),
      ("/ <ret>", ""), ("R / i o s <ret> / r u s t <ret>", "remote:yes rust*"),
      ("/ a c <c-w> <ret>", ""), ("/ r e m o t e : n o <ret>", "remote:no"),
      ("F t i t l e : d a t a <ret>", "title:data"), ("R F <c-u> <ret>", ""),
      ("R F <space> i o s <ret>", "remote:yes ios"), ("F s o r t : t i t l e <ret>", "sort:title"),
      ("/ a <ret> / b <ret> / <up> <up> <ret>", "a*"), ("/ a <ret> / <up> <down> b <ret>", "b*"),
    ])
  func keysWriteTheQuery(keys: String, query: String) throws {
    var board = try Board()
    try board.press(keys)
    #expect(board.browser.query.description == query)
    #expect(board.browser.prompt == nil)
    #expect(!board.browser.isSearching)
  }

  @Test func everyLetterNarrowsTheList() throws {
    var board = try Board()
    try board.press("/")
    board.type("e")
    #expect(board.browser.list.count == 5)
    board.type("ngineering")
    #expect(board.shownTitles == ["Engineering Manager"])
    try board.press("<c-u>")
    #expect(board.browser.list.count == 6)
  }

  @Test func escapeRestoresQueryAndSelection() throws {
    var board = try Board()
    try board.press("R 2 j")
    #expect(board.selected == 6)
    try board.press("/ r u s t")
    #expect(board.selected == 4)
    try board.press("<esc>")
    #expect(board.browser.query.description == "remote:yes")
    #expect(board.selected == 6)
  }

  @Test func theSelectionStaysOnItsListing() throws {
    var board = try Board()
    try board.press("3 j")
    #expect(board.selected == 4)
    try board.press("R")
    #expect(board.selected == 4)
    #expect(board.browser.list.selection == 1)
    try board.press("S")
    #expect(board.selected == 4)
    try board.press("R")
    #expect(board.selected == 4)
  }

  @Test func whereTheListingIsGoneTheNearestPositionIsTaken() throws {
    var board = try Board()
    try board.press("4 j R")
    #expect(board.shownTitles.count == 3)
    #expect(board.browser.list.selection == 2)
  }

  @Test func anAnswerToAnOlderSearchIsDropped() throws {
    var board = try Board()
    board.isHolding = true
    try board.press("R")
    let late = board.takeHeld()
    try board.press("R")
    let newest = board.takeHeld()
    board.isHolding = false
    newest.forEach { board.send($0) }
    #expect(board.browser.list.count == 6)
    late.forEach { board.send($0) }
    #expect(board.browser.list.count == 6)
    #expect(board.browser.query == Query())
  }

  @Test func whoMovesWhileASearchRunsStaysWhereTheyWent() throws {
    var board = try Board()
    board.isHolding = true
    try board.press("S j j j")
    #expect(board.selected == 4)
    board.release()
    #expect(board.selected == 4)
    #expect(board.browser.list.selection == 2)
  }

  @Test func theFirstRowsMayComeAhead() throws {
    var browser = Browser(context: Board.context)
    _ = browser.handle(.started)
    let rows = Board.six.map(ListingBuilder.row)
    let ahead = Found(
      matching: 2, position: nil, first: 0, rows: Array(rows[..<2]), isComplete: false)
    let asked = browser.handle(.found(generation: 1, ahead))
    #expect(asked.contains(.loadDetail(ListingID(1))))
    #expect(browser.list.count == 2)
    #expect(browser.isSearching)
    let whole = Found(matching: 6, position: nil, first: 0, rows: rows)
    _ = browser.handle(.found(generation: 1, whole))
    #expect(browser.list.count == 6)
    #expect(!browser.isSearching)
  }

  @Test(
    arguments: [
      ("F s a l a r y : o o p s <ret>", 7, 4), ("$ m u c h <ret>", 0, 4), ("F ( <ret>", 0, 1),
      ("$ 1 k <space> r e m o t e : y e s <ret>", 0, 0),
    ])
  func aMistakeKeepsThePromptOpenAndPointsAtTheWord(
    keys: String, offset: Int, length: Int
  ) throws {
    var board = try Board()
    try board.press(keys)
    let error = try #require(board.browser.prompt?.error)
    #expect(error.offset == offset)
    #expect(error.length == length)
    #expect(!error.message.isEmpty)
    #expect(board.browser.query == Query())
    try board.press("<esc>")
    #expect(board.browser.prompt == nil)
  }

  @Test func hitsAreCountedAndReached() throws {
    let body = (0..<60).map { index in
      Block.paragraph([.text(index.isMultiple(of: 20) ? "We use Rüst here" : "Nothing")])
    }
    let detail = ListingBuilder.detail(1, "Rust Developer") { $0.listing.body = body }
    var board = try Board([detail])
    try board.press("/ r u s t <ret>")
    #expect(board.browser.detail.page.hitLines.count == 4)
    try board.press("n n")
    #expect(board.browser.detail.currentHit == 1)
    try board.press("n")
    let model = board.browser.detail
    #expect(
      model.top <= model.page.hitLines[2] && model.page.hitLines[2] < model.top + model.visible)
    try board.press("2 n")
    #expect(board.browser.detail.currentHit == 0)
    #expect(board.browser.detail.top == 0)
    try board.press("N")
    #expect(board.browser.detail.currentHit == 3)
  }

  @Test func whereTheDetailHasNoRoomTheNextHitOpensIt() throws {
    var board = try Board(query: "rust", size: Size(width: 60, height: 16))
    try board.press("n")
    #expect(board.browser.isDetailFull)
    #expect(board.browser.detail.currentHit == 0)
    try board.press("/")
    #expect(!board.browser.isDetailFull)
    #expect(board.browser.focus == .list)
  }

  @Test func pastedTextIsTypedNotObeyed() throws {
    var board = try Board()
    board.send(.pasted("xq\u{1b}[31m"))
    #expect(board.takeEffects() == [])
    try board.press("F")
    board.send(.pasted("ios\nrust\u{7}"))
    #expect(board.browser.prompt?.text == "ios rust")
  }

  @Test func anotherStoreContentIsLoadedAnew() throws {
    var board = try Board()
    _ = board.takeAllEffects()
    board.send(.storeChanged)
    #expect(board.browser.list.count == 6)
    #expect(board.takeAllEffects().contains { if case .search = $0 { true } else { false } })
  }
}
