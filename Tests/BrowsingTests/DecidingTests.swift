import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing
import Texts

@Suite struct DecidingTests {
  @Test(
    arguments: [
      ("s", Decision.saved(true)), ("f", .flagged(true)), ("x", .hidden(true)),
      ("a", .stage(.applied)), ("M", .read(true)), ("m i", .stage(.interviewing)),
      ("m n", .stage(nil)), ("m w", .stage(.withdrawn)),
    ])
  func aKeyDecides(keys: String, decision: Decision) throws {
    var board = try Board()
    try board.press(keys)
    #expect(board.takeEffects() == [.decide([decision], on: [ListingID(1)])])
  }

  @Test(
    arguments: [
      ("s s", Decision.saved(false)), ("f f", .flagged(false)), ("a a", .stage(nil)),
      ("M M", .read(false)),
    ])
  func theSameKeyTakesItBack(keys: String, decision: Decision) throws {
    var board = try Board()
    try board.press(keys)
    #expect(board.takeEffects().last == .decide([decision], on: [ListingID(1)]))
  }

  /// What is typed takes the place of what there was.
  @Test(
    arguments: [
      ("t c l i m a t e , <space> b <ret>", [.tag("climate"), .tag("b")]),
      ("t a <ret> t <space> b <ret>", [.tag("b")]),
      ("t a <space> b <ret> t <space> - a <ret>", [.untag("a")]),
      ("t a <space> b <ret> t <c-u> b <ret>", [.untag("a")]),
      ("e h i <ret>", [.note("hi")]), ("e h i <ret> e <c-u> <ret>", [.note(nil)]),
      ("*", [.rating(1)]), ("4 *", [.rating(4)]), ("5 * *", [.rating(nil)]),
      ("m f + 7 d <ret>", [.followUp(ListingBuilder.today.adding(days: 7))]),
      ("m x a g e n c y <ret>", [.hidden(true, reason: "agency")]), ("m x <ret>", [.hidden(true)]),
      ("m x p a y <tab> <ret>", [.hidden(true, reason: "pay too low")]),
      ("m f t o d a y <ret> m f <c-u> <ret>", [.followUp(nil)]),
    ] as [(String, [Decision])])
  func whatIsTypedIsDecided(keys: String, decisions: [Decision]) throws {
    var board = try Board()
    try board.press(keys)
    #expect(board.browser.prompt == nil, "\(String(describing: board.browser.prompt?.error))")
    #expect(board.takeEffects().last == .decide(decisions, on: [ListingID(1)]))
  }

