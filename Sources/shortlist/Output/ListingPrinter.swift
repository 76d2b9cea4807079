import Foundation
import Listings

/// Prints listings in one of the formats of `list` and `export`, piece by piece.
struct ListingPrinter {
  let format: ListFormat
  let columns: [Column]

  private static let pieceSize = 1 << 16

  func print(_ ids: [ListingID], detail: (ListingID) throws -> ListingDetail?) throws {
    if format == .table { return try printTable(ids, detail: detail) }
    var bytes = Array(opening.utf8)
    var isFirst = true
    for id in ids {
      guard let detail = try detail(id) else { continue }
      append(detail, isFirst: isFirst, to: &bytes)
      isFirst = false
      if bytes.count >= Self.pieceSize {
        Console.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if format == .json { bytes.append(contentsOf: (isFirst ? "]\n" : "\n]\n").utf8) }
    Console.write(bytes)
  }

  private var opening: String {
    let names = columns.map(\.rawValue)
    return switch format {
    case .json: "["
    case .ndjson, .table: ""
    case .csv: Delimited.csv.line(names) + "\r\n"
    case .tsv: Delimited.tsv.line(names) + "\n"
    case .markdown: markdownRow(names) + "\n" + markdownRule(names.count) + "\n"
    }
  }

  private func append(_ detail: ListingDetail, isFirst: Bool, to bytes: inout [UInt8]) {
    let values = { columns.map { ($0.value(of: detail)).cleaned() } }
    switch format {
    case .json:
      bytes.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
      JSON(detail).write(to: &bytes)
    case .ndjson:
      JSON(detail).write(to: &bytes)
      bytes.append(10)
    case .csv: bytes.append(contentsOf: (Delimited.csv.line(values()) + "\r\n").utf8)
    case .tsv: bytes.append(contentsOf: (Delimited.tsv.line(values()) + "\n").utf8)
    case .markdown: bytes.append(contentsOf: (markdownRow(values()) + "\n").utf8)
    case .table: break
    }
  }

  private func printTable(
    _ ids: [ListingID], detail: (ListingID) throws -> ListingDetail?
  ) throws {
    guard !ids.isEmpty else { return }
    let rows = try ids.compactMap(detail).map { detail in
      columns.map { ($0.value(of: detail)).cleaned(.singleLine) }
    }
    let width = Console.isOutputATerminal ? Console.width : nil
    let table = TextTable(head: columns.map(\.rawValue), rows: rows, width: width)
    Console.write(Array((table.lines.joined(separator: "\n") + "\n").utf8))
  }

  private func markdownRule(_ count: Int) -> String {
    "|" + String(repeating: " --- |", count: count)
  }
}
