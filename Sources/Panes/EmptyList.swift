import Browsing
import Listings
import Screens
import Texts

/// What stands in the list when no listing does: why, and what to do about it.
struct EmptyList {
  let counts: ResultCounts?
  let isSearching: Bool

  func draw(on canvas: inout Canvas) {
    let layout = TextLayout(width: canvas.width - 7)
    var row = 1
    for line in lines(in: canvas.phrases) {
      for part in layout.lines(of: StyledText(line.text, style: line.role)) {
        canvas.draw(part.text, row: row, column: 2 + line.indent, role: line.role)
        row += 1
      }
    }
  }

  private typealias Line = (indent: Int, text: String, role: Role)

  private func lines(in phrases: Phrasebook) -> [Line] {
    guard let counts, !isSearching else { return [(0, phrases["Searching…"], .dimmed)] }
    return (counts.total == 0 ? firstSteps : nothingMatches(counts)).map { line in
      let number = Wording.number(counts.undecided)
      let words = line.role == .code ? line.text : phrases.filled(line.text, number)
      return (line.indent, words, line.role)
    }
  }

  private func nothingMatches(_ counts: ResultCounts) -> [Line] {
    let undecided: [Line] =
      counts.undecided == 0
      ? [] : [(0, "U includes {} that do not say.", .plain)]
    return [(0, "No listings match.", .strong), (0, "", .plain)] + undecided + [
      (0, "\\ clears the filter.", .plain), (0, "u undoes the last decision.", .plain),
    ]
  }

  private var firstSteps: [Line] {
    [
      (0, "No listings yet.", .strong), (0, "", .plain),
      (0, "Bring some in from a shell:", .plain), (0, "", .plain),
      (2, "shortlist import FILE…", .code),
      (4, "posts, saved pages, feeds, tables, whole folders", .dimmed),
      (2, "shortlist import https://…", .code),
      (4, "a page, a feed or a board's answer", .dimmed),
      (2, "shortlist demo", .code),
      (4, "a look around with samples", .dimmed),
    ]
  }
}
