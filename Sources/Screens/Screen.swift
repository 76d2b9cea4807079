import Texts

/// A rectangle of cells with meanings: what a terminal is to show.
///
/// A wide glyph always stands whole, its second half right after it in the same row.
package struct Screen: Hashable, Sendable {
  package let width: Int
  package let height: Int
  private var cells: [Cell]
  /// Where text is being typed; nil hides the cursor.
  package var cursor: Position?

  package init(width: Int, height: Int) {
    precondition(width >= 0 && height >= 0, "a screen has no negative side")
    self.width = width
    self.height = height
    cells = [Cell](repeating: .blank, count: width * height)
  }

  package var bounds: Rect { Rect(row: 0, column: 0, width: width, height: height) }

  package subscript(row: Int, column: Int) -> Cell { cells[row * width + column] }

  /// Draws a text in one row, clipped at the edges, and returns the column after it.
  @discardableResult
  package mutating func draw(_ text: String, row: Int, column: Int, role: Role) -> Int {
    draw(text, row: row, column: column, role: role, clip: bounds)
  }

  /// As above, within a rectangle; a wide glyph that is cut by its edge leaves a blank.
  @discardableResult
  package mutating func draw(
    _ text: String, row: Int, column: Int, role: Role, clip: Rect
  ) -> Int {
    let clip = clip.intersection(bounds)
    guard clip.rows.contains(row), clip.width > 0, column < clip.columns.upperBound else {
      return column
    }
    var text = text
    return text.withUTF8 { utf8 in
      var column = column
      var position = 0
      while column < clip.columns.upperBound, position < utf8.count {
        if column >= clip.columns.lowerBound {
          let count = putASCII(
            UnsafeBufferPointer(rebasing: utf8[position...]), row: row,
            columns: column..<clip.columns.upperBound, role: role)
          position += count
          column += count
          if count > 0 { continue }
        }
        var glyphs = GlyphReader(utf8, from: position)
        guard let glyph = glyphs.next() else { break }
        put(glyph, row: row, column: column, role: role, columns: clip.columns)
        column += glyph.width
        position = glyphs.position
      }
      return min(column, clip.columns.upperBound)
    }
  }

  /// Blanks a rectangle.
  package mutating func clear(_ rect: Rect) {
    let rect = rect.intersection(bounds)
    for row in rect.rows where rect.width > 0 {
      part(row: row, at: rect.columns.lowerBound)
      part(row: row, at: rect.columns.upperBound)
      for column in rect.columns { cells[row * width + column] = .blank }
    }
  }

  /// Lays a backdrop under what a rectangle holds.
  package mutating func lay(_ backdrop: Backdrop, under rect: Rect) {
    let rect = rect.intersection(bounds)
    for row in rect.rows where rect.width > 0 {
      part(row: row, at: rect.columns.lowerBound)
      part(row: row, at: rect.columns.upperBound)
      for index in (row * width + rect.columns.lowerBound)..<(row * width + rect.columns.upperBound)
      {
        let cell = cells[index]
        cells[index] = Cell(glyph: cell.glyph, role: cell.role, backdrop: backdrop)
      }
    }
  }
}

extension Screen {
  /// The neighboring cells of one role and backdrop, from left to right, blanks included.
  package func runs(ofRow row: Int) -> [Run] { runs(ofRow: row, columns: 0..<width) }

  /// The runs by which this screen differs from an earlier one of the same size; all if it had another.
  package func runs(changedSince earlier: Screen) -> [Run] {
    guard earlier.width == width, earlier.height == height else {
      return (0..<height).flatMap(runs(ofRow:))
    }
    return (0..<height).flatMap { row in
      runs(ofRow: row, columns: columns(ofRow: row, changedSince: earlier))
    }
  }

  /// Draws a run as a terminal would.
  package mutating func apply(_ run: Run) {
    let columns = run.columns.clamped(to: 0..<width)
    guard run.row < height, !columns.isEmpty else { return }
    let rect = Rect(row: run.row, column: columns.lowerBound, width: columns.count, height: 1)
    draw(run.text, row: run.row, column: columns.lowerBound, role: run.role, clip: rect)
    lay(run.backdrop, under: rect)
  }

  /// A row's text, its trailing blanks included.
  package func text(ofRow row: Int) -> String {
    text(of: row * width..<(row + 1) * width)
  }
}

