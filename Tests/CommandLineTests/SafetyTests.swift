import Foundation
import Testing

/// Postings from strangers: nothing of an escape sequence reaches any output.
@Suite struct SafetyTests {
  private static let hostile = [
    "\u{1B}]52;c;cGF5bG9hZA==\u{07}", "\u{1B}]0;payload\u{1B}\\",
    "\u{1B}]8;;https://payload.example\u{07}link\u{1B}]8;;\u{07}", "\u{1B}Ppayload\u{1B}\\",
    "\u{1B}[31mred\u{1B}[0m", "\u{9B}31m", "\u{9D}52;c;payload\u{9C}", "\u{202E}", "\u{2066}",
    "\u{8}\u{8}\u{8}", "\0", "\u{7F}", "\u{200B}", "\u{1B}_payload\u{1B}\\", "\u{1B}c",
  ]

  @Test(arguments: ["json", "ndjson", "csv", "tsv", "markdown", "table"])
  func nothingOfAnEscapeSequenceIsPrinted(format: String) throws {
    let folder = try TemporaryFolder()
    let store = folder.path("s.sqlite")
    let tricks = Self.hostile.joined(separator: " ")
    let text = """
      # Senior \(tricks) Engineer
      **Company:** Acme \(tricks)
      **Location:** Berlin \(tricks)

      Before \(tricks) after
      """
    let file = try folder.file("hostile.md", text)
    let imported = try ProgramRun(["import", file, "--db", store])
    #expect(imported.output.contains("1 added"), "\(imported.output)\(imported.errors)")
    let list = try ProgramRun([
      "list", "--format", format, "--fields", "title,company,location", "--db", store,
    ])
    expectHarmless(list.output)
    #expect(list.output.contains("Senior link red"))
    let id = try ProgramRun(["list", "--format", "tsv", "--fields", "id", "--db", store]).output
      .split(separator: "\n").last.map(String.init)
    for format in ["text", "json", "markdown"] {
      let show = try ProgramRun(["show", #require(id), "--format", format, "--db", store])
      expectHarmless(show.output)
      #expect(show.output.contains("after"))
    }
  }

  @Test func aFormulaIsNoFormulaInASpreadsheet() throws {
    let folder = try TemporaryFolder()
    let store = folder.path("s.sqlite")
    let file = try folder.file(
      "jobs.json", #"[{"title":"=1+1","company":"@cmd","url":"https://a.example/1","id":"1"}]"#)
    _ = try ProgramRun(["import", file, "--db", store])
    let csv = try ProgramRun([
      "list", "--format", "csv", "--fields", "title,company", "--db", store,
    ])
    #expect(csv.output == "title,company\r\n'=1+1,'@cmd\r\n")
  }

  private func expectHarmless(_ output: String) {
    for scalar in output.unicodeScalars where scalar.value < 32 && scalar != "\n" {
      #expect(scalar == "\r" || scalar == "\t", "control character \(scalar.value)")
    }
    let forbidden: [ClosedRange<UInt32>] = [
      0x7F...0x9F, 0x200B...0x200B, 0x202A...0x202E, 0x2066...0x2069,
    ]
    for scalar in output.unicodeScalars {
      #expect(
        !forbidden.contains { $0.contains(scalar.value) }, "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!output.contains("payload"))
    #expect(!output.contains("cGF5"))
  }
}
