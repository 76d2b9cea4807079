import Texts

/// Rows of text in aligned columns, the widest ones cut so that a line fits the terminal.
struct TextTable {
  let head: [String]
  let rows: [[String]]
  /// Cells that a line may take; nil where the output is no terminal.
  let width: Int?

  /// The lines, without line ends.
  var lines: [String] {
    let widths = columnWidths
    return ([head] + rows).map { row in
      let cells = row.enumerated().map { index, value in
        index == row.count - 1 && width == nil ? value : padded(value, to: widths[index])
      }
      return trimmed(cells.joined(separator: "  "))
    }
  }

  private var columnWidths: [Int] {
    var widths = head.indices.map { column in
      ([head] + rows).map { displayWidth(of: $0[column]) }.max() ?? 0
    }
    guard let width else { return widths }
    let gaps = 2 * max(0, widths.count - 1)
    while widths.reduce(gaps, +) > width,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
    }
    return widths
  }

  private func padded(_ value: String, to width: Int) -> String {
    let cut = truncated(value, to: width)
    return cut + String(repeating: " ", count: max(0, width - displayWidth(of: cut)))
  }

  private func truncated(_ value: String, to width: Int) -> String {
    guard displayWidth(of: value) > width else { return value }
    var result = ""
    var used = 0
    for character in value {
      let next = displayWidth(of: character)
      guard used + next <= width - 1 else { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
