import Foundation
import Testing

/// A real terminal: the program in tmux, keys sent to it, the screen read back.
final class TmuxTerminal {
  private let output: TemporaryFolder
  private let socket = "shortlist-\(UUID().uuidString.prefix(8))"

  /// Runs `command`, words for the shell of the pane, at a size.
  init(_ command: String, width: Int, height: Int) throws {
    output = try TemporaryFolder()
    try tmux(
      "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "env LC_ALL=C.UTF-8 TERM=tmux-256color SHORTLIST_SETTINGS=/nonexistent PS1='$ ' sh")
    try tmux("set-option", "-g", "remain-on-exit", "on")
    try send(command, "Enter")
  }

  deinit { _ = try? tmux("kill-server") }

  /// Keys as tmux names them: `j`, `Enter`, `C-d`.
  func send(_ keys: String...) throws {
    try tmux(["send-keys", "-t", "0"] + keys)
  }

  func resize(width: Int, height: Int) throws {
    try tmux("resize-window", "-t", "0", "-x", "\(width)", "-y", "\(height)")
  }

  func screen() throws -> String { try tmux("capture-pane", "-p", "-t", "0") }

  /// Waits until the screen holds `text`, and fails the test when it never does.
  @discardableResult
  func wait(
    for text: String, seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(where: "shows \(text)", seconds: seconds, sourceLocation) { $0.contains(text) }
  }

  @discardableResult
  func wait(
    where what: String, seconds: Double = 20, _ sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (String) -> Bool
  ) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    var last = ""
    while Date() < end {
      last = try screen()
      if condition(last) { return last }
      Thread.sleep(forTimeInterval: 0.02)
    }
    Issue.record("the screen never \(what):\n\(last)", sourceLocation: sourceLocation)
    return last
  }

  /// Waits until the shell asks again; what is typed before belongs to the program that ends, whose
  /// own line is there as soon as its screen is left.
  func waitForShell(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(where: "shows the shell's prompt", sourceLocation) { screen in
      let last = screen.split(whereSeparator: \.isNewline).last { !$0.isEmpty }
      return last?.trimmingCharacters(in: .whitespaces) == "$"
    }
  }

  /// The processes that the shell of the terminal has started.
  func programs() throws -> [pid_t] {
    let shell = try tmux("display-message", "-p", "-t", "0", "#{pane_pid}")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
      .filter { pid in
        let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat") ?? Data()
        // After the name in parentheses come the state and the parent.
        let words = String(decoding: data, as: UTF8.self).split(separator: ")").last?
          .split(separator: " ")
        return words.map { $0.count > 1 && $0[1] == shell } ?? false
      }
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let path = output.path("out")
    let status = spawn(["tmux", "-u", "-L", socket, "-f", "/dev/null"] + arguments, output: path)
    try #require(status == 0, "tmux \(arguments) failed; is tmux installed?")
    let data = try Data(contentsOf: URL(filePath: path))
    return String(decoding: data, as: UTF8.self)
  }
}

/// Runs a program found by `PATH`, its output to a file, and waits for it alone.
///
/// Foundation's `Process` waits for the children that a program leaves behind too, and the first
/// call of tmux leaves its server.
private func spawn(_ words: [String], output: String) -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var arguments = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var process = pid_t()
  guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return -1 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  return status
}
