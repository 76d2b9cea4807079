import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

/// Lines that a person bound to keys.
@Suite struct OwnCommandTests {
  private func pressed(_ lines: String..., query: String = "") throws -> Board {
    let own = Command.own(try OwnCommand(parsing: lines))
    var board = try Board(query: query)
    _ = board.takeAllEffects()
    board.send(.command(own))
    return board
  }

  @Test func linesRunOneAfterTheOther() throws {
    var board = try pressed("save", "move-down", ":query remote:yes sort:title", "flag")
    #expect(
      board.takeEffects() == [
        .decide([.saved(true)], on: [ListingID(1)]), .decide([.flagged(true)], on: [ListingID(2)]),
      ])
    #expect(board.browser.query.description == "remote:yes sort:title")
  }

  @Test func aProgramIsGivenAddressAndId() throws {
    var board = try pressed("pipe mark-it {id} --url={url} '{url}'")
    guard case .pipe(let words, _) = board.takeEffects().last else {
      Issue.record("nothing was run: \(String(describing: board.browser.message))")
      return
    }
    let link = "https://example.com/1"
    #expect(words == ["mark-it", "\(ListingID(1))", "--url=\(link)", link])
  }

  @Test func anAddressThatMayNotBeOpenedIsNotHandedOn() throws {
    let listing = ListingBuilder.detail(1, "Baker") { $0.listing.url = "--output=/etc/passwd" }
    var board = try Board([listing])
    let own = Command.own(try OwnCommand(parsing: ["pipe fetch {url}"]))
    board.send(.command(own))
    #expect(board.takeEffects() == [])
    #expect(board.browser.message?.text == "the posting gives no address")
  }

  @Test func whatIsWrongIsSaidAndEndsIt() throws {
    var board = try pressed("sort nonsense", "save")
    #expect(board.takeEffects() == [])
    #expect(board.browser.prompt == nil)
    #expect(board.browser.message?.text.hasPrefix(":sort nonsense: sort expects") == true)
  }

  @Test func aLineThatAsksForSomethingWaits() throws {
    var board = try pressed("edit-note", "save")
    #expect(board.browser.prompt?.kind == .note && board.takeEffects() == [])
    try board.press("<esc> : <up>")
    #expect(board.browser.prompt?.text == "")
  }

  @Test(arguments: [[], [""], ["fly"], ["save", "complete"], ["commandline"]])
  func whatIsNoCommandIsRefused(lines: [String]) {
    #expect(throws: OwnCommandError.self) { try OwnCommand(parsing: lines) }
  }

  @Test func helpAndWaitingKeysShowThem() throws {
    var keymap = Keymap()
    let own = Command.own(try OwnCommand(parsing: ["save", "pipe less"]))
    keymap.bind(", l", to: own, in: .list)
    let help = CommandTable.groups(in: keymap).first { $0.group == .own }
    #expect(help?.rows.map(\.command) == [own])
    #expect(help?.rows.first?.command.info.help == ":save  :pipe less")
    #expect(keymap.continuations(of: [.character(",")], in: .list).map(\.command) == [own])
  }
}
