import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing
import Texts

@Suite struct HidingCompanyTests {
  @Test func allRowsOfTheCompanyGoAtOnce() throws {
    var board = try Board()
    try board.press("j")
    board.isHolding = true
    try board.press("X")
    #expect(board.takeEffects() == [.decide([.companyHidden(true)], on: [ListingID(2)])])
    #expect(!board.shownTitles.contains("Rust Developer") && board.shownTitles.count == 4)
    board.release()
    #expect(board.shownTitles.count == 4)
    #expect(
      board.browser.message?.text
        == "hid Initech: 2 listings, and those to come  (u undoes it)")
  }

  @Test func oneUndoBringsThemBack() throws {
    var board = try Board()
    try board.press("j X u")
    #expect(board.browser.list.count == 6)
    #expect(board.browser.message?.text == "Initech is shown again: 2 listings")
    try board.press("<c-r>")
    #expect(board.browser.list.count == 4)
  }

  @Test func theSameKeyShowsAHiddenCompanyAgain() throws {
    var board = try Board()
    try board.press("j X F i s : h i d d e n <ret>")
    #expect(board.browser.list.count == 2)
    try board.press("g g X")
    #expect(board.takeEffects().last == .decide([.companyHidden(false)], on: [ListingID(2)]))
    #expect(board.browser.list.count == 0)
    try board.press("\\")
    #expect(board.browser.list.count == 6)
  }

  @Test func whoseCompanyIsNotKnownIsLeftAlone() throws {
    var board = try Board()
    try board.press("G X")
    #expect(board.takeEffects() == [])
    #expect(board.browser.message?.text == "the company is not stated")
  }

  @Test func theCompaniesOfAllMarkedAreHidden() throws {
    var board = try Board()
    try board.press("v v X")
    #expect(
      board.takeEffects() == [.decide([.companyHidden(true)], on: [ListingID(1), ListingID(2)])])
    #expect(board.shownTitles.count == 3)
    #expect(board.browser.list.marks.isEmpty)
  }

  @Test func theDetailOfAHiddenListingSaysSo() throws {
    var board = try Board(query: "is:any")
    try board.press("X")
    let text = board.browser.detail.page.lines.map { $0.runs.map(\.text).joined() }
    #expect(text.contains("Hidden    with all of its company"))
  }
}
