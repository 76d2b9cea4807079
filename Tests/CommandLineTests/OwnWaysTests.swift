import Foundation
import Testing

private let postings = """
  [{"id":"1","title":"Beekeeper","company":"Hives Ltd","url":"https://h.example/1",\
  "description":"Bees."},
  {"id":"2","title":"Honey Taster","company":"Hives","url":"https://h.example/2",\
  "description":"Honey."},
  {"id":"3","title":"Candle Maker","company":"Wax","url":"https://w.example/3",\
  "description":"Wax."}]
  """

/// Companies hidden and rules of the settings, without the screen.
@Suite struct OwnWaysTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("s.sqlite")
    let file = try folder.file("jobs.json", postings)
    let run = try ProgramRun(["import", file, "--db", store])
    try #require(run.status == 0, "\(run.errors)")
  }

  private func run(_ arguments: String..., settings: String? = nil) throws -> ProgramRun {
    let environment = settings.map { ["SHORTLIST_SETTINGS": $0] } ?? [:]
    return try ProgramRun(arguments + ["--db", store], environment: environment)
  }

  private func id(of query: String) throws -> String {
    let answer = try run("list", "--format", "tsv", "--fields", "id", query).output
    return try String(#require(answer.split(separator: "\n").last))
  }

  @Test func aCompanyIsHiddenWithWhatIsToComeAndUndoIsOneStep() throws {
    let marked = try run("mark", id(of: "beekeeper"), "--hide-company")
    #expect(marked.status == 0 && marked.errors == "changed 2 listings\n")
    #expect(try run("list", "--count").output == "1\n")
    let more = try folder.file(
      "more.json", #"[{"id":"4","title":"Wasp Counter","company":"HIVES","description":"Wasps."}]"#)
    _ = try run("import", more)
    #expect(try run("list", "--count").output == "1\n")
    #expect(try run("list", "--count", "is:hidden").output == "3\n")
    #expect(try run("undo").status == 0)
    #expect(try run("list", "--count").output == "4\n")
  }

  @Test func theReasonIsAskedForByTheQuery() throws {
    _ = try run("mark", id(of: "candle"), "--hide", "--reason", "too far away")
    #expect(try run("list", "--count", "reason:\"far away\"").output == "1\n")
    #expect(try run("list", "--count").output == "2\n")
  }

  @Test func rulesOfTheSettingsCountHereToo() throws {
    let settings = try folder.file(
      "settings.toml", "[[hide]]\nquery = \"company:hives -title:taster\"\n")
    let run = try run("list", "--count", settings: settings)
    #expect(run.output == "2\n")
    #expect(run.errors == "1 left out by the rules of your settings\n")
    #expect(try self.run("list", "--count", "is:any", settings: settings).output == "3\n")
  }

  @Test func aMistakeInARuleIsSaidAndTheRestWorks() throws {
    let settings = try folder.file("settings.toml", "\n[[hide]]\nquery = \"salary>=lots\"\n")
    let run = try run("list", "--count", settings: settings)
    #expect(run.output == "3\n")
    #expect(run.errors.contains("settings.toml:3: \"salary>=lots\": salary expects"))
  }
}
