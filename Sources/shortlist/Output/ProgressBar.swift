import Foundation
import Importing

/// One line that shows how far an import has come, at most ten times a second.
final class ProgressBar: @unchecked Sendable {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private static let width = 24

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ progress: ImportProgress) {
    show { line(progress, after: $0) }
  }

  func show(_ words: String) {
    show { _ in words }
  }

  private func show(_ line: (_ elapsed: Duration) -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    Console.progress(line(now - start))
  }

  func clear() {
    if last != nil { Console.progress("") }
  }

  private func line(_ progress: ImportProgress, after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Int(Double(progress.postings) / seconds) : 0
    let read = "\(progress.postings) postings, \(rate) a second"
    guard let total = progress.bytesTotal, total > 0 else { return read }
    let share = min(1, Double(progress.bytesRead) / Double(total))
    let filled = Int(share * Double(Self.width))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let remaining = share > 0 ? Int(seconds / share - seconds + 0.5) : 0
    return "\(bar) \(Int(share * 100)) %  \(read)  \(remaining / 60):\(padded(remaining % 60)) left"
  }

  private func padded(_ seconds: Int) -> String { seconds < 10 ? "0\(seconds)" : "\(seconds)" }
}

/// Ctrl-C while something long runs: the first asks to stop, the second stops.
final class Interruption: @unchecked Sendable {
  private let source: any DispatchSourceSignal
  private let lock = NSLock()
  private var count = 0

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in self?.come() }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }

  var hasCome: Bool { lock.withLock { count > 0 } }

  private func come() {
    let times = lock.withLock {
      count += 1
      return count
    }
    if times > 1 { exit(130) }
  }
}
