import CResources

/// A file of Resources that travels inside the executable.
package struct EmbeddedFile: Sendable {
  /// Path below Resources, as in `vocabulary/currencies.tsv`.
  package let path: String
  private let start: UInt
  private let size: Int

  package var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: UnsafePointer<UInt8>(bitPattern: start), count: size))
  }

  package static let all: [EmbeddedFile] = {
    var count = 0
    guard let first = shortlist_resources(&count) else { return [] }
    return UnsafeBufferPointer(start: first, count: count).map { file in
      EmbeddedFile(
        path: String(cString: file.name), start: UInt(bitPattern: file.bytes), size: file.size)
    }
  }()

  package static func at(_ path: String) -> EmbeddedFile? { all.first { $0.path == path } }

  package static func below(_ folder: String) -> [EmbeddedFile] {
    all.filter { $0.path.hasPrefix(folder + "/") }
  }
}
