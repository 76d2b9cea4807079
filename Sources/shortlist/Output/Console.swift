import Foundation
import Listings

/// Standard output and standard error; answers go to the one, progress and problems to the other.
enum Console {
  /// Writes bytes as they are; ends the process quietly when the reader has gone.
  static func write(_ bytes: some Collection<UInt8>) {
    write(Data(bytes), to: .standardOutput)
  }

  static func print(_ line: String) { write(Array((line + "\n").utf8)) }

  static func problem(_ line: String) {
    write(Data((line + "\n").utf8), to: .standardError)
  }

  /// Writes a line's worth of progress over the last one.
  static func progress(_ line: String) {
    write(Data("\r\u{1B}[2K\(line)".utf8), to: .standardError)
  }

  static var isOutputATerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ data: Data, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: data)
    } catch {
      // A closed pipe (`| head`) is the reader's way to say enough; a full disk is a failure.
      exit(errno == EPIPE ? ExitStatus.fine.rawValue : ExitStatus.nothing.rawValue)
    }
  }
}

/// What the process tells the shell.
enum ExitStatus: Int32 {
  case fine = 0
  /// Nothing matched, no such listing, or some input was rejected.
  case nothing = 1
  /// Wrong usage, a bad query, or a browser without a terminal.
  case usage = 2
  /// The store can't be used.
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
