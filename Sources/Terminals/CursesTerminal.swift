import CCurses
import Commands
import Screens

/// The terminal of standard input and output, through curses; one at a time.
package final class CursesTerminal: Terminal {
  package private(set) var width = 0
  package private(set) var height = 0

  private let styles: StyleTable
  private let isInTmux: Bool
  private var decoding: KeyDecoding
  private var shown: Screen?
  private var waiting: [TerminalEvent] = []
  private var isOpen = true

  package struct Options: Sendable {
    package var theme = Theme.standard
    /// False for `NO_COLOR` and `--color never`.
    package var usesColor = true
    package var usesMouse = true
    /// The environment has `TMUX`.
    package var isInTmux = false
    /// The keys with Alt that are bound to something.
    fileprivate let alternateKeys: Set<Key>

    package init(keymap: Keymap = Keymap()) {
      alternateKeys = keymap.boundKeys.filter { $0.modifiers.contains(.alternate) }
    }
  }

  package init(_ options: Options = Options()) throws(TerminalError) {
    switch terminal_start(options.usesMouse) {
    case TERMINAL_STARTED: break
    case TERMINAL_NOT_A_TTY: throw .notATerminal
    case TERMINAL_TOO_DUMB: throw .tooDumb
    default: throw .unknown
    }
    styles = StyleTable(
      theme: options.theme, colors: options.usesColor ? Int(terminal_colors()) : 0)
    isInTmux = options.isInTmux
    decoding = KeyDecoding(alternateKeys: options.alternateKeys)
    measure()
  }

  deinit { if isOpen { terminal_stop() } }

  /// Ends the wait of `nextEvent` with `.woken`; from any thread.
  package static func wake() { terminal_wake() }

  package func show(_ screen: Screen) {
    let runs = changes(in: screen)
    let isSame = runs.isEmpty && shown?.cursor == screen.cursor && shown != nil
    shown = screen
    guard !isSame else { return }
    put(runs)
    terminal_refresh(Int32(screen.cursor?.row ?? -1), Int32(screen.cursor?.column ?? -1))
  }

  package func nextEvent() -> TerminalEvent {
    while true {
      readInput()
      if !waiting.isEmpty { return waiting.removeFirst() }
      take(terminal_wait(-1))
    }
  }

  package func hasInput() -> Bool {
    if !waiting.isEmpty { return true }
    let news = terminal_wait(0)
    take(news)
    return !waiting.isEmpty || news & UInt32(TERMINAL_READABLE) != 0
  }

  package func redraw() {
    shown = nil
    terminal_redraw()
  }

  package func suspend() {
    terminal_suspend()
    takeBack()
  }

  package func copy(_ text: String) {
    let bytes = Clipboard.sequence(copying: text, isInTmux: isInTmux)
    terminal_send(bytes, bytes.count)
  }

  package func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    terminal_leave()
    defer {
      terminal_return()
      takeBack()
    }
    return try body()
  }

  package func close() {
    if isOpen { terminal_stop() }
    isOpen = false
  }
}

private extension CursesTerminal {
  func changes(in screen: Screen) -> [Run] {
    guard let shown else { return (0..<screen.height).flatMap(screen.runs(ofRow:)) }
    return screen.runs(changedSince: shown)
  }

  /// Blanks take the style of what is before them where nobody sees the difference: each change of
  /// style has to be sent, and costs curses more than many letters.
  func put(_ runs: [Run]) {
    var before: (row: Int, end: Int, style: StyleTable.Style)?
    for run in runs {
      var style = styles[run.role, run.backdrop]
      if let before, before.row == run.row, before.end == run.columns.lowerBound,
        let ground = style.ground, ground == before.style.ground, run.isBlank
      {
        style = before.style
      }
      put(run, style)
      before = (run.row, run.columns.upperBound, style)
    }
  }

  func put(_ run: Run, _ style: StyleTable.Style) {
    var text = run.text
    text.withUTF8 { utf8 in
      terminal_put(
        Int32(run.row), Int32(run.columns.lowerBound), utf8.baseAddress, utf8.count,
        style.attributes, style.pair)
    }
  }

  /// Reads one event's worth, as more may wait in curses than anybody wants to see handled.
  func readInput() {
    while waiting.isEmpty {
      let input = terminal_read()
      waiting += decoding.events(for: input)
      if input.kind == TERMINAL_INPUT_NONE { return }
    }
  }

  func take(_ news: UInt32) {
    func came(_ what: some BinaryInteger) -> Bool { news & UInt32(what) != 0 }
    if came(TERMINAL_TERMINATE) { waiting.append(.terminate) }
    if came(TERMINAL_STOPPED) {
      suspend()
    } else if came(TERMINAL_CONTINUED) {
      terminal_return()
      takeBack()
    } else if came(TERMINAL_RESIZED) {
      measure()
      waiting.append(.resized(width: width, height: height))
    }
    if came(TERMINAL_WOKEN) { waiting.append(.woken) }
  }

  /// The screen may have been written over and resized while it was not ours.
  func takeBack() {
    measure()
    redraw()
    waiting.append(.resized(width: width, height: height))
  }

  func measure() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    terminal_size(&columns, &rows)
    if Int(columns) != width || Int(rows) != height { shown = nil }
    width = Int(columns)
    height = Int(rows)
  }
}
