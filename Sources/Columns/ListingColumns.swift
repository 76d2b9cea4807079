import Listings
import Queries

/// The small fields of all listings, packed: filters are sets of rows, counts are counted bits.
///
/// A row is a listing's position in the list's own order, newest first. The store stays the truth;
/// what is decided or imported is handed on to `update` or loaded anew.
package struct ListingColumns: Sendable {
  package let context: QueryContext
  package private(set) var ids: [ListingID] = []
  /// By the number of a listing; -1 where there is none.
  private(set) var rowsByID: [Int32] = []
  private(set) var posted: [Int32] = []
  private(set) var payLow: [Int] = []
  private(set) var payHigh: [Int] = []
  private(set) var isPayStated = RowSet(size: 0)
  private(set) var remote: [RemoteKind: RowSet] = [:]
  private(set) var seniority: [Seniority: RowSet] = [:]
  private(set) var employment: [Employment: RowSet] = [:]
  private(set) var marks: [ListingFacts.Marks: RowSet] = [:]
  /// The rows that each source published, in no order that matters.
  private(set) var sources: [(name: String, rows: [Int32])] = []
  /// The place of each row in the order of a text column; equal texts have equal places.
  private var ranks: [SortField: [UInt32]] = [:]

  /// Shared by copies: what is decided moves no row.
  let orders = ColumnOrders()

  /// Stands for a sum or a day that is not stated.
  static let missing = Int.min
  static let missingDay = Int32.min

  package var count: Int { ids.count }
}

extension ListingColumns {
  /// Takes the listings in the order of the list; nil when their numbers are too far apart.
  package init?(context: QueryContext, _ scan: ((ListingFacts) -> Void) throws -> Void) rethrows {
    self.context = context
    var loading = Loading()
    try scan { loading.add($0) }
    let numbers = loading.ids.lazy.map(\.number)
    let last = numbers.max() ?? 0
    guard numbers.min() ?? 0 >= 0, last < 1 << 26 else { return nil }
    ids = loading.ids
    posted = loading.posted
    payLow = loading.payLow
    payHigh = loading.payHigh
    rowsByID = Array(repeating: -1, count: Int(last) + 1)
    for (row, id) in ids.enumerated() { rowsByID[Int(id.number)] = Int32(row) }
    makeSets(of: loading)
  }

  private mutating func makeSets(of loading: Loading) {
    let size = count
    isPayStated = RowSet(size: size) { loading.kinds[$0] & 0x80 != 0 }
    for (index, kind) in RemoteKind.allCases.enumerated() {
      remote[kind] = RowSet(size: size) { Int(loading.kinds[$0] & 0x0F) == index }
    }
    for (index, level) in Seniority.allCases.enumerated() {
      seniority[level] = RowSet(size: size) { Int(loading.levels[$0]) == index }
    }
    for (index, form) in Employment.allCases.enumerated() {
      employment[form] = RowSet(size: size) { loading.forms[$0] >> index & 1 != 0 }
    }
    for mark in ListingFacts.Marks.each {
      marks[mark] = RowSet(size: size) { loading.marks[$0] & mark.rawValue != 0 }
    }
  }

  /// Nil for a listing that came later.
  package func row(of id: ListingID) -> Int? {
    guard rowsByID.indices.contains(Int(id.number)) else { return nil }
    let row = rowsByID[Int(id.number)]
    return row < 0 ? nil : Int(row)
  }

  package mutating func addSource(
    _ name: String, _ listings: ((ListingID) -> Void) throws -> Void
  )
    rethrows
  {
    var rows: [Int32] = []
    try listings { if let row = row(of: $0) { rows.append(Int32(row)) } }
    sources.append((name, rows))
  }

  /// Takes the order of a text column: each listing, and whether its text equals the one before.
  package mutating func rank(
    by field: SortField, _ listings: ((ListingID, Bool) -> Void) throws -> Void
  ) rethrows {
    var places = Array(repeating: UInt32.max, count: count)
    var place: UInt32 = 0
    try listings { id, isEqual in
      if !isEqual { place += 1 }
      if let row = row(of: id) { places[row] = place }
    }
    ranks[field] = places
  }

  func ranks(by field: SortField) -> [UInt32]? { ranks[field] }

  /// Takes in what was decided; false when more than that is different, so that all must be loaded.
  package mutating func update(_ facts: ListingFacts) -> Bool {
    guard let row = row(of: facts.id), isTheSame(facts, at: row) else { return false }
    for mark in ListingFacts.Marks.each { marks[mark]?.set(row, facts.marks.contains(mark)) }
    return true
  }
}

private extension ListingColumns {
  /// Splitting and merging, and undoing that, give a listing other words to be read from.
  func isTheSame(_ facts: ListingFacts, at row: Int) -> Bool {
    let day = facts.posted.map { Int32(clamping: $0.number) } ?? Self.missingDay
    let forms = Employment.allCases.filter { employment[$0]?.contains(row) == true }
    return posted[row] == day && payLow[row] == facts.payLow ?? Self.missing
      && payHigh[row] == facts.payHigh ?? Self.missing
      && remote[facts.remote]?.contains(row) == true
      && seniority[facts.seniority]?.contains(row) == true && Set(forms) == Set(facts.employment)
  }
}

/// The columns while they are loaded, a byte or two for each listing.
private struct Loading {
  var ids: [ListingID] = []
  var posted: [Int32] = []
  var payLow: [Int] = []
  var payHigh: [Int] = []
  /// The remote kind, and the highest bit where pay is stated.
  var kinds: [UInt8] = []
  var levels: [UInt8] = []
  var forms: [UInt8] = []
  var marks: [UInt8] = []

  private let remote = RemoteKind.allCases.numbered
  private let seniority = Seniority.allCases.numbered
  private let employment = Employment.allCases.numbered

  mutating func add(_ facts: ListingFacts) {
    ids.append(facts.id)
    posted.append(facts.posted.map { Int32(clamping: $0.number) } ?? ListingColumns.missingDay)
    payLow.append(facts.payLow ?? ListingColumns.missing)
    payHigh.append(facts.payHigh ?? ListingColumns.missing)
    kinds.append((remote[facts.remote] ?? 0) | (facts.isPayStated ? 0x80 : 0))
    levels.append(seniority[facts.seniority] ?? 0)
    forms.append(facts.employment.reduce(0) { $0 | 1 << (employment[$1] ?? 0) })
    marks.append(facts.marks.rawValue)
  }
}

private extension Collection where Element: Hashable {
  var numbered: [Element: UInt8] {
    Dictionary(uniqueKeysWithValues: zip(self, 0...UInt8.max))
  }
}
