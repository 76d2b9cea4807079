import Foundation

/// Gathers what threads report.
final class SourceReportCollector: @unchecked Sendable {
  private let lock = NSLock()
  private var reports: [SourceReport] = []
  private var failure: (any Error)?

  func collect(_ body: () throws -> SourceReport) -> SourceReport? {
    do {
      let report = try body()
      lock.withLock { reports.append(report) }
      return report
    } catch {
      lock.withLock { failure = failure ?? error }
      return nil
    }
  }

  func finish() throws -> [SourceReport] {
    try lock.withLock {
      if let failure { throw failure }
      return reports
    }
  }
}
