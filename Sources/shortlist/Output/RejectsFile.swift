import Foundation
import Importing
import Listings

/// What an import rejected, an item a line with its file, line and reason.
///
/// Each item is as it was, so that a person can mend it and import the file.
final class RejectsFile: Sendable {
  let path: String
  private let handle: FileHandle

  init(_ path: String) throws {
    self.path = path
    let isMade = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade, let handle = FileHandle(forWritingAtPath: path) else {
      throw Failure(.usage, "can't write \(path.cleaned(.singleLine))")
    }
    self.handle = handle
  }

  func add(_ problem: ImportProblem) {
    let head = JSON.object([
      ("file", .string(problem.file)), ("line", .optional(problem.line)),
      ("reason", .string(problem.reason)),
    ])
    // A full disk must not end the import: what was rejected stands on standard error, too.
    let line = "\(head.text.dropLast()),\"item\":\(problem.item ?? "null")}\n"
    try? handle.write(contentsOf: Data(line.utf8))
  }
}
