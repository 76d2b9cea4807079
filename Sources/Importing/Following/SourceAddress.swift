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
      // The page that people see has an answer for programs beside it.
      if let (board, name) = Board.following(page: text) {
        try self.init(board: board, rest: name)
        return
      }
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
    guard board.isFollowable else {
      throw .init("\(board.name) can't be followed; shortlist import reads \(board.reads)")
    }
    if name.isEmpty, board.plain == nil {
      throw .init("\(board.name) wants a name, as in \(board.name):\(board.example ?? "acme")")
    }
    if !name.isEmpty, board.named == nil {
      throw .init("\(board.name) takes no name; write \(board.name) alone")
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isName =
      name.utf8.allSatisfy { $0 > 32 && $0 != 127 }
      && parts.count <= (board.named?.contains("{site}") == true ? 2 : 1)
      && parts.allSatisfy { !$0.hasPrefix(".") && (!$0.isEmpty || parts.count == 1) }
    let isWhole = board.named?.contains("{site}") != true || parts.count == 2
    for case .query(let parameter) in board.keys.map(\.place)
    where query.split(separator: "&").contains(where: { $0.hasPrefix(parameter + "=") }) {
      throw .init(
        "\(parameter) is a key: it stands in the environment or in keys.toml, not with the listings"
      )
    }
    guard isName, isWhole else {
      throw .init(
        "\"\(name)\" can't be a board's name; write it as in \(board.name):\(board.example ?? "acme")"
      )
    }
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
    // The tenant is the company; which site of it lists a job says nothing.
    if board.named?.contains("{tenant}") == true {
      return "\(family):\(name.prefix { $0 != "." && $0 != "/" }.lowercased())"
    }
    if board.question != nil { return family }
    return name.isEmpty || board.plain != nil ? family : "\(family):\(name.lowercased())"
  }

  /// The address of a page, counted from 0, without keys.
  func url(page: Int, base: String?) -> String {
    board?.address(name: name, query: query, page: page, base: base) ?? name
  }

  /// What is sent for a page; nil where nothing is.
  func question(page: Int) -> String? { board?.question(name: name, page: page) }

  var absence: Absence {
    guard let board else { return .isGone }
    return board.listsSome ? .saysNothing : board.listsNewestOnly ? .isGoneIfNewer : .isGone
  }
}
