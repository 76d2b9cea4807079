import Foundation

/// What the built program answered to one call.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  /// The executable beside the test bundle.
  static let executable: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path() != "/",
      !FileManager.default.isExecutableFile(
        atPath: folder.appending(path: "shortlist").path(percentEncoded: false))
    {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "shortlist")
  }()

  /// The program itself, unless another is named, such as a shell that calls it.
  init(
    program: String? = nil, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) } ?? Self.executable
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["SHORTLIST_DB", "COLUMNS", "NO_COLOR"] { variables[name] = nil }
    variables["LC_ALL"] = "C.UTF-8"
    variables["SHORTLIST_SETTINGS"] = "/nonexistent"
    process.environment = variables.merging(environment) { _, new in new }
    let files = try TemporaryFolder()
    let paths = ["in", "out", "err"].map { files.path($0) }
    try input.write(toFile: paths[0], atomically: false, encoding: .utf8)
    for path in paths[1...] { try Data().write(to: URL(filePath: path)) }
    process.standardInput = FileHandle(forReadingAtPath: paths[0])
    process.standardOutput = FileHandle(forWritingAtPath: paths[1])
    process.standardError = FileHandle(forWritingAtPath: paths[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(decoding: Data(contentsOf: URL(filePath: paths[1])), as: UTF8.self)
    errors = try String(decoding: Data(contentsOf: URL(filePath: paths[2])), as: UTF8.self)
  }
}

/// A folder of its own for one test, gone with it.
final class TemporaryFolder {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "shortlist-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> String { root.appending(path: name).path(percentEncoded: false) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Array(text.utf8))
  }

  func file(_ name: String, bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: root.appending(path: name))
    return path(name)
  }
}
