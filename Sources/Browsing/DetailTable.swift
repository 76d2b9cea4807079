import Listings
import Texts

/// A table's rows as text, in columns where the width allows it.
struct DetailTable {
  typealias Text = StyledText<DetailStyle>

  let rows: [[String]]
  /// Nil where the width does not allow columns.
  private var columns: [Int]?

  init(_ rows: [[[Inline]]], width: Int) {
    self.rows = rows.map { row in
      row.map { cell in
        String(cell.plainText.map { $0.isNewline ? " " : $0 })
      }
    }
    let count = rows.lazy.map(\.count).max() ?? 0
    let columns = (0..<count).map { column in
      self.rows.lazy.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    let fits = columns.reduce(0, +) + 3 * max(0, count - 1) <= width
    self.columns = fits ? columns : nil
  }

  /// `mark` is told of what stands in the body's plain text, and where in the line that is.
  func line(
    _ number: Int, mark: (_ words: String, _ start: Int, _ line: inout Text) -> Void
  ) -> Text {
    let row = rows[number]
    let kind: DetailStyle.Kind = number == 0 ? .strong : .plain
    var line = Text()
    for (index, cell) in row.enumerated() {
      if index > 0 {
        line.append(" │ ", style: DetailStyle(.dimmed))
        mark(" | ", line.utf8.count, &line)
      }
      let start = line.utf8.count
      line.append(cell, style: DetailStyle(kind))
      mark(cell, start, &line)
      let blanks = (columns?[index] ?? 0) - displayWidth(of: cell)
      if index + 1 < row.count, blanks > 0 {
        line.append(String(repeating: " ", count: blanks), style: DetailStyle(kind))
      }
    }
    return line
  }
}
