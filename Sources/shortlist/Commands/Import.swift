import ArgumentParser
import Configuration
import Extraction
import Foundation
import Importing
import Listings
import Storage

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read postings from files, folders, addresses or standard input.",
    discussion: """
      Every format is recognized by its content: Markdown, text, saved pages, JSON, NDJSON, CSV, \
      feeds, mail, gzip. "-" is standard input. The same input twice adds nothing. Exit code 1 \
      says that some input was rejected; what, where and why stands on standard error.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write nothing; show what would happen.") var dryRun = false

  @Option(
    help: ArgumentHelp("The name of the source, for postings without one.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("The day that \"2 days ago\" counts from, as 2026-11-21.", valueName: "day"))
  var referenceDate: String?

  @Option(
    help: ArgumentHelp(
      "Where to write what is rejected, an item a line; mended, it can be imported.",
      valueName: "file"), completion: .file())
  var rejects: String?

  @Flag(help: "Take over what an export of shortlist says was decided, where it is later.")
  var decisions = false

  @Flag(help: "Print the totals as one JSON object.") var json = false

  @Argument(
    help: ArgumentHelp("What to read.", valueName: "file, folder, url or -"), completion: .file())
  var inputs: [String]

  func validate() throws {
    if let referenceDate, Day(iso: referenceDate) == nil {
      throw ValidationError("--reference-date takes a day written as 2026-11-21")
    }
    if let source, source.cleaned(.singleLine).isEmpty {
      throw ValidationError("--source takes a name")
    }
  }

  func run() throws {
    let rejects = try self.rejects.map { try RejectsFile($0) }
    let report = try common.withStore { store in
      var options = Importer.Options(today: common.today, now: Clock.now)
      options.source = source?.cleaned(.singleLine)
      options.referenceDay = referenceDate.flatMap { Day(iso: $0) }
      options.isRehearsal = dryRun
      options.takesDecisions = decisions
      options.omittedPaths =
        ["", "-wal", "-shm"].map { common.storePath + $0 } + (rejects.map { [$0.path] } ?? [])
      if let rejects { options.reject = { rejects.add($0) } }
      options.fetcher = Following.fetcher()
      let importer = Importer(
        store: store, vocabulary: Vocabulary.embedded, options: options)
      return try run(importer)
    }
    for problem in report.problems { Console.problem(problem.text) }
    if report.decided > 0, !decisions {
      Console.problem(
        "what was decided about \(report.decided) postings was left out; --decisions takes it over")
    }
    if json {
      Console.print(JSON(report).text)
    } else {
      Console.print(summary(of: report))
    }
    if report.rejected > 0 { throw ExitCode(ExitStatus.nothing.rawValue) }
    // The shell's convention for a process that Ctrl-C ended.
    if report.isStopped { throw ExitCode(130) }
  }

  private func run(_ importer: Importer) throws -> ImportReport {
    let interruption = Interruption()
    let bar = ProgressBar(isShown: Console.isErrorATerminal && !json)
    defer { bar.clear() }
    return try importer.run(inputs.map(ImportInput.init(typed:))) { progress in
      bar.show(progress)
      return !interruption.hasCome
    }
  }

  private func summary(of report: ImportReport) -> String {
    let verb = dryRun ? "would read" : "read"
    var words = """
      \(verb) \(report.read): \(report.added) added, \(report.updated) updated, \
      \(report.unchanged) unchanged, \(report.duplicate) duplicate, \(report.rejected) rejected
      """
    if report.empty > 0 { words += ", \(report.empty) empty" }
    if report.skipped > 0 { words += "; \(report.skipped) skipped" }
    if report.isStopped { words += "; stopped, what was read so far is kept" }
    return words
  }
}

extension ImportInput {
  init(typed text: String) {
    let lowered = text.lowercased()
    if text == "-" {
      self = .standardInput
    } else if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
      self = .url(text)
    } else {
      self = .path(text)
    }
  }
}

extension ImportProblem {
  /// `file:line: reason`, safe to print.
  var text: String {
    let place = [file.cleaned(.singleLine), line.map(String.init)]
    return place.compactMap { $0 }.joined(separator: ":") + ": " + reason.cleaned(.singleLine)
  }
}

extension JSON {
  init(_ report: ImportReport) {
    self = .object([
      ("read", .integer(report.read)),
      ("added", .integer(report.added)),
      ("updated", .integer(report.updated)),
      ("unchanged", .integer(report.unchanged)),
      ("duplicate", .integer(report.duplicate)),
      ("rejected", .integer(report.rejected)),
      ("empty", .integer(report.empty)),
      ("skipped", .integer(report.skipped)),
      ("problems", .array(report.problems.map { JSON($0) })),
    ])
  }

  init(_ problem: ImportProblem) {
    self = .object([
      ("file", .string(problem.file.cleaned(.singleLine))),
      ("line", .optional(problem.line)),
      ("reason", .string(problem.reason.cleaned(.singleLine))),
    ])
  }
}
