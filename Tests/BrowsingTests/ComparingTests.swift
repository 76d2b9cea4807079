import Browsing
import Commands
import Listings
import TestSupport
import Testing
import Texts

/// Two listings side by side.
@Suite struct ComparingTests {
  private func pairs(_ board: Board) -> [String] {
    (board.browser.help?.lines ?? []).compactMap { line in
      guard case .pair(let pair) = line else { return nil }
      return (pair.isDifferent ? "≠ " : "") + "\(pair.label): "
        + [pair.left, pair.right].map { $0.runs.map(\.text).joined() }.joined(separator: " | ")
    }
  }

  @Test func theSelectedAndTheMarkedOneAreCompared() throws {
    var board = try Board()
    try board.press("v C")
    #expect(board.browser.help?.topic == .comparison)
    let lines = pairs(board)
    #expect(lines.first == ": Senior iOS Engineer | Staff Backend Engineer")
    #expect(lines.contains("≠ Company: Acme | Initech"))
    #expect(lines.contains("≠ Pay: $180,000 a year | $150,000 a year"))
    #expect(lines.contains("Text: Work with us[1] | Work with us[1]"))
  }

  @Test func withoutAMarkTheFirstIsMarked() throws {
    var board = try Board()
    try board.press("C")
    #expect(board.browser.help == nil && board.browser.list.marks == [ListingID(1)])
    try board.press("j j C")
    #expect(pairs(board).first == ": Senior iOS Engineer | Platform Engineer")
    #expect(pairs(board).contains("≠ Pay: $180,000 a year | not stated"))
  }

  @Test func twoMarkedOnesAreComparedFromElsewhere() throws {
    var board = try Board()
    try board.press("v v G C")
    #expect(pairs(board).first == ": Senior iOS Engineer | Staff Backend Engineer")
  }

  @Test(arguments: ["C", "q", "<esc>"]) func theSameKeyClosesIt(key: String) throws {
    var board = try Board()
    try board.press("v C \(key)")
    #expect(board.browser.help == nil)
    try board.press("j ?")
    #expect(board.browser.help?.topic == .keys)
  }

  @Test func itIsSetAnewForAnotherWidth() throws {
    var board = try Board()
    try board.press("v C")
    board.send(.resized(Size(width: 60, height: 16)))
    let wraps = pairs(board).contains(":  | Engineer")
    #expect(wraps, "\(pairs(board))")
    #expect(board.browser.help?.topic == .comparison)
  }

  @Test func oneThatIsGoneIsNotWaitedFor() throws {
    let listings = Board.many(60)
    var board = try Board(listings)
    try board.press("1 9 j v")
    for _ in 0..<20 { try board.press("j") }
    _ = board.takeAllEffects()
    board.isHolding = true
    try board.press("C")
    let asked = board.takeAllEffects()
    #expect(asked.contains(.loadDetail(ListingID(20))))
    #expect(board.browser.help == nil)
    board.send(.detail(ListingID(20), nil))
    board.send(.detail(ListingID(20), listings[19]))
    #expect(board.browser.help == nil)
  }

  @Test func anEmptyListComparesNothing() throws {
    var board = try Board([])
    try board.press("C")
    #expect(board.takeEffects() == [] && board.browser.help == nil)
  }
}
