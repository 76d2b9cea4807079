import Browsing
import Listings
import Queries
import Screens
import Storage
import TestSupport
import Testing

@Suite struct WalkThroughTests {
  @Test(arguments: [(120, 32), (80, 24), (60, 16)])
  func theDemoOpens(width: Int, height: Int) throws {
    let driver = try AppDriver(width: width, height: height)
    try expectGolden(driver.screen.plainText, "demo-\(width)x\(height).screen")
  }

  @Test func searchingNarrowsAsLettersComeAndEscapeRestores() throws {
    var driver = try AppDriver(width: 120, height: 32)
    let all = try #require(driver.browser.counts).matching
    try driver.press("/ f e r r y")
    let found = try #require(driver.browser.counts).matching
    #expect(found > 0 && found < all)
    #expect(driver.text.contains("Ferry Timetable Analyst"))
    try driver.press("<esc>")
    #expect(driver.browser.counts?.matching == all)
  }

  @Test func aPayFloorLeavesOutWhatDoesNotSayAndTellsSo() throws {
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press("$ 1 5 0 k <ret>")
    let counts = try #require(driver.browser.counts)
    #expect(counts.matching > 0)
    #expect(counts.blamed.contains { $0.name == "salary" && $0.count > 0 }, "\(counts)")
    try driver.press("U")
    let wider = try #require(driver.browser.counts).matching
    #expect(wider == counts.matching + counts.undecided)
  }

  @Test func remoteIsOneKeyAndTheFilterPaneShowsIt() throws {
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press("R")
    #expect(driver.browser.query.description == "remote:yes")
    #expect(driver.text.contains("[x] remote"))
    try driver.press("\\")
    #expect(driver.browser.query == Query())
  }

  @Test func decidingIsStoredAndUndone() throws {
    var driver = try AppDriver(width: 120, height: 32)
    let id = try #require(driver.browser.list.selectedID)
    try driver.press("s f")
    #expect(try driver.store.detail(id)?.decisions.isSaved == true)
    #expect(try driver.store.detail(id)?.decisions.isFlagged == true)
    try driver.press("x")
    #expect(driver.browser.list.selectedID != id)
    try driver.press("u u u")
    #expect(try driver.store.detail(id)?.decisions == Decisions())
    try driver.press("<c-r>")
    #expect(try driver.store.detail(id)?.decisions.isSaved == true)
  }

  @Test func theSelectionStaysOnItsListingWhenTheFilterChanges() throws {
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press("R 3 j")
    let id = try #require(driver.browser.list.selectedID)
    try driver.press("\\")
    #expect(driver.browser.list.selectedID == id)
  }

  @Test func aBadQueryKeepsThePromptAndShowsACaret() throws {
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press("F s a l a r y > = o o p s <ret>")
    #expect(driver.browser.prompt != nil)
    try expectGolden(driver.screen.plainText, "bad-query-120x32.screen")
  }

  @Test func everySizeShowsSomethingLegal() throws {
    var driver = try AppDriver(width: 120, height: 32)
    for (width, height) in [(160, 45), (80, 24), (60, 16), (59, 15), (1, 1), (0, 0), (300, 90)] {
      driver.resize(width: width, height: height)
      #expect(driver.screen.width == width && driver.screen.height == height)
    }
  }
}
