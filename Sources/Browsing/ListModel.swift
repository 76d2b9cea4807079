import Listings

/// The list as far as it is loaded, where the selection is, and what is marked.
package struct ListModel: Hashable, Sendable {
  /// Rows that the query found.
  package internal(set) var count = 0
  /// Position of the selected row; 0 when there is none.
  package internal(set) var selection = 0
  /// Position of the first row on the screen.
  package internal(set) var top = 0
  /// Rows that fit on the screen.
  package internal(set) var visible = 1
  package internal(set) var marks: Set<ListingID> = []
  /// A search is under way whose rows are not here yet.
  package internal(set) var isStale = true
  /// Position of the first loaded row.
  package internal(set) var first = 0
  /// The loaded rows; elsewhere rows are drawn as not loaded yet.
  package internal(set) var rows: [ListingRow] = []
  /// The positions asked for and not answered yet.
  var asked: Range<Int>?
  /// The first and the last rows where they are not among the loaded ones, for who goes there.
  private var ends: [Stretch] = []
  private var askedEnds: [Range<Int>] = []

  /// Rows that follow each other in the list.
  private struct Stretch: Hashable, Sendable {
    let range: Range<Int>
    var rows: [ListingRow]
  }

  /// The columns of the person's own; nil for the usual ones.
  package internal(set) var format: RowFormat?

  /// Screen lines that one listing takes.
  package var linesPerRow: Int { format?.linesPerRow ?? 2 }

  package init() {}

  /// Nil where the row is not loaded yet.
  package func row(at position: Int) -> ListingRow? {
    rows.indices.contains(position - first) ? rows[position - first] : nil
  }

  /// Also where the row lies at an end of the list, far from the loaded ones.
  func heldRow(at position: Int) -> ListingRow? {
    row(at: position)
      ?? ends.first { $0.range.contains(position) }.map {
        $0.rows[position - $0.range.lowerBound]
      }
  }

  package var selectedRow: ListingRow? { count > 0 ? row(at: selection) : nil }
  package var selectedID: ListingID? { selectedRow?.id }

  /// The positions on the screen.
  package var shown: Range<Int> { top..<min(count, top + visible) }

  private var loaded: Range<Int> { first..<(first + rows.count) }

  /// No row on the screen is still to come.
  package var isShownLoaded: Bool { loaded.contains(shown) }

  package func isMarked(_ row: ListingRow) -> Bool { marks.contains(row.id) }
}

extension ListModel {
  mutating func select(_ position: Int) {
    selection = min(max(0, position), max(0, count - 1))
    settle()
  }

