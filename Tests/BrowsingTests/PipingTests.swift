import Browsing
import Commands
import Listings
import TestSupport
import Testing

/// Giving a posting to another program.
@Suite struct PipingTests {
  private func piped(_ line: String) throws -> Board {
    var board = try Board()
    try board.press("|")
    board.type(line)
    try board.press("<ret>")
    return board
  }

  @Test(
    arguments: [
      ("less", ["less"]), ("  tee -a  x.md ", ["tee", "-a", "x.md"]),
      ("say 'two words'", ["say", "two words"]), (#"say "a \" b""#, ["say", "a \" b"]),
      (#"say two\ words"#, ["say", "two words"]), ("say ''", ["say", ""]),
      ("say $HOME * `id` a;b", ["say", "$HOME", "*", "`id`", "a;b"]), ("say '|'", ["say", "|"]),
      ("say a'b'\"c\"", ["say", "abc"]), ("say é東", ["say", "é東"]),
    ])
  func blanksPartWordsAndNothingElseIsRead(line: String, words: [String]) throws {
    var board = try piped(line)
    let effects = board.takeEffects()
    guard case .pipe(words, let text) = effects.last else {
      Issue.record("\(effects), \(String(describing: board.browser.prompt?.error))")
      return
    }
    #expect(text.hasPrefix("# [Senior iOS Engineer](https://example.com/1)"))
    #expect(board.browser.message?.text == "gave it to \(words[0])")
  }

  @Test(
    arguments: [
      ("say 'one", 4, "not closed"), ("é | wc", 3, "no shell"), ("cat > x", 4, "no shell"),
      ("a && b", 2, "no shell"),
    ])
  func aMistakeIsPointedAtAndNothingRuns(line: String, offset: Int, words: String) throws {
    var board = try piped(line)
    #expect(board.takeEffects() == [])
    #expect(board.browser.prompt?.error?.offset == offset)
    #expect(board.browser.prompt?.error?.message.contains(words) == true)
  }

  @Test func theCommandLineDoesTheSame() throws {
    var board = try Board()
    try board.press(":")
    board.type("pipe tee x.md")
    try board.press("<ret>")
    let effect = board.takeEffects().last
    #expect(effect.map { if case .pipe(["tee", "x.md"], _) = $0 { true } else { false } } == true)
    try board.press(":")
    board.type("pipe 'x")
    try board.press("<ret>")
    #expect(board.browser.prompt?.error?.offset == 5)
  }

  @Test func nothingTypedAndNothingSelectedRunNothing() throws {
    var board = try piped("  ")
    #expect(board.takeEffects() == [] && board.browser.prompt == nil)
    var empty = try Board([])
    try empty.press("|")
    #expect(empty.browser.prompt == nil)
  }

  @Test func theLineBeforeIsInTheHistory() throws {
    var board = try piped("tee x.md")
    try board.press("| <up>")
    #expect(board.browser.prompt?.text == "tee x.md")
  }
}
