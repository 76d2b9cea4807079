import ArgumentParser
import Extraction
import Foundation
import Importing
import Listings

struct Reextract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reextract", abstract: "Read all stored postings anew, as this version reads.",
    discussion: """
      Nothing is fetched, and everything you decided stays. "2 days ago" still counts from the day \
      the posting said so. Prints how many listings changed in which field; --verbose prints each.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write nothing; show what would change.") var dryRun = false

  @Flag(help: "Print each listing that changes, with the field before and after.")
  var verbose = false

  func run() throws {
    let interruption = Interruption()
    let bar = ProgressBar(isShown: Console.isErrorATerminal && !verbose)
    let report = try common.withStore { store in
      try Reextraction(store: store, vocabulary: .embedded, isRehearsal: dryRun)
        .run { report, changes in
          bar.show("\(report.read) of \(report.total) postings read, \(report.changed) changed")
          if verbose { for change in changes { Console.print(words(of: change)) } }
          return !interruption.hasCome
        }
    }
    bar.clear()
    for (field, count) in counts(of: report) { Console.print("\(field)\t\(count)") }
    Console.problem(summary(of: report))
    // The shell's convention for a process that Ctrl-C ended.
    if report.isStopped { throw ExitCode(130) }
  }

  private func counts(of report: Reextraction.Report) -> [(String, Int)] {
    ListingField.allCases.compactMap { field in
      report.fields[field].map { (field.rawValue, $0) }
    }
  }

  private func summary(of report: Reextraction.Report) -> String {
    let verb = dryRun ? "would change" : "changed"
    let stopped = report.isStopped ? "; stopped, what was read so far is kept" : ""
    return "read \(report.read) postings; \(report.changed) listings \(verb)\(stopped)"
  }

  private func words(of change: Reextraction.Change) -> String {
    let title = change.after.title?.cleaned(.singleLine) ?? "no title"
    let before = Explanation(change.before)
    let after = Explanation(change.after)
    let lines = change.fields.map { field in
      "  \(field.rawValue): \(before.words(of: field)) → \(after.words(of: field))"
    }
    return (["\(change.id)  \(title)"] + lines).joined(separator: "\n")
  }
}
