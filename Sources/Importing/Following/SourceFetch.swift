import Adapters
import Foundation
import Listings
import Storage

/// Reads the pages of one source, one after the other.
struct SourceFetch {
  let address: SourceAddress
  let baseURL: String?
  let fetcher: Fetcher
  /// Values of the board's keys, by name.
  let keys: [String: String]
  let known: [SourcePage]
  let context: ReadingContext
  /// Completes postings whose list holds no texts.
  var details: PostingDetails?

  /// A page as it came.
  enum Page {
    case unchanged(SourcePage)
    case read(AdapterResult, SourcePage)
  }

  /// No board has as many; a server that always sends another page has to end some time.
  static let mostPages = 500

  /// Hands each page to `take`; throws at the first that can't be had.
  func run(_ take: (Page) throws -> Void) throws {
    var last: [UInt8] = []
    for number in 0..<(address.board?.mostPages ?? Self.mostPages) {
      let url = try address(ofPage: number)
      var request = try request(url, known: known.first { $0.number == number && $0.url == url })
      request.question = address.question(page: number)
      let page: Page
      switch try fetcher.fetch(request) {
      case .unchanged:
        guard let before = known.first(where: { $0.number == number }) else {
          throw FetchError("answered \"unchanged\" to a first question")
        }
        page = .unchanged(before)
      case .page(let fetched):
        // A server that does not page sends the same again.
        if number > 0, fetched.bytes == last { return }
        last = fetched.bytes
        page = try read(fetched, number: number, url: url)
      }
      try take(page)
      if isLast(page) { return }
    }
    if address.board?.mostPages == nil { throw FetchError("stopped after \(Self.mostPages) pages") }
  }

  private func isLast(_ page: Page) -> Bool {
    guard let board = address.board, board.isPaged else { return true }
    let items =
      switch page {
      case .unchanged(let before): before.items
      case .read(_, let now): now.items
      }
    return items == 0 || items < board.pageSize ?? 1
  }
}

private extension SourceFetch {
  /// Where the page is; for a board whose answer names a thread, where that is.
  func address(ofPage number: Int) throws -> String {
    let url = address.url(page: number, base: baseURL)
    guard address.board?.leadsToThread == true else { return url }
    guard case .page(let fetched) = try fetcher.fetch(request(url, known: nil)),
      let thread = HiringThread(searchAnswer: fetched.bytes)
    else { throw FetchError("found no thread of this month") }
    let server = baseURL ?? address.board?.base ?? ""
    return "\(server.hasSuffix("/") ? String(server.dropLast()) : server)/api/v1/items/\(thread.id)"
  }

  func request(_ url: String, known: SourcePage?) throws -> FetchRequest {
    var request = FetchRequest(url)
    request.etag = known?.etag
    request.lastModified = known?.lastModified
    for key in address.board?.keys ?? [] {
      guard let value = keys[key.name] else {
        throw FetchError(
          "needs SHORTLIST_\(key.name.uppercased()), or \(key.name) in keys.toml")
      }
      switch key.place {
      case .header(let name): request.secretHeaders[name] = value
      case .query(let name): request.secretParameters[name] = value
      }
    }
    return request
  }

  func read(_ fetched: FetchedPage, number: Int, url: String) throws -> Page {
    try refuseForeign(fetched.bytes)
    // The adapters know boards' own addresses, not those of mirrors.
    let own = address.board == nil ? fetched.url : address.url(page: number, base: nil)
    let bytes = try Gunzip.unpacked(fetched.bytes)
    let source = SourceBytes(
      name: address.usualName, bytes: bytes, declaredCharset: fetched.charset, url: own)
    var result = Adapter.read(source, context: context)
    let items = result.items
    try details?.complete(&result.postings)
    let page = SourcePage(
      number: number, url: url, etag: fetched.etag, lastModified: fetched.lastModified,
      items: items)
    return .read(result, page)
  }

  /// A notice that a board is down, or a page to log in, comes as HTML and with a good status.
  func refuseForeign(_ bytes: [UInt8]) throws {
    guard let board = address.board, !Gunzip.recognizes(bytes) else { return }
    let start = bytes.prefix(200).drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let head = String(decoding: start, as: UTF8.self).lowercased()
    let isRight =
      switch board.format {
      case .json: head.hasPrefix("{") || head.hasPrefix("[")
      case .xml: head.hasPrefix("<") && !head.hasPrefix("<!doctype") && !head.hasPrefix("<html")
      }
    guard isRight else { throw FetchError("the server sent something else than postings") }
  }
}

/// The newest "Who is hiring" thread in Algolia's answer.
struct HiringThread {
  let id: String

  init?(searchAnswer bytes: [UInt8]) {
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(bytes)),
      let hit = answer.hits.first(where: {
        $0.title?.lowercased().contains("who is hiring") == true
      })
    else { return nil }
    id = hit.objectID
  }

  private struct Answer: Decodable {
    struct Hit: Decodable {
      let objectID: String
      let title: String?
    }
    let hits: [Hit]
  }
}
