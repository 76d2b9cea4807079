import Foundation
import Storage

/// Hands batches from the reading thread to the writing one; holds a few at most.
final class BatchPipe: @unchecked Sendable {
  static let batchSize = 512
  private static let capacity = 4

  private let condition = NSCondition()
  private var batches: [[ReadPosting]] = []
  private var isClosed = false
  private var isBroken = false

  /// Waits while the pipe is full; false when the writer has given up.
  func put(_ batch: [ReadPosting]) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while batches.count >= Self.capacity, !isBroken { condition.wait() }
    guard !isBroken else { return false }
    batches.append(batch)
    condition.broadcast()
    return true
  }

  /// The next batch if it comes within `seconds`.
  func take(waiting seconds: Double) -> [ReadPosting]? {
    let end = Date(timeIntervalSinceNow: seconds)
    condition.lock()
    defer { condition.unlock() }
    while batches.isEmpty, !isClosed { guard condition.wait(until: end) else { break } }
    guard !batches.isEmpty else { return nil }
    defer { condition.broadcast() }
    return batches.removeFirst()
  }

  /// The next batch; nil when the last one was taken.
  func take() -> [ReadPosting]? {
    condition.lock()
    defer { condition.unlock() }
    while batches.isEmpty, !isClosed { condition.wait() }
    guard !batches.isEmpty else { return nil }
    defer { condition.broadcast() }
    return batches.removeFirst()
  }

  /// No further batch will come.
  func close() {
    condition.withLock {
      isClosed = true
      condition.broadcast()
    }
  }

  /// The writer takes no more.
  func breakOff() {
    condition.withLock {
      isBroken = true
      batches.removeAll()
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

  func writeAll(from pipe: BatchPipe) {
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
  func finish(problems: [ImportProblem], skipped: Int, isStopped: Bool) throws -> ImportReport {
    done.lock()
    while !isDone { done.wait() }
    done.unlock()
    if let failure { throw failure }
    for problem in problems { report.reject(problem) }
    report.skipped = skipped
    report.isStopped = isStopped
    return report
  }

  /// Postings that become part of the store together.
  private static let transactionSize = 8192
  /// Others may want to write: a transaction does not wait for a source that is slow.
  private static let patience = 0.25

  private func write(
    _ batch: [ReadPosting], andMoreFrom pipe: BatchPipe
  ) throws -> [MergeOutcome] {
    if rehearsal != nil { return try rehearsal?.merge(batch) ?? [] }
    let day = options.referenceDay ?? options.today
    var first: [ReadPosting]? = batch
    var room = Self.transactionSize
    return try store.merge(seenOn: day, at: options.now) {
      // What is taken from the pipe must be written: nothing is taken ahead.
      let next = first ?? (room > 0 ? pipe.take(waiting: Self.patience) : nil)
      first = nil
      room -= next?.count ?? 0
      return next
    }
  }

  private func count(_ outcomes: [MergeOutcome]) {
    for outcome in outcomes { report.count(outcome) }
  }
}
