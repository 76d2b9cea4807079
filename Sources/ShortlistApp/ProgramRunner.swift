import Foundation

/// Runs a program of the person's own in their terminal: its words as they are, never a shell.
package struct ProgramRunner: Sendable {
  /// The person's own folder, for `~`.
  private let home: String
  private let pause: @Sendable () -> Void

  /// `pause` waits until what the program wrote has been read.
  package init(home: String, pause: @escaping @Sendable () -> Void) {
    self.home = home
    self.pause = pause
  }

  /// Leaves what the program wrote on the terminal until Enter.
  package static func inTerminal(home: String) -> ProgramRunner {
    ProgramRunner(home: home) {
      FileHandle.standardOutput.write(Data("\n[Enter goes back to shortlist]".utf8))
      while let byte = readByte(), byte != UInt8(ascii: "\n") {}
    }
  }

  /// Runs it to its end with `text` for its input; the problem, if it can't be started or failed.
  package func run(_ words: [String], input text: String) -> String? {
    guard let name = words.first else { return "there is no program to run" }
    guard let input = Self.file(holding: text) else { return "no room for what \(name) is to read" }
    defer { close(input) }
    guard let process = Self.start(words.map(path), input: input) else {
      return "can't start \(name)"
    }
    // Ctrl-Z would stop the program and leave nobody who could let it go on.
    let before = signal(SIGTSTP, SIG_IGN)
    defer { signal(SIGTSTP, before) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    pause()
    let (code, cause) = (status >> 8 & 0xFF, status & 0x7F)
    if cause != 0 { return "\(name) was ended by signal \(cause)" }
    return code == 0 ? nil : "\(name) ended with status \(code)"
  }
}

private extension ProgramRunner {
  /// `~` for the person's folder, as they type it.
  func path(_ word: String) -> String {
    word == "~" || word.hasPrefix("~/") ? TypedPath(word, home: home).expanded : word
  }

  /// A file without a name, read from its start: a program may end without having read it all.
  static func file(holding text: String) -> Int32? {
    let name = "shortlist-" + String(repeating: "X", count: 6)
    var path = Array(FileManager.default.temporaryDirectory.appending(path: name).path.utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { return nil }
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        close(file)
        return nil
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// In our own group of processes, so that the terminal is its as well.
  static func start(_ words: [String], input: Int32) -> pid_t? {
    #if os(macOS)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we pass over, it need not: a pager ends when its reader is gone.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    return code == 0 ? process : nil
  }

  static func readByte() -> UInt8? {
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }
}
