import Browsing
import Listings
import Screens
import Texts

/// The list: two lines a listing.
package struct ListPane {
  private let today: Day
  private let counts: ResultCounts?
  private let finder: HitFinder
  private let isFocused: Bool

  package init(today: Day, counts: ResultCounts?, finder: HitFinder, isFocused: Bool) {
    self.today = today
    self.counts = counts
    self.finder = finder
    self.isFocused = isFocused
  }

  package func draw(_ list: ListModel, on canvas: inout Canvas) {
    guard list.count > 0 else {
      EmptyList(counts: counts, isSearching: list.isStale).draw(on: &canvas)
      return
    }
    let columns = ListColumns(width: canvas.width)
    let own = list.format.map {
      OwnColumns($0, today: today, text: columns.text..<(canvas.width - 1))
    }
    let linesPerRow = list.linesPerRow
    // One more than fits whole, when the last line is half a listing's.
    for position in list.top..<min(list.count, list.top + list.visible + 1) {
      let line = (position - list.top) * linesPerRow
      if let row = list.row(at: position) {
        drawSigns(of: row, isMarked: list.isMarked(row), line: line, linesPerRow, on: &canvas)
        if let own {
          draw(row, line: line, in: own, linesPerRow, on: &canvas)
        } else {
          draw(row, line: line, in: columns, on: &canvas)
        }
      } else {
        canvas.draw("…", row: line, column: columns.text, role: .dimmed)
      }
      if position == list.selection {
        let lines = line..<(line + linesPerRow)
        canvas.lay(isFocused ? .selected : .selectedElsewhere, underRows: lines)
      }
    }
  }
}

private extension ListPane {
  /// What was decided and what is new; and that there is an application at the company already.
  func drawSigns(
    of row: ListingRow, isMarked: Bool, line: Int, _ linesPerRow: Int, on canvas: inout Canvas
  ) {
    if isMarked { canvas.draw("✓", row: line, column: 0, role: .key) }
    let sign = ListSign(row)
    canvas.draw(sign.text, row: line, column: 1, role: sign.role)
    if let stage = row.otherStage {
      let column = linesPerRow > 1 ? 1 : 2
      canvas.draw(stage.sign, row: line + linesPerRow - 1, column: column, role: .stage)
    }
  }

  /// In the person's own columns, under the title where that is not one of them.
  func draw(
    _ row: ListingRow, line: Int, in own: OwnColumns, _ linesPerRow: Int, on canvas: inout Canvas
  ) {
    let text = 3..<(canvas.width - 1)
    if let group = row.group, group.isFolded {
      return GroupLines(group, of: row).draw(
        line: line, columns: text, lines: linesPerRow, on: &canvas)
    }
    if let group = row.group { drawGuide(of: group, line: line, lines: linesPerRow, on: &canvas) }
    if linesPerRow > 1 { drawTitle(of: row, line: line, columns: text, on: &canvas) }
    own.draw(
      row, line: line + linesPerRow - 1, titleRole: titleRole(of: row), on: &canvas
    ) { words, row, column, role, canvas in
      self.draw(words, row: row, column: column, role: role, on: &canvas)
    }
  }

  func draw(_ row: ListingRow, line: Int, in columns: ListColumns, on canvas: inout Canvas) {
    let age =
      row.isClosed ? canvas.phrases["closed"] : row.posted.map { Wording.age($0, today: today) }
    let ageLine = columns.isNarrow ? line : line + 1
    let ageStart = canvas.draw(
      age ?? "–", row: ageLine, endingAt: canvas.width - 1, role: .dimmed)
    let title = columns.text..<(columns.isNarrow ? ageStart - 1 : canvas.width - 1)
    if let group = row.group, group.isFolded {
      return GroupLines(group, of: row).draw(line: line, columns: title, lines: 2, on: &canvas)
    }
    if let group = row.group { drawGuide(of: group, line: line, lines: 2, on: &canvas) }
    drawTitle(of: row, line: line, columns: title, on: &canvas)
    drawFacts(of: row, line: line + 1, in: columns, on: &canvas)
  }

  /// Ties the rows of an unfolded group together.
  func drawGuide(of group: RowGroup, line: Int, lines: Int, on canvas: inout Canvas) {
    canvas.draw(group.isFirst ? "▾" : "│", row: line, column: 2, role: .key)
    if lines > 1 { canvas.draw("│", row: line + 1, column: 2, role: .key) }
  }

