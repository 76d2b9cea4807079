import Foundation
import Testing

/// What a shell can do to a program's streams, paths and environment.
@Suite struct StreamTests {
  private func shell(_ line: String, in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(
      program: "/bin/sh", ["-c", line],
      environment: [
        "S": ProgramRun.executable.path(percentEncoded: false),
        "SHORTLIST_DB": folder.path("s.sqlite"), "D": folder.path(""),
      ])
  }

  private func board(_ count: Int = 1) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let jobs = (1...count).map {
      #"{"id":"\#($0)","title":"Job \#($0)","company":"C\#($0)","description":"Work number \#($0)."}"#
    }
    let file = try folder.file("jobs.ndjson", jobs.joined(separator: "\n"))
    let run = try ProgramRun(["import", file, "--db", folder.path("s.sqlite")])
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  /// More than a pipe holds.
  @Test func aReaderThatHasEnoughIsNoProblem() throws {
    let run = try shell("{ $S list --format json; echo $? >&2; } | head -c 9", in: board(200))
    #expect(run.output == "[\n{\"id\":\"")
    #expect(run.errors == "0\n")
  }

  @Test(arguments: ["list", "list --format json", "export", "stats", "--help"])
  func anAnswerThatCannotBeWrittenIsAFailure(command: String) throws {
    let folder = try board()
    for target in ["> /dev/full", ">&-"] {
      let run = try shell("$S \(command) \(target)", in: folder)
      #expect(run.status == 3, "\(command) \(target)")
      #expect(run.errors.hasPrefix("shortlist: can't write the answer: "), "\(run.errors)")
    }
  }

  @Test func nothingIsWrittenIntoAFileInPlaceOfAClosedStream() throws {
    let folder = try board()
    let run = try shell("$S import --rejects $D/rejects /nonexistent >&- 2>&-", in: folder)
    #expect(run.status == 3)
    let rejects = try String(contentsOfFile: folder.path("rejects"), encoding: .utf8)
    #expect(rejects.split(separator: "\n").count == 1)
    #expect(rejects.hasPrefix("{"))
  }

  @Test func aClosedErrorStreamChangesNoExitCode() throws {
    let folder = try board()
    #expect(try shell("$S list 'salry>=1' 2>&-", in: folder).status == 2)
    #expect(try shell("$S show zzzzzz 2>&-", in: folder).status == 1)
  }

  @Test func standardInputThatCannotBeReadIsAProblem() throws {
    let run = try shell("$S parse salary <&-", in: board())
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("shortlist: can't read standard input: "))
  }

  @Test func aPathMayBeOneLetter() throws {
    let folder = try board()
    let run = try shell("cd $D && $S list --db x; echo $?; ls x", in: folder)
    #expect(run.output == "1\nx\n")
    #expect(run.errors == "there are no listings yet; shortlist import brings some in\n")
  }

  @Test func theHomeFolderIsWhatTheEnvironmentSays() throws {
    let folder = try board()
    let run = try shell(
      "unset SHORTLIST_DB XDG_DATA_HOME; HOME=$D $S list; find $D/.local -name '*.sqlite'",
      in: folder)
    #expect(run.output.hasSuffix(".local/share/shortlist/shortlist.sqlite\n"))
  }

  @Test func aQueryThatBeginsWithADashIsExplained() throws {
    let run = try shell("$S list -remote:yes", in: board())
    #expect(run.status == 2)
    #expect(run.errors.contains("shortlist list -- -remote:yes"))
  }
}
