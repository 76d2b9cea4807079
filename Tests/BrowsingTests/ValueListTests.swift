import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

@Suite struct ValueListTests {
  private func board(query: String = "") throws -> Board {
    var board = try Board(query: query, size: Size(width: 160, height: 45))
    board.values = [
      FacetValue(name: "Acme", count: 9), FacetValue(name: "Acorn Labs", count: 7),
      FacetValue(name: "Initech", count: 2),
    ]
    board.send(
      .named(
        generation: 1,
        [
          .company: NamedCounts(
            values: [FacetValue(name: "Acme", count: 9)], total: 3, notStated: 1)
        ]
      ))
    try board.press("h G")
    while board.browser.filters.selectedChoice != .more(.company) { try board.press("k") }
    #expect(board.browser.filters.selectedChoice == .more(.company))
    try board.press("<ret>")
    return board
  }

  private func names(_ board: Board) -> [String] {
    board.browser.filters.values?.values.map(\.name) ?? []
  }

  @Test func moreOpensAllNamesAndTypingNarrowsThem() throws {
    var board = try board()
    #expect(names(board) == ["Acme", "Acorn Labs", "Initech"])
    board.type("aco")
    #expect(names(board) == ["Acorn Labs"])
    try board.press("<backspace>")
    #expect(names(board) == ["Acme", "Acorn Labs"])
    try board.press("<c-u>")
    #expect(names(board).count == 3)
    board.type("zz")
    #expect(names(board) == [])
    try board.press("<ret> !")
    #expect(board.browser.query == Query())
  }

  @Test func namesAreTurnedOnAndLeftOutWhileTheListStaysOpen() throws {
    var board = try board()
    try board.press("<ret> <down> <ret>")
    #expect(board.browser.query.description == "company:Acme,\"Acorn Labs\"")
    #expect(board.browser.filters.values?.states == [.on, .on, .off])
    try board.press("<down> !")
    #expect(board.browser.query.description == "company:Acme,\"Acorn Labs\" -company:Initech")
    try board.press("<up> <ret> <up> -")
    #expect(board.browser.query.description == "-company:Initech,Acme")
    #expect(board.browser.filters.values?.states == [.excluded, .off, .excluded])
  }

  @Test func lettersAreTextAndEscapeGoesBack() throws {
    var board = try board()
    try board.press("s x q j ? 5")
    #expect(board.browser.filters.values?.line.text == "sxqj?5")
    #expect(board.takeEffects().allSatisfy { if case .listValues = $0 { true } else { false } })
    try board.press("<esc>")
    #expect(board.browser.filters.values == nil)
    #expect(board.browser.filters.selectedChoice == .more(.company))
    #expect(board.browser.focus == .filters)
  }

  @Test func answersToWhatWasTypedBeforeAreDropped() throws {
    var board = try board()
    board.isHolding = true
    board.type("a")
    let late = board.takeHeld()
    board.type("co")
    board.release()
    for event in late { board.send(event) }
    #expect(names(board) == ["Acorn Labs"])
  }

  @Test func namesAreCountedOnceSomebodySeesThem() throws {
    var board = try Board(size: Size(width: 160, height: 30))
    #expect(!board.takeAllEffects().contains { if case .countNames = $0 { true } else { false } })
    try board.press("h G")
    let asked = board.takeAllEffects().filter { if case .countNames = $0 { true } else { false } }
    #expect(asked.count == 1)
    try board.press("g g G")
    #expect(!board.takeAllEffects().contains { if case .countNames = $0 { true } else { false } })
  }

  @Test func whatTheQueryNamesIsListedThoughItIsRare() throws {
    var board = try Board(query: "-company:zebra", size: Size(width: 160, height: 45))
    board.send(.counted(generation: 1, ResultCounts(), FacetCounts()))
    let row = board.browser.filters.rows.first { $0.choice == .name(.company, "zebra") }
    #expect(row?.state == .excluded)
  }
}
