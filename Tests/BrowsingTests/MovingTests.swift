import Browsing
import Commands
import Listings
import TestSupport
import Testing

@Suite struct MovingTests {
  /// A list of 100 rows, 13 of them on the screen at 100 × 30.
  @Test(
    arguments: [
      ("j", 1), ("5 j", 5), ("j j k", 1), ("k", 0), ("9 9 9 j", 99), ("G", 99), ("4 2 G", 41),
      ("G g g", 0), ("7 g g", 6), ("<pagedown>", 12), ("<pagedown> <pageup>", 0), ("<c-d>", 6),
      ("2 <c-d> <c-u>", 6), ("<end> <home>", 0), ("3 <c-n> <c-p>", 2), ("5 <esc> j", 1),
    ])
  func keysMoveTheSelection(keys: String, selection: Int) throws {
    var board = try Board(Board.many(100))
    try board.press(keys)
    #expect(board.browser.list.selection == selection)
    #expect(board.browser.list.shown.contains(selection))
    #expect(board.browser.detail.id == ListingID(Int64(selection + 1)))
    #expect(board.browser.detail.detail?.id == board.browser.detail.id)
  }

  @Test func aStepInsideTheLoadedRowsLoadsOneDetailAtMost() throws {
    var board = try Board(Board.many(100))
    try board.press("j j")
    _ = board.takeAllEffects()
    try board.press("j")
    #expect(
      board.takeAllEffects() == [
        .loadDetail(ListingID(5)), .waitForReading(ListingID(4)),
      ])
  }

  @Test func aFarPlaceOfALongListIsLoadedWhenItIsReached() throws {
    var board = try Board(Board.many(5000))
    #expect(board.browser.list.count == 5000)
    try board.press("2 5 0")
    _ = board.takeAllEffects()
    board.isHolding = true
    try board.press("0 G")
    #expect(board.browser.list.selection == 2499)
    #expect(board.browser.list.selectedRow == nil)
    let asked = board.takeAllEffects()
    #expect(asked == [.loadRows(generation: 1, 2389..<2602)])
    try board.press("k")
    #expect(board.takeAllEffects() == [], "the rows are on their way")
    board.release()
    #expect(board.selected == 2499)
    #expect(board.browser.detail.detail?.id == ListingID(2499))
  }

  @Test func theEndsOfALongListAreThereBeforeTheyAreReached() throws {
    var board = try Board(Board.many(5000))
    board.isHolding = true
    try board.press("G")
    #expect(board.selected == 5000)
    #expect(board.browser.list.isShownLoaded)
    #expect(board.browser.detail.detail?.id == ListingID(5000))
    try board.press("g g")
    #expect(board.selected == 1)
    #expect(board.browser.list.isShownLoaded)
    #expect(board.browser.detail.detail?.id == ListingID(1))
  }

  @Test func aDecisionIsSeenAtTheOtherEndToo() throws {
    var board = try Board(Board.many(5000))
    try board.press("G s g g G")
    #expect(board.browser.list.selectedRow?.decisions.isSaved == true)
    try board.press("x g g G")
    #expect(board.selected == 4999)
  }

  @Test(
    arguments: [
      ("<tab>", 160, "detail"), ("<tab> <tab>", 160, "filters"), ("<s-tab>", 160, "filters"),
      ("h", 160, "filters"), ("h h", 160, "filters"), ("l", 160, "detail"), ("l l h", 160, "list"),
      ("h <esc>", 160, "list"), ("h q", 100, "list"), ("l q", 70, "list"),
      ("<ret>", 100, "detail full"), ("<ret> <esc>", 100, "list"), ("<ret> q", 100, "list"),
      ("<ret> <tab>", 100, "detail full"), ("?", 100, "list help"), ("? ?", 100, "list"),
      ("? q", 100, "list"), ("? <esc> h", 100, "filters"), ("<space>", 70, "detail full"),
    ])
  func keysChooseThePane(keys: String, width: Int, expected: String) throws {
    var board = try Board(size: Size(width: width, height: 30))
    try board.press(keys)
    let browser = board.browser
    let words = [
      "\(browser.focus)", browser.isDetailFull ? "full" : nil, browser.help == nil ? nil : "help",
    ]
    #expect(words.compactMap { $0 }.joined(separator: " ") == expected)
    #expect(board.takeEffects().contains(.quit) == false)
  }

  @Test(arguments: ["q", "h <esc> q", "<ret> q q", "? q q", "5 q", "<esc> q"])
  func quits(keys: String) throws {
    var board = try Board(size: Size(width: 160, height: 30))
    try board.press(keys)
    #expect(board.takeEffects().contains(.quit))
  }

  @Test func theDetailScrollsWhileTheListKeepsTheFocus() throws {
    let body = (1...80).map { Block.paragraph([.text("Line \($0)")]) }
    let long = ListingBuilder.detail(1, "Long") { $0.listing.body = body }
    var board = try Board([long])
    try board.press("3 J")
    #expect(board.browser.detail.top == 3)
    try board.press("K")
    #expect(board.browser.detail.top == 2)
    try board.press("<space>")
    #expect(board.browser.detail.top == 2 + board.browser.detail.visible - 1)
    #expect(board.browser.focus == .list)
    try board.press("l G")
    #expect(
      board.browser.detail.top
        == board.browser.detail.page.lines.count - board.browser.detail.visible)
  }

  @Test func aSmallScreenTakesNoDecisions() throws {
    var board = try Board(size: Size(width: 40, height: 10))
    try board.press("x s j ? / <c-l>")
    #expect(board.takeEffects() == [.redraw])
    #expect(board.browser.help == nil)
    #expect(board.browser.prompt == nil)
    try board.press("q")
    #expect(board.takeEffects() == [.quit])
  }

  @Test func aLineBeingTypedOutlivesASmallScreen() throws {
    var board = try Board()
    try board.press("/ q")
    board.send(.resized(Size(width: 10, height: 5)))
    try board.press("q")
    #expect(board.takeEffects() == [])
    board.send(.resized(Size(width: 100, height: 30)))
    try board.press("a")
    #expect(board.browser.prompt?.text == "qa")
  }
}
