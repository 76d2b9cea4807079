import Foundation
import Listings
import Queries
import Storage

/// What was found and decided, for a spreadsheet, for another listings file, or to be handed in.
struct SearchRecord {
  let format: ExportFormat
  let columns: [RecordColumn]
  let today: Day
  /// As it was typed.
  let query: String

  /// Hands over the bytes piece by piece.
  func write(
    _ ids: [ListingID], of store: Store, _ write: @escaping ([UInt8]) throws -> Void
  ) throws {
    let history = try store.decisionHistory()
    func each(_ body: (KeptListing) throws -> Void) throws {
      for id in ids { if let kept = try store.kept(id, history) { try body(kept) } }
    }
    var pieces = Pieces(write: write)
    switch format {
    case .csv: try writeLines(.csv, end: "\r\n", to: &pieces, each)
    case .tsv: try writeLines(.tsv, end: "\n", to: &pieces, each)
    case .ndjson: try each { try pieces.add(JSON($0), end: "\n") }
    case .json:
      var separator = "[\n"
      try each { kept in
        try pieces.add(separator)
        try pieces.add(JSON(kept), end: "")
        separator = ",\n"
      }
      try pieces.add(separator == "[\n" ? "[]\n" : "\n]\n")
    case .markdown, .html:
      let document: any RecordDocument = format == .html ? RecordPage() : RecordPost()
      try pieces.add(document.opening("Job search, \(today)", count: ids.count, query: query))
      try each { try pieces.add(document.row(Self.cells(of: $0))) }
      try pieces.add(document.middle)
      try each { kept in
        if let entry = RecordEntry(kept) { try pieces.add(document.section(entry)) }
      }
      try pieces.add(document.closing)
    }
    try pieces.flush()
  }

  /// Writes a new file, in the format that its name ends in.
  static func write(
    _ ids: [ListingID], of store: Store, found query: Query, on day: Day, to path: String
  ) throws {
    let name = path.cleaned(.singleLine)
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let format = ending.flatMap({ ExportFormat(fileEnding: String($0)) }) else {
      throw Failure(.usage, "\(name): name it .csv, .tsv, .json, .ndjson, .md or .html")
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "is there already" : String(cString: strerror(errno))
      throw Failure(.usage, "\(name): \(reason)")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let record = SearchRecord(
      format: format, columns: RecordColumn.usual, today: day, query: "\(query)")
    do {
      try record.write(ids, of: store) { try handle.write(contentsOf: Data($0)) }
    } catch {
      unlink(path)
      throw Failure(.store, "\(name) could not be written: \(error)")
    }
  }

  private func writeLines(
    _ style: Delimited, end: String, to pieces: inout Pieces,
    _ each: ((KeptListing) throws -> Void) throws -> Void
  ) throws {
    try pieces.add(style.line(columns.map(\.rawValue)) + end)
    try each { kept in
      try pieces.add(style.line(columns.map { $0.value(of: kept).cleaned() }) + end)
    }
  }

  /// The head of the table in a document.
  static let names = ["Applied", "Stage", "Company", "Title", "Place", "Source"]

  private static func cells(of kept: KeptListing) -> [String] {
    let columns: [RecordColumn] = [.applied, .stage, .company, .title, .location, .source]
    return columns.map { $0.value(of: kept).cleaned(.singleLine) }
  }
}

/// Bytes that are handed on when there are enough of them.
private struct Pieces {
  let write: ([UInt8]) throws -> Void
  private var bytes: [UInt8] = []

  init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  mutating func add(_ text: String) throws {
    bytes += text.utf8
    if bytes.count >= 1 << 16 { try flush() }
  }

  mutating func add(_ value: JSON, end: String) throws {
    value.write(to: &bytes)
    try add(end)
  }

  mutating func flush() throws {
    try write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// What there is to say of one listing beside its line in the table: nil where nothing was decided.
struct RecordEntry {
  let title: String
  let link: String?
  let facts: [(name: String, value: String)]
  let note: String?

  init?(_ kept: KeptListing) {
    guard kept.detail.decisions != Decisions() else { return nil }
    let decisions = kept.detail.decisions
    let listing = kept.detail.listing
    title = [listing.title ?? "Untitled", listing.company].compactMap { $0 }
      .joined(separator: " · ").cleaned(.singleLine)
    link = listing.url?.cleaned(.singleLine)
    let steps = kept.detail.stages.map { "\($0.day) \($0.stage.rawValue)" }
    let facts: [(name: String, value: String?)] = [
      ("Stages", steps.isEmpty ? nil : steps.joined(separator: ", ")),
      ("Pay", listing.salary?.text), ("Place", listing.location),
      ("Rating", decisions.rating.map { "\($0) of 5" }),
      ("Tags", decisions.tags.isEmpty ? nil : decisions.tags.joined(separator: ", ")),
      ("Follow up", decisions.followUp?.description),
      ("Hidden", decisions.isHidden ? decisions.hiddenReason ?? "yes" : nil),
    ]
    self.facts = facts.compactMap { fact in
      fact.value.map { (fact.name, $0.cleaned(.singleLine)) }
    }
    note = decisions.note?.cleaned()
  }
}

/// A record to be read: a table of all, and behind it an entry for each that something was decided
/// about.
protocol RecordDocument {
  func opening(_ title: String, count: Int, query: String) -> String
  func row(_ cells: [String]) -> String
  var middle: String { get }
  func section(_ entry: RecordEntry) -> String
  var closing: String { get }
}
