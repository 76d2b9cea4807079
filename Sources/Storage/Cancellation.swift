import GRDB
import GRDBSQLite
import Synchronization

/// Ends a read that nobody waits for any more.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// The read throws `StoreError.cancelled` within a millisecond or so.
  package func cancel() { flag.store(true, ordering: .relaxed) }
}

extension Database {
  /// Runs `body`, which ends with an interruption soon after `cancellation` asks for it.
  ///
  /// A progress handler and not `sqlite3_interrupt`: it belongs to this read alone, so that it can
  /// neither come too early, between two statements, nor too late, into another's write.
  func cancellable<Value>(
    by cancellation: Cancellation?, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard let cancellation else { return try body(self) }
    if cancellation.isCancelled { throw StoreError.cancelled }
    let stepsBetweenLooks: Int32 = 2000
    sqlite3_progress_handler(
      sqliteConnection, stepsBetweenLooks,
      { pointer in
        guard let pointer else { return 0 }
        let flag = Unmanaged<Cancellation>.fromOpaque(pointer).takeUnretainedValue()
        return flag.isCancelled ? 1 : 0
      }, Unmanaged.passUnretained(cancellation).toOpaque())
    defer {
      sqlite3_progress_handler(sqliteConnection, 0, nil, nil)
      withExtendedLifetime(cancellation) {}
    }
    return try body(self)
  }
}
