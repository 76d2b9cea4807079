import Browsing
import Listings
import Screens
import Texts

/// A folded group: its name and how many it holds, over the first of them.
struct GroupLines {
  private let group: RowGroup
  private let row: ListingRow

  init(_ group: RowGroup, of row: ListingRow) {
    self.group = group
    self.row = row
  }

  /// `columns` are those of a title.
  func draw(line: Int, columns: Range<Int>, lines: Int, on canvas: inout Canvas) {
    canvas.draw("▸", row: line, column: 2, role: .key)
    let end = columns.upperBound
    var start = canvas.draw(
      Wording.count(group.count, "listing"), row: line, endingAt: end, role: .strong)
    if group.new > 0 {
      start = canvas.draw(
        "\(Wording.number(group.new)) new · ", row: line, endingAt: start, role: .new)
    }
    let room = max(0, start - 2 - columns.lowerBound)
    canvas.draw(
      fitted(group.name ?? Wording.notStated, to: room), row: line, column: columns.lowerBound,
      role: .strong)
    guard lines > 1 else { return }
    let title = row.title ?? "no title given"
    canvas.draw(
      fitted(title, to: columns.count - 6), row: line + 1, column: columns.lowerBound,
      role: .dimmed)
  }
}

extension RowGroup {
  /// "7 listings", or "7 from greenhouse:acme" where the company does not say it.
  func words(besides company: String?) -> String {
    guard let name, name != company else { return Wording.count(count, "listing") }
    return "\(Wording.number(count)), \(name)"
  }
}
