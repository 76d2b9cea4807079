import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

@Suite struct GroupingTests {
  @Test func aCompanyTakesOneRowUntilItIsUnfolded() throws {
    var board = try Board()
    try board.press("g c")
    #expect(board.shownTitles.count == 5)
    try board.press("j")
    #expect(board.selected == 2)
    #expect(board.browser.list.selectedRow?.group?.count == 2)
    for (unfold, fold) in [("<ret>", "h"), ("l", "z"), ("z", "h"), ("Z", "Z")] {
      try board.press(unfold)
      #expect(board.shownTitles.count == 6, "\(unfold)")
      #expect(board.selected == 2)
      try board.press("j")
      #expect(board.selected == 4)
      try board.press(fold)
      #expect(board.shownTitles.count == 5, "\(fold)")
      #expect(board.selected == 2, "the group that holds the listing is selected")
    }
    try board.press("g c")
    #expect(board.shownTitles.count == 6)
    #expect(board.browser.list.selectedRow?.group == nil)
  }

  @Test func decidingAboutAFoldedRowSaysWhatToDoInstead() throws {
    var board = try Board()
    try board.press("g c j s x a")
    #expect(board.takeEffects() == [])
    #expect(board.browser.message?.text.contains("stands for 2 listings") == true)
    try board.press("l s")
    #expect(board.decisions(2)?.isSaved == true)
    #expect(board.decisions(4)?.isSaved == false)
  }

  @Test func markingAFoldedRowMarksAllOfIt() throws {
    var board = try Board()
    try board.press("g c j v")
    #expect(board.browser.list.marks.map(\.number).sorted() == [2, 4])
    try board.press("v")
    #expect(board.browser.list.marks == [])
    try board.press("v x")
    #expect(board.decisions(2)?.isHidden == true && board.decisions(4)?.isHidden == true)
    #expect(board.shownTitles.count == 4)
    try board.press("u")
    #expect(board.shownTitles.count == 5)
    #expect(board.selected == 2)
  }

  @Test func theSelectionStaysOnItsListingThroughGroupsSortsAndFilters() throws {
    var board = try Board()
    try board.press("3 j")
    #expect(board.selected == 4)
    try board.press("g c")
    #expect(board.selected == 2, "the group that it is folded into")
    try board.press("Z j")
    #expect(board.selected == 4)
    for keys in ["S", "S", "g r", "R", "R", "g t", "g c", "Z", "g c"] {
      try board.press(keys)
      if board.browser.list.selectedRow?.group?.isFolded != true {
        #expect(board.selected == 4, "\(keys)")
      }
    }
  }

  @Test func whatIsUnfoldedStaysSoWhenTheStoreChanges() throws {
    var board = try Board()
    try board.press("g c j l")
    board.send(.storeChanged)
    #expect(board.shownTitles.count == 6)
    #expect(board.selected == 2)
    try board.press("S")
    #expect(board.shownTitles.count == 6)
  }

  @Test func aListingAloneHasNothingToUnfold() throws {
    var board = try Board()
    try board.press("g c z")
    #expect(board.browser.message?.text.contains("alone") == true)
    try board.press("<ret>")
    #expect(board.browser.isDetailFull)
    try board.press("<esc> g c Z")
    #expect(board.browser.message?.text.contains("not grouped") == true)
  }
}
