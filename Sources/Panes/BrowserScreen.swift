import Browsing
import Commands
import Screens

/// The whole screen of a browser.
package struct BrowserScreen {
  private let browser: Browser

  package init(_ browser: Browser) { self.browser = browser }

  /// As large as the browser was last told.
  package func draw() -> Screen {
    let size = browser.layout.size
    var canvas = Canvas(
      Screen(width: size.width, height: size.height), phrases: browser.phrases)
    if browser.layout.kind == .tooSmall {
      drawTooSmall(on: &canvas)
    } else {
      drawAll(on: &canvas)
    }
    return canvas.screen
  }
}

private extension BrowserScreen {
  func drawTooSmall(on canvas: inout Canvas) {
    let needed = Layout.smallest
    let words =
      "shortlist needs \(needed.width)×\(needed.height), has \(canvas.width)×\(canvas.height)"
    canvas.draw(words, row: canvas.height / 2, columns: 0..<canvas.width, role: .problem)
  }

  func drawAll(on canvas: inout Canvas) {
    let last = canvas.height - 1
    canvas.within(Rect(row: 0, column: 0, width: canvas.width, height: 1)) {
      HeaderLine(browser).draw(on: &$0)
    }
    PaneFrames(browser).draw(on: &canvas)
    drawPanes(on: &canvas)
    canvas.within(Rect(row: last, column: 0, width: canvas.width, height: 1)) {
      StatusLine(browser).draw(on: &$0)
    }
    if let help = browser.help {
      HelpPane().draw(help, in: Rect(browser.layout.overlay), on: &canvas)
    }
    if let chooser = browser.chooser, browser.help == nil {
      canvas.within(Rect(browser.chooserFrame)) { ChooserPane().draw(chooser, on: &$0) }
    }
    PendingKeysPane().draw(browser.continuations, pressed: browser.keys.pending, on: &canvas)
    if let prompt = browser.prompt {
      PromptLine(keymap: browser.keymap, counts: browser.counts).draw(prompt, on: &canvas)
    }
  }

  func drawPanes(on canvas: inout Canvas) {
    let layout = browser.layout
    if let frame = layout.inside(.filters) {
      canvas.within(Rect(frame)) {
        FilterPane(currency: browser.currency, isFocused: browser.focus == .filters)
          .draw(browser.filters, on: &$0)
      }
    }
    if let frame = layout.inside(.list) {
      canvas.within(Rect(frame)) {
        ListPane(
          today: browser.today, counts: browser.counts, finder: browser.hitFinder,
          isFocused: browser.focus == .list
        )
        .draw(browser.list, on: &$0)
      }
    }
    if let frame = layout.inside(.detail) {
      canvas.within(Rect(frame)) { drawDetail(on: &$0) }
    }
  }
}

private extension BrowserScreen {
  func drawDetail(on canvas: inout Canvas) {
    guard let inspection = browser.inspection else {
      return DetailPane().draw(browser.detail, on: &canvas)
    }
    let row = InspectionPane().draw(inspection, on: &canvas)
    let rest = Rect(row: row, column: 0, width: canvas.width, height: canvas.height - row)
    canvas.within(rest) { DetailPane().draw(browser.detail, on: &$0) }
  }
}

extension Rect {
  init(_ frame: Frame) {
    self.init(row: frame.row, column: frame.column, width: frame.width, height: frame.height)
  }
}
