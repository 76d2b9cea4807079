import Commands

/// The keys and what they do, made from the command table.
package struct HelpModel: Hashable, Sendable {
  /// A line of help.
  package enum Line: Hashable, Sendable {
    case heading(String)
    case row(keys: [KeySequence], help: String)
    case blank
  }

  package let lines: [Line]
  /// Index of the first line on the screen.
  package internal(set) var top = 0
  /// Lines that fit on the screen, in all columns.
  package internal(set) var visible = 1

  package init(keymap: Keymap) {
    lines = Array(
      CommandTable.groups(in: keymap).map { group, rows in
        [Line.heading(group.rawValue)]
          + rows.map { Line.row(keys: $0.keys, help: $0.command.info.help) }
      }.joined(separator: [.blank]))
  }

  /// Columns that the lines are set in, one after the other.
  package static func columns(width: Int) -> Int { width >= 120 ? 2 : 1 }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    scroll(by: 0)
  }

  mutating func scroll(by lines: Int) {
    let count = self.lines.count
    top = min(max(0, top + max(-count, min(count, lines))), max(0, count - visible))
  }
}
