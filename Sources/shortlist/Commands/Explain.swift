import ArgumentParser
import Extraction
import Foundation
import Importing
import Listings
import Storage

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say which words each field was read from, and by which rule.",
    discussion: "Takes the id of a listing, or a file, which is read and stored nowhere.")

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("The day that \"2 days ago\" counts from, as 2026-11-21.", valueName: "day"))
  var referenceDate: String?

  @Argument(help: ArgumentHelp("An id, a file or -.", valueName: "id or file"))
  var subject: String

  func validate() throws {
    if let referenceDate, Day(iso: referenceDate) == nil {
      throw ValidationError("--reference-date takes a day written as 2026-11-21")
    }
  }

  func run() throws {
    if subject != "-", !FileManager.default.fileExists(atPath: subject), let id = ListingID(subject)
    {
      try common.withStore { store in
        guard let detail = try store.detail(id) else {
          throw Failure(.nothing, noSuchListing(subject))
        }
        Console.print(Explanation(detail.listing).text)
      }
    } else {
      try explainFile()
    }
  }

  private func explainFile() throws {
    var options = Importer.Options(today: common.today, now: Clock.now)
    options.referenceDay = referenceDate.flatMap { Day(iso: $0) }
    let input: ImportInput = subject == "-" ? .standardInput : .path(subject)
    let answer = Importer.preview([input], using: .embedded, options: options, limit: 10_000)
    for problem in answer.problems { Console.problem(problem.text) }
    let texts = answer.postings.map { Explanation($0.listing).text }
    Console.print(texts.joined(separator: "\n\n"))
    if !answer.problems.isEmpty || texts.isEmpty { throw ExitCode(ExitStatus.nothing.rawValue) }
  }
}
