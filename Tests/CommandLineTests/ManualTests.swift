import Commands
import Foundation
import Queries
import Testing

@testable import shortlist

/// The manual page says all that the tables hold.
@Suite struct ManualTests {
  private func page() throws -> String { try ManualPage(tool: .whole).text }

  @Test func everyCommandAndOptionIsInIt() throws {
    let text = try page().replacing("\\-", with: "-")
    for command in try CommandDescription.whole.subcommands ?? []
    where command.commandName != "help" {
      #expect(text.contains(".SS \(command.commandName)"), "\(command.commandName)")
      for name in (command.arguments ?? []).flatMap({ $0.names ?? [] }) {
        #expect(text.contains(name.text), "\(command.commandName) \(name.text)")
      }
    }
  }

  @Test func everyFieldAndKeyIsInIt() throws {
    let text = try page()
    for field in QueryFieldName.allCases { #expect(text.contains(".B \"\(field.rawValue):\"")) }
    for (_, rows) in CommandTable.groups(in: Keymap()) {
      for row in rows {
        let name = row.command.name.replacing("-", with: "\\-")
        #expect(text.contains("(\(name))."), "\(row.command.name)")
      }
    }
  }

  /// What a line begins with, and a backslash, mean something else to man.
  @Test func nothingInItIsTakenForARequest() throws {
    let requests = [".TH ", ".SH ", ".SS ", ".PP", ".TP", ".B ", ".I ", ".RI ", ".br"]
    for line in try page().split(separator: "\n") {
      if line.hasPrefix(".") { #expect(requests.contains { line.hasPrefix($0) }, "\(line)") }
      #expect(!line.hasPrefix("'"))
    }
    let escapes = try page().split(separator: "\\", omittingEmptySubsequences: false).dropFirst()
    for rest in escapes { #expect(rest.first.map { "-e(&".contains($0) } == true, "\\\(rest)") }
  }

  @Test func theProgramPrintsIt() throws {
    let run = try ProgramRun(["manual"])
    #expect(run.status == 0)
    #expect(try run.output == page() + "\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func shellsCanCompleteIt(shell: String) throws {
    let run = try ProgramRun(["--generate-completion-script", shell])
    #expect(run.status == 0)
    for word in ["stats", "export", "ndjson"] { #expect(run.output.contains(word)) }
  }
}
