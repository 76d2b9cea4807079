import Texts

/// A rectangle of a screen to draw in; places count from its top left, all else is clipped.
package struct Canvas {
  package private(set) var screen: Screen
  /// The interface's words in the person's language.
  package let phrases: Phrasebook
  private var area: Rect

  package init(_ screen: Screen, phrases: Phrasebook = Phrasebook()) {
    self.screen = screen
    self.phrases = phrases
    area = screen.bounds
  }

  package var width: Int { area.width }
  package var height: Int { area.height }

  /// Lets `body` draw in a part of this canvas as if it were the whole.
  package mutating func within(_ rect: Rect, _ body: (inout Canvas) -> Void) {
    let whole = area
    area = absolute(rect).intersection(whole)
    body(&self)
    area = whole
  }

  /// Draws text in one row and returns the column after it.
  @discardableResult
  package mutating func draw(_ text: String, row: Int, column: Int, role: Role = .plain) -> Int {
    screen.draw(text, row: area.row + row, column: area.column + column, role: role, clip: area)
      - area.column
  }

  /// Draws text in at most `width` columns, cut with an ellipsis.
  @discardableResult
  package mutating func draw(
    _ text: String, row: Int, columns: Range<Int>, role: Role = .plain
  ) -> Int {
    draw(fitted(text, to: columns.count), row: row, column: columns.lowerBound, role: role)
  }

  /// Draws text so that it ends before a column, and returns the column it begins at.
  @discardableResult
  package mutating func draw(
    _ text: String, row: Int, endingAt end: Int, role: Role = .plain
  )
    -> Int
  {
    let start = end - displayWidth(of: text)
    draw(text, row: row, column: start, role: role)
    return start
  }

  package mutating func clear(_ rect: Rect? = nil) {
    screen.clear(rect.map { absolute($0).intersection(area) } ?? area)
  }

  package mutating func lay(_ backdrop: Backdrop, underRows rows: Range<Int>) {
    let rect = Rect(row: rows.lowerBound, column: 0, width: area.width, height: rows.count)
    screen.lay(backdrop, under: absolute(rect).intersection(area))
  }

  package mutating func placeCursor(row: Int, column: Int) {
    let position = Position(row: area.row + row, column: area.column + column)
    if area.contains(position) { screen.cursor = position }
  }

  private func absolute(_ rect: Rect) -> Rect {
    Rect(
      row: area.row + rect.row, column: area.column + rect.column, width: rect.width,
      height: rect.height)
  }
}