  @Test func whatIsMarkedIsTaggedTogether() throws {
    var board = try Board()
    try board.press("t o w n <ret> v v t a <space> - o w n <ret>")
    #expect(
      board.takeEffects().last
        == .decide([.tag("a"), .untag("own")], on: [ListingID(1), ListingID(2)]))
  }

  @Test(arguments: ["t \" <ret>", "m f s o o n <ret>", "t x <esc>", "e x <esc>"])
  func whatIsWrongOrGivenUpDecidesNothing(keys: String) throws {
    var board = try Board()
    try board.press(keys)
    #expect(!board.takeEffects().contains { if case .decide = $0 { true } else { false } })
    #expect((board.browser.prompt == nil) == keys.hasSuffix("<esc>"))
  }

  @Test func aDecisionShowsBeforeTheStoreHasIt() throws {
    var board = try Board()
    board.isHolding = true
    try board.press("s")
    #expect(board.browser.list.selectedRow?.decisions.isSaved == true)
    #expect(board.browser.detail.detail?.decisions.isSaved == true)
    board.release()
    #expect(board.browser.message?.text == "saved Senior iOS Engineer · Acme")
    try board.press("j k")
    #expect(board.browser.detail.detail?.decisions.isSaved == true)
  }

  @Test func whatIsHiddenGoesAndTheNextIsSelected() throws {
    var board = try Board()
    try board.press("j")
    board.isHolding = true
    try board.press("x")
    #expect(board.shownTitles.count == 5)
    #expect(board.selected == 3)
    board.release()
    #expect(board.selected == 3)
    #expect(board.browser.list.count == 5)
    try board.press("x x x x x x")
    #expect(board.browser.list.count == 0)
    #expect(board.selected == nil)
    #expect(board.browser.detail.id == nil)
  }

  @Test func undoBringsItBackAndSaysWhat() throws {
    var board = try Board()
    try board.press("j x G u")
    #expect(board.browser.message?.text == "unhid Staff Backend Engineer · Initech")
    #expect(board.selected == 2)
    try board.press("<c-r>")
    #expect(board.browser.message?.text == "hid Staff Backend Engineer · Initech")
    #expect(board.browser.list.count == 5)
    try board.press("u u")
    #expect(board.browser.message?.text == "nothing to undo")
    #expect(board.browser.list.count == 6)
  }

  @Test func theReasonIsSaidAndAskedFor() throws {
    var board = try Board()
    try board.press("m x a g e n c y <ret>")
    #expect(
      board.browser.message?.text
        == "hid Senior iOS Engineer · Acme, because: agency  (u undoes it)")
    try board.press("F r e a s o n : a g e n c y <ret>")
    #expect(board.shownTitles == ["Senior iOS Engineer"])
    let text = board.browser.detail.page.lines.map { $0.runs.map(\.text).joined() }
    #expect(text.contains("Hidden    because: agency"))
  }

  @Test func hiddenListingsAreShownAgainByTheSameKey() throws {
    var board = try Board()
    try board.press("x F i s : h i d d e n <ret>")
    #expect(board.shownTitles == ["Senior iOS Engineer"])
    try board.press("x")
    #expect(board.takeEffects().last == .decide([.hidden(false)], on: [ListingID(1)]))
    #expect(board.browser.list.count == 0)
    try board.press("\\")
    #expect(board.browser.list.count == 6)
  }

  @Test func theNextDecisionGoesToAllMarked() throws {
    var board = try Board()
    try board.press("v j v s")
    #expect(board.takeEffects() == [.decide([.saved(true)], on: [ListingID(1), ListingID(3)])])
    #expect(board.browser.list.marks.isEmpty)
    #expect(board.browser.message?.text == "saved 2 listings")
    try board.press("u")
    #expect(board.browser.message?.text == "unsaved 2 listings")
  }

  @Test func aCountMarksSeveral() throws {
    var board = try Board()
    try board.press("j 3 v")
    #expect(board.browser.list.marks == [ListingID(2), ListingID(3), ListingID(4)])
    try board.press("9 v")
    #expect(board.browser.list.marks.count == 5)
  }

  @Test func whatCouldNotBeKeptIsShownAsItWas() throws {
    var board = try Board()
    board.isHolding = true
    try board.press("x")
    _ = board.takeHeld()
    #expect(board.browser.list.count == 5)
    let effect = Effect.decide([.hidden(true)], on: [ListingID(1)])
    board.forgetDecisions()
    board.send(.failed("the disk is full", of: effect))
    board.release()
    #expect(board.browser.message?.text == "the disk is full")
    #expect(board.browser.list.count == 6)
    #expect(board.selected == 2)
  }

  @Test func aFailedSearchIsNotRepeated() throws {
    var board = try Board()
    board.isHolding = true
    try board.press("R")
    _ = board.takeHeld()
    let search = board.takeAllEffects().last { if case .search = $0 { true } else { false } }
    board.send(.failed("the file is damaged", of: search))
    #expect(!board.browser.isSearching)
    #expect(board.browser.list.count == 0)
    #expect(board.takeAllEffects() == [])
  }

  @Test func allThatMatchCanBeMarked() throws {
    var board = try Board()
    try board.press("R T")
    #expect(board.browser.list.marks == [ListingID(1), ListingID(4), ListingID(6)])
    try board.press("x")
    #expect(board.browser.list.count == 0)
    try board.press("u R")
    #expect(board.browser.list.count == 6)
    try board.press("T T")
    #expect(board.browser.list.marks.isEmpty)
  }

  @Test func anotherQueryForgetsTheMarks() throws {
    var board = try Board()
    try board.press("v S")
    #expect(board.browser.list.marks.count == 1)
    try board.press("R")
    #expect(board.browser.list.marks.isEmpty)
  }

  @Test func onlyWhatIsNotYetSavedByAllIsSaved() throws {
    var board = try Board()
    try board.press("s v v s")
    #expect(board.takeEffects().last == .decide([.saved(true)], on: [ListingID(1), ListingID(2)]))
    try board.press("g g v v s")
    #expect(board.takeEffects().last == .decide([.saved(false)], on: [ListingID(1), ListingID(2)]))
  }

  @Test func anEmptyListTakesNoDecision() throws {
    var board = try Board([])
    try board.press("s x a v T m a o y Y <ret>")
    #expect(board.takeEffects() == [])
    #expect(board.browser.isDetailFull == false)
  }
}

@Suite struct ReadingTests {
  @Test func aSecondInSightIsReading() throws {
    var board = try Board()
    #expect(board.takeAllEffects().contains(.waitForReading(ListingID(1))))
    board.send(.readLongEnough(ListingID(1)))
    #expect(board.takeEffects() == [.noteRead(ListingID(1))])
    #expect(board.browser.list.selectedRow?.decisions.isRead == true)
    board.send(.readLongEnough(ListingID(1)))
    #expect(board.takeEffects() == [])
  }

  @Test func whoMovedOnDidNotReadIt() throws {
    var board = try Board()
    try board.press("j")
    _ = board.takeEffects()
    board.send(.readLongEnough(ListingID(1)))
    #expect(board.takeEffects() == [])
    try board.press("k")
    #expect(board.takeAllEffects().contains(.waitForReading(ListingID(1))))
  }

  @Test func openedIsReadAtOnce() throws {
    var board = try Board(size: Size(width: 60, height: 16))
    #expect(!board.takeAllEffects().contains(.waitForReading(ListingID(1))))
    try board.press("<ret>")
    #expect(board.takeEffects() == [.noteRead(ListingID(1))])
    try board.press("<c-n>")
    #expect(board.takeAllEffects().contains(.waitForReading(ListingID(2))))
  }

  @Test func whatThePersonMarkedUnreadStaysUnread() throws {
    var board = try Board()
    board.send(.readLongEnough(ListingID(1)))
    try board.press("M")
    _ = board.takeAllEffects()
    board.send(.readLongEnough(ListingID(1)))
    #expect(board.takeAllEffects() == [])
    #expect(board.browser.list.selectedRow?.decisions.isRead == false)
  }
}
