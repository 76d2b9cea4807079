import Foundation

@testable import Extraction

extension Vocabulary {
  /// The vocabulary of the tables in Resources, read once for all tests.
  static let resources = Vocabulary { path in
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Resources").appendingPathComponent(path)
    return VocabularyTable(parsing: (try? Data(contentsOf: file)) ?? Data())
  }
}
