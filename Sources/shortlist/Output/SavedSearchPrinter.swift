import Listings
import Queries

/// Prints saved searches in one of the formats of `list`.
struct SavedSearchPrinter {
  let format: ListFormat

  private static let names = ["name", "matching", "new", "query", "problem"]

  func print(_ all: [SavedSearchResult]) {
    switch format {
    case .table: if !all.isEmpty { printTable(all) }
    case .json:
      let lines = all.map { "\n" + Self.json($0).text }.joined(separator: ",")
      Console.print("[" + lines + (all.isEmpty ? "]" : "\n]"))
    case .ndjson: for result in all { Console.print(Self.json(result).text) }
    case .csv: printLines(all) { Delimited.csv.line($0) + "\r" }
    case .tsv: printLines(all) { Delimited.tsv.line($0) }
    case .markdown:
      let rule = "|" + String(repeating: " --- |", count: Self.names.count)
      for line in [markdownRow(Self.names), rule] + all.map({ markdownRow(Self.cells($0)) }) {
        Console.print(line)
      }
    }
  }

  private func printLines(_ all: [SavedSearchResult], _ line: ([String]) -> String) {
    for cells in [Self.names] + all.map(Self.cells) { Console.print(line(cells)) }
  }

  private func printTable(_ all: [SavedSearchResult]) {
    let hasProblems = all.contains { $0.problem != nil }
    let columns = Self.names.count - (hasProblems ? 0 : 1)
    let table = TextTable(
      head: Self.names.prefix(columns).map { $0.uppercased() },
      rows: all.map { Self.cells($0).prefix(columns).map { $0.cleaned(.singleLine) } },
      width: Console.isOutputATerminal ? Console.width : nil)
    for line in table.lines { Console.print(line) }
  }

  /// A search that can't be read has no numbers.
  private static func cells(_ result: SavedSearchResult) -> [String] {
    let numbers = [result.matching, result.new].map { result.problem == nil ? String($0) : "" }
    return [result.search.name] + numbers + [result.search.query, result.problem ?? ""]
  }

  private static func json(_ result: SavedSearchResult) -> JSON {
    let isReadable = result.problem == nil
    return .object([
      ("name", .string(result.search.name)), ("query", .string(result.search.query)),
      ("matching", isReadable ? .integer(result.matching) : .null),
      ("new", isReadable ? .integer(result.new) : .null), ("problem", .optional(result.problem)),
    ])
  }
}
