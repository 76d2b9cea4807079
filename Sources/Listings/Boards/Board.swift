/// A board: what of it is read, and, where it can be followed, where it answers, how it pages and
/// what it asks in return.
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
  /// What of the board's is recognized in files, in words.
  package var reads = ""
  /// Path and query for `board:name`; nil when the board is one for all companies.
  package var named: String?
  /// Path and query for `board` alone; nil when a company must be named.
  package var plain: String?
  package var format = Format.json
  /// What is sent where the board answers to POST alone: JSON in which `%name%`, `%page%` and
  /// `%offset%` stand for values.
  package var question: String?
  /// Path of one posting, whose text the list does not hold; `{path}` is the path of its address.
  package var detail: String?
  /// Where people see the company's jobs, as in `jobs.lever.co/{name}`.
  package var pages: [String] = []
  /// Pages that are enough of a board that has no end.
  package var mostPages: Int?
  /// Items on a full page; nil when a page is the last one only if it is empty.
  package var pageSize: Int?
  /// It lists its newest postings only: one that is missing may just be old.
  package var listsNewestOnly = false
  /// It lists some of its postings, in an order of its own: one that is missing proves nothing.
  package var listsSome = false
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
    [named, plain, question].contains { text in
      ["{page}", "{offset}", "%page%", "%offset%"].contains { text?.contains($0) == true }
    }
  }

  package var isFollowable: Bool { named != nil || plain != nil }

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
      case "host": result += Self.encoded(String(name.prefix { $0 != "/" }))
      case "tenant": result += Self.encoded(String(name.prefix { $0 != "." && $0 != "/" }))
      case "site": result += Self.encoded(String(name.drop { $0 != "/" }.dropFirst()))
      case "page": result += String(page + 1)
      case "offset": result += String(page * (pageSize ?? 0))
      case let other: result += "{\(other)}"
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What is encoded already stays.
  private static func encoded(_ name: String) -> String {
    name.contains("%") ? name : name.percentEncodedPath
  }
}

extension Board {
  /// What is sent for a page; nil for boards that answer to GET.
  package func question(name: String, page: Int) -> String? {
    question?.replacing("%name%", with: name.filter { $0 != "\"" && $0 != "\\" })
      .replacing("%page%", with: String(page + 1))
      .replacing("%offset%", with: String(page * (pageSize ?? 0)))
  }

  /// The address of one posting's own answer.
  package func detailAddress(name: String, id: String, url: String?, base other: String?) -> String?
  {
    guard let detail else { return nil }
    let server = other ?? base
    let start = server.hasSuffix("/") ? String(server.dropLast()) : server
    // Behind host and site: https://acme.wd5.myworkdayjobs.com/Careers/job/…
    let path = (url ?? "").split(separator: "/", omittingEmptySubsequences: false).dropFirst(4)
    let filled = filling(start + detail, name: name, page: 0)
    return filled.replacing("{id}", with: Self.encoded(id))
      .replacing("{path}", with: path.joined(separator: "/"))
  }

  /// The board and the name there of a page where people see a company's jobs.
  package static func following(page address: String) -> (board: Board, name: String)? {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let parts = address[start...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    for board in all {
      for page in board.pages {
        if let name = Self.name(in: parts, by: page.split(separator: "/")) { return (board, name) }
      }
    }
    return nil
  }

  private static func name(in parts: [Substring], by pattern: [Substring]) -> String? {
    guard parts.count == pattern.count else { return nil }
    var name: [Substring: String] = [:]
    for (part, sign) in zip(parts, pattern) {
      let text = part.lowercased()
      guard let open = sign.firstIndex(of: "{"), let close = sign.firstIndex(of: "}") else {
        if text != sign { return nil }
        continue
      }
      let (before, after) = (sign[..<open], sign[sign.index(after: close)...])
      guard text.hasPrefix(before), text.hasSuffix(after), text.count > before.count + after.count
      else { return nil }
      let middle = part.dropFirst(before.count).dropLast(after.count)
      let isOne = after.isEmpty || !middle.contains(".") || sign.hasPrefix("{host}")
      guard isOne, middle != "www" else { return nil }
      name[sign[sign.index(after: open)..<close]] = String(middle)
    }
    if let host = name["host"], let site = name["site"] { return "\(host)/\(site)" }
    return name["name"]
  }
}

extension ListingDetail {
  /// The boards to be named beside this listing, each once.
  package var attributions: [String] {
    postings.compactMap { Board.ofSource($0.source)?.attribution }
      .reduce(into: []) { all, board in if !all.contains(board) { all.append(board) } }
  }
}
