import Commands
import Foundation
import Testing

/// The README's generated parts: the table of keys, and a screen taken from a golden file.
@Suite struct ReadmeTests {
  @Test func theKeysAreThoseOfTheCommandTable() throws {
    try expectSection("keys", CommandTable.markdown)
  }

  @Test func theScreenIsTheOneThatWasApproved() throws {
    let golden = try Tree.text("Tests/ShortlistAppTests/Goldens/demo-120x32.screen")
    try expectSection("screen", "```\n\(golden)```\n")
  }

  @Test func continuousIntegrationRunsTheTestCommandOfTheReadme() throws {
    let readme = try Tree.text("README.md")
    let script = try Tree.text(".ci/run")
    let command = try #require(
      readme.split(separator: "\n").first { $0.hasSuffix("swift test") }, "no test command")
    #expect(script.contains("\n\(command)\n"))
  }

  private func expectSection(
    _ name: String, _ content: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let readme = try Tree.text("README.md")
    let (begin, end) = ("<!-- \(name) -->\n", "<!-- /\(name) -->")
    let from = try #require(readme.range(of: begin)?.upperBound)
    let to = try #require(readme.range(of: end)?.lowerBound)
    guard readme[from..<to] != content else { return }
    if ProcessInfo.processInfo.environment["SHORTLIST_UPDATE_GOLDENS"] == "1" {
      try (readme[..<from] + content + readme[to...])
        .write(to: Tree.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
    }
    Issue.record(
      "the README's \(name) are stale: SHORTLIST_UPDATE_GOLDENS=1 swift test --filter Readme",
      sourceLocation: sourceLocation)
  }
}
