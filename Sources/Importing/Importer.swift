import Adapters
import Extraction
import Foundation
import Listings
import Storage

/// Reads inputs, understands their postings and stores them, batch by batch.
///
/// Some threads read and understand while another writes; all work on a few batches at a time, so
/// that memory does not grow with the input.
package struct Importer: Sendable {
  private let store: Store
  private let vocabulary: Vocabulary
  private let options: Options

  /// How to import.
  package struct Options: Sendable {
    /// The name that the person gave the source; nil lets each posting's own stand.
    package var source: String?
    /// The day that "2 days ago" counts from; nil is the day of the import.
    package var referenceDay: Day?
    /// What an export says was decided is taken over: only a person can ask for that, since a file
    /// may be of anybody's making.
    package var takesDecisions = false
    /// Nothing is written.
    package var isRehearsal = false
    /// Files that are not read though a folder among the inputs holds them.
    package var omittedPaths: [String] = []
    /// Is told of each problem with the item that it is about; the report has none of the items.
    package var reject: (@Sendable (ImportProblem) -> Void)?
    /// Fetches addresses among the inputs.
    package var fetcher: Fetcher?
    /// The day of the import.
    package var today: Day
    /// The moment of the import, in seconds since 1970.
    package var now: Int

    package init(today: Day, now: Int) {
      self.today = today
      self.now = now
    }
  }

  package init(store: Store, vocabulary: Vocabulary, options: Options) {
    self.store = store
    self.vocabulary = vocabulary
    self.options = options
  }

  /// Imports everything; problems of the input are in the report, an error is the store's.
  ///
  /// `progress` is told after each batch, and stops the import when it answers false.
  package func run(
    _ inputs: [ImportInput], progress: @escaping @Sendable (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportReport {
    var walker = InputWalker(omitting: options.omittedPaths)
    for case .path(let path) in inputs { walker.add(path) }
    let isSizeKnown = inputs.allSatisfy { if case .path = $0 { true } else { false } }
    let total = isSizeKnown ? walker.files.map(\.size).reduce(0, +) : nil
    let writer = try BatchWriter(store: store, options: options)
    let pieces = PieceReader(vocabulary: vocabulary, options: options) {
      [context = store.context] in
      StorablePosting($0, in: context)
    }
    let reader = InputReader(pieces, bytesTotal: total, progress: progress)
    let pipe = Pipe<[StorablePosting]>()
    let writing = Thread {
      writer.writeAll(from: pipe)
    }
    // Foundation's default of 512 KiB is little for SQLite's parser and our own.
    writing.stackSize = 8 << 20
    writing.start()
    for problem in walker.problems { options.reject?(problem) }
    reader.readAll(inputs, files: walker.files, into: pipe)
    var report = try writer.finish(
      problems: walker.problems + reader.problems, isStopped: reader.isStopped)
    report.skipped = reader.skipped
    report.empty = reader.empty
    report.decided = reader.decided
    return report
  }
}

extension Importer {
  /// What the inputs hold, understood and stored nowhere; stops after `limit` postings.
  package static func preview(
    _ inputs: [ImportInput], using vocabulary: Vocabulary, options: Options, limit: Int
  ) -> (postings: [ReadPosting], problems: [ImportProblem]) {
    var walker = InputWalker(omitting: options.omittedPaths)
    for case .path(let path) in inputs { walker.add(path) }
    let pieces = PieceReader(vocabulary: vocabulary, options: options) { $0 }
    let reader = InputReader(pieces, bytesTotal: nil) { $0.postings < limit }
    let pipe = Pipe<[ReadPosting]>()
    let files = walker.files
    let reading = Thread { reader.readAll(inputs, files: files, into: pipe) }
    reading.stackSize = 8 << 20
    reading.start()
    var postings: [ReadPosting] = []
    while let batch = pipe.take() { postings += batch }
    return (Array(postings.prefix(limit)), walker.problems + reader.problems)
  }
}
