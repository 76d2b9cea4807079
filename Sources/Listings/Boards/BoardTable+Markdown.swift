/// The table of boards as text, for the command line and for the documentation.
package enum BoardTable {
  /// Aligned columns: what to type, the board, what is read of it, and what it asks for.
  package static var lines: [String] {
    aligned(
      [("FOLLOW", "BOARD", "READ FROM FILES", "FOLLOWING")]
        + Board.all.map { ($0.isFollowable ? $0.spelling : "–", $0.title, $0.reads, $0.notes) }
        + [urlRow]
        + FileFormat.all.map { ("–", $0.title, $0.reads, "") })
  }

  package static var markdown: String {
    let head = "| follow | board or format | read from files | following |\n|---|---|---|---|\n"
    let boards = Board.all.map { board in
      let notes = [board.isFollowable ? "`\(board.template)`" : "", board.notes]
      return (
        board.isFollowable ? "`\(board.spelling)`" : "", board.title, board.reads,
        notes.filter { !$0.isEmpty }.joined(separator: "; ")
      )
    }
    let formats = FileFormat.all.map { ("", $0.title, $0.reads, "") }
    let url = ("`\(urlRow.0)`", urlRow.1, urlRow.2, urlRow.3)
    return head
      + (boards + [url] + formats).map { row in
        let cells = [row.0, row.1, row.2, row.3].map { $0.replacing("|", with: "\\|") }
        return "| \(cells.joined(separator: " | ")) |\n"
      }.joined()
  }

  private static let urlRow = (
    "https://…", "any page, feed or file", "as any of these",
    "a listing that is missing twice is gone"
  )

  private static func aligned(_ rows: [(String, String, String, String)]) -> [String] {
    let widths = [rows.map(\.0.count), rows.map(\.1.count), rows.map(\.2.count)]
      .map { $0.max() ?? 0 }
    return rows.map { row in
      var line =
        zip([row.0, row.1, row.2], widths).map { text, width in
          text + String(repeating: " ", count: max(0, width - text.count)) + "  "
        }.joined() + row.3
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension Board {
  /// What a person types.
  package var spelling: String {
    if named == nil { return name }
    let example = example ?? "acme"
    return plain == nil || leadsToThread ? "\(name):\(example)" : "\(name)[:\(example)]"
  }

  /// The address before its blanks are filled.
  var template: String { base + (named ?? plain ?? "") }

  /// Paging, keys and wishes, in words.
  package var notes: String {
    var notes: [String] = []
    if question != nil { notes.append("asked with POST") }
    if isPaged { notes.append(mostPages.map { "the first \($0) pages" } ?? "in pages") }
    if detail != nil { notes.append("each text asked for once") }
    if listsNewestOnly { notes.append("newest only") }
    if let leastInterval { notes.append("at most every \(leastInterval / 3600) h") }
    if !keys.isEmpty { notes.append("needs \(keys.map(\.name).joined(separator: " and "))") }
    if let attribution { notes.append("name it as \(attribution)") }
    return notes.joined(separator: "; ")
  }
}
