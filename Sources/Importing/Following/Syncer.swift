import Adapters
import Extraction
import Foundation
import Listings
import Storage

/// Fetches followed sources side by side, those of one host one after the other.
package struct Syncer: Sendable {
  private let store: Store
  private let vocabulary: Vocabulary
  private let context: ReadingContext
  private let fetcher: Fetcher
  private let keys: [String: String]
  private let now: @Sendable () -> Int

  /// `keys` are the values of boards' keys by name; `now` gives seconds since 1970.
  package init(
    store: Store, vocabulary: Vocabulary, fetcher: Fetcher, keys: [String: String],
    now: @escaping @Sendable () -> Int
  ) {
    self.store = store
    self.vocabulary = vocabulary
    context = ReadingContext(vocabulary: vocabulary)
    self.fetcher = fetcher
    self.keys = keys
    self.now = now
  }

  /// Fetches each source; those that `areAsked` for by name also when they are paused or not due.
  ///
  /// `report` is told of each source as soon as it is done. An error is the store's.
  package func run(
    _ sources: [FollowedSource], areAsked: Bool,
    report: @escaping @Sendable (SourceReport) -> Void = { _ in }
  ) throws -> [SourceReport] {
    let groups = Dictionary(grouping: sources, by: host).values.map(Array.init)
    let reports = SourceReportCollector()
    let slots = DispatchSemaphore(value: 6)
    let done = DispatchGroup()
    for group in groups {
      done.enter()
      // Foundation's default of 512 KiB is little for SQLite's parser and our own.
      let thread = Thread {
        slots.wait()
        for source in group {
          reports.collect { try run(source, isAsked: areAsked) }.map(report)
        }
        slots.signal()
        done.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    done.wait()
    return try reports.finish()
  }

  private func host(_ source: FollowedSource) -> String {
    let address = try? SourceAddress(source)
    let url = address?.url(page: 0, base: source.baseURL) ?? source.address
    return FetchRequest(url).fullURL?.host() ?? url
  }
}

extension Syncer {
  /// What a source would bring, stored nowhere.
  package func preview(
    _ source: FollowedSource
  ) throws -> (postings: [ReadPosting], problems: [ImportProblem]) {
    var postings: [ReadPosting] = []
    var problems: [ImportProblem] = []
    do {
      let address = try SourceAddress(source)
      let understanding = Understanding(source, address, vocabulary, now())
      let fetch = SourceFetch(
        address: address, baseURL: source.baseURL, fetcher: fetcher, keys: keys, known: [],
        context: context)
      // A look at what would come does without the texts that are asked for one by one.
      try fetch.run { page in
        guard case .read(let result, _) = page else { return }
        postings += result.postings.map(understanding.callAsFunction)
        problems += result.problems.map { understanding.problem($0) }
      }
    } catch let error as FetchError {
      problems.append(ImportProblem(file: source.name, reason: error.reason))
    } catch let error as SourceAddressError {
      problems.append(ImportProblem(file: source.name, reason: error.reason))
    }
    return (postings, problems)
  }
}

private extension Syncer {
  func run(_ source: FollowedSource, isAsked: Bool) throws -> SourceReport {
    var report = SourceReport(name: source.name)
    if let reason = reasonToPassOver(source, isAsked: isAsked) {
      report.isPassedOver = true
      report.message = reason
      return report
    }
    var pages: [SourcePage] = []
    do {
      let address = try SourceAddress(source)
      let known = try store.pages(of: source.name)
      let fetch = try store.beginFetch(of: source.name)
      var reading = SourceFetch(
        address: address, baseURL: source.baseURL, fetcher: fetcher, keys: keys, known: known,
        context: context)
      let name = source.isNamed ? source.name : address.postingSource
      reading.details = PostingDetails(address, baseURL: source.baseURL, fetcher, context) { ids in
        try name.map { try store.published(by: $0, ids: ids) } ?? [:]
      }
      let taker = PageTaker(
        store: store, fetch: fetch, understanding: Understanding(source, address, vocabulary, now())
      )
      try reading.run { page in pages.append(try taker.take(page, into: &report)) }
      try end(fetch, address, pages, &report)
    } catch let error as FetchError {
      let wait = error.retryAfter ?? backOff(source.failures)
      try fail(
        &report, error.reason, hasPages: !pages.isEmpty, waitUntil: wait.map { now() + $0 })
    } catch let error as SourceAddressError {
      try fail(&report, error.reason, hasPages: false, waitUntil: nil)
    }
    return report
  }

  /// A source that keeps failing is asked less and less often, up to once a day.
  func backOff(_ failures: Int) -> Int? {
    failures < 3 ? nil : min(86_400, 60 << min(failures, 11))
  }

  func end(
    _ fetch: Fetch, _ address: SourceAddress, _ pages: [SourcePage],
    _ report: inout SourceReport
  ) throws {
    let seconds = now()
    if let fault = fault(report.counts) {
      report.outcome = .partial
      report.message = fault
      let note = FetchNote(at: seconds, outcome: .partial, message: report.message)
      try store.breakFetch(of: fetch.source, note)
      return
    }
    let consequences = try store.completeFetch(
      fetch, pages: pages, absence: address.absence, on: Day(secondsSince1970: seconds),
      at: seconds)
    report.closed = consequences.closed
    report.reopened = consequences.reopened
  }

  /// What could not be read, or came without its fields, may be the very posting that seems to be
  /// missing.
  func fault(_ counts: ImportReport) -> String? {
    if counts.rejected > 0 {
      return "\(counts.rejected) could not be read (\(counts.problems.first?.reason ?? ""))"
    }
    return counts.empty > 0 ? "\(counts.empty) came without any text" : nil
  }

  func fail(
    _ report: inout SourceReport, _ reason: String, hasPages: Bool, waitUntil: Int?
  ) throws {
    report.outcome = hasPages ? .partial : .failed
    report.message = reason
    let note = FetchNote(at: now(), outcome: report.outcome, message: reason)
    try store.breakFetch(of: report.name, note, waitUntil: waitUntil)
  }

  func reasonToPassOver(_ source: FollowedSource, isAsked: Bool) -> String? {
    if isAsked { return nil }
    if source.isPaused { return "paused" }
    let seconds = now()
    if let until = source.waitUntil, until > seconds {
      return
        "left alone for \(Self.words(until - seconds)) more, after \(source.last?.message ?? "")"
    }
    // A board's wish is about the board's own server.
    let wish = source.baseURL == nil ? Board.named(source.kind)?.leastInterval : nil
    guard let every = source.every ?? wish, let last = source.last, last.outcome == .complete,
      last.at + every > seconds
    else { return nil }
    return "due in \(Self.words(last.at + every - seconds))"
  }

  static func words(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(max(1, seconds)) s"
    case ..<7200: "\(seconds / 60) min"
    default: "\(seconds / 3600) h"
    }
  }
}
