import Foundation

/// Does jobs on threads of its own and gives back what came of them in the order they were given.
///
/// One thread gives and takes. What a job makes on its way and drops again never leaves its thread:
/// memory that one thread frees for another makes both wait.
final class Workers<Job: Sendable, Outcome: Sendable>: @unchecked Sendable {
  /// Enough that none is idle while what came of another's job is taken.
  private let mostGiven: Int
  private let condition = NSCondition()
  private var waiting: [(number: Int, job: Job)] = []
  private var outcomes: [Int: Outcome] = [:]
  private var given = 0
  private var taken = 0
  private var isClosed = false

  init(count: Int, work: @escaping @Sendable (Job) -> Outcome) {
    mostGiven = 2 * count
    for _ in 0..<count {
      let thread = Thread { [self] in
        Self.giveWay()
        while let (number, job) = next() { finish(number, work(job)) }
      }
      // Foundation's default of 512 KiB is little for readers that call themselves.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// As many as keep one that writes at work, and one in its place on two processors.
  static var count: Int { max(2, min(3, ProcessInfo.processInfo.activeProcessorCount - 1)) }

  /// Lets the thread that writes go first, and a person at the screen: on two processors three
  /// threads would have two thirds of one each, while all wait for what is written.
  private static func giveWay() {
    #if os(Linux)
    // There a thread has a niceness of its own; elsewhere it is the process's.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    #endif
  }

  var isFull: Bool { given - taken >= mostGiven }

  func give(_ job: Job) {
    condition.withLock {
      waiting.append((given, job))
      given += 1
      condition.broadcast()
    }
  }

  /// What came of the job that was given first of those left, waited for; nil when none is left.
  func take() -> Outcome? {
    condition.lock()
    defer { condition.unlock() }
    guard taken < given else { return nil }
    while true {
      if let outcome = outcomes.removeValue(forKey: taken) {
        taken += 1
        return outcome
      }
      condition.wait()
    }
  }

  /// Ends the threads; what is under way is finished.
  func close() {
    condition.withLock {
      isClosed = true
      waiting.removeAll()
      condition.broadcast()
    }
  }
}

private extension Workers {
  func next() -> (number: Int, job: Job)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  func finish(_ number: Int, _ outcome: Outcome) {
    condition.withLock {
      outcomes[number] = outcome
      condition.broadcast()
    }
  }
}