private extension Screen {
  /// Puts the letters that a text begins with where no wide glyph stands; returns how many.
  ///
  /// Nearly all text is of this kind, and nothing has to be asked about it.
  mutating func putASCII(
    _ utf8: UnsafeBufferPointer<UInt8>, row: Int, columns: Range<Int>, role: Role
  ) -> Int {
    let start = row * width + columns.lowerBound
    let most = min(columns.count, utf8.count)
    return cells.withUnsafeMutableBufferPointer { cells in
      var count = 0
      while count < most {
        let byte = utf8[count]
        // What follows may be a mark on it.
        let isFollowed = count + 1 < utf8.count && utf8[count + 1] >= 0x80
        let old = cells[start + count]
        guard byte >= 0x20, byte < 0x7F, !isFollowed, old.isNarrow else { break }
        cells[start + count] = Cell(
          glyph: Glyph(ascii: byte), role: role, backdrop: old.backdrop)
        count += 1
      }
      return count
    }
  }

  mutating func put(_ glyph: Glyph, row: Int, column: Int, role: Role, columns: Range<Int>) {
    guard column >= columns.lowerBound else {
      if column + glyph.width > columns.lowerBound {
        put(.blank, row: row, column: column + 1, role: role, columns: columns)
      }
      return
    }
    guard column + glyph.width <= columns.upperBound else {
      put(.blank, row: row, column: column, role: role, columns: columns)
      return
    }
    let index = row * width + column
    let backdrop = cells[index].backdrop
    if cells[index].glyph == nil || cells[index].glyph?.width == 2 { part(row: row, at: column) }
    part(row: row, at: column + glyph.width)
    cells[index] = Cell(glyph: glyph, role: role, backdrop: backdrop)
    if glyph.width == 2 { cells[index + 1] = Cell(glyph: nil, role: role, backdrop: backdrop) }
  }

  /// Makes blanks of a wide glyph that lies across the edge before a column.
  mutating func part(row: Int, at column: Int) {
    guard column > 0, column < width, cells[row * width + column].glyph == nil else { return }
    let index = row * width + column
    for half in [index - 1, index] {
      cells[half] = Cell(glyph: .blank, role: cells[half].role, backdrop: cells[half].backdrop)
    }
  }

  /// From the first to the last column that differs, widened to whole glyphs.
  func columns(ofRow row: Int, changedSince earlier: Screen) -> Range<Int> {
    let start = row * width
    var (first, last) = (0, width - 1)
    cells.withUnsafeBufferPointer { cells in
      earlier.cells.withUnsafeBufferPointer { earlier in
        while first <= last, cells[start + first] == earlier[start + first] { first += 1 }
        while last > first, cells[start + last] == earlier[start + last] { last -= 1 }
      }
    }
    guard first <= last else { return 0..<0 }
    if cells[start + first].glyph == nil { first -= 1 }
    if cells[start + last].glyph?.width == 2 { last += 1 }
    return first..<(last + 1)
  }

  func runs(ofRow row: Int, columns: Range<Int>) -> [Run] {
    guard !columns.isEmpty else { return [] }
    return cells.withUnsafeBufferPointer { cells in
      let cells = UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
      var runs: [Run] = []
      var start = columns.lowerBound
      while start < columns.upperBound {
        let cell = cells[start]
        var end = start + 1
        while end < columns.upperBound, cells[end].role == cell.role,
          cells[end].backdrop == cell.backdrop
        { end += 1 }
        runs.append(
          Run(
            row: row, columns: start..<end, text: Self.text(of: cells[start..<end]),
            role: cell.role, backdrop: cell.backdrop))
        start = end
      }
      return runs
    }
  }

  func text(of indices: Range<Int>) -> String {
    cells.withUnsafeBufferPointer { Self.text(of: $0[indices]) }
  }

  static func text(of cells: Slice<UnsafeBufferPointer<Cell>>) -> String {
    let cells = UnsafeBufferPointer(rebasing: cells)
    guard cells.allSatisfy({ $0.glyph?.isASCII == true }) else {
      return cells.reduce(into: "") { text, cell in cell.glyph?.append(to: &text) }
    }
    return String(unsafeUninitializedCapacity: cells.count) { bytes in
      for index in 0..<cells.count {
        bytes[index] = UInt8(truncatingIfNeeded: cells[index].glyph?.base.value ?? 32)
      }
      return cells.count
    }
  }
}
