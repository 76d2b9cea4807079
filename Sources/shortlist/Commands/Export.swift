import ArgumentParser
import Listings
import Queries
import Storage

enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, tsv, json, ndjson, markdown, html
}

extension ExportFormat {
  /// By the ending of a file's name, in any case.
  init?(fileEnding ending: String) {
    switch ending.lowercased() {
    case "md": self = .markdown
    case "htm": self = .html
    case "jsonl": self = .ndjson
    case let other: self.init(rawValue: other)
    }
  }
}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print what a query finds with all you decided: stages and their days, notes, tags.",
    discussion: """
      CSV and TSV are for spreadsheets; Markdown and HTML are a record of applications to hand in, \
      with each stage's day; JSON and NDJSON hold the postings whole, and `shortlist import \
      --decisions` puts them and what you decided into another listings file. Hidden listings are \
      out unless the query says is:hidden or is:any. Exit code 1 says that nothing matched.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "How to print: csv, tsv, json, ndjson, markdown or html.")
  var format: ExportFormat = .csv

  @Option(help: ArgumentHelp("Columns of CSV and TSV, parted by commas.", valueName: "names"))
  var fields: String?

  @OptionGroup var query: SortedQuery

  func validate() throws { _ = try columns() }

  func run() throws {
    try common.withStore { store in
      let result = try query.search(store)
      let record = SearchRecord(
        format: format, columns: try columns(), today: common.today, query: query.text)
      try record.write(result.ids, of: store) { Console.write($0) }
      if result.ids.isEmpty { throw ExitCode(ExitStatus.nothing.rawValue) }
    }
  }

  private func columns() throws -> [RecordColumn] {
    try RecordColumn.columns(named: fields) ?? RecordColumn.usual
  }
}
