import Foundation
import Testing

@Suite struct VocabularyRowsTests {
  private static let tables: [URL] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Resources/vocabulary")
    return
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)) ?? []
  }()

  /// How many phrases a pattern such as `{no|not} remote{| work}` stands for.
  private func phrases(in row: Substring) -> Int {
    var count = 1
    var rest = row
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      count *= rest[open..<close].count { $0 == "|" } + 1
      rest = rest[rest.index(after: close)...]
    }
    return count
  }

  @Test func noRowStandsForMorePhrasesThanAStartCanPayFor() throws {
    #expect(Self.tables.count > 20)
    for table in Self.tables {
      let text = try String(contentsOf: table, encoding: .utf8)
      for row in text.split(separator: "\n") where !row.hasPrefix("#") {
        #expect(phrases(in: row) <= 10_000, "\(table.lastPathComponent): \(row)")
      }
    }
  }
}
