import Foundation
import Storage

/// Hands items from one thread to another; holds a few at most.
///
/// What is given back after use is freed by the thread that put it, which has little else to do.
final class Pipe<Item: Sendable>: @unchecked Sendable {
  private let capacity: Int
  private let condition = NSCondition()
  private var items: [Item] = []
  private var spent: [Item] = []
  private var isClosed = false
  private var isBroken = false

  init(capacity: Int = 16) { self.capacity = capacity }

  /// Waits while the pipe is full; false when the other side has given up.
  func put(_ item: Item) -> Bool {
    var unused: [Item] = []
    defer { unused.removeAll() }
    condition.lock()
    defer { condition.unlock() }
    swap(&unused, &spent)
    while items.count >= capacity, !isBroken { condition.wait() }
    guard !isBroken else { return false }
    items.append(item)
    condition.broadcast()
    return true
  }

  /// Returns an item that was taken and is used no more, to be freed at the next `put`.
  func giveBack(_ item: consuming Item) {
    condition.lock()
    spent.append(item)
    condition.unlock()
  }

  /// The next item if it comes within `seconds`.
  func take(waiting seconds: Double) -> Item? {
    let end = Date(timeIntervalSinceNow: seconds)
    condition.lock()
    defer { condition.unlock() }
    while items.isEmpty, !isClosed { guard condition.wait(until: end) else { break } }
    return takeFirst()
  }

  /// The next item; nil when the last one was taken.
  func take() -> Item? {
    condition.lock()
    defer { condition.unlock() }
    while items.isEmpty, !isClosed { condition.wait() }
    return takeFirst()
  }

  private func takeFirst() -> Item? {
    guard !items.isEmpty else { return nil }
    defer { condition.broadcast() }
    return items.removeFirst()
  }

  /// No further item will come.
  func close() {
    condition.withLock {
      isClosed = true
      condition.broadcast()
    }
  }

  /// The other side takes no more.
  func breakOff() {
    condition.withLock {
      isBroken = true
      items.removeAll()
      condition.broadcast()
    }
  }
}

/// Writes batches on its own thread and counts what became of them.
final class BatchWriter: @unchecked Sendable {
  private let store: Store
  private let options: Importer.Options
  private let done = NSCondition()
  private var isDone = false
  private var report = ImportReport()
  private var failure: (any Error)?
  private var rehearsal: Rehearsal?

  init(store: Store, options: Importer.Options) throws {
    self.store = store
    self.options = options
    if options.isRehearsal {
      rehearsal = Rehearsal(store, seenOn: options.referenceDay ?? options.today)
    }
  }

  func writeAll(from pipe: Pipe<[StorablePosting]>) {
    defer {
      done.withLock {
        isDone = true
        done.broadcast()
      }
    }
    do {
      while let batch = pipe.take() { count(try write(batch, andMoreFrom: pipe)) }
      if rehearsal == nil { try store.finishImport() }
    } catch {
      failure = error
      pipe.breakOff()
    }
  }

  /// Waits for the last batch; throws the store's error, if there was one.
  func finish(problems: [ImportProblem], isStopped: Bool) throws -> ImportReport {
    done.lock()
    while !isDone { done.wait() }
    done.unlock()
    if let failure { throw failure }
    for problem in problems { report.reject(problem) }
    report.isStopped = isStopped
    return report
  }

  /// Postings that become part of the store together.
  private static let transactionSize = 8192
  /// Others may want to write: a transaction does not wait for a source that is slow.
  private static let patience = 0.25
  /// Seconds of a transaction, and seconds after it in which others get their turn.
  private static let longest = 1.0
  private static let gap = 0.005

  private func write(
    _ batch: [StorablePosting], andMoreFrom pipe: Pipe<[StorablePosting]>
  ) throws -> [MergeOutcome] {
    if rehearsal != nil { return try rehearsal?.merge(batch) ?? [] }
    let day = options.referenceDay ?? options.today
    var first: [StorablePosting]? = batch
    var written: [StorablePosting]?
    var room = Self.transactionSize
    let end = Date(timeIntervalSinceNow: Self.longest)
    defer {
      if let written { pipe.giveBack(written) }
      Thread.sleep(forTimeInterval: Self.gap)
    }
    return try store.merge(seenOn: day, at: options.now) {
      // What is taken from the pipe must be written: nothing is taken ahead.
      let isOpen = room > 0 && Date() < end
      let next = first ?? (isOpen ? pipe.take(waiting: Self.patience) : nil)
      first = nil
      room -= next?.count ?? 0
      if let written { pipe.giveBack(written) }
      written = next
      return next
    }
  }

  private func count(_ outcomes: [MergeOutcome]) {
    for outcome in outcomes { report.count(outcome) }
  }
}
