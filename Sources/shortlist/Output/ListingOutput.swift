import ArgumentParser
import Listings
import Storage

/// How found listings are printed: the options that `list` and `search run` share.
struct ListingOutput: ParsableArguments {
  @Option(help: "How to print: table, json, ndjson, csv, tsv or markdown.")
  var format: ListFormat = .table

  @Option(help: ArgumentHelp("Columns, parted by commas.", valueName: "names"))
  var fields: String?

  @Option(help: ArgumentHelp("Print this many at most.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Print only how many match.")
  var count = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit can't be negative") }
    _ = try columns()
  }

  /// Prints what was found; an exit code says that it was nothing.
  func print(_ result: SearchResult, from store: Store) throws {
    if count {
      Console.print(String(result.ids.count))
    } else {
      let printer = ListingPrinter(format: format, columns: try columns())
      let ids = limit.map { Array(result.ids.prefix($0)) } ?? result.ids
      try printer.print(ids) { try store.detail($0) }
    }
    if result.ids.isEmpty { throw ExitCode(ExitStatus.nothing.rawValue) }
  }

  private func columns() throws -> [Column] { try Column.columns(named: fields) ?? Column.usual }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The columns of a list like `title,company`; nil stays nil.
  static func columns(named names: String?) throws -> [Self]? {
    try names?.split(separator: ",").map { name in
      guard let column = Self(rawValue: String(name)) else {
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no column \"\(name)\"; there are \(known)")
      }
      return column
    }
  }
}
