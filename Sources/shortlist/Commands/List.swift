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

  @Option(help: "How to print: table, json, ndjson, csv, tsv or markdown.")
  var format: ListFormat = .table

  @Option(help: ArgumentHelp("Columns, parted by commas.", valueName: "names"))
  var fields: String?

  @Option(help: ArgumentHelp("Print this many at most.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Sort by a column; -posted is descending.", valueName: "column"))
  var sort: String?

  @Flag(help: "Print only how many match.")
  var count = false

  @OptionGroup var query: QueryArgument

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit can't be negative") }
    _ = try columns()
  }

  func run() throws {
    try common.withStore { store in
      let query = try wholeQuery(store.context)
      let result = try store.search(query)
      if let words = undecidedWords(result.counts), !query.includesUndecided {
        Console.problem(words)
      }
      if count {
        Console.print(String(result.ids.count))
      } else {
        try print(limit.map { Array(result.ids.prefix($0)) } ?? result.ids, from: store)
      }
      if result.ids.isEmpty { throw ExitCode(ExitStatus.nothing.rawValue) }
    }
  }

  private func wholeQuery(_ context: QueryContext) throws -> Query {
    var query = try query.query(context)
    if let sort {
      let source = "sort:\(sort)"
      do {
        query.sort = try Query(parsing: source).sort
      } catch {
        throw Failure(status: .usage, message: error.rendered(in: source))
      }
    }
    return query
  }

  private func columns() throws -> [Column] {
    guard let fields else { return Column.usual }
    return try fields.split(separator: ",").map { name in
      guard let column = Column(rawValue: String(name)) else {
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no column \"\(name)\"; there are \(known)")
      }
      return column
    }
  }

  private func print(_ ids: [ListingID], from store: Store) throws {
    let printer = ListingPrinter(format: format, columns: try columns())
    try printer.print(ids) { try store.detail($0) }
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
