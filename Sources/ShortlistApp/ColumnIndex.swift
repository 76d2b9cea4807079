import Browsing
import Columns
import Foundation
import Listings
import Queries
import Storage

/// Keeps the columns in step with the store, and has them answer searches.
///
/// They are loaded after the first rows are on the screen, and again when another program wrote to
/// the file; until then the store answers.
final class ColumnIndex: @unchecked Sendable {
  private let store: Store
  private let preparing = DispatchQueue(label: "columns", qos: .utility)
  /// Waited on for the index of names.
  private let lock = NSCondition()
  private var columns: ListingColumns?
  private var names: ListingNames?
  private var version = 0
  /// How often all was forgotten, and what was decided while there were no columns.
  private var forgotten = 0
  private var decided: Set<ListingID> = []
  /// How often tags were given or taken.
  private var taggings = 0
  /// How often they were loaded, and which of these was prepared last.
  private var loads = 0
  private var prepared = 0
  /// How many indexes of names are being made.
  private var indexing = 0
  /// What the rules brought out, and the numbers of changes and loads at that time.
  private var highlights: (state: [Int], rows: HighlightedRows)?

  init(store: Store) { self.store = store }

  /// A number that any change makes larger.
  var state: Int { lock.withLock { version } }

  var isLoaded: Bool { lock.withLock { columns != nil } }

  /// Loads them when there are none; on the queue of the searches, which wait for it.
  func load() throws {
    if isLoaded { return }
    let before = lock.withLock {
      decided = []
      return forgotten
    }
    guard var loaded = try ListingColumns(context: store.context, StoreReading(store)) else {
      return
    }
    try lock.withLock {
      guard before == forgotten else { return }
      // Something decided while they were read may not be in them.
      let facts = try store.facts(of: decided)
      guard facts.count == decided.count, facts.allSatisfy({ loaded.update($0) }) else { return }
      columns = loaded
      loads += 1
    }
  }

  /// Makes in the background what the next searches will want.
  ///
  /// That is the index of names and the usual orders, once for columns that were loaded anew.
  func prepare() {
    let wanted: (ListingColumns, Int)? = lock.withLock {
      guard let columns, prepared != loads else { return nil }
      prepared = loads
      indexing += 1
      return (columns, loads)
    }
    guard let (columns, load) = wanted else { return }
    let source = StoreReading(store)
    var steps: [@Sendable () -> Void] = [
      {
        let names = try? NameIndex(of: columns, source)
        self.lock.withLock {
          if self.loads == load { self.columns?.names = names }
          self.indexing -= 1
          self.lock.broadcast()
        }
      },
      {
        let openness = try? OpennessColumn(of: columns, source)
        self.lock.withLock { if self.loads == load { self.columns?.openness = openness } }
      },
    ]
    // They are kept by all copies of the columns; first those that one key leads to.
    let usual = Query.usualSorts.map(\.field)
    for field in usual + SortField.allCases.filter({ !usual.contains($0) }) {
      steps.append { try? columns.prepareOrder(of: field, from: source) }
    }
    prepare(steps)
  }

  /// One after the other, and other work between them: the memory that it takes must not add up.
  private func prepare(_ steps: [@Sendable () -> Void]) {
    guard let first = steps.first else { return }
    preparing.async {
      first()
      self.prepare(Array(steps.dropFirst()))
    }
  }

  /// The names of all listings; nil until they are loaded.
  var listingNames: ListingNames? { lock.withLock { names } }

  /// Loads the names when there are none, after the columns.
  func loadNames() throws {
    guard listingNames == nil, let columns = lock.withLock({ columns }) else { return }
    // The index of names comes before them on the queue: it counts the skills.
    prepare()
    let (before, tagged) = lock.withLock { (forgotten, taggings) }
    let loaded = try preparing.sync {
      var loaded = try ListingNames(of: columns) { try store.forEachNames($0) }
      try loaded.takeTags(of: columns) { try store.forEachTag($0) }
      return loaded
    }
    let isCurrent = lock.withLock {
      if before == forgotten { names = loaded }
      return tagged == taggings
    }
    if !isCurrent { try takeTags() }
  }

  /// Takes in that tags were given or taken.
  func updateTags() throws {
    lock.withLock { taggings += 1 }
    try takeTags()
  }

  private func takeTags() throws {
    guard var names = listingNames, let columns = lock.withLock({ columns }) else { return }
    let before = lock.withLock { forgotten }
    try names.takeTags(of: columns) { try store.forEachTag($0) }
    lock.withLock { if before == forgotten { self.names = names } }
  }

  /// What the person's rules bring out, made again when anything has changed; nil without rules.
  func highlighted() throws -> HighlightedRows? {
    let rules = store.context.rules.highlights
    guard !rules.isEmpty else { return nil }
    let (loaded, now): (ListingColumns?, [Int]) = lock.withLock {
      (self.columns, [version, loads])
    }
    if let known = lock.withLock({ highlights }), known.state == now { return known.rows }
    guard let loaded else { return nil }
    let rows = try HighlightedRows(rules, in: loaded, from: StoreReading(store))
    lock.withLock { highlights = (now, rows) }
    return rows
  }

  /// Nil until they are loaded.
  func search(_ query: Query, _ token: Cancellation) throws -> ColumnSearch? {
    guard let columns = try columns(for: query, token) else { return nil }
    return try ColumnSearch(query, in: columns, from: StoreReading(store, token))
  }

  /// For words it waits while their index is made: to ask the store meanwhile would take longer.
  private func columns(for query: Query, _ token: Cancellation) throws -> ListingColumns? {
    try lock.withLock {
      while indexing > 0, columns?.wantNames(for: query) == true {
        if token.isCancelled { throw StoreError.cancelled }
        lock.wait()
      }
      return columns
    }
  }

  /// Lets a search that waits see that it was cancelled.
  func wakeSearches() { lock.withLock { lock.broadcast() } }

  /// Takes in what was decided about these listings.
  func update(_ ids: [ListingID]) throws {
    lock.withLock {
      version += 1
      if columns == nil { decided.formUnion(ids) }
    }
    let facts = try store.facts(of: ids)
    lock.withLock {
      guard columns != nil else { return }
      // A listing that is gone went into another.
      if facts.count < ids.count { forgetAll() }
      for facts in facts where columns?.update(facts) == false {
        forgetAll()
        return
      }
    }
  }

  /// Has all be loaded anew, because the store was written to by somebody else.
  func forget() {
    lock.withLock {
      version += 1
      forgetAll()
    }
  }

  private func forgetAll() {
    forgotten += 1
    columns = nil
    names = nil
    lock.broadcast()
  }
}
