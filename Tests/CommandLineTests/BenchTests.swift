import Foundation
import Testing

@Suite struct BenchTests {
  @Test func measuresStoresAndCompares() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("run.json")
    let first = try ProgramRun(["bench", "--listings", "40", "--keys", "2", "--json", file])
    try #require(first.status == 0, "bench failed: \(first.errors)")
    for name in [
      "a posting of 1 MB", "import ", "start to every count", "j ", "letter 5", "F sort by pay",
      "memory",
    ] {
      #expect(first.output.contains(name))
    }
    let object = try JSONSerialization.jsonObject(
      with: try Data(contentsOf: URL(filePath: file)))
    let rows = try #require((object as? [String: Any])?["rows"] as? [[String: Any]])
    #expect(rows.count > 30)
    #expect(rows.allSatisfy { ($0["median"] as? Double ?? 0) > 0 })
  }

  @Test func refusesWhatIsNoRun() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("no.json", "{}")
    let run = try ProgramRun(["bench", "--compare", file])
    #expect(run.status == 1)
    #expect(run.errors.contains("not a run that bench --json wrote"))
    #expect(try ProgramRun(["bench", "--listings", "0"]).status == 2)
  }
}
