import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

/// Whatever is pressed, answered or resized, and in whatever order: the state is legal.
@Suite struct LegalStateTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func anyEventsLeaveALegalState(seed: UInt64) throws {
    var chaos = Chaos(seed: seed)
    var board = try Board(chaos.listings())
    board.isHolding = true
    for step in 0..<300 {
      let event = chaos.event(board)
      board.send(event)
      if let fault = fault(in: board.browser) {
        Issue.record("\(fault), seed \(seed), step \(step), after \(event)")
        return
      }
    }
    // And once all answers are in, nothing waits any longer.
    while !board.held.isEmpty { board.release() }
    #expect(!board.browser.isSearching, "seed \(seed)")
  }

  private func fault(in browser: Browser) -> String? {
    let list = browser.list
    let checks: [(String, Bool)] = [
      ("selection \(list.selection) of \(list.count)", list.selection >= 0),
      ("selection beyond the list", list.selection < max(1, list.count)),
      ("top \(list.top)", list.top >= 0 && list.top <= max(0, list.count - 1)),
      (
        "selection off the screen",
        list.count == 0 || (list.top..<list.top + list.visible).contains(list.selection)
      ),
      (
        "rows beyond the list",
        list.rows.isEmpty || (list.first >= 0 && list.first + list.rows.count <= list.count)
      ),
      ("no choice selected", browser.filters.selectedChoice != nil),
      ("filter scroll", browser.filters.rows.indices.contains(browser.filters.top)),
      ("detail of no row", list.count > 0 || browser.detail.id == nil),
      (
        "detail of another row", list.selectedID == nil || browser.detail.id == list.selectedID
      ),
      (
        "detail scroll",
        browser.detail.top >= 0
          && browser.detail.top <= max(0, browser.detail.page.lines.count - 1)
      ),
      (
        "hit", browser.detail.currentHit.map(browser.detail.page.hitLines.indices.contains) ?? true
      ),
      (
        "hit lines",
        browser.detail.page.hitLines.allSatisfy(browser.detail.page.lines.indices.contains)
      ),
      (
        "focus on what is not shown",
        browser.layout.kind == .tooSmall || browser.layout.isVisible(browser.focus)
      ),
      ("full detail without focus", !browser.isDetailFull || browser.focus == .detail),
      (
        "help scroll",
        browser.help.map { $0.top >= 0 && $0.top < $0.lines.count } ?? true
      ),
      (
        "cursor",
        browser.prompt.map { $0.cursor >= 0 && $0.cursor <= $0.text.count } ?? true
      ),
      ("query text", (try? Query(parsing: browser.query.description)) != nil),
    ]
    return checks.first { !$0.1 }?.0
  }
}

/// Chance at the keyboard, in the store and at the window's edge.
private struct Chaos {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func listings() -> [ListingDetail] {
    let count = [0, 1, 6, 40, 400].randomElement(using: &random) ?? 0
    return count == 6 ? Board.six : count == 0 ? [] : Board.many(count)
  }

  mutating func event(_ board: Board) -> Event {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<7: return .key(key())
    case 7..<10:
      let command = Command.allCases.randomElement(using: &random) ?? .program(.help)
      return .command(command, count: Bool.random(using: &random) ? number() : nil)
    case 10: return .resized(Size(width: number(upTo: 200), height: number(upTo: 60)))
    case 11: return .mouse(mouse())
    case 12:
      return .pasted(
        ["", "rust", "x\ny", "salary>=1k", "e\u{301}👩‍👩‍👧"].randomElement(using: &random) ?? "")
    case 13: return strangeAnswer(board)
    default: return board.held.randomElement(using: &random) ?? .key(key())
    }
  }

  private mutating func key() -> Key {
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .space, Key(.up), Key(.down), Key(.pageDown),
      .control("d"), .control("w"), .control("k"), .control("r"), .control("n"),
    ]
    let letters = Array(
      "jkgGhlJK/nNFR$US\\sfxXCaMmvTuoyY?q0123456789+-=aei\"'zZ!][cot():>é東\u{301}"
    )
    .map(
      Key.character)
    return (named + letters).randomElement(using: &random) ?? .enter
  }

  private mutating func number(upTo limit: Int = 999) -> Int {
    [0, 1, 2, limit, Int.random(in: 0...limit, using: &random)].randomElement(using: &random) ?? 0
  }

  private mutating func mouse() -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [.click, .doubleClick, .wheelUp, .wheelDown]
    return MouseEvent(
      kinds.randomElement(using: &random) ?? .click, row: number(upTo: 60) - 1,
      column: number(upTo: 200) - 1)
  }

  /// What no store would answer.
  private mutating func strangeAnswer(_ board: Board) -> Event {
    let rows = Board.six.map(ListingBuilder.row)
    let id = ListingID(Int64(number()))
    let generation = number(upTo: 20)
    let matching = number() - 2
    let names = [
      NamedFacet.company: NamedCounts(
        values: [FacetValue(name: "Acme", count: 3)], total: number(), notStated: 1)
    ]
    return [
      .found(
        generation: generation,
        Found(matching: matching, position: number() - 2, first: number() - 2, rows: rows)),
      .rows(generation: generation, (number() - 2)..<1000, rows),
      .detail(id, nil), .detail(id, ListingBuilder.detail(3, "Other")),
      .matching(generation: generation, [id]), .readLongEnough(id), .failed("the disk is full"),
      .failed("busy", of: .undo), .group(generation: generation, [id]),
      .searches([SavedSearchResult(SavedSearch(name: "far", query: "remote:yes"), matching: 3)]),
      .searches([]), .searchSaved("far", isNew: true), .named(generation: generation, names),
      .values(number: number(upTo: 5), [FacetValue(name: "Acme", count: 1)], total: number()),
      .storeChanged, .started,
      .decided(DecisionReport(kind: .undone, decisions: [], count: number(), rows: rows)),
      .decided(DecisionReport(kind: .done, decisions: [.read(true)], count: 0, rows: [])),
    ].randomElement(using: &random) ?? .started
  }
}
