import Adapters
import Listings

/// Completes the postings of boards whose lists hold no texts, with one request for each.
///
/// What the store has is not asked for again, unless the list gives it another title; so a second
/// sync costs the list alone. A board is asked for a hundred texts a sync, and left in peace at the
/// first refusal: the rest come next time.
final class PostingDetails {
  static let mostRequests = 100

  private let board: Board
  private let name: String
  private let baseURL: String?
  private let fetcher: Fetcher
  private let context: ReadingContext
  private let stored: ([String]) throws -> [String: Posting]
  private var requests = 0
  private var isRefused = false

  /// Nil for boards whose lists say all; `stored` gives the postings with a text, by their ids.
  init?(
    _ address: SourceAddress, baseURL: String?, _ fetcher: Fetcher, _ context: ReadingContext,
    stored: @escaping ([String]) throws -> [String: Posting]
  ) {
    guard let board = address.board, board.detail != nil else { return nil }
    self.board = board
    self.baseURL = baseURL
    self.fetcher = fetcher
    self.context = context
    self.stored = stored
    name = address.name
  }

  func complete(_ postings: inout [Posting]) throws {
    let known = try stored(postings.compactMap(\.externalID))
    for index in postings.indices where postings[index].body.isEmpty {
      guard let id = postings[index].externalID else { continue }
      if let old = known[id], old.title == postings[index].title?.cleaned(.singleLine) {
        postings[index] = old
      } else if let whole = fetch(id, of: postings[index]) {
        postings[index] = whole
      }
    }
  }

  private func fetch(_ id: String, of posting: Posting) -> Posting? {
    guard !isRefused, requests < Self.mostRequests,
      let url = board.detailAddress(name: name, id: id, url: posting.url, base: baseURL)
    else { return nil }
    requests += 1
    do {
      guard case .page(let page) = try fetcher.fetch(FetchRequest(url)) else { return nil }
      return self.posting(page, id, posting)
    } catch {
      // That one posting is gone says nothing of the others.
      isRefused = error.isPassing || error.retryAfter != nil
      return nil
    }
  }

  private func posting(_ page: FetchedPage, _ id: String, _ listed: Posting) -> Posting? {
    guard let bytes = try? Gunzip.unpacked(page.bytes) else { return nil }
    let address = board.address(name: name, query: nil, page: 0, base: nil)
    let source = SourceBytes(
      name: name, bytes: bytes, declaredCharset: page.charset, url: address)
    guard var whole = Adapter.read(source, context: context).postings.first, !whole.body.isEmpty
    else { return nil }
    whole.externalID = id
    whole.url = listed.url ?? whole.url
    whole.title = listed.title ?? whole.title
    whole.company = whole.company ?? listed.company
    whole.location = whole.location ?? listed.location
    whole.source = listed.source
    return whole
  }
}