  func drawTitle(
    of row: ListingRow, line: Int, columns: Range<Int>, on canvas: inout Canvas
  ) {
    let role: Role = row.title == nil ? .dimmed : titleRole(of: row)
    let shown = fitted(row.title ?? canvas.phrases["no title given"], to: columns.count)
    draw(shown, row: line, column: columns.lowerBound, role: role, on: &canvas)
  }

  /// Draws text with what the query seeks in it marked; returns the column after it.
  @discardableResult
  func draw(
    _ words: String, row: Int, column: Int, role: Role, on canvas: inout Canvas
  ) -> Int {
    if finder.isEmpty { return canvas.draw(words, row: row, column: column, role: role) }
    var text = StyledText(words, style: role)
    text.restyle(finder.hits(in: text.utf8)) { _ in .match }
    return text.runs.reduce(column) { column, run in
      canvas.draw(run.text, row: row, column: column, role: run.style)
    }
  }

  func drawFacts(
    of row: ListingRow, line: Int, in columns: ListColumns, on canvas: inout Canvas
  ) {
    let company = fitted(
      row.company ?? canvas.phrases[Wording.notStated], to: columns.company.count)
    let end = draw(
      company, row: line, column: columns.text, role: row.company == nil ? .dimmed : .plain,
      on: &canvas)
    let room = end..<columns.company.upperBound
    if let group = row.group, group.isFirst {
      canvas.draw(
        " · \(group.words(besides: row.company))", row: line, columns: room, role: .dimmed)
    } else if let place = row.location, room.count >= 12 {
      canvas.draw(" · \(place)", row: line, columns: room, role: .dimmed)
    }
    canvas.draw(
      row.salary == nil ? canvas.phrases[Wording.notStated] : Wording.shortPay(row.salary),
      row: line, columns: columns.pay,
      role: row.salary == nil ? .dimmed : .pay)
    let isRemote = row.remote.kind == .remote || row.remote.kind == .hybrid
    canvas.draw(
      Wording.shortRemote(row.remote), row: line, columns: columns.remote,
      role: isRemote ? .remote : .dimmed)
  }

  /// What was read steps back.
  func titleRole(of row: ListingRow) -> Role {
    if row.isClosed || row.decisions.isHidden { return .hidden }
    if let rule = row.highlight, Role.highlights.indices.contains(rule) {
      return Role.highlights[rule]
    }
    return row.decisions.isRead ? .plain : .strong
  }
}

/// The sign before a title: the most telling of what was decided, else what is new.
private struct ListSign {
  let text: String
  let role: Role

  init(_ row: ListingRow) {
    let decisions = row.decisions
    if decisions.isHidden {
      (text, role) = ("×", .hidden)
    } else if decisions.isFlagged {
      (text, role) = ("⚑", .flagged)
    } else if let stage = decisions.stage {
      (text, role) = (stage.sign, .stage)
    } else if decisions.isSaved {
      (text, role) = ("★", .saved)
    } else if row.isNew {
      (text, role) = ("●", .new)
    } else if row.isChanged {
      (text, role) = ("◦", .new)
    } else {
      (text, role) = (" ", .plain)
    }
  }
}

private extension Stage {
  var sign: String {
    switch self {
    case .applied: "A"
    case .interviewing: "I"
    case .offer: "O"
    case .accepted: "✔"
    case .rejected: "R"
    case .withdrawn: "W"
    }
  }
}

/// Where the parts of a listing's second line stand.
private struct ListColumns {
  let text = 3
  let company: Range<Int>
  let pay: Range<Int>
  let remote: Range<Int>
  /// The age moves up beside the title.
  let isNarrow: Bool

  init(width: Int) {
    let isWide = width >= 52
    isNarrow = !isWide
    let remoteEnd = width - 1 - (isWide ? 7 : 0)
    remote = (remoteEnd - (isWide ? 9 : 5))..<remoteEnd
    let payEnd = remote.lowerBound - (isWide ? 2 : 1)
    pay = (payEnd - (isWide ? 16 : width < 40 ? 11 : 14))..<payEnd
    company = text..<max(text, pay.lowerBound - 1)
  }
}
