import Browsing
import Commands
import Listings
import Panes
import Queries
import Screens
import TestSupport
import Testing

@Suite struct PaneTests {
  private func drawn(
    _ width: Int, _ height: Int, _ draw: (inout Canvas) -> Void
  ) -> Screen {
    var canvas = Canvas(Screen(width: width, height: height))
    draw(&canvas)
    return canvas.screen
  }

  private func list(_ browser: Browser, _ width: Int, _ height: Int) -> Screen {
    drawn(width, height) {
      ListPane(
        today: browser.today, counts: browser.counts, finder: browser.hitFinder,
        isFocused: browser.focus == .list
      ).draw(browser.list, on: &$0)
    }
  }

  @Test func theListInFewColumns() throws {
    let fixture = BrowserFixture(width: 80, height: 24)
    try expectGolden(list(fixture.browser, 24, 6), "list-narrow-24x6")
  }

  @Test(
    arguments: [
      ("one-line", ["title", "company:16", "pay:14", "age:6"], 70, 8),
      ("one-line", ["title", "company:16", "pay:14", "age:6"], 30, 8),
      ("two-lines", ["company", "place", "level:9", "tags:12", "rating:5", "remote:9"], 70, 8),
    ])
  func theListInColumnsOfOnesOwn(name: String, columns: [String], width: Int, height: Int) throws {
    let fixture = BrowserFixture(
      width: 80, height: 24, format: try RowFormat(parsing: columns))
    try expectGolden(
      list(fixture.browser, width, height), "list-\(name)-\(width)x\(height)")
  }

  @Test func whatARuleBringsOutHasItsLook() throws {
    var detail = SampleListings.all[2]
    detail.applications = []
    var fixture = BrowserFixture(width: 80, height: 24, listings: [detail]) { row in
      row.highlight = 1
      row.otherStage = .interviewing
    }
    fixture.press("l")
    try expectGolden(list(fixture.browser, 40, 2), "list-rule-40x2")
  }

  @Test func theListWithWideCharacters() throws {
    var fixture = BrowserFixture(width: 80, height: 24, listings: SampleListings.wide)
    fixture.press("l")
    try expectGolden(list(fixture.browser, 33, 4), "list-wide-characters-33x4")
  }

  @Test func theListWithoutListings() throws {
    let fixture = BrowserFixture(width: 80, height: 24, listings: [])
    try expectGolden(list(fixture.browser, 30, 6), "list-empty-30x6")
  }

  @Test func theListMarksWhatIsSought() throws {
    let query = Query(.condition(.text(.any, TextPattern("eng", isPrefix: true))))
    let fixture = BrowserFixture(width: 80, height: 24, query: query)
    try expectGolden(list(fixture.browser, 40, 6), "list-hits-40x6")
  }

  @Test(arguments: [("narrow", "", 24, 10), ("wide-characters", "j j j", 30, 12)])
  func theDetail(name: String, keys: String, width: Int, height: Int) throws {
    var fixture = BrowserFixture(width: 80, height: 24)
    fixture.press(keys)
    let screen = drawn(width, height) { DetailPane().draw(fixture.browser.detail, on: &$0) }
    try expectGolden(screen, "detail-\(name)-\(width)x\(height)")
  }

  @Test func theDetailOfNothing() throws {
    let fixture = BrowserFixture(width: 80, height: 24, listings: [])
    let screen = drawn(30, 3) { DetailPane().draw(fixture.browser.detail, on: &$0) }
    try expectGolden(screen, "detail-empty-30x3")
  }

  @Test func theDetailMarksTheHitThatNWentTo() throws {
    let query = Query(.condition(.text(.any, TextPattern("postgresql"))))
    var fixture = BrowserFixture(width: 100, height: 30, query: query)
    fixture.press("n n")
    let screen = drawn(60, 24) { DetailPane().draw(fixture.browser.detail, on: &$0) }
    try expectGolden(screen, "detail-hits-60x24")
  }

  @Test(arguments: [("narrow", 20, 9), ("chosen", 30, 40)])
  func theFilters(name: String, width: Int, height: Int) throws {
    var fixture = BrowserFixture(
      width: 160, height: 45, query: Query(.condition(.remote([.remote, .hybrid]))))
    fixture.press(name == "chosen" ? "h j j j j + + + + + +" : "h")
    let screen = drawn(width, height) {
      FilterPane(currency: .usd, isFocused: true).draw(fixture.browser.filters, on: &$0)
    }
    try expectGolden(screen, "filters-\(name)-\(width)x\(height)")
  }

  @Test func theFiltersBeforeAnythingIsCounted() throws {
    var browser = Browser(context: BrowserFixture.context, size: Size(width: 160, height: 20))
    _ = browser.handle(.started)
    let screen = drawn(26, 10) {
      FilterPane(currency: .eur, isFocused: false).draw(browser.filters, on: &$0)
    }
    try expectGolden(screen, "filters-uncounted-26x10")
  }

  @Test func theHelpInFewColumns() throws {
    let screen = drawn(40, 8) {
      HelpPane().draw(
        HelpModel(keymap: Keymap()), in: Rect(row: 0, column: 0, width: 40, height: 8), on: &$0)
    }
    try expectGolden(screen, "help-narrow-40x8")
  }
}
