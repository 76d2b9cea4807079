import Commands
import Screens

/// Where a screen is shown and events come from.
package protocol Terminal {
  var width: Int { get }
  var height: Int { get }

  /// Shows a screen as large as the terminal; what is equal to the last one shown is not sent.
  mutating func show(_ screen: Screen) throws
  /// Waits for a key, a resize, or a wake from another thread.
  mutating func nextEvent() throws -> TerminalEvent
  /// Whether a key waits, so that a screen drawn now would be old at once.
  mutating func hasInput() -> Bool
  /// The next screen shown is sent whole.
  mutating func redraw()
  /// Stops the program until the shell continues it.
  mutating func suspend()
  /// Puts text on the terminal's clipboard.
  mutating func copy(_ text: String)
  /// Hands the terminal to another program for as long as `body` takes.
  mutating func lend<Result>(_ body: () throws -> Result) rethrows -> Result
  mutating func close()
}

/// What a terminal tells.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted at once; line ends are "\n".
  case pasted(String)
  case resized(width: Int, height: Int)
  /// Another thread asked for attention.
  case woken
  /// The process was told to end, or the terminal is gone.
  case terminate
}

/// Why there is no terminal to use.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
  case notATerminal
  case unknown
  case tooDumb

  package var description: String {
    switch self {
    case .notATerminal: "the browser needs a terminal; `shortlist list` writes anywhere"
    case .unknown: "this terminal is not known here; set TERM, for example to xterm-256color"
    case .tooDumb:
      "this terminal cannot place its cursor; `shortlist list` needs no more than lines"
    }
  }
}
