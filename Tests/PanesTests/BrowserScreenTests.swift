import Listings
import Panes
import Queries
import Screens
import TestSupport
import Testing
import Texts

@Suite struct BrowserScreenTests {
  @Test(arguments: [(160, 45), (100, 30), (80, 24), (60, 16), (50, 10)])
  func showsWhatThereIsRoomFor(width: Int, height: Int) throws {
    let fixture = BrowserFixture(width: width, height: height)
    try expectGolden(BrowserScreen(fixture.browser).draw(), "browser-\(width)x\(height)")
  }

  @Test(
    arguments: [
      ("filters", "h", 80, 24), ("detail-full", "<ret>", 80, 24), ("help", "?", 80, 24),
      ("help", "?", 160, 45), ("moved-marked", "j v j j", 100, 30), ("filters", "h", 60, 16),
      ("pending-keys", "m", 80, 24), ("prompt", "/", 80, 24), ("detail", "l", 160, 45),
    ])
  func showsWhatAKeyOpens(name: String, keys: String, width: Int, height: Int) throws {
    var fixture = BrowserFixture(width: width, height: height)
    fixture.press(keys)
    try expectGolden(BrowserScreen(fixture.browser).draw(), "browser-\(name)-\(width)x\(height)")
  }

  @Test(arguments: [(160, 45), (80, 24), (60, 16)])
  func twoListingsStandSideBySide(width: Int, height: Int) throws {
    var fixture = BrowserFixture(width: width, height: height)
    fixture.press("v j j C")
    try expectGolden(BrowserScreen(fixture.browser).draw(), "browser-compare-\(width)x\(height)")
  }

  @Test func aNewStoreSaysHowToFillIt() throws {
    let fixture = BrowserFixture(width: 80, height: 24, listings: [], counts: ResultCounts())
    try expectGolden(BrowserScreen(fixture.browser).draw(), "browser-first-run-80x24")
  }

  @Test func theInterfaceSpeaksAnotherLanguageAndPostingsTheirOwn() {
    let phrases = Phrasebook([
      "Filters": "Filter", "Listings": "Stellen", "Pay": "Gehalt", "help": "Hilfe",
      "{} match": "{} Treffer", "not stated": "ohne Angabe", "Remote": "Arbeitsort",
      "Staff iOS Engineer": "wrong", "Acme Tides": "wrong", "What you'll do": "wrong",
    ])
    let fixture = BrowserFixture(width: 160, height: 45, phrases: phrases)
    let screen = BrowserScreen(fixture.browser).draw()
    let text = (0..<screen.height).map { screen.text(ofRow: $0) }.joined(separator: "\n")
    for words in [" Stellen ", "│ Gehalt    $170,000", "? Hilfe", "8 Treffer", "ohne Angabe"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.contains("Acme Tides") && text.contains("What you'll do"))
    #expect(!text.contains("wrong"))
  }

  @Test func anEmptyAnswerSaysWhatHelps() throws {
    let fixture = BrowserFixture(
      width: 80, height: 24, query: Query(.condition(.remote([.remote]))), listings: [])
    try expectGolden(BrowserScreen(fixture.browser).draw(), "browser-nothing-matches-80x24")
  }

  @Test(arguments: [0, 1, 2, 20, 59, 60, 61, 79, 80, 81, 119, 120, 121, 300])
  func everySizeCanBeDrawn(width: Int) {
    for height in [0, 1, 2, 3, 15, 16, 17, 25] {
      var fixture = BrowserFixture(width: width, height: height)
      for keys in ["?", "<esc> h", "l l <ret>", "<esc> m", "<esc> /", "<esc> j j"] {
        fixture.press(keys)
        let screen = BrowserScreen(fixture.browser).draw()
        #expect(screen.width == width && screen.height == height)
      }
    }
  }
}