  /// Scrolls without leaving the selection off the screen.
  mutating func scroll(by rows: Int) {
    top = min(max(0, top + rows), max(0, count - visible))
    let first = top == 0 ? 0 : top + ahead
    let last = top + visible >= count ? count - 1 : top + visible - 1 - ahead
    selection = min(max(selection, first), max(first, last))
    settle()
  }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    settle()
  }

  /// Makes the position of selection and screen legal again.
  mutating func settle(top wanted: Int? = nil) {
    selection = min(max(0, selection), max(0, count - 1))
    top = min(max(0, wanted ?? top), max(0, count - 1))
    top = min(top, max(0, selection - ahead))
    top = max(top, selection + ahead + 1 - visible)
    top = min(max(0, top), max(0, count - visible))
  }

  /// The first rows of a new search; the selected row keeps its place on the screen.
  mutating func show(_ found: Found, at position: Int) {
    let offset = selection - top
    count = max(0, found.matching)
    first = min(max(0, found.first), count)
    rows = Array(found.rows.prefix(count - first))
    asked = nil
    forgetEnds()
    isStale = !found.isComplete
    selection = position
    settle(top: position - offset)
  }

  /// Rows that were asked for.
  mutating func show(_ newRows: [ListingRow], at range: Range<Int>) {
    if let index = askedEnds.firstIndex(of: range) {
      askedEnds.remove(at: index)
      // Fewer than asked for: the list is another by now, and going there asks for its rows.
      if newRows.count == range.count { ends.append(Stretch(range: range, rows: newRows)) }
    }
    guard asked == range else { return }
    asked = nil
    // Fewer than asked for: the list ends here by now.
    if newRows.count < range.count {
      count = min(count, range.lowerBound + newRows.count)
      forgetEnds()
    }
    keepEnds()
    rows = Array(newRows.prefix(range.count))
    first = range.lowerBound
    settle()
  }

  /// The rows to ask for so that the screen and a stretch around it are there.
  mutating func missingRows() -> [Range<Int>] {
    guard !isStale, count > 0 else { return [] }
    let near = max(0, shown.lowerBound - visible)..<min(count, shown.upperBound + visible)
    if !isShownLoaded, let end = ends.first(where: { $0.range.contains(shown) }) {
      keepEnds()
      rows = end.rows
      first = end.range.lowerBound
    }
    if loaded.contains(near) || asked?.contains(near) == true { return [] }
    let wanted = max(0, top - margin)..<min(count, top + visible + margin)
    asked = wanted
    return [wanted]
  }

  /// The rows to ask for so that both ends are there, when nothing is wanted sooner.
  mutating func missingEnds() -> [Range<Int>] {
    guard !isStale, asked == nil else { return [] }
    let missing = endRanges.filter { end in
      !([loaded] + ends.map(\.range) + askedEnds).contains { $0.contains(end) }
    }
    askedEnds += missing
    return missing
  }

  /// What a screen at either end shows, and as much again.
  private var endRanges: [Range<Int>] {
    let room = min(count, visible * 2)
    return [0..<room, (count - room)..<count]
  }

  /// Keeps ends that are among the loaded rows, which are about to go.
  private mutating func keepEnds() {
    for end in endRanges where loaded.contains(end) {
      guard !ends.contains(where: { $0.range.contains(end) }) else { continue }
      let held = rows[(end.lowerBound - first)..<(end.upperBound - first)]
      ends.append(Stretch(range: end, rows: Array(held)))
    }
  }

  private mutating func forgetEnds() {
    ends = []
    askedEnds = []
  }

  /// Rows of what comes next that stay in sight.
  private var ahead: Int { min(2, (visible - 1) / 2) }

  /// Rows on either side of a place with which a screen around it, and the next one, are whole.
  var nearMargin: Int { visible * 2 }

  /// Rows to hold ready on either side of the screen.
  var margin: Int { max(100, visible * 4) }

  mutating func update(_ id: ListingID, _ change: (inout ListingRow) -> Void) {
    update([id], change)
  }

  /// Changes rows wherever they are held, and returns those that are loaded.
  @discardableResult
  mutating func update(
    _ ids: Set<ListingID>, _ change: (inout ListingRow) -> Void
  ) -> [ListingRow] {
    for end in ends.indices {
      for index in ends[end].rows.indices where ids.contains(ends[end].rows[index].id) {
        change(&ends[end].rows[index])
      }
    }
    return rows.indices.compactMap { index in
      guard ids.contains(rows[index].id) else { return nil }
      change(&rows[index])
      return rows[index]
    }
  }

  /// Takes rows out at once; the search that follows confirms it.
  ///
  /// `total` counts those that are not loaded as well.
  mutating func remove(_ ids: Set<ListingID>, total: Int) {
    let before = (first..<max(first, selection)).count {
      row(at: $0).map { ids.contains($0.id) } == true
    }
    let loaded = rows.count
    rows.removeAll { ids.contains($0.id) }
    forgetEnds()
    count = max(first + rows.count, count - max(total, loaded - rows.count))
    marks.subtract(ids)
    isStale = true
    selection -= before
    settle()
  }
}

private extension Range<Int> {
  func contains(_ other: Range<Int>) -> Bool {
    other.isEmpty || (lowerBound <= other.lowerBound && upperBound >= other.upperBound)
  }
}
