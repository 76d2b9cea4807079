/// The table of boards as text, for the command line and for the documentation.
package enum BoardTable {
  /// Aligned columns: what to type, the board, and what it asks for.
  package static var lines: [String] {
    let rows = Board.all.map { ($0.spelling, $0.title, $0.notes) } + [urlRow]
    let first = rows.map(\.0.count).max() ?? 0
    let second = rows.map(\.1.count).max() ?? 0
    return rows.map { row in
      var line = padded(row.0, first) + "  " + padded(row.1, second) + "  " + row.2
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  package static var markdown: String {
    let head = "| follow | board | address | notes |\n|---|---|---|---|\n"
    return head
      + Board.all.map { board in
        let template = board.base + (board.named ?? board.plain ?? "")
        return "| `\(board.spelling)` | \(board.title) | `\(template)` | \(board.notes) |\n"
      }.joined()
      + "| `\(urlRow.0)` | \(urlRow.1) | as given | \(urlRow.2) |\n"
  }

  private static let urlRow = (
    "https://…", "any page or feed", "a listing that is missing twice is gone"
  )

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension Board {
  /// What a person types.
  package var spelling: String {
    if named == nil { return name }
    let example = example ?? "acme"
    return plain == nil || leadsToThread ? "\(name):\(example)" : "\(name)[:\(example)]"
  }

  /// Paging, keys and wishes, in words.
  package var notes: String {
    var notes: [String] = []
    if isPaged { notes.append("in pages") }
    if listsNewestOnly { notes.append("newest only") }
    if let leastInterval { notes.append("at most every \(leastInterval / 3600) h") }
    if !keys.isEmpty { notes.append("needs \(keys.map(\.name).joined(separator: " and "))") }
    if let attribution { notes.append("name it as \(attribution)") }
    return notes.joined(separator: "; ")
  }
}
