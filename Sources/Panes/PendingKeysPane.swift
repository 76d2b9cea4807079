import Commands
import Screens
import Texts

/// What may follow the keys pressed so far, in a box at the lower right.
struct PendingKeysPane {
  func draw(_ continuations: [KeyContinuation], pressed: [Key], on canvas: inout Canvas) {
    guard !continuations.isEmpty else { return }
    let shown = continuations.prefix(max(1, canvas.height - 4))
    let keyWidth = shown.map { displayWidth(of: $0.rest.description) }.max() ?? 0
    let phrases = canvas.phrases
    let textWidth = shown.map { displayWidth(of: phrases[$0.command.info.help]) }.max() ?? 0
    let width = min(canvas.width, keyWidth + textWidth + 6)
    let height = shown.count + 2
    let rect = Rect(
      row: canvas.height - 1 - height, column: canvas.width - width, width: width, height: height)
    canvas.clear(rect)
    canvas.within(rect) { canvas in
      drawBox(titled: " \(KeySequence(pressed)) ", on: &canvas)
      for (row, continuation) in shown.enumerated() {
        canvas.draw(continuation.rest.description, row: row + 1, column: 2, role: .key)
        let text = keyWidth + 4
        canvas.draw(
          phrases[continuation.command.info.help], row: row + 1, columns: text..<(canvas.width - 1))
      }
    }
  }
}
