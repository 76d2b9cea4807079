import Browsing
import Screens

/// What lies over the upper part of the detail, and the line that parts the two.
package struct InspectionPane {
  package init() {}

  /// Returns the row below it.
  package func draw(_ inspection: Inspection, on canvas: inout Canvas) -> Int {
    for (row, line) in inspection.shownLines.enumerated() {
      DetailPane().draw(line, row: row, on: &canvas)
    }
    let rows = inspection.selectedRows.clamped(to: 0..<inspection.visible)
    canvas.lay(.selected, underRows: rows)
    let row = inspection.visible
    canvas.draw(
      String(repeating: "─", count: canvas.width), row: row, column: 0, role: .focusedBorder)
    canvas.draw(" \(inspection.title) ", row: row, column: 1, role: .focusedTitle)
    let place = " \(inspection.selection + 1) of \(inspection.entries.count) "
    canvas.draw(place, row: row, endingAt: canvas.width - 1, role: .focusedBorder)
    return row + 1
  }
}
