import Browsing
import Foundation

/// Events from other threads, taken by the main one.
final class EventQueue: @unchecked Sendable {
  private let lock = NSLock()
  private var events: [Event] = []
  private let wake: @Sendable () -> Void

  /// `wake` ends the main thread's wait.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ event: Event) {
    lock.withLock { events.append(event) }
    wake()
  }

  func takeAll() -> [Event] {
    lock.withLock {
      defer { events.removeAll() }
      return events
    }
  }
}
