import Extraction
import Listings
import Storage

/// Runs today's reading over all stored postings, batch by batch; decisions and ids stay.
package struct Reextraction: Sendable {
  private let store: Store
  private let vocabulary: Vocabulary
  /// Nothing is written.
  private let isRehearsal: Bool

  private static let batchSize = 512

  package init(store: Store, vocabulary: Vocabulary, isRehearsal: Bool = false) {
    self.store = store
    self.vocabulary = vocabulary
    self.isRehearsal = isRehearsal
  }

  /// A posting that reads differently now.
  package struct Change: Sendable {
    package let id: ListingID
    package let before: Listing
    package let after: Listing
    package let fields: [ListingField]
  }

  package struct Report: Hashable, Sendable {
    package internal(set) var read = 0
    /// Postings to read.
    package internal(set) var total = 0
    /// Postings of which a field reads differently.
    package internal(set) var changed = 0
    package internal(set) var fields: [ListingField: Int] = [:]
    /// Stopped before the end; what was read so far is kept.
    package internal(set) var isStopped = false

    package init() {}
  }

  /// `progress` is told of each batch and its changes, and stops the work when it answers false.
  package func run(
    progress: (Report, [Change]) -> Bool = { _, _ in true }
  ) throws -> Report {
    var report = Report()
    report.total = try store.countOfPostings()
    var last: Int64 = 0
    while !report.isStopped {
      let batch = try store.postings(after: last, limit: Self.batchSize)
      guard let end = batch.last else { break }
      last = end.number
      let readings = batch.map { posting in
        Listing(extracting: posting.posting, using: vocabulary, today: posting.saidOn)
      }
      try write(batch, readings)
      let changes = zip(batch, readings).compactMap { Self.change($0, $1) }
      report.read += batch.count
      report.changed += changes.count
      for field in changes.flatMap(\.fields) { report.fields[field, default: 0] += 1 }
      report.isStopped = !progress(report, changes)
    }
    if !isRehearsal { try store.finishImport() }
    return report
  }
}

private extension Reextraction {
  /// Also where only the words behind a field are others; what reads the same is not written.
  func write(_ batch: [StoredPosting], _ readings: [Listing]) throws {
    guard !isRehearsal else { return }
    let others = zip(batch, readings).filter { $0.listing != $1 }
    if !others.isEmpty { try store.replace(others.map { (posting: $0, listing: $1) }) }
  }

  static func change(_ posting: StoredPosting, _ after: Listing) -> Change? {
    let fields = ListingField.allCases.filter { $0.differs(in: posting.listing, and: after) }
    if fields.isEmpty { return nil }
    return Change(id: posting.id, before: posting.listing, after: after, fields: fields)
  }
}

private extension ListingField {
  func differs(in one: Listing, and other: Listing) -> Bool {
    switch self {
    case .title: one.title != other.title
    case .company: one.company != other.company
    case .location: one.location != other.location
    case .remote:
      one.remote.kind != other.remote.kind || one.remote.daysOnSite != other.remote.daysOnSite
    case .eligibility: one.remote.eligibility != other.remote.eligibility
    case .salary: one.salary != other.salary
    case .seniority: one.seniority != other.seniority
    case .employment: one.employment != other.employment
    case .skills: one.skills != other.skills
    case .posted: one.posted != other.posted || one.reposted != other.reposted
    case .contradiction: one.remote.contradiction != other.remote.contradiction
    }
  }
}
