import Listings
import Storage

/// What a person follows, as typed: `greenhouse:acme`, `remoteok`, `https://…`.
package struct SourceAddress: Hashable, Sendable {
  /// Nil for an address of the person's own finding.
  package let board: Board?
  /// The company's name on the board, or the address.
  package let name: String
  /// What follows the question mark of `adzuna:gb?what=swift`.
  package let query: String?

  package static let kindOfURLs = "url"

  /// Throws a sentence that says what is wrong with it.
  package init(typed text: String) throws(SourceAddressError) {
    let lowered = text.lowercased()
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
      guard FetchRequest(text).fullURL != nil else { throw .init("\(text) is no address") }
      self.init(board: nil, name: text, query: nil)
      return
    }
    let kind = text.prefix { $0 != ":" }
    guard let board = Board.named(kind.lowercased()) else {
      throw .init(
        "there is no kind of source \"\(kind)\" (shortlist source kinds lists them)")
    }
    let rest = text.dropFirst(kind.count + 1)
    try self.init(board: board, rest: String(rest))
  }

  package init(_ source: FollowedSource) throws(SourceAddressError) {
    if source.kind == Self.kindOfURLs {
      self.init(board: nil, name: source.address, query: nil)
    } else if let board = Board.named(source.kind) {
      try self.init(board: board, rest: source.address)
    } else {
      throw .init("this shortlist does not know boards of the kind \"\(source.kind)\"")
    }
  }

  private init(board: Board, rest: String) throws(SourceAddressError) {
    let name = rest.prefix { $0 != "?" }
    let query = rest.dropFirst(name.count + 1)
    if name.isEmpty, board.plain == nil {
      throw .init("\(board.name) wants a name, as in \(board.name):\(board.example ?? "acme")")
    }
    if !name.isEmpty, board.named == nil {
      throw .init("\(board.name) takes no name; write \(board.name) alone")
    }
    let isName = name.utf8.allSatisfy { $0 > 32 && $0 != 127 } && !name.contains("/")
    guard isName, !name.hasPrefix(".") else { throw .init("\"\(name)\" can't be a board's name") }
    self.init(board: board, name: String(name), query: query.isEmpty ? nil : String(query))
  }

  private init(board: Board?, name: String, query: String?) {
    self.board = board
    self.name = name
    self.query = query
  }
}

/// Why a source can't be followed, as a sentence.
package struct SourceAddressError: Error, Hashable, Sendable {
  package let reason: String
  init(_ reason: String) { self.reason = reason }
}

extension SourceAddress {
  package var kind: String { board?.name ?? Self.kindOfURLs }

  /// What stands after the colon, or the address.
  package var text: String { name + (query.map { "?\($0)" } ?? "") }

  /// What the source is called unless the person says otherwise.
  package var usualName: String {
    guard let board else {
      let rest = name.drop { $0 != ":" }.dropFirst(3)
      return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }
    return text.isEmpty ? board.name : "\(board.name):\(text)"
  }

  /// The name that postings get when the person gave none; nil leaves the one that they bring.
  var postingSource: String? {
    guard let board else { return nil }
    let family = board.family ?? board.name
    return name.isEmpty || board.plain != nil ? family : "\(family):\(name.lowercased())"
  }

  /// The address of a page, counted from 0, without keys.
  func url(page: Int, base: String?) -> String {
    board?.address(name: name, query: query, page: page, base: base) ?? name
  }

  var absence: Absence { board?.listsNewestOnly == true ? .isGoneIfNewer : .isGone }
}
