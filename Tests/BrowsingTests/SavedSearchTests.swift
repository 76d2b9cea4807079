import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

@Suite struct SavedSearchTests {
  private let rust = SavedSearch(name: "rust jobs", query: "rust remote:yes")
  private let pets = SavedSearch(name: "pets", query: "pets>=2")

  @Test func aQueryIsSavedUnderANameAndRunAgain() throws {
    var board = try Board(query: "remote:yes sort:-salary")
    try board.press("\"")
    board.type("far away")
    try board.press("<ret>")
    #expect(board.saved == [SavedSearch(name: "far away", query: "remote:yes sort:-salary")])
    #expect(board.browser.message?.text == "saved far away")
    #expect(board.browser.saved?.map(\.matching) == [3])
    try board.press("\\ ' <ret>")
    #expect(board.browser.query.description == "remote:yes sort:-salary")
    #expect(board.browser.chooser == nil)
  }

  @Test func aTakenNameIsAskedAboutOnce() throws {
    var board = try Board(query: "ios", saved: [rust])
    try board.press("\"")
    board.type("Rust  Jobs")
    try board.press("<ret>")
    #expect(board.browser.prompt?.error?.message.contains("rust remote:yes") == true)
    #expect(board.saved == [rust])
    try board.press("<ret>")
    #expect(board.browser.prompt == nil)
    #expect(board.takeEffects().contains(.saveSearch(name: "Rust Jobs", query: "ios")))
  }

  @Test func anotherNameIsAskedAboutAnew() throws {
    var board = try Board(query: "ios", saved: [rust, pets])
    try board.press("\"")
    board.type("pets")
    try board.press("<ret> <c-u>")
    board.type("rust jobs")
    try board.press("<ret>")
    #expect(board.saved == [rust, pets])
    #expect(board.browser.prompt?.error != nil)
  }

  @Test(arguments: ["", "   ", String(repeating: "x", count: 61)])
  func aNameHasLetters(name: String) throws {
    var board = try Board(query: "ios")
    try board.press("\"")
    board.type(name)
    try board.press("<ret>")
    #expect(board.saved.isEmpty)
    #expect(board.browser.prompt?.error != nil)
  }

  @Test func thereHasToBeAQuery() throws {
    var board = try Board()
    try board.press("\"")
    #expect(board.browser.prompt == nil)
    #expect(board.browser.message != nil)
    try board.press("'")
    #expect(board.browser.chooser == nil)
    #expect(board.browser.message?.text.contains("nothing is saved yet") == true)
  }

  @Test func whatCanNoLongerBeReadIsShownWithItsProblemAndStays() throws {
    var board = try Board(query: "ios", saved: [pets])
    try board.press("'")
    #expect(board.browser.chooser?.items.map(\.isProblem) == [true])
    try board.press("<ret>")
    #expect(board.browser.query.description == "ios")
    #expect(board.browser.message?.isProblem == true)
    #expect(board.saved == [pets])
  }

  @Test func removingAsksOnce() throws {
    var board = try Board(saved: [pets, rust])
    try board.press("' d")
    #expect(board.saved == [pets, rust])
    try board.press("j d k d")
    #expect(board.saved == [pets, rust])
    try board.press("d")
    #expect(board.saved == [rust])
    #expect(board.browser.chooser?.items.map(\.text) == ["rust jobs"])
    try board.press("d d")
    #expect(board.saved == [])
    #expect(board.browser.chooser?.items == [])
    try board.press("<ret>")
    #expect(board.browser.chooser == nil)
  }

  @Test func thePaneBeginsWithThemAndTogglingRunsThem() throws {
    var board = try Board(size: Size(width: 160, height: 45), saved: [rust])
    #expect(board.browser.filters.rows.first == .heading(.saved))
    try board.press("h g g <ret>")
    #expect(board.browser.query.description == "rust remote:yes")
    #expect(board.browser.filters.rows[1].state == .on)
  }

  @Test func numbersFollowDecisionsAndWhatOthersWrite() throws {
    var board = try Board(saved: [rust])
    board.isHolding = true
    _ = board.takeAllEffects()
    board.send(.storeChanged)
    #expect(board.takeAllEffects().contains(.countSearches))
    board.release()
    _ = board.takeAllEffects()
    try board.press("x")
    #expect(board.takeAllEffects().contains(.countSearches))
    try board.press("u")
    #expect(board.takeAllEffects().contains(.countSearches))
  }

  @Test func nothingBehindTheListIsActedOn() throws {
    var board = try Board(saved: [rust])
    try board.press("'")
    _ = board.takeAllEffects()
    try board.press("s x a / o T v")
    #expect(board.takeEffects() == [])
    #expect(board.browser.prompt == nil)
    #expect(board.browser.chooser != nil)
    try board.press("<esc>")
    #expect(board.browser.chooser == nil)
  }
}

@Suite struct SortChoosingTests {
  @Test(
    arguments: [
      ("j <ret>", "sort:-salary"), ("j <ret> g s <ret>", "sort:salary"), ("<ret>", "sort:posted"),
      ("<ret> g s <ret>", ""), ("j +", "sort:-posted,-salary"), ("j + +", "sort:-posted,salary"),
      ("j + + +", ""), ("j <ret> g s j j +", "sort:-salary,company"), ("+ +", ""),
    ])
  func columnsAreChosenAndAdded(keys: String, query: String) throws {
    var board = try Board()
    try board.press("g s \(keys)")
    #expect(board.browser.query.description == query)
  }

  @Test func theSelectionStaysOnItsListing() throws {
    var board = try Board()
    try board.press("3 j")
    let selected = board.selected
    for _ in 0..<SortField.allCases.count {
      try board.press("g s j +")
      #expect(board.selected == selected)
      try board.press("j <ret>")
      #expect(board.selected == selected)
    }
  }
}
