import Browsing
import Listings
import Screens

/// What stands in the list when no listing does: why, and what to do about it.
struct EmptyList {
  let counts: ResultCounts?
  let isSearching: Bool

  func draw(on canvas: inout Canvas) {
    for (index, line) in lines.enumerated() {
      canvas.draw(
        line.text, row: 1 + index, columns: 2..<(canvas.width - 1), role: line.role)
    }
  }

  private typealias Line = (text: String, role: Role)

  private var lines: [Line] {
    guard let counts, !isSearching else { return [("Searching…", .dimmed)] }
    return counts.total == 0 ? firstSteps : nothingMatches(counts)
  }

  private func nothingMatches(_ counts: ResultCounts) -> [Line] {
    var lines: [Line] = [("No listings match.", .strong), ("", .plain)]
    if counts.undecided > 0 {
      lines.append(("U includes \(Wording.number(counts.undecided)) that do not say", .plain))
    }
    return lines + [("\\ clears the filter", .plain), ("u undoes the last decision", .plain)]
  }

  private var firstSteps: [Line] {
    [
      ("No listings yet.", .strong), ("", .plain),
      ("Bring some in from a shell:", .plain), ("", .plain),
      ("  shortlist import FILE…", .code),
      ("    posts, saved pages, feeds, tables", .dimmed),
      ("  shortlist import https://…", .code),
      ("    a page or a board's answer", .dimmed),
      ("  shortlist demo", .code),
      ("    look around with sample listings", .dimmed), ("", .plain),
      ("They show up here at once.", .plain),
    ]
  }
}
