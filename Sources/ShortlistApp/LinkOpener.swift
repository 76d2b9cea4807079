import Foundation

/// Opens links in the person's browser: a program and its arguments, never a shell.
package struct LinkOpener: Sendable {
  private let program: [String]

  /// Nil is the desktop's own: `$BROWSER`, else `xdg-open` or `open`.
  package init(program: [String]?, environment: [String: String]) {
    #if os(macOS)
    let usual = ["open"]
    #else
    let usual = ["xdg-open"]
    #endif
    let browser = environment["BROWSER"].flatMap { $0.isEmpty ? nil : [$0] }
    self.program = program ?? browser ?? usual
  }

  /// Only these open; a posting can hold anything, a `file:` or an application's own scheme too.
  package static let schemes = ["http", "https", "mailto"]

  package static func isSafe(_ link: String) -> Bool {
    guard let colon = link.firstIndex(of: ":") else { return false }
    let hasOnlyPrintable = link.utf8.allSatisfy { $0 > 32 && $0 != 127 }
    return hasOnlyPrintable && schemes.contains(link[..<colon].lowercased())
  }

  /// Starts the program and does not wait; the problem, if it can't be started.
  package func open(_ link: String) -> String? {
    guard Self.isSafe(link) else {
      return "not opened: only http, https and mailto links are"
    }
    guard let path = Self.find(program[0]) else {
      return "can't find \(program[0]); y copies the link instead"
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = program.dropFirst() + [link]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      return nil
    } catch {
      return "can't start \(program[0]); y copies the link instead"
    }
  }

  /// The path of a program, by `PATH` unless it holds a slash.
  private static func find(_ program: String) -> String? {
    let files = FileManager.default
    if program.contains("/") { return files.isExecutableFile(atPath: program) ? program : nil }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }
      .first { files.isExecutableFile(atPath: $0) }
  }
}
