import Foundation
import Listings
import TestSupport
import Testing

@testable import Adapters

/// What each board's answers come to, in the shapes they come in: fields that are null, missing,
/// empty, of another type or nested otherwise.
@Suite struct ShapeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Shapes")

  @Test func everyShapeGivesAllThatItHolds() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path()).sorted()
    let texts = try names.map { name in
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      let url = name.hasPrefix("workday-list") ? Self.workdayAddress : nil
      let result = Adapter.read(SourceBytes(name: name, bytes: bytes, url: url))
      return "## \(name)\n" + Self.text(result)
    }
    try expectGolden(texts.joined(separator: "\n"), "shapes.txt")
  }

  /// Lists are read element by element where a file is one; groups must not pass for postings.
  @Test func groupsInAListAreReadAsTheWholeDocument() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: "lever-grouped.json")))
    let whole = Adapter.read(SourceBytes(name: "", bytes: bytes))
    var reader = try #require(StreamingReader(beginning: bytes))
    var pieces = reader.feed(bytes)
    pieces.append(reader.finish())
    #expect(whole.postings.count == 2 && pieces.postings == whole.postings)
  }

  /// A recognizer that takes another board's items would give them wrong names.
  @Test func everyBoardThatIsRecognizedStandsInTheTable() {
    let known = Set(Board.all.map(\.name) + ["files", "schema.org"])
    for board in JSONBoard.all { #expect(known.contains(board.name), "\(board.name)") }
  }

  private static let workdayAddress =
    "https://weavers.wd3.myworkdayjobs.com/wday/cxs/weavers/Looms/jobs"
}

private extension ShapeTests {
  static func text(_ result: AdapterResult) -> String {
    let problems = result.problems.map { problem in
      let place = problem.line.map { "line \($0)" } ?? problem.item.map { "item \($0)" } ?? "all"
      return "rejected, \(place): \(problem.reason)\n"
    }
    let skipped = result.skipped > 0 ? ["skipped \(result.skipped)\n"] : []
    let empty = result.empty > 0 ? ["empty \(result.empty)\n"] : []
    return (result.postings.map(text) + problems + skipped + empty).joined()
  }

  static func text(_ posting: Posting) -> String {
    let fields: [(String, String?)] = [
      ("source", posting.source), ("id", posting.externalID), ("title", posting.title),
      ("company", posting.company), ("place", posting.location), ("url", posting.url),
      ("pay", posting.pay.map(text)), ("pay text", posting.payText),
      ("posted", posting.posted?.description), ("date text", posting.dateText),
      ("closes", posting.closes?.description), ("workplace", posting.workplace?.rawValue),
      ("open to", list(posting.eligibilityTexts)), ("type", posting.employmentText),
      ("level", posting.seniorityText), ("tags", list(posting.tags)),
      ("body", posting.body.isEmpty ? nil : posting.body.markdown),
    ]
    let lines = fields.compactMap { name, value in
      value.map { "  \(name): \($0.split(separator: "\n").joined(separator: " ⏎ "))\n" }
    }
    return "-\n" + lines.joined()
  }

  static func text(_ pay: PostedPay) -> String {
    func sum(_ hundredths: Int?) -> String { hundredths.map { "\(Double($0) / 100)" } ?? "?" }
    let words = [
      "\(sum(pay.low))–\(sum(pay.high))", pay.currency?.code ?? "no currency",
      pay.period.map { "a \($0.rawValue)" } ?? "no period",
      pay.basis == .predicted ? "predicted" : nil,
    ]
    return words.compactMap { $0 }.joined(separator: " ")
  }

  static func list(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: " · ")
  }
}
