import Listings
import Queries

/// Details loaded lately, so that the next and the previous row answer at once.
struct DetailCache: Hashable, Sendable {
  /// The most recently used last.
  private var entries: [Entry] = []
  /// Asked for and not answered yet.
  private var asked: Set<ListingID> = []

  private struct Entry: Hashable, Sendable {
    let id: ListingID
    var detail: ListingDetail
    var page: DetailPage?
    var pageKey: DetailPageKey?
  }

  private static let capacity = 12

  func detail(_ id: ListingID) -> ListingDetail? { entries.last { $0.id == id }?.detail }

  func page(_ id: ListingID, _ key: DetailPageKey) -> DetailPage? {
    entries.last { $0.id == id && $0.pageKey == key }?.page
  }

  mutating func keep(_ detail: ListingDetail) {
    asked.remove(detail.id)
    entries.removeAll { $0.id == detail.id }
    entries.append(Entry(id: detail.id, detail: detail))
    if entries.count > Self.capacity { entries.removeFirst() }
  }

  mutating func keep(_ page: DetailPage, of id: ListingID, _ key: DetailPageKey) {
    guard let index = entries.lastIndex(where: { $0.id == id }) else { return }
    entries[index].page = page
    entries[index].pageKey = key
  }

  mutating func forget(_ id: ListingID) {
    asked.remove(id)
    entries.removeAll { $0.id == id }
  }

  mutating func forgetAll() {
    asked = []
    entries = []
  }

  mutating func apply(_ decisions: Decisions, to id: ListingID) {
    guard let index = entries.lastIndex(where: { $0.id == id }),
      entries[index].detail.decisions != decisions
    else { return }
    entries[index].detail.decisions = decisions
    entries[index].page = nil
    entries[index].pageKey = nil
  }

  /// Those of `ids` that are neither here nor on their way; they count as asked for now.
  mutating func missing(of ids: [ListingID]) -> [ListingID] {
    // What is far from the selection by now may be asked for again later.
    asked.formIntersection(ids)
    let wanted = entries.filter { ids.contains($0.id) }
    entries = entries.filter { !ids.contains($0.id) } + wanted
    let missing = ids.filter { id in
      !asked.contains(id) && !wanted.contains { $0.id == id }
    }
    asked.formUnion(missing)
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
