import Foundation
import Listings
import Queries
import Testing

@Suite struct FieldTableTests {
  private static let page = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Queries/Documentation.docc/QueryLanguage.md")

  @Test func theManualHasTheFieldTable() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- fields -->\n"))
    let end = try #require(text.range(of: "<!-- /fields -->"))
    let table = QueryFieldName.tableMarkdown()
    let written = text[begin.upperBound..<end.lowerBound]
    guard written != table else { return }
    if ProcessInfo.processInfo.environment["SHORTLIST_UPDATE_GOLDENS"] == "1" {
      let whole = text[..<begin.upperBound] + table + text[end.lowerBound...]
      try String(whole).write(to: Self.page, atomically: true, encoding: .utf8)
    }
    Issue.record(
      "QueryLanguage.md differs; SHORTLIST_UPDATE_GOLDENS=1 swift test --filter FieldTableTests")
  }

  @Test func everyQueryOfTheManualIsUnderstood() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let fields = QueryFieldName.allCases.map(\.rawValue)
    let examples = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { example in
        fields.contains { example.contains($0 + ":") || example.contains($0 + ">") }
      }
      .filter { !$0.contains("\n") && !$0.hasPrefix("field") && !$0.hasSuffix(":") }
    #expect(examples.count > 40)
    let searches = NamedQueries(
      ["far", "second choice"].map { SavedSearch(name: $0, query: "remote:yes") })
    for example in examples where QueryFieldName(written: example) == nil {
      #expect(throws: Never.self, "\(example)") {
        try Query(parsing: example, searches: searches)
      }
    }
  }
}
