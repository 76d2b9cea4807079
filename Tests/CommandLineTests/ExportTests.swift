import Foundation
import Testing

/// Four postings of two shapes, and a search that is under way.
private struct Search {
  let folder: TemporaryFolder
  let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("store.sqlite")
    let file = try folder.file(
      "jobs.ndjson",
      """
      {"id":"1","site":"tide","title":"Rust Engineer","company":"Basalt","location":"Remote (US)",\
      "salary":"$180,000 - $200,000","url":"https://basalt.example/1","date":"2026-11-01",\
      "description":"Storage engines in Rust."}
      {"title":"Gardener","company":"Walled & <Co>","location":"Leeds, UK",\
      "url":"https://walled.example/2","date":"2 days ago","description":"Apples, **mostly**."}
      {"title":"=Accountant","company":"Otter","location":"Austin, TX (On-site)",\
      "salary":"$52,000","description":"Ledgers, and a room full of receipts."}
      """)
    let page = try folder.file(
      "keeper.md",
      "# [Keeper](https://zoo.example/k)\n\n### Zoo\n\n#### €30.000 · Berlin\n\nOtters.\n")
    for (day, path) in [("2026-11-03", file), ("2026-11-05", page)] {
      let run = try run("import", path, "--reference-date", day)
      try #require(run.status == 0, "\(run.errors)")
    }
    try mark("Rust", "--stage", "applied", "--note", "Ask for Ines.\nTwice.", "--tag", "climate")
    try mark("Rust", "--stage", "interviewing", "--rating", "4")
    try mark("Gardener", "--save", "--follow-up", "2026-12-01")
    try mark("Accountant", "--reason", "an agency", "--read")
  }

  func run(_ arguments: String..., in store: String? = nil) throws -> ProgramRun {
    try ProgramRun(
      [arguments[0], "--db", store ?? self.store, "--today", "2026-11-21"] + arguments.dropFirst())
  }

  private func mark(_ words: String, _ decisions: String...) throws {
    let list = try run("list", "--fields", "id", "--format", "tsv", words, "is:any")
    let id = try String(#require(list.output.split(separator: "\n").last))
    let mark = try ProgramRun(["mark", id, "--db", store] + decisions)
    try #require(mark.status == 0, "\(mark.errors)")
  }
}

@Suite struct ExportTests {
  @Test(arguments: ["ndjson", "json"])
  func anExportBringsAllBackInAnotherFile(format: String) throws {
    let search = try Search()
    let export = try search.run("export", "--format", format, "is:any")
    #expect(export.status == 0)
    let other = search.folder.path("other.sqlite")
    let file = try search.folder.file("export", export.output)
    for line in ["4 added", "4 unchanged"] {
      let run = try search.run("import", "--decisions", file, in: other)
      #expect(run.status == 0)
      #expect(run.output.contains(line), "\(run.output)\(run.errors)")
      let again = try search.run("export", "--format", format, "is:any", in: other)
      #expect(try records(again.output) == records(export.output))
    }
    let hidden = try search.run("list", "is:hidden", "--count", in: other)
    #expect(hidden.output == "1\n")
  }

  @Test func aTextThatOnlyItsFileTellsApartIsKnownAgain() throws {
    let search = try Search()
    let text = "Harbor Bells casts bells for ships, and has done so since anyone asked."
    for name in ["first.txt", "second.txt"] {
      let run = try search.run("import", search.folder.file(name, text))
      #expect(run.output.contains("1 added"), "\(run.output)")
    }
    let export = try search.run("export", "--format", "ndjson", "is:any")
    let again = try search.run("import", search.folder.file("export", export.output))
    #expect(again.output.contains("read 6: 0 added, 0 updated, 6 unchanged"), "\(again.output)")
  }

  @Test func decisionsAreTakenOverOnlyWhenAskedFor() throws {
    let search = try Search()
    let export = try search.run("export", "--format", "ndjson", "is:any")
    let other = search.folder.path("other.sqlite")
    let run = try search.run(
      "import", search.folder.file("export", export.output), in: other)
    #expect(run.errors.contains("what was decided about 3 postings was left out; --decisions"))
    #expect(try search.run("list", "--count", in: other).output == "4\n")
    #expect(try search.run("list", "--count", "is:saved", in: other).output == "0\n")
  }

  @Test func aSpreadsheetHasEachStagesDay() throws {
    let search = try Search()
    let today = try search.run(
      "export", "--fields", "title,stage,applied,interviewing,offer,note", "stage:interviewing")
    let lines = today.output.split(separator: "\r\n")
    #expect(lines.first == "title,stage,applied,interviewing,offer,note")
    let row = try #require(lines.last)
    #expect(row.hasPrefix("Rust Engineer,interviewing,20"))
    #expect(row.hasSuffix(",,\"Ask for Ines.\nTwice.\""))
    let all = try search.run("export", "--fields", "title,hidden,reason", "is:hidden")
    #expect(all.output == "title,hidden,reason\r\n'=Accountant,yes,an agency\r\n")
    #expect(try search.run("export", "nothingsaysthis").status == 1)
    #expect(try search.run("export", "--fields", "shoe").status == 2)
  }

  @Test func aRecordToHandInNamesWhatWasDecided() throws {
    let search = try Search()
    let post = try search.run("export", "--format", "markdown", "is:any").output
    #expect(post.hasPrefix("# Job search, 2026-11-21\n\n4 listings: is:any\n\n| Applied | Stage |"))
    #expect(
      post.contains("## Rust Engineer · Basalt\n\n- <https://basalt.example/1>\n- Stages: 20"))
    #expect(post.contains(" applied, 20"))
    #expect(post.contains("> Ask for Ines.\n> Twice.\n"))
    #expect(post.contains("- Follow up: 2026-12-01\n"))
    #expect(!post.contains("## Keeper"), "nothing was decided about it")
    let page = try search.run("export", "--format", "html", "is:any").output
    #expect(page.contains("<td>Walled &amp; &lt;Co&gt;</td>"))
    #expect(page.contains("<a href=\"https://basalt.example/1\">"))
    #expect(page.hasSuffix("</html>\n"))
  }

  /// All but what is counted anew in each file.
  private func records(_ text: String) throws -> [NSDictionary] {
    let isList = text.hasPrefix("[")
    let all =
      isList
      ? try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any] ?? []
      : try text.split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8))
      }
    return all.compactMap { $0 as? NSDictionary }.map { record in
      let copy = NSMutableDictionary(dictionary: record as? [AnyHashable: Any] ?? [:])
      copy["id"] = nil
      return copy
    }.sorted { ($0["title"] as? String ?? "") < ($1["title"] as? String ?? "") }
  }
}

@Suite struct StatsTests {
  @Test func numbersArePrintedForPeopleAndPrograms() throws {
    let search = try Search()
    let text = try search.run("stats").output
    #expect(
      text.hasPrefix(
        "3 of 4 listings · 1 hidden\nposted from 2026-11-01 to 2026-11-01, 1 without a date\n"))
    #expect(text.contains("\nPay, USD a year\n"))
    #expect(text.contains("\nStages\n  interviewing  1"))
    let run = try search.run("stats", "--format", "json", "remote:yes")
    let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(answer?["matching"] as? Int == 1)
    #expect(answer?["total"] as? Int == 4)
    let pay = answer?["pay"] as? [String: Any]
    #expect((pay?["high"] as? [String: Int])?["median"] == 200_000)
    #expect(try search.run("stats", "nothingsaysthis").status == 1)
    #expect(try search.run("stats", "salary>=").status == 2)
  }
}
