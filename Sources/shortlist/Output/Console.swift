import Foundation
import Listings

/// Standard output and standard error; answers go to the one, progress and problems to the other.
enum Console {
  /// Writes bytes as they are; ends the process quietly when the reader has gone.
  static func write(_ bytes: some Collection<UInt8>) {
    guard let problem = write(Array(bytes), to: STDOUT_FILENO) else { return }
    // A closed pipe (`| head`) is the reader's way to say enough.
    if problem == EPIPE { exit(ExitStatus.fine.rawValue) }
    Self.problem("shortlist: can't write the answer: \(String(cString: strerror(problem)))")
    exit(ExitStatus.store.rawValue)
  }

  static func print(_ line: String) { write(Array((line + "\n").utf8)) }

  /// What can't be said changes nothing about the answer or the exit code.
  static func problem(_ line: String) {
    _ = write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes a line's worth of progress over the last one.
  static func progress(_ line: String) {
    _ = write(Array("\r\u{1B}[2K\(line)".utf8), to: STDERR_FILENO)
  }

  static var isOutputATerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Keeps the numbers of streams that were closed from the files that are opened later: what was
  /// meant for standard output must not be written into one of them.
  static func guardStreams() {
    for (stream, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(stream, F_GETFD) == -1 {
      // The lowest free number is that of the stream; the other way round, so that using it fails.
      _ = open("/dev/null", mode)
    }
  }

  /// The error's number; nil when all was written.
  private static func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(stream, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// What the process tells the shell.
enum ExitStatus: Int32 {
  case fine = 0
  /// Nothing matched, no such listing, or some input was rejected.
  case nothing = 1
  /// Wrong usage, a bad query, or a browser without a terminal.
  case usage = 2
  /// The store can't be used, or an answer can't be written.
  case store = 3
}

extension Console {
  /// Cells of a line: of the terminal, of `COLUMNS`, or 80.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return columns.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }
}
