import ArgumentParser
import Foundation
import Listings

/// The command line; `main` maps what ArgumentParser throws to our exit codes.
@main
struct Shortlist: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Browse job postings in the terminal: import, filter, save, decide.",
    discussion: """
      Without a subcommand it opens the browser; words are a query, the same as on the screen:
      shortlist 'remote:yes salary>=150k'. A query that begins with "-" follows "--".

      Answers go to standard output, progress and problems to standard error. Exit codes: 0 fine; \
      1 nothing matched, no such listing or some input rejected; 2 wrong usage, a bad query or no \
      terminal; 3 the store can't be used, or an answer can't be written.
      """,
    version: version,
    subcommands: [
      Browse.self, Demo.self, Import.self, List.self, Show.self, Mark.self, Undo.self, Split.self,
      Merge.self, Saved.self, Stats.self, Export.self, Parse.self, Explain.self, Source.self,
      Sync.self, Reextract.self, Rates.self, Backup.self, Doctor.self, Bench.self, Manual.self,
    ],
    defaultSubcommand: Browse.self)

  static func main() {
    setlocale(LC_ALL, "")
    signal(SIGPIPE, SIG_IGN)
    Console.guardStreams()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let problem = misplacedOption(in: arguments) {
      Console.problem("shortlist: \(problem)")
      Foundation.exit(ExitStatus.usage.rawValue)
    }
    do {
      if let browse = Browse(plain: arguments) {
        try browse.run()
      } else {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Says how to write `shortlist --db x list`, which would otherwise be the query "list".
  static func misplacedOption(in arguments: [String]) -> String? {
    guard arguments.first?.hasPrefix("-") == true else { return nil }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let takesValue: Set<String> = ["--db", "--color", "--today"]
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-") {
      if arguments[index] == "--" { return nil }
      index += takesValue.contains(arguments[index]) ? 2 : 1
    }
    guard index < arguments.count, names.contains(arguments[index]) else { return nil }
    let options = arguments[..<index].joined(separator: " ")
    let rest = arguments[index...].joined(separator: " ")
    return """
      options follow the subcommand: shortlist \(rest) \(options)
      (to search for the word "\(arguments[index])": shortlist \(options) -- \(arguments[index]))
      """
  }

  private static func end(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Console.problem(failure.message)
      Foundation.exit(failure.status.rawValue)
    }
    if let status = error as? ExitCode { Foundation.exit(status.rawValue) }
    let message = fullMessage(for: error)
    // ArgumentParser's own code for wrong usage is 64; help and version come as errors with code 0.
    guard exitCode(for: error) != .success else {
      Console.print(message)
      Foundation.exit(ExitStatus.fine.rawValue)
    }
    Console.problem(message)
    if let hint = dashHint(in: Array(CommandLine.arguments.dropFirst())) { Console.problem(hint) }
    Foundation.exit(ExitStatus.usage.rawValue)
  }

  /// Says how to write `shortlist list -remote:yes`, which begins as an option does.
  static func dashHint(in arguments: [String]) -> String? {
    let isQuery = { (text: String) in text.hasPrefix("-") && text.dropFirst().first != "-" }
    guard let place = arguments.firstIndex(where: { isQuery($0) && $0.count > 2 }),
      !arguments[..<place].contains("--")
    else { return nil }
    let words = (["shortlist"] + arguments[..<place] + ["--"] + arguments[place...])
      .map { $0.cleaned(.singleLine) }
    return "a query that begins with \"-\" follows \"--\": \(words.joined(separator: " "))"
  }
}

/// An end of the program with a message, decided by a command.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let message: String

  var description: String { message }
}
