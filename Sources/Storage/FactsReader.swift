import GRDB
import Listings
import Queries

/// Reads facts along the index of the list.
struct FactsReader {
  private let row: PreparedStatement
  private let since: Int?
  private let remote = RemoteKind.allCases.byTag
  private let seniority = Seniority.allCases.byTag
  // Few combinations occur; each is read once.
  private var employment: [UInt64: [Employment]] = [0: []]

  init(_ db: Database, _ rest: String) throws {
    since = try Visits.lastEnd(db)
    row = try PreparedStatement(
      db,
      """
      SELECT id, posted, payLow, payHigh, period, remote, level, employment,
        read, saved, flagged, hidden, addedAt, changedAt, closed, stage
      FROM listing \(rest)
      """)
  }

  mutating func facts(of id: ListingID) throws -> ListingFacts? {
    row.reset()
    row.bind(id.number, at: 0)
    defer { row.reset() }
    return try next()
  }

  mutating func next() throws -> ListingFacts? {
    guard try row.step() else { return nil }
    var facts = ListingFacts(id: ListingID(Int64(row.integer(0))))
    facts.posted = row.optionalInteger(1).map(Day.init(number:))
    facts.payLow = row.optionalInteger(2)
    facts.payHigh = row.optionalInteger(3)
    facts.isPayStated = !row.isNull(4)
    facts.remote = remote[row.tag(5)] ?? .unknown
    facts.seniority = seniority[row.tag(6)] ?? .unknown
    facts.employment = forms()
    facts.marks = marks()
    return facts
  }

  private mutating func forms() -> [Employment] {
    let hash = row.hash(7)
    if let known = employment[hash] { return known }
    let forms = [String](jsonArray: row.text(7)).compactMap(Employment.init)
    employment[hash] = forms
    return forms
  }

  private func marks() -> ListingFacts.Marks {
    var marks: ListingFacts.Marks = []
    for (index, mark) in [ListingFacts.Marks.read, .saved, .flagged, .hidden].enumerated()
    where row.integer(8 + index) != 0 {
      marks.insert(mark)
    }
    if let since {
      if row.integer(12) > since {
        marks.insert(.new)
      } else if row.integer(13) > since {
        marks.insert(.changed)
      }
    }
    if !row.isNull(14) { marks.insert(.closed) }
    if !row.isNull(15) { marks.insert(.applied) }
    return marks
  }
}

private extension Collection where Element: RawRepresentable<String> {
  var byTag: [UInt64: Element] {
    Dictionary(map { ($0.rawValue.tag, $0) }) { first, _ in first }
  }
}
