import Listings
import Queries

/// Details loaded lately, so that the next and the previous row answer at once.
struct DetailCache: Hashable, Sendable {
  private var entries: [ListingID: Entry] = [:]
  /// The most recently used last; to move an entry itself would copy all of it.
  private var recent: [ListingID] = []
  /// Asked for and not answered yet; a handful.
  private var asked: [ListingID] = []

  private struct Entry: Hashable, Sendable {
    var detail: ListingDetail
    var page: DetailPage?
    var pageKey: DetailPageKey?
  }

  private static let capacity = 12

  func detail(_ id: ListingID) -> ListingDetail? { entries[id]?.detail }

  func page(_ id: ListingID, _ key: DetailPageKey) -> DetailPage? {
    entries[id]?.pageKey == key ? entries[id]?.page : nil
  }

  mutating func keep(_ detail: ListingDetail) {
    forget(detail.id)
    entries[detail.id] = Entry(detail: detail)
    recent.append(detail.id)
    if recent.count > Self.capacity { entries[recent.removeFirst()] = nil }
  }

  mutating func keep(_ page: DetailPage, of id: ListingID, _ key: DetailPageKey) {
    entries[id]?.page = page
    entries[id]?.pageKey = key
  }

  mutating func forget(_ id: ListingID) {
    asked.removeAll { $0 == id }
    guard entries.removeValue(forKey: id) != nil else { return }
    recent.removeAll { $0 == id }
  }

  mutating func forgetAll() {
    asked = []
    recent = []
    entries = [:]
  }

  mutating func apply(_ decisions: Decisions, to id: ListingID) {
    guard let known = entries[id]?.detail.decisions, known != decisions else { return }
    entries[id]?.detail.decisions = decisions
    entries[id]?.page = nil
    entries[id]?.pageKey = nil
  }

  /// Those of `ids` that are neither here nor on their way; they count as asked for now.
  mutating func missing(of ids: [ListingID]) -> [ListingID] {
    // What is far from the selection by now may be asked for again later.
    asked.removeAll { !ids.contains($0) }
    let wanted = recent.filter(ids.contains)
    recent.removeAll(where: ids.contains)
    recent += wanted
    var missing: [ListingID] = []
    for id in ids where !asked.contains(id) && !wanted.contains(id) {
      asked.append(id)
      missing.append(id)
    }
    return missing
  }
}

/// What a typeset page depends on besides the listing.
struct DetailPageKey: Hashable, Sendable {
  let width: Int
  let patterns: [TextPattern]
  /// UTF-8 offsets of the body's plain text: the words that a field was read from.
  var proof: Range<Int>?
  /// What is not about the job is shown in full.
  var isUnfolded = false
}
