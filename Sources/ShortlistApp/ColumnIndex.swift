import Columns
import Foundation
import Listings
import Queries
import Storage

/// Keeps the columns in step with the store, and has them answer searches.
///
/// They are loaded after the first rows are on the screen, and again when another program wrote to
/// the file; until then, and for what they do not hold, the store answers.
final class ColumnIndex: @unchecked Sendable {
  private let store: Store
  private let lock = NSLock()
  private var columns: ListingColumns?
  private var names: ListingNames?
  private var version = 0

  init(store: Store) { self.store = store }

  /// A number that any change makes larger.
  var state: Int { lock.withLock { version } }

  var isLoaded: Bool { lock.withLock { columns != nil } }

  /// Loads them when there are none; on the queue of the searches, which wait for it.
  func load() throws {
    if isLoaded { return }
    let before = lock.withLock { version }
    guard var loaded = try ListingColumns(context: store.context, { try store.forEachFacts($0) })
    else { return }
    try store.forEachSource { name, listings in try loaded.addSource(name, listings) }
    // Something decided while they were read may not be in them.
    lock.withLock { if before == version { columns = loaded } }
  }

  /// Loads the orders of the text columns that a query sorts by, so that the next one has them.
  func loadOrders(of query: Query) throws {
    let fields = query.effectiveSort.map(\.field)
    for field in fields where [.company, .title, .place].contains(field) {
      guard var loaded = lock.withLock({ columns }) else { return }
      let before = lock.withLock { version }
      try loaded.rank(by: field) { try store.forEachListing(by: field, $0) }
      lock.withLock { if before == version { columns = loaded } }
    }
  }

  /// The names of all listings; nil until they are loaded.
  var listingNames: ListingNames? { lock.withLock { names } }

  /// Loads the names when there are none, after the columns.
  func loadNames() throws {
    guard listingNames == nil, let columns = lock.withLock({ columns }) else { return }
    let before = lock.withLock { version }
    var loaded = try ListingNames(of: columns) { try store.forEachNames($0) }
    try loaded.takeTags(of: columns) { try store.forEachTag($0) }
    lock.withLock { if before == version { names = loaded } }
  }

  /// Takes in that tags were given or taken.
  func updateTags() throws {
    guard var names = listingNames, let columns = lock.withLock({ columns }) else { return }
    let before = lock.withLock { version }
    try names.takeTags(of: columns) { try store.forEachTag($0) }
    lock.withLock { if before == version { self.names = names } }
  }

  /// Nil until they are loaded.
  func search(_ query: Query, _ token: Cancellation) throws -> ColumnSearch? {
    guard let columns = lock.withLock({ columns }) else { return nil }
    return try ColumnSearch(query, in: columns) { condition, body in
      try store.forEachListing(answering: condition, token, body)
    }
  }

  /// Takes in what was decided about these listings.
  func update(_ ids: [ListingID]) throws {
    lock.withLock { version += 1 }
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
    columns = nil
    names = nil
  }
}
