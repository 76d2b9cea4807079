import Foundation

@testable import Adapters

extension DocumentWords {
  /// The words of the tables in Resources, read once for all tests.
  static let resources = DocumentWords(
    labels: rows("labels").map { ($0[0], $0[1], $0[2]) },
    words: rows("documents").map { ($0[0], $0[1]) }
      + rows("company-words").filter { $0[1] == "legal" }.map { ($0[0], $0[1]) })

  private static func rows(_ name: String) -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Resources/vocabulary/\(name).tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return cells + Array(repeating: "", count: max(0, 3 - cells.count))
    }
  }
}

extension ReadingContext {
  /// Reads with the words of Resources and mends nothing.
  init(mend: @escaping @Sendable (String) -> String = { $0 }) {
    self.init(words: .resources, mend: mend)
  }
}

extension Adapter {
  static func read(_ source: SourceBytes) -> AdapterResult {
    read(source, context: ReadingContext())
  }
}

extension StreamingReader {
  init?(beginning bytes: [UInt8]) { self.init(beginning: bytes, context: ReadingContext()) }
}

extension SourceFormat {
  init(sniffing bytes: some Collection<UInt8>) { self.init(sniffing: bytes, words: .resources) }
}
