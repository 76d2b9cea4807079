import Browsing
import Commands
import Listings
import Panes
import Queries
import Screens
import TestSupport
import Testing
import Texts

@Suite struct LineTests {
  private func lastLines(_ fixture: BrowserFixture, _ count: Int = 1) -> [String] {
    let screen = BrowserScreen(fixture.browser).draw()
    return ((screen.height - count)..<screen.height).map(screen.text(ofRow:))
  }

  @Test func theStatusNamesTheFieldsToBlame() {
    var counts = ResultCounts(total: 9, matching: 3, undecided: 5)
    counts.blamed = [FacetValue(name: "salary", count: 4), FacetValue(name: "remote", count: 2)]
    let fixture = BrowserFixture(width: 120, height: 20, counts: counts)
    #expect(lastLines(fixture)[0].hasSuffix("  3 match · 5 undecided: pay 4, remote 2 (U) "))
  }

  @Test func theStatusGetsShorterBeforeItGoes() {
    var counts = ResultCounts(total: 1_000_000, matching: 412_000, undecided: 130_000)
    counts.blamed = [
      FacetValue(name: "pay", count: 100_000), FacetValue(name: "remote", count: 61_000),
      FacetValue(name: "level", count: 20_000),
    ]
    let fixture = BrowserFixture(width: 60, height: 16, counts: counts)
    #expect(lastLines(fixture)[0].hasSuffix("  412,000 match · 130,000 undecided (U) "))
  }

  @Test func theStatusShowsACountBeingTypedAndThatUndecidedAreIn() {
    var fixture = BrowserFixture(
      width: 120, height: 20, query: Query(.condition(.remote([.remote]))))
    fixture.press("U 4 2")
    #expect(lastLines(fixture)[0].hasSuffix("  42  8 match · undecided included (U) "))
  }

  @Test func aMistakeIsPointedAt() throws {
    var fixture = BrowserFixture(width: 80, height: 24)
    fixture.press("F r e m o t e : y e s <space> s a l a r y > = o o p s <ret>")
    try expectGolden(BrowserScreen(fixture.browser).draw(), "prompt-mistake-80x24")
  }

  @Test func completionShowsTheWaysToGoOn() throws {
    var fixture = BrowserFixture(width: 80, height: 24)
    fixture.press("F r e m o t e : <tab> <tab>")
    try expectGolden(BrowserScreen(fixture.browser).draw(), "prompt-completion-80x24")
    fixture.press("<c-u> <s-tab>")
    #expect(lastLines(fixture, 2)[0].contains("undecided:"))
  }

  @Test func aLongLineFollowsTheCursor() {
    var fixture = BrowserFixture(width: 60, height: 16)
    fixture.press("/ " + (0..<90).map { "\($0 % 10)" }.joined(separator: " ") + " 東 <left>")
    let screen = BrowserScreen(fixture.browser).draw()
    let cursor = screen.cursor
    #expect(cursor?.row == 15)
    #expect(cursor.map { screen[15, $0.column].glyph?.text } == "東")
    #expect(screen.text(ofRow: 15).contains("6789東"))
  }

  @Test func nothingFromAPostingReachesACellAsWritten() {
    var listing = Listing(
      title: "A\u{1B}]52;c;aGk=\u{7}B\u{202E}C\u{0}D\u{9B}31mE", company: "x\u{8}\u{8}y\u{85}z")
    listing.location = "\u{2066}here\u{2069}"
    listing.body = [.paragraph([.text("a\u{1B}[2Jb\u{200B}c")])]
    let detail = ListingDetail(
      id: ListingID(1), listing: listing, firstSeen: BrowserFixture.today,
      lastSeen: BrowserFixture.today)
    let screen = BrowserScreen(BrowserFixture(width: 160, height: 45, listings: [detail]).browser)
      .draw()
    for row in 0..<screen.height {
      for scalar in screen.text(ofRow: row).unicodeScalars {
        #expect(scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value))
        #expect(scalar.properties.generalCategory != .format)
      }
    }
  }
}
