import Listings
import Queries

/// From where each job may be done and how often it was reposted, for `eligible:`, `tz:` and
/// `reposted:`.
///
/// Few different eligibilities occur: each is kept once, and asked once.
package struct OpennessColumn: Sendable {
  private let kinds: [Eligibility]
  /// For each row the place of its own among them.
  private let places: [UInt16]
  /// The rows that were reposted, by how often.
  private let reposted: [Int: SomeRows]

  /// Nil when there are too many different ones; the store is asked then.
  package init?(of columns: ListingColumns, _ source: some ListingSource) throws {
    var places = Array(repeating: UInt16(0), count: columns.count)
    var rows: [Int: RowSet] = [:]
    kinds = try source.forEachOpenness { id, kind, reposts in
      guard let row = columns.row(of: id) else { return }
      places[row] = UInt16(truncatingIfNeeded: kind)
      if reposts > 0 { rows[reposts, default: columns.none].insert(row) }
    }
    guard kinds.count <= Int(UInt16.max) else { return nil }
    self.places = places
    reposted = rows.mapValues { SomeRows($0) }
  }

  /// The rows by what is said of their eligibility.
  func answer(_ ask: (Eligibility) -> QueryAnswer) -> RowAnswer {
    let answers = kinds.map(ask)
    return RowAnswer(
      rows(where: answers.map { $0 == .yes }),
      missing: rows(where: answers.map { $0 == .undecided }))
  }

  func rows(_ holds: (Eligibility) -> Bool) -> RowSet { rows(where: kinds.map(holds)) }

  func rows(reposted times: ClosedRange<Int>) -> RowSet {
    var never = RowSet(size: places.count, holdsAll: true)
    var found = RowSet(size: places.count)
    for (count, some) in reposted {
      some.forEach { never.set($0, false) }
      if times.contains(count) { some.forEach { found.insert($0) } }
    }
    return times.contains(0) ? found | never : found
  }

  /// `isIn` says of each kind whether its rows are meant.
  private func rows(where isIn: [Bool]) -> RowSet {
    // A store without listings has rows of no kind.
    guard isIn.contains(true) else { return RowSet(size: places.count) }
    return places.withUnsafeBufferPointer { places in
      isIn.withUnsafeBufferPointer { isIn in
        RowSet(size: places.count) { isIn[Int(places[$0])] }
      }
    }
  }
}
