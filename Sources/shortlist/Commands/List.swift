import ArgumentParser
import Foundation
import Listings
import Queries
import Storage

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv, tsv, markdown
}

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the listings that match a query.",
    discussion: """
      Prints all that match, in the query's order. Exit code 1 says that nothing matched. Rows \
      that a query can't decide, since the field is not stated, are left out and counted on \
      standard error; a "?" after a clause takes them in: salary>=150k?
      """)

  @OptionGroup var common: CommonOptions

  @OptionGroup var output: ListingOutput

  @OptionGroup var query: SortedQuery

  func run() throws {
    try common.withStore { store in try output.print(query.search(store), from: store) }
  }
}

/// Says on standard error what keeps listings out of an answer.
func sayWhatIsMissing(_ counts: ResultCounts, of query: Query) {
  if counts.total == 0 {
    Console.problem("there are no listings yet; shortlist import brings some in")
  } else if !query.includesUndecided, let words = undecidedWords(counts) {
    Console.problem(words)
  }
  if counts.ruledOut > 0 {
    Console.problem("\(counts.ruledOut) left out by the rules of your settings")
  }
}

/// `2 undecided: pay not stated 2, remote not stated 1`; nil when all was decided.
func undecidedWords(_ counts: ResultCounts) -> String? {
  guard counts.undecided > 0 else { return nil }
  let blamed = counts.blamed.map { field in
    "\(QueryFieldName(rawValue: field.name)?.noun ?? field.name) not stated \(field.count)"
  }
  let reasons = blamed.isEmpty ? "" : ": " + blamed.joined(separator: ", ")
  return "\(counts.matching) match · \(counts.undecided) undecided\(reasons)"
}
