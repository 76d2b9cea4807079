import Foundation
import Testing

/// `reextract`, `rates` and `explain --query`, as a person calls them.
@Suite struct ReadingAnewTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("store.sqlite")
    let lines = try folder.file(
      "jobs.ndjson",
      """
      {"id":"1","title":"Rust Engineer","company":"Basalt","location":"Remote (US)",\
      "salary":"€100,000 - €120,000","description":"Storage engines in Rust."}
      {"id":"2","title":"Gardener","company":"Walled","location":"Leeds, UK",\
      "description":"Apples, mostly."}
      """)
    let run = try run("import", lines)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func run(_ arguments: String...) throws -> ProgramRun {
    let options = arguments[0] == "rates" ? [] : ["--db", store, "--today", "2026-11-21"]
    return try ProgramRun(
      arguments + options, environment: ["SHORTLIST_RATES": folder.path("rates.tsv")])
  }

  @Test func readingAnewByTheSameRulesChangesNothing() throws {
    for arguments in [["reextract", "--dry-run"], ["reextract"]] {
      let answer = try ProgramRun(arguments + ["--db", store])
      #expect(answer.status == 0 && answer.output == "", "\(answer)")
      #expect(answer.errors.contains("read 2 postings; 0"))
    }
  }

  @Test func ratesOfOnesOwnTakeTheBundledOnesPlaceUntilReset() throws {
    #expect(try run("rates").output.contains("European Central Bank"))
    let table = try folder.file("mine", "# day: 2026-11-01\n# publisher: me\nc\tr\nUSD\t2\n")
    #expect(try run("rates", "import", table).output.hasPrefix("1 rates of 2026-11-01, me"))
    #expect(try run("rates", "show").output.hasSuffix("currency\trate\nUSD\t2.0\n"))
    #expect(try run("list", "--count", "salary>=230k").output == "1\n")
    #expect(try run("rates", "reset").status == 0)
    #expect(try run("list", "--count", "salary>=230k").output == "0\n")
  }

  @Test func aFileThatIsNoTableOfRatesChangesNothing() throws {
    let file = try folder.file("other", "hello\n")
    for path in [file, folder.path("nothing")] {
      let answer = try run("rates", "import", path)
      #expect(answer.status == 1 && answer.errors.contains(path))
    }
    #expect(try run("rates").output.contains("European Central Bank"))
  }

  @Test func aDamagedTableOfRatesIsSaidAndTheBundledOneUsed() throws {
    _ = try folder.file("rates.tsv", "no table\n")
    let answer = try run("list", "--count", "salary>=100k")
    #expect(answer.output == "1\n" && answer.errors.contains("bundled rates"))
  }

  @Test func aQueryIsExplainedClauseByClause() throws {
    let id = try run("list", "gardener", "--format", "tsv", "--fields", "id").output
      .split(separator: "\n").last.map(String.init)
    let answer = try run("explain", "--query", "remote:yes gardener", try #require(id))
    #expect(answer.status == 1)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.contains("yes        gardener") && lines.last?.hasPrefix("not found") == true)
    let costs = try run("explain", "--query", "engineer salary>=100k").output
      .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(costs.contains("engineer 1 0") && costs.contains("all of them 1 1"), "\(costs)")
  }
}
