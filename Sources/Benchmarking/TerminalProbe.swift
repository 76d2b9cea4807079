import Foundation

/// A program on a pseudo-terminal, and the time that its answers take.
final class TerminalProbe {
  private let process = Process()
  private let master: Int32
  private let started: ContinuousClock.Instant
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var bytesRead = 0

  init(_ executable: URL, _ arguments: [String], width: Int, height: Int) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // Linux's own requests behind grantpt, unlockpt and ptsname, which Swift does not see.
    let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, unlock, &lock) == 0, ioctl(master, askNumber, &number) == 0,
      let slave = FileHandle(forUpdatingAtPath: "/dev/pts/\(number)")
    else { throw BenchmarkError.noTerminal }
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = slave
    process.standardOutput = slave
    process.standardError = slave
    var environment = ProcessInfo.processInfo.environment
    environment["TERM"] = "xterm-256color"
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    started = .now
    try process.run()
  }

  /// Times from the start to the last byte before the first `pause`, and before the `silence`.
  func start(pause: Duration, silence: Duration) -> (firstScreen: Duration, complete: Duration) {
    let first = lastByte(after: started, silence: pause) ?? .zero
    return (first, lastByte(after: started, silence: silence, patience: silence) ?? first)
  }

  /// Time from the key to the last byte of the redraw; nil when nothing was drawn.
  func press(_ keys: String, silence: Duration) -> Duration? {
    let bytes = Array(keys.utf8)
    let begin = ContinuousClock.now
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    return lastByte(after: begin, silence: silence)
  }

  func quit() {
    _ = press("q", silence: .milliseconds(100))
    process.terminate()
    process.waitUntilExit()
    close(master)
  }

  /// Peak resident memory of the program so far, in KiB.
  var peakMemory: Int {
    let path = "/proc/\(process.processIdentifier)/status"
    let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }

  /// The last byte before the silence; nil when none came within the patience.
  private func lastByte(
    after begin: ContinuousClock.Instant, silence: Duration, patience: Duration = .seconds(2)
  ) -> Duration? {
    var last: ContinuousClock.Instant?
    while true {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let wait = last == nil ? patience : silence
      guard poll(&descriptor, 1, Int32(wait.milliseconds)) > 0 else {
        return last.map { $0 - begin }
      }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return last.map { $0 - begin } }
      bytesRead += count
      last = .now
    }
  }
}
