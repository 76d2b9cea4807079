import Browsing
import Commands
import Listings
import Queries
import TestSupport
import Testing

/// The line after ":".
@Suite struct CommandLineTests {
  private func typed(_ line: String, query: String = "") throws -> Board {
    var board = try Board(query: query, saved: [SavedSearch(name: "far away", query: "remote:yes")])
    try board.press(":")
    board.type(line)
    try board.press("<ret>")
    return board
  }

  @Test(
    arguments: [
      ("sort -salary,company", "ios sort:-salary,company"), ("sort posted", "ios sort:posted"),
      ("query remote:yes sort:title", "remote:yes sort:title"), ("search Far Away", "remote:yes"),
      ("toggle-remote", "ios remote:yes"), ("next-sort 2", "ios sort:-salary"),
      ("clear-query", ""), ("  sort   title  ", "ios sort:title"), ("", "ios"),
    ])
  func linesChangeTheQuery(line: String, query: String) throws {
    let board = try typed(line, query: "ios")
    #expect(board.browser.query.description == query)
    #expect(board.browser.prompt == nil)
  }

  @Test(
    arguments: [
      ("sart title", 0, "did you mean sort?"), ("sort colour", 5, "sort expects"),
      ("group town", 6, "company|source|stage|none"), ("search near", 7, "no search is named"),
      ("query salary>=x", 14, "salary expects"), ("save", 4, "NAME"), ("quit now", 5, "a count"),
      ("help birds", 5, "keys"), ("complete", 0, "no command"), ("import", 6, "PATH"),
    ])
  func aMistakeStaysInTheLineAndSaysWhere(line: String, offset: Int, words: String) throws {
    let board = try typed(line)
    let error = try #require(board.browser.prompt?.error)
    #expect(error.offset == offset && error.message.contains(words), "\(error)")
    #expect(board.browser.query == Query())
  }

  @Test func helpOnQueriesIsTheFieldTable() throws {
    let board = try typed("help query")
    let help = try #require(board.browser.help)
    #expect(help.topic == .query)
    for name in QueryFieldName.allCases {
      let words = help.lines.compactMap { if case .text(let words) = $0 { words } else { nil } }
        .joined(separator: " ")
      #expect(words.contains(name.info.help), "\(name)")
      for example in name.info.examples {
        #expect(help.lines.contains(.entry(example, "")), "\(example)")
      }
    }
    #expect(try typed("help").browser.help?.topic == .keys)
  }

  @Test func rowsAreGroupedAndTakenApart() throws {
    var board = try typed("group company")
    #expect(board.browser.grouping == .company)
    try board.press(":")
    board.type("group company")
    try board.press("<ret>")
    #expect(board.browser.grouping == .company)
    try board.press(":")
    board.type("group none")
    try board.press("<ret>")
    #expect(board.browser.grouping == nil)
  }

  @Test func theQueryIsSavedAndATakenNameIsAskedAbout() throws {
    #expect(try typed("save near", query: "ios").saved.map(\.name) == ["far away", "near"])
    var board = try typed("save far away", query: "ios")
    #expect(board.browser.prompt?.kind == .searchName)
    try board.press("<ret>")
    #expect(board.saved.map(\.query) == ["ios"])
    #expect(try typed("save x").browser.message?.text == "there is no query to save")
  }

  @Test func importsAndQuits() throws {
    var board = try typed("import ~/a folder/jobs.json")
    #expect(board.takeEffects() == [.importPath("~/a folder/jobs.json")])
    #expect(board.browser.message?.text == "read ~/a folder/jobs.json")
    board = try typed("q")
    #expect(board.takeEffects() == [.quit])
  }

  @Test func exportsWhatIsFoundOrWhatIsMarked() throws {
    var board = try typed("export ~/jobs.csv", query: "ios")
    #expect(
      board.takeEffects() == [.export(try Query(parsing: "ios"), only: [], to: "~/jobs.csv")])
    #expect(board.browser.message?.text.hasSuffix("to ~/jobs.csv") == true)
    board = try Board()
    try board.press("v")
    try board.press(":")
    let marked = board.browser.list.marks
    #expect(marked.count == 1)
    board.type("export x.md")
    try board.press("<ret>")
    #expect(board.takeEffects().contains(.export(Query(), only: marked, to: "x.md")))
    #expect(board.browser.message?.text == "wrote 1 listing to x.md")
  }

  @Test(
    arguments: [
      ("so", "sort"), ("group s", "group source"), ("search f", "search far away"),
      ("sort -sal", "sort -salary"), ("help q", "help query"), ("query rem", "query remote:"),
      ("tog", "toggle-remote"),
    ])
  func tabCompletesWordsAndWhatFollowsThem(typed: String, completed: String) throws {
    var board = try Board(saved: [SavedSearch(name: "far away", query: "remote:yes")])
    try board.press(":")
    board.type(typed)
    try board.press("<tab>")
    #expect(board.browser.prompt?.text == completed)
  }

  @Test func pathsAreCompletedBehindImport() throws {
    var board = try Board()
    board.paths = ["~/boards/", "~/boards.json", "~/other"]
    try board.press(":")
    board.type("import ~/bo")
    try board.press("<tab>")
    #expect(board.browser.prompt?.text == "import ~/boards/")
    try board.press("<tab>")
    #expect(board.browser.prompt?.text == "import ~/boards.json")
    #expect(board.browser.prompt?.completion?.candidates.count == 2)
  }

  @Test func linesAreRemembered() throws {
    var board = try typed("sort title")
    try board.press(": <up>")
    #expect(board.browser.prompt?.text == "sort title")
  }
}
