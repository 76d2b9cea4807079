import Foundation
import TestSupport
import Testing

private let two = """
  {"jobs":[{"id":1,"title":"Rocket Engineer","location":{"name":"Berlin"},\
  "absolute_url":"https://boards.greenhouse.io/acme/jobs/1","content":"&lt;p&gt;Rockets.&lt;/p&gt;"},\
  {"id":2,"title":"Kite Designer","location":{"name":"Paris"},\
  "absolute_url":"https://boards.greenhouse.io/acme/jobs/2","content":"&lt;p&gt;Kites.&lt;/p&gt;"}]}
  """
private let one = two.replacingOccurrences(
  of: #",\{"id":2.*\}\]"#, with: "]", options: .regularExpression)

@Suite struct FollowingTests {
  private let folder: TemporaryFolder
  private let server: LocalServer

  init() throws {
    folder = try TemporaryFolder()
    server = try LocalServer { _ in .init(200, two) }
  }

  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(arguments + ["--db", folder.path("store.sqlite")])
  }

  @Test func aSourceIsAddedFetchedListedAndRemoved() throws {
    let added = try run("source", "add", "greenhouse:acme", "--base-url", server.url)
    #expect(added.status == 0, "\(added.errors)")
    #expect(try run("source", "add", "greenhouse:acme").status == 2)
    let sync = try run("sync")
    #expect(sync.status == 0 && sync.output == "greenhouse:acme: 2 read, 2 added\n", "\(sync)")
    #expect(server.requests[0].path == "/v1/boards/acme/jobs?content=true")
    #expect(server.requests[0].headers["user-agent"]?.hasPrefix("shortlist/") == true)
    #expect(try run("source", "list").output.contains("complete"))
    #expect(try run("list", "--count", "source:greenhouse:acme").output == "2\n")
    #expect(try run("source", "remove", "greenhouse:acme").status == 0)
    #expect(try run("source", "remove", "greenhouse:acme").status == 1)
    #expect(try run("list", "--count").output == "2\n")
  }

  @Test func whatIsGoneIsSaidAndFound() throws {
    _ = try run("source", "add", "greenhouse:acme", "--base-url", server.url)
    _ = try run("sync")
    server.answers { _ in .init(200, one) }
    #expect(try run("sync").output == "greenhouse:acme: 1 read, 1 unchanged\n")
    #expect(try run("sync").output == "greenhouse:acme: 1 read, 1 unchanged; 1 gone\n")
    let gone = try run("list", "--format", "tsv", "--fields", "title", "closed:yes")
    #expect(gone.output.hasSuffix("Kite Designer\n"), "\(gone)")
    server.answers { _ in .init(500) }
    let failed = try run("sync")
    #expect(failed.status == 1 && failed.output.contains("the server has a problem (500)"))
    #expect(try run("list", "--count", "closed:no").output == "1\n")
  }

  @Test func aTestWritesNothing() throws {
    let test = try run("source", "test", "greenhouse:acme", "--base-url", server.url)
    #expect(test.status == 0 && test.output.contains("Rocket Engineer"), "\(test)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("store.sqlite")))
  }

  @Test func aPageOfABoardIsFollowedByTheBoardsName() throws {
    let added = try run("source", "add", "https://boards.greenhouse.io/acme")
    #expect(added.output.hasPrefix("following greenhouse:acme;"), "\(added)")
    let kinds = try ProgramRun(["source", "kinds"]).output
    #expect(kinds.contains("workday:acme.wd5/Careers") && kinds.contains("JobSpy"))
    #expect(try run("source", "add", "linkedin").errors.contains("can't be followed"))
  }

  @Test func whatIsRejectedCanBeMendedAndImported() throws {
    let table = try folder.file("t.csv", "title,company\nBaker,Levain\n,Mill & Co\n,\n")
    let rejects = folder.path("rejects.ndjson")
    let first = try run("import", "--rejects", rejects, table, folder.path("missing"))
    #expect(first.status == 1 && first.output.contains("1 added"), "\(first)")
    let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.contains { $0.hasSuffix(#""item":{"title":"","company":"Mill & Co"}}"#) })
    let mended = lines.joined(separator: "\n")
      .replacingOccurrences(of: #""title":"""#, with: #""title":"Miller""#)
    let again = try run("import", folder.file("mended.ndjson", mended))
    #expect(again.status == 0 && again.output.contains("1 added"), "\(again)")
    #expect(try run("list", "--count", "miller company:mill").output == "1\n")
  }

  @Test func addressesAreImported() throws {
    let run = try run(
      "import", "--json", server.url + "/jobs.json", server.url + "/jobs.json?again")
    #expect(run.output.contains(#""read":4,"added":2,"updated":0,"unchanged":2"#), "\(run)")
    server.answers { _ in .init(404) }
    let missing = try self.run("import", server.url + "/jobs.json")
    #expect(
      missing.status == 1 && missing.errors.contains("there is nothing at that address (404)"))
  }

  @Test func mistakesSayWhatToDo() throws {
    #expect(try run("sync").errors.contains("shortlist source add"))
    #expect(try run("source", "add", "greenhaus:acme").errors.contains("source kinds"))
    #expect(try run("source", "add", "greenhouse").errors.contains("greenhouse:acme"))
    #expect(try run("source", "add", "remoteok", "--every", "soon").status == 2)
    #expect(try run("sync", "nobody").status == 1)
    #expect(try ProgramRun(["source", "kinds"]).output.contains("adzuna_app_key"))
  }
}
