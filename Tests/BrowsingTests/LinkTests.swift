import Browsing
import Commands
import Listings
import TestSupport
import Testing

@Suite struct LinkTests {
  @Test(
    arguments: [
      ("o", [Effect.open(link: "https://example.com/1")]),
      ("1 o", [.open(link: "https://example.org/1")]),
      ("y", [.copy("https://example.com/1")]), ("1 y", [.copy("https://example.org/1")]),
      ("2 o", []), ("? o", []),
    ])
  func opensAndCopies(keys: String, effects: [Effect]) throws {
    var board = try Board()
    try board.press(keys)
    #expect(board.takeEffects() == effects)
  }

  @Test func copiesAPostAsMarkdown() throws {
    var board = try Board()
    try board.press("Y")
    let expected = """
      # [Senior iOS Engineer](https://example.com/1)

      ### Acme

      remote · $180,000 a year

      Work with [us](https://example.org/1)
      """
    guard case .copy(let text)? = board.takeEffects().first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.trimmed == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http", "https:", "ssh://x",
    "https://example.com/a b", "https://example.com/\u{1b}", " https://example.com", "",
  ])
  func opensNothingElse(link: String) throws {
    let detail = ListingBuilder.detail(1, "Trap") {
      $0.listing.url = link
      $0.listing.body = [.paragraph([.link([.text("here")], url: link)])]
    }
    var board = try Board([detail])
    try board.press("o 1 o")
    #expect(board.takeEffects() == [])
  }

  @Test func saysWhenThereIsNoAddress() throws {
    var board = try Board([ListingBuilder.detail(1, "No link")])
    try board.press("o")
    #expect(board.browser.message?.text == "the posting gives no address")
    #expect(board.takeEffects() == [])
  }
}

private extension String {
  var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
