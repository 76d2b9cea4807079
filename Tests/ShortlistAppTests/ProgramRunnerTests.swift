import Foundation
import ShortlistApp
import Testing

@Suite struct ProgramRunnerTests {
  private let runner = ProgramRunner(home: "/nonexistent") {}
  private let folder = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID())").path

  @Test func theProgramReadsTheText() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = String(repeating: "# Beekeeper\né東\n", count: 10_000)
    #expect(runner.run(["cp", "/dev/stdin", "\(folder)/post.md"], input: text) == nil)
    let read = try String(contentsOfFile: "\(folder)/post.md", encoding: .utf8)
    #expect(read == text)
  }

  @Test func itsArgumentsAreNotReadByAShell() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(runner.run(["touch", "\(folder)/a b; touch $(id) *"], input: "") == nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names == ["a b; touch $(id) *"])
  }

  @Test func aTildeIsThePersonsFolder() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let runner = ProgramRunner(home: folder) {}
    #expect(runner.run(["touch", "~/bees", "\(folder)/~"], input: "") == nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == ["bees", "~"])
  }

  @Test func aProgramMayLeaveItsInputUnread() {
    #expect(runner.run(["true"], input: String(repeating: "x", count: 1_000_000)) == nil)
  }

  @Test func whatGoesWrongIsSaid() {
    #expect(runner.run(["false"], input: "") == "false ended with status 1")
    #expect(runner.run(["/nonexistent/program"], input: "") == "can't start /nonexistent/program")
    #expect(runner.run([], input: "") != nil)
  }
}
