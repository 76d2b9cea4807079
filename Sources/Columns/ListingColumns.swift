import Listings
import Queries

/// The small fields of all listings, packed: filters are sets of rows, counts are counted bits.
///
/// A row is a listing's position in the list's own order, newest first. The store stays the truth;
/// what is decided or imported is handed on to `update` or loaded anew.
package struct ListingColumns: Sendable {
  package let context: QueryContext
  private var ids: [Int32] = []
  /// By the number of a listing; -1 where there is none.
  private var rowsByID: [Int32] = []
  private(set) var posted = DayColumn()
  private(set) var payLow = SumColumn()
  private(set) var payHigh = SumColumn()
  private(set) var isPayStated = RowSet(size: 0)
  private(set) var remote: [RemoteKind: RowSet] = [:]
  private(set) var seniority: [Seniority: RowSet] = [:]
  private(set) var employment: [Employment: RowSet] = [:]
  private(set) var marks: [ListingFacts.Marks: RowSet] = [:]
  /// The rows that each source published.
  private(set) var sources: [(name: String, rows: SomeRows)] = []
  /// Nil until it was asked for; words are sought in the store till then.
  package var names: NameIndex?
  /// The same.
  package var openness: OpennessColumn?

  /// Shared by copies: what is decided moves no row.
  let memory = ColumnMemory()

  package var count: Int { ids.count }
}

extension ListingColumns {
  /// Takes all listings; nil when their numbers are too far apart.
  package init?(context: QueryContext, _ source: some ListingSource) throws {
    self.context = context
    var loading = Loading()
    try source.forEachFacts { loading.add($0) }
    guard loading.isPackable else { return nil }
    ids = loading.ids
    posted = loading.posted
    payLow = loading.payLow.sealed
    payHigh = loading.payHigh.sealed
    rowsByID = Array(repeating: -1, count: Int(ids.max() ?? 0) + 1)
    for (row, id) in ids.enumerated() { rowsByID[Int(id)] = Int32(row) }
    makeSets(of: loading)
    try source.forEachSource { name, listings in
      var rows = none
      try listings { if let row = row(of: $0) { rows.insert(row) } }
      sources.append((name, SomeRows(rows)))
    }
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

  package func id(ofRow row: Int) -> ListingID { ListingID(Int64(ids[row])) }

  /// Nil for a listing that came later.
  package func row(of id: ListingID) -> Int? { row(ofNumber: Int(id.number)) }

  func row(ofNumber number: Int) -> Int? {
    guard rowsByID.indices.contains(number) else { return nil }
    let row = rowsByID[number]
    return row < 0 ? nil : Int(row)
  }

  /// Numbers of listings are below.
  var numberLimit: Int { rowsByID.count }

  /// The rows from the larger id to the smaller.
  var rowsByFallingID: [Int32] {
    [Int32](unsafeUninitializedCapacity: count) { rows, used in
      rowsByID.withUnsafeBufferPointer { rowsByID in
        for number in rowsByID.indices.reversed() where rowsByID[number] >= 0 {
          rows[used] = rowsByID[number]
          used += 1
        }
      }
    }
  }

  /// The rows by one of few places, the larger id first where places are the same.
  func gathered(by places: [UInt8], isDescending: Bool) -> [Int32] {
    rowsByID.withUnsafeBufferPointer { rowsByID in
      places.gathered(isDescending: isDescending) { put in
        for row in rowsByID.reversed() where row >= 0 { put(row) }
      }
    }
  }

  /// The rows of listings that are put into a set by their numbers, which rise where rows do not.
  func rows(_ collect: (inout RowSet) throws -> Void) rethrows -> RowSet {
    var numbers = RowSet(size: numberLimit)
    try collect(&numbers)
    var rows = none
    rowsByID.withUnsafeBufferPointer { rowsByID in
      rows.withWords { words in
        numbers.forEach { number in
          let row = Int(rowsByID[number])
          if row >= 0 { words[row >> 6] |= 1 << (row & 63) }
        }
      }
    }
    return rows
  }

  /// The numbers of the listings in some rows.
  func numbers(of rows: RowSet) -> RowSet {
    var numbers = RowSet(size: numberLimit)
    ids.withUnsafeBufferPointer { ids in
      numbers.withWords { words in
        rows.forEach { row in
          let number = Int(ids[row])
          words[number >> 6] |= 1 << (number & 63)
        }
      }
    }
    return numbers
  }

  /// Takes in what was decided; false when more than that is different, so that all must be loaded.
  package mutating func update(_ facts: ListingFacts) -> Bool {
    guard let row = row(of: facts.id), isTheSame(facts, at: row) else { return false }
    for mark in ListingFacts.Marks.each { marks[mark]?.set(row, facts.marks.contains(mark)) }
    return true
  }

  /// Splitting and merging, and undoing that, give a listing other words to be read from.
  private func isTheSame(_ facts: ListingFacts, at row: Int) -> Bool {
    let forms = Employment.allCases.filter { employment[$0]?.contains(row) == true }
    return posted[row] == facts.posted?.number && payLow[row] == facts.payLow
      && payHigh[row] == facts.payHigh && remote[facts.remote]?.contains(row) == true
      && seniority[facts.seniority]?.contains(row) == true && Set(forms) == Set(facts.employment)
  }
}

/// The columns while they are loaded, a byte or two for each listing.
private struct Loading {
  var ids: [Int32] = []
  var posted = DayColumn()
  var payLow = SumColumn.Loading()
  var payHigh = SumColumn.Loading()
  /// The remote kind, and the highest bit where pay is stated.
  var kinds: [UInt8] = []
  var levels: [UInt8] = []
  var forms: [UInt8] = []
  var marks: [UInt8] = []
  private(set) var isPackable = true

  private let remote = RemoteKind.allCases.numbered
  private let seniority = Seniority.allCases.numbered
  private let employment = Employment.allCases.numbered

  mutating func add(_ facts: ListingFacts) {
    if facts.id.number < 0 || facts.id.number >= 1 << 26 { isPackable = false }
    ids.append(Int32(truncatingIfNeeded: facts.id.number))
    posted.append(facts.posted?.number)
    payLow.append(facts.payLow)
    payHigh.append(facts.payHigh)
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
