import Adapters
import Foundation
import Listings

/// A file of `Fixtures`, read through the door that callers use.
struct Fixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func read(_ name: String) throws -> AdapterResult {
    Adapter.read(SourceBytes(name: name, bytes: try bytes(name)))
  }

  static func posting(_ name: String) throws -> Posting {
    let result = try read(name)
    guard let posting = result.postings.first else {
      throw Missing(name: name, problems: result.problems)
    }
    return posting
  }

  struct Missing: Error {
    let name: String
    let problems: [SourceProblem]
  }
}
