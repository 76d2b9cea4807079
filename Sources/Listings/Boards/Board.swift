/// A board that can be followed: where it answers, how it pages, and what it asks in return.
package struct Board: Hashable, Sendable {
  package enum Format: Hashable, Sendable { case json, xml }

  /// Where a key goes in a request.
  package enum KeyPlace: Hashable, Sendable { case header(String), query(String) }

  /// Something secret, or personal, that the board wants to be told.
  package struct Key: Hashable, Sendable {
    /// As the file of keys spells it; the environment says `SHORTLIST_` and this in capitals.
    package let name: String
    package let place: KeyPlace
  }

  /// What stands before the colon in `greenhouse:acme`.
  package let name: String
  package let title: String
  /// The server; `{name}` is the company's name on the board.
  package let base: String
  /// Path and query for `board:name`; nil when the board is one for all companies.
  package var named: String?
  /// Path and query for `board` alone; nil when a company must be named.
  package var plain: String?
  package var format = Format.json
  /// Items on a full page; nil when a page is the last one only if it is empty.
  package var pageSize: Int?
  /// It lists its newest postings only: one that is missing may just be old.
  package var listsNewestOnly = false
  /// Seconds to leave between two fetches, as the board wishes.
  package var leastInterval: Int?
  /// How the board wants to be named beside its postings.
  package var attribution: String?
  package var keys: [Key] = []
  /// What its postings are said to come from, if that is not its name.
  package var family: String?
  /// An example of what stands after the colon.
  package var example: String?
  /// The answer names a thread, which is where the postings are.
  package var leadsToThread = false

  init(_ name: String, _ title: String, base: String) {
    self.name = name
    self.title = title
    self.base = base
  }

  /// A further page has an address of its own.
  package var isPaged: Bool {
    [named, plain].contains { $0?.contains("{page}") == true || $0?.contains("{offset}") == true }
  }

  package static func named(_ name: some StringProtocol) -> Board? { all.first { $0.name == name } }

  /// The board that a posting's source names, as in `remotive` and `lever:acme`.
  package static func ofSource(_ source: String) -> Board? {
    named(source.prefix { $0 != ":" })
  }

  func changed(_ change: (inout Board) -> Void) -> Board {
    var board = self
    change(&board)
    return board
  }
}

extension Board {
  /// The address of a page, counted from 0, on the board's own server or on another.
  package func address(name: String, query: String?, page: Int, base other: String?) -> String? {
    guard let template = name.isEmpty ? plain : named else { return nil }
    let server = other ?? base
    let start = server.hasSuffix("/") ? String(server.dropLast()) : server
    let filled = filling(start + template, name: name, page: page)
    guard let query, !query.isEmpty else { return filled }
    return filled + (filled.contains("?") ? "&" : "?") + query
  }

  private func filling(_ template: String, name: String, page: Int) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "name": result += Self.encoded(name)
      case "page": result += String(page + 1)
      case "offset": result += String(page * (pageSize ?? 0))
      case let other: result += "{\(other)}"
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func encoded(_ name: String) -> String {
    name.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain =
        byte < 128 && (character.isLetter || character.isNumber || "-._~/".contains(character))
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}

extension ListingDetail {
  /// The boards to be named beside this listing, each once.
  package var attributions: [String] {
    postings.compactMap { Board.ofSource($0.source)?.attribution }
      .reduce(into: []) { all, board in if !all.contains(board) { all.append(board) } }
  }
}
