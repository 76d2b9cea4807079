import ArgumentParser
import Extraction
import Foundation
import Importing
import Listings
import Queries
import Storage

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say which words each field was read from, or why a query finds a listing.",
    discussion: """
      Takes the id of a listing, or a file, which is read and stored nowhere. With --query and an \
      id it says, clause by clause, why the query finds that listing or leaves it out; with \
      --query alone, how many listings each clause leaves and removes.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("The day that \"2 days ago\" counts from, as 2026-11-21.", valueName: "day"))
  var referenceDate: String?

  @Option(help: "The query to explain, as `list` takes it.")
  var query: String?

  @Argument(help: ArgumentHelp("An id, a file or -.", valueName: "id or file"))
  var subject: String?

  func validate() throws {
    if let referenceDate, Day(iso: referenceDate) == nil {
      throw ValidationError("--reference-date takes a day written as 2026-11-21")
    }
    if subject == nil, query == nil { throw ValidationError("name a listing, a file or a --query") }
  }

  func run() throws {
    if let query {
      try explain(query)
    } else if let subject {
      if let id = storedID(subject) {
        try common.withStore { Console.print(Explanation(try detail(id, $0).listing).text) }
      } else {
        try explainFile(subject)
      }
    }
  }
}

private extension Explain {
  func storedID(_ subject: String) -> ListingID? {
    subject == "-" || FileManager.default.fileExists(atPath: subject) ? nil : ListingID(subject)
  }

  func detail(_ id: ListingID, _ store: Store) throws -> ListingDetail {
    guard let detail = try store.detail(id) else {
      throw Failure(.nothing, noSuchListing("\(id)"))
    }
    return detail
  }

  func explain(_ source: String) throws {
    try common.withStore { store in
      let query = try Query(typed: source, store)
      guard let subject else { return Console.print(try QueryCosts(query, store).text) }
      guard let id = ListingID(subject) else {
        throw Failure(.nothing, noSuchListing(subject))
      }
      let answer = QueryReasons(query, try detail(id, store), store.context)
      Console.print(answer.text)
      if !answer.isFound { throw ExitCode(ExitStatus.nothing.rawValue) }
    }
  }

  func explainFile(_ path: String) throws {
    var options = Importer.Options(today: common.today, now: Clock.now)
    options.referenceDay = referenceDate.flatMap { Day(iso: $0) }
    let input: ImportInput = path == "-" ? .standardInput : .path(path)
    let answer = Importer.preview([input], using: .embedded, options: options, limit: 10_000)
    for problem in answer.problems { Console.problem(problem.text) }
    let texts = answer.postings.map { Explanation($0.listing).text }
    Console.print(texts.joined(separator: "\n\n"))
    if !answer.problems.isEmpty || texts.isEmpty { throw ExitCode(ExitStatus.nothing.rawValue) }
  }
}
