import Foundation
import Testing

/// Three postings in one file: stated pay, no pay, and a remote one.
private let postings = """
  {"jobs":[
  {"id":"1","title":"Senior Rust Engineer","company":"Basalt","location":"Remote (US)",\
  "salary":"$180,000 - $200,000","url":"https://basalt.example/1","date":"2026-11-01",\
  "description":"Storage engines in Rust."},
  {"id":"2","title":"Gardener","company":"Walled & Co","location":"Leeds, UK",\
  "salary":null,"url":"https://walled.example/2","date":"2026-11-02",\
  "description":"Apples, mostly."},
  {"id":"3","title":"Junior Accountant","company":"Otter","location":"Austin, TX (On-site)",\
  "salary":"$52,000","url":"https://otter.example/3","date":"2026-11-03",\
  "description":"Ledgers."}]}
  """

private struct Board {
  let folder: TemporaryFolder
  let store: String
  let file: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("store.sqlite")
    file = try folder.file("jobs.json", postings)
    let run = try ProgramRun(["import", file, "--db", store, "--today", "2026-11-21"])
    try #require(run.status == 0, "import failed: \(run.errors)")
  }

  func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(arguments + ["--db", store, "--today", "2026-11-21"])
  }

  func id(of query: String) throws -> String {
    let run = try run("list", "--format", "tsv", "--fields", "id", query)
    return try String(#require(run.output.split(separator: "\n").last))
  }
}

@Suite struct CommandLineTests {
  @Test func importingTwiceAddsOnce() throws {
    let board = try Board()
    let again = try board.run("import", "--json", board.file)
    #expect(
      again.output
        == #"{"read":3,"added":0,"updated":0,"unchanged":3,"duplicate":0,"rejected":0,"empty":0,"skipped":0,"problems":[]}"#
        + "\n")
    #expect(again.status == 0)
  }

  @Test func aRehearsalWritesNothing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("jobs.json", postings)
    let store = folder.path("store.sqlite")
    let run = try ProgramRun(["import", "--dry-run", file, "--db", store])
    #expect(run.output.contains("would read 3: 3 added"))
    let list = try ProgramRun(["list", "--count", "--db", store])
    #expect(list.output == "0\n")
    #expect(list.status == 1)
  }

  @Test func whatCantBeReadIsNamedAndTheRestIsKept() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.json", postings)
    _ = try folder.file("b.json", #"{"jobs": [{"title": "Broken"#)
    _ = try folder.file("brackets.json", String(repeating: "[", count: 9000))
    _ = try folder.file("c.bin", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    // The store's own file in the folder is not read.
    let run = try ProgramRun([
      "import", folder.path(""), folder.path("none"), "--db", folder.path("s.sqlite"),
    ])
    #expect(!run.errors.contains("sqlite"), "\(run.errors)")
    #expect(run.status == 1)
    #expect(run.output.contains("3 added"))
    for name in ["b.json", "brackets.json", "c.bin", "none"] {
      #expect(run.errors.contains(name), "\(name) is not named in: \(run.errors)")
    }
  }

  @Test func listPrintsEveryFormat() throws {
    let board = try Board()
    let table = try board.run("list", "sort:title")
    #expect(table.output.split(separator: "\n").count == 4)
    let csv = try board.run("list", "--format", "csv", "--fields", "title,company", "gardener")
    #expect(csv.output == "title,company\r\nGardener,Walled & Co\r\n")
    let markdown = try board.run(
      "list", "--format", "markdown", "--fields", "title,company", "gardener")
    #expect(markdown.output == "| title | company |\n| --- | --- |\n| Gardener | Walled & Co |\n")
    let json = try board.run("list", "--format", "json")
    let items = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any]
    #expect(items?.count == 3)
    let lines = try board.run("list", "--format", "ndjson", "--limit", "2").output
    #expect(lines.split(separator: "\n").count == 2)
  }

  @Test func undecidedRowsAreCountedAndSaid() throws {
    let board = try Board()
    let run = try board.run("list", "--format", "tsv", "--fields", "title", "salary>=150k")
    #expect(run.output == "title\nSenior Rust Engineer\n")
    #expect(run.errors.contains("1 undecided: pay not stated 1"), "\(run.errors)")
    let asked = try board.run("list", "--count", "salary>=150k?")
    #expect(asked.output == "2\n")
  }

  @Test func aBadQueryPointsAtTheWord() throws {
    let board = try Board()
    let run = try board.run("list", "salary>=oops")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
    let source = try #require(lines.first { $0.contains("salary>=oops") })
    let caret = try #require(lines.first { $0.contains("^") && !$0.contains("salary") })
    let column = source.distance(
      from: source.startIndex, to: try #require(source.range(of: "oops")).lowerBound)
    #expect(caret.prefix { $0 == " " }.count == column, "\(run.errors)")
  }

  @Test func exitCodesSayWhatHappened() throws {
    let board = try Board()
    #expect(try board.run("list", "nothing-like-this").status == 1)
    #expect(try board.run("show", "zzzzzz").status == 1)
    #expect(try board.run("mark", "zzzzzz", "--save").status == 1)
    #expect(try board.run("list", "--format", "yaml").status == 2)
    #expect(try board.run("frobnicate", "--frob").status == 2)
    #expect(try ProgramRun(["list", "--db", "/dev/null/none.sqlite"]).status == 3)
    let damaged = try board.folder.file("damaged.sqlite", String(repeating: "no store ", count: 99))
    #expect(try ProgramRun(["list", "--db", damaged]).status == 3)
    #expect(try ProgramRun(["--version"]).status == 0)
    #expect(try ProgramRun(["--help"]).status == 0)
  }

  @Test func anOptionBeforeTheSubcommandIsAnswered() throws {
    let run = try ProgramRun(["--db", "x.sqlite", "list"])
    #expect(run.status == 2)
    #expect(run.errors.contains("shortlist list --db x.sqlite"))
  }

  @Test func aBrowserWithoutATerminalSaysSo() throws {
    let board = try Board()
    let run = try board.run()
    #expect(run.status == 2)
    #expect(run.errors.contains("terminal"))
  }

  @Test func decisionsAreKeptAndUndone() throws {
    let board = try Board()
    let id = try board.id(of: "gardener")
    #expect(
      try board.run("mark", id, "--save", "--tag", "apples", "--stage", "applied").status == 0)
    #expect(try board.run("list", "--count", "is:saved").output == "1\n")
    _ = try board.run("import", board.file)
    #expect(try board.run("list", "--count", "is:saved").output == "1\n")
    #expect(try board.run("undo").status == 0)
    #expect(try board.run("list", "--count", "is:saved").output == "0\n")
    #expect(try board.run("undo").status == 1)
    #expect(try board.run("undo", "--redo").status == 0)
    #expect(try board.run("show", id).output.contains("saved, applied"))
  }

  @Test func parseAnswersEveryLine() throws {
    let run = try ProgramRun(["parse", "salary"], input: "£50-60k\n\nno pay here\r\n$20/hour")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix(#"{"min":50000,"max":60000,"currency":"GBP","period":"year""#))
    #expect(lines[1] == "null")
    #expect(lines[2] == "null")
    #expect(lines[3].contains(#""min":20,"max":20,"currency":"USD","period":"hour""#))
  }
}
