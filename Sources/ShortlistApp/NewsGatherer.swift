import Browsing
import Foundation
import Importing
import Storage

/// Adds up what sources bring; they report from several threads.
final class NewsGatherer: @unchecked Sendable {
  private let lock = NSLock()
  private var news = SyncNews()
  private var passedOver: [String] = []
  private let tell: @Sendable (SyncNews) -> Void

  init(_ tell: @escaping @Sendable (SyncNews) -> Void) { self.tell = tell }

  /// The words to end with when nothing was fetched.
  func note(_ words: String) { lock.withLock { news.idle = words } }

  func take(_ report: SourceReport) {
    if report.isPassedOver {
      lock.withLock { passedOver.append("\(report)") }
      return
    }
    let sum = lock.withLock {
      news.add(report)
      return news
    }
    tell(sum)
  }

  var whole: SyncNews {
    lock.withLock {
      if news.sources == 0, news.idle == nil, let first = passedOver.first {
        news.idle = "nothing is due: \(first)"
      }
      return news
    }
  }
}

private extension SyncNews {
  mutating func add(_ report: SourceReport) {
    sources += 1
    added += report.counts.added
    updated += report.counts.updated
    gone += report.closed
    back += report.reopened
    guard report.outcome != .complete else { return }
    failures += 1
    failure = failure ?? "\(report)"
  }
}
