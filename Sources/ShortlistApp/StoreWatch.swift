import Foundation
import Storage

/// Looks every second whether another process has changed the store, such as an import.
final class StoreWatch: @unchecked Sendable {
  private let store: Store
  private let changed: @Sendable () -> Void
  private let queue = DispatchQueue(label: "watch", qos: .utility)
  private var timer: (any DispatchSourceTimer)?
  private var version: Int?

  init(_ store: Store, changed: @escaping @Sendable () -> Void) {
    self.store = store
    self.changed = changed
  }

  deinit { timer?.cancel() }

  func start() {
    version = try? store.foreignVersion()
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    timer.setEventHandler { [weak self] in self?.look() }
    timer.resume()
    self.timer = timer
  }

  func look() {
    // Not to be had while the store is busy; the next second will tell.
    guard let now = try? store.foreignVersion() else { return }
    defer { version = now }
    if let version, now != version { changed() }
  }
}
