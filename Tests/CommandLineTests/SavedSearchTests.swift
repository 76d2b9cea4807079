import Foundation
import TestSupport
import Testing

@Suite struct SavedSearchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(try importPost("Kite Designer", "Acme", "kites") == 0)
  }

  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(arguments + ["--db", folder.path("store.sqlite")])
  }

  private func importPost(_ title: String, _ company: String, _ name: String) throws -> Int32 {
    let path = try folder.file(
      "\(name).md",
      "# [\(title)](https://example.com/\(name))\n### \(company)\n\nWe make \(name).\n")
    return try run("import", path).status
  }

  @Test func aSearchIsSavedListedRunAndRemoved() throws {
    #expect(try run("search", "save", "My kites", "kite", "designer").output == "saved My kites\n")
    let list = try run("search", "list")
    #expect(list.status == 0)
    #expect(
      list.output == "NAME      MATCHING  NEW  QUERY\nMy kites  1         0    kite designer\n")
    let found = try run("search", "run", "my", "kites", "--fields", "title", "--format", "tsv")
    #expect(found.status == 0 && found.output == "title\nKite Designer\n", "\(found)")
    #expect(try run("search", "remove", "my kites").status == 0)
    #expect(try run("search", "remove", "my kites").status == 1)
    #expect(try run("search", "run", "my kites").status == 1)
    let none = try run("search", "list", "--format", "json")
    #expect(none.status == 0 && none.output == "[]\n", "\(none)")
  }

  @Test func queriesNameSavedSearches() throws {
    _ = try run("search", "save", "sky", "kite")
    let found = try run("list", "search:sky", "--count")
    #expect(found.status == 0 && found.output == "1\n", "\(found)")
    let none = try run("list", "search:skyy")
    #expect(none.status == 2 && none.errors.contains("did you mean sky?"), "\(none)")
    let itself = try run("search", "save", "sky", "search:sky designer")
    #expect(itself.status == 2 && itself.errors.contains("itself"), "\(itself)")
    let reasons = try run("explain", "--query", "search:sky")
    #expect(reasons.status == 0 && reasons.output.contains("search:sky"), "\(reasons)")
  }

  @Test func aNameThatIsTakenIsReplacedAndTellsSo() throws {
    _ = try run("search", "save", "sky", "kite")
    #expect(try run("search", "save", "sky", "kite").output == "sky was saved so before\n")
    let again = try run("search", "save", "Sky", "balloon")
    #expect(again.output == "saved Sky in the place of: kite\n")
    #expect(
      try run("search", "list", "--format", "csv").output
        == "name,matching,new,query,problem\r\nSky,0,0,balloon,\r\n")
    #expect(try run("search", "run", "sky").status == 1)
  }

  @Test func whatIsNoQueryIsNotSaved() throws {
    let wrong = try run("search", "save", "pets", "pets>=2")
    #expect(wrong.status == 2 && wrong.errors.contains("^"), "\(wrong)")
    #expect(try run("search", "save", "all").status == 2)
    #expect(try run("search", "save", "  ", "kite").status == 2)
    #expect(try run("search", "list", "--format", "ndjson").output == "")
  }

  @Test func newIsWhatCameAfterItWasSavedBeforeThereWasAVisit() throws {
    _ = try run("search", "save", "kites", "kite")
    #expect(try run("search", "run", "kites", "--new").status == 1)
    #expect(try importPost("Balloon Designer", "Initech", "balloons") == 0)
    #expect(try run("search", "run", "kites", "--new").status == 1)
    #expect(try importPost("Kite Tester", "Globex", "strings") == 0)
    let new = try run("search", "run", "kites", "--new", "--format", "tsv", "--fields", "title")
    #expect(new.status == 0 && new.output == "title\nKite Tester\n", "\(new)")
    let list = try run("search", "list", "--format", "ndjson")
    #expect(
      list.output
        == #"{"name":"kites","query":"kite","matching":2,"new":1,"problem":null}"# + "\n")
  }
}
