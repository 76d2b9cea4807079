import Browsing
import Commands
import Listings
import Queries
import Testing

@Suite struct PromptTests {
  /// `|` is where the cursor stands.
  @Test(
    arguments: [
      ("a b c", "abc|"), ("a <left> b", "b|a"), ("a b <home> c", "c|ab"),
      ("a b <home> <end> c", "abc|"),
      ("a b c <backspace>", "ab|"), ("a b <left> <del>", "a|"), ("a b <left> <backspace>", "|b"),
      ("a <space> b c <c-w>", "a |"), ("a <space> b <c-w> <c-w>", "|"),
      ("a b <left> <c-k>", "a|"), ("a b <left> <c-u>", "|b"),
      ("a <space> b <a-b> <a-b>", "|a b"), ("a <space> b <home> <a-f>", "a| b"),
      ("é 東 <left>", "é|東"), ("<backspace> <del> <left> <right> <c-w> <c-k>", "|"),
      ("j k q ? 5", "jkq?5|"), ("<c-x> a", "a|"), ("x y z <tab> b", "xyzb|"),
      ("s a l <tab>", "salary:|"), ("r e m <tab> <tab>", "remote:yes|"),
      ("r e m o t e : <tab> <tab>", "remote:hybrid|"),
      ("r e m o t e : <tab> <s-tab> <s-tab>", "remote:no|"),
      ("r e m o t e : h <tab> <space> x", "remote:hybrid x|"),
      ("a <space> b <home> t i t <tab>", "title:|a b"),
    ])
  func keysEditTheLine(keys: String, expected: String) throws {
    var board = try Board()
    try board.press("F " + keys)
    let prompt = try #require(board.browser.prompt)
    var text = prompt.text
    #expect(prompt.textBeforeCursor.count == prompt.cursor)
    text.insert("|", at: text.index(text.startIndex, offsetBy: prompt.cursor))
    #expect(text == expected)
  }

  /// The store knows the names; the line is completed when it has answered.
  @Test(
    arguments: [
      ("F", "company:ca", "company:\"Cast & Crew\""), ("F", "x -company:ac", "x -company:Acme"),
      ("F", "company:acme,\"cast", "company:acme,\"Cast & Crew\""), ("/", "place:ac", "place:Acme"),
      ("F", "skill:zz", "skill:zz"), (":", "query tag:ac", "query tag:Acme"),
    ])
  func namesAreCompletedWithTheirCounts(key: String, typed: String, completed: String) throws {
    var board = try Board()
    board.values = [FacetValue(name: "Cast & Crew", count: 3), FacetValue(name: "Acme", count: 2)]
    try board.press(key)
    board.type(typed)
    try board.press("<tab>")
    #expect(board.browser.prompt?.text == completed)
    let meanings = board.browser.prompt?.completion?.candidates.map(\.meaning) ?? []
    #expect(
      meanings
        == (typed == completed ? [] : [completed.contains("Acme") ? "2 listings" : "3 listings"]))
  }

  @Test func anAnswerToAnotherLineCompletesNothing() throws {
    var board = try Board()
    board.values = [FacetValue(name: "Acme", count: 2)]
    try board.press("F")
    board.type("company:a")
    board.isHolding = true
    try board.press("<tab> x")
    board.release()
    #expect(board.browser.prompt?.text == "company:ax")
  }

  @Test func savedSearchesAreNamedInAQuery() throws {
    var board = try Board(saved: [SavedSearch(name: "far away", query: "remote:yes")])
    try board.press("F")
    board.type("search:f")
    try board.press("<tab> <ret>")
    #expect(board.browser.query.description == "search:\"far away\"")
    try board.press("\" <c-u>")
    board.type("far away")
    try board.press("<ret>")
    #expect(board.browser.prompt?.error?.message.contains("asks for this search itself") == true)
  }

  @Test func aCombiningMarkJoinsItsLetter() throws {
    var board = try Board()
    try board.press("F e")
    board.send(.pasted("\u{301}x"))
    let prompt = try #require(board.browser.prompt)
    #expect(prompt.text.count == 2)
    #expect(prompt.cursor == 2)
  }

  @Test func historyIsKeptByPrompt() throws {
    var board = try Board()
    try board.press("/ a <ret> / b <ret> / b <ret> F <c-u> z <ret>")
    try board.press("/ <up>")
    #expect(board.browser.prompt?.text == "b")
    try board.press("<up>")
    #expect(board.browser.prompt?.text == "a")
    try board.press("<up> <down> <down>")
    #expect(board.browser.prompt?.text == "")
    try board.press("<esc> $ <up>")
    #expect(board.browser.prompt?.text == "")
  }

  @Test func aPromptOpensWithWhatThereIs() throws {
    var board = try Board(query: "remote:yes salary>=120k sort:title")
    try board.press("F")
    #expect(board.browser.prompt?.text == "remote:yes salary>=120k sort:title")
    try board.press("<esc> $")
    #expect(board.browser.prompt?.text == "120k")
    try board.press("<esc> /")
    #expect(board.browser.prompt?.text == "")
  }

  @Test func otherCommandsWaitUntilThePromptIsClosed() throws {
    var board = try Board()
    try board.press("/")
    board.send(.command(.decide(.hide)))
    board.send(.command(.program(.quit)))
    board.send(.command(.program(.help)))
    #expect(board.takeEffects() == [])
    #expect(board.browser.help == nil)
    try board.press("<c-l>")
    #expect(board.takeEffects() == [.redraw])
  }
}

@Suite struct PointingTests {
  @Test func aClickSelectsAndADoubleClickOpens() throws {
    var board = try Board()
    board.send(.mouse(MouseEvent(.click, row: 7, column: 5)))
    #expect(board.browser.list.selection == 2)
    board.send(.mouse(MouseEvent(.click, row: 25, column: 5)))
    #expect(board.browser.list.selection == 2)
    board.send(.mouse(MouseEvent(.doubleClick, row: 2, column: 5)))
    #expect(board.browser.isDetailFull)
    #expect(board.browser.list.selection == 0)
  }

  @Test func theWheelScrollsThePaneUnderIt() throws {
    var board = try Board(Board.many(100))
    board.send(.mouse(MouseEvent(.wheelDown, row: 9, column: 5)))
    #expect(board.browser.list.top == 1)
    #expect(board.browser.focus == .list)
    board.send(.mouse(MouseEvent(.wheelUp, row: 9, column: 5)))
    #expect(board.browser.list.top == 0)
  }

  @Test func aClickTogglesAFilter() throws {
    var board = try Board(size: Size(width: 160, height: 45))
    board.send(.mouse(MouseEvent(.click, row: 3, column: 5)))
    #expect(board.browser.query.description == "remote:yes")
    board.send(.mouse(MouseEvent(.click, row: 2, column: 5)))
    #expect(board.browser.query.description == "remote:yes")
  }
}

@Suite struct HelpTests {
  @Test func listsEveryBoundCommandOnce() throws {
    var keymap = Keymap()
    for keys in Command.program(.suspend).info.keys {
      for context in [KeyContext.global, .prompt, .values] {
        keymap.bind(keys, to: nil, in: context)
      }
    }
    let help = HelpModel(keymap: keymap)
    let rows = help.lines.count { if case .row = $0 { true } else { false } }
    #expect(rows == Command.allCases.count - 1)
  }

  @Test func aWaitingKeyShowsWhatMayFollow() throws {
    var board = try Board()
    try board.press("m")
    #expect(board.browser.continuations.count == 9)
    try board.press("<esc>")
    #expect(board.browser.continuations.isEmpty)
    #expect(board.takeEffects() == [])
  }
}
