/// Moving through rows, lines and panes.
package enum MoveCommand: String, CaseIterable, Sendable {
  case down = "move-down"
  case up = "move-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case first
  case last
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case paneLeft = "pane-left"
  case paneRight = "pane-right"
  case open
  case close
  case detailDown = "detail-down"
  case detailUp = "detail-up"
  case detailPageDown = "detail-page-down"
  case detailPageUp = "detail-page-up"
  case nextListing = "next-listing"
  case previousListing = "previous-listing"

  package var info: CommandInfo {
    switch self {
    case .down: row("Go to the next row or line", ["j", "<down>"])
    case .up: row("Go to the previous row or line", ["k", "<up>"])
    case .halfPageDown: row("Go down half a page", ["<c-d>"])
    case .halfPageUp: row("Go up half a page", ["<c-u>"])
    case .pageDown: row("Go down a page", ["<pagedown>", "<c-f>"])
    case .pageUp: row("Go up a page", ["<pageup>", "<c-b>"])
    case .first: row("Go to the first row; with a count, to that row", ["g g", "<home>"])
    case .last: row("Go to the last row; with a count, to that row", ["G", "<end>"])
    case .nextPane: row("Go to the next pane", ["<tab>"])
    case .previousPane: row("Go to the previous pane", ["<s-tab>"])
    case .paneLeft: row("Go to the pane on the left", ["h", "<left>"])
    case .paneRight: row("Go to the pane on the right", ["l", "<right>"])
    case .open: row("Open the detail over the whole screen", ["<ret>"])
    case .close: row("Close what is open", ["<esc>"])
    case .detailDown: row("Scroll the detail down", ["J"])
    case .detailUp: row("Scroll the detail up", ["K"])
    case .detailPageDown: row("Scroll the detail down a page", ["<space>"])
    case .detailPageUp: row("Scroll the detail up a page", ["<backspace>"])
    case .nextListing: row("Go to the next listing, from any pane", ["<c-n>"])
    case .previousListing: row("Go to the previous listing, from any pane", ["<c-p>"])
    }
  }

  private func row(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, group: .moving)
  }
}
