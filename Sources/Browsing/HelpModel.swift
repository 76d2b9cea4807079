import Commands

/// A sheet over all panes: the keys and what they do, made from the command table; what a query can
/// say; or two listings side by side.
package struct HelpModel: Hashable, Sendable {
  package enum Topic: Hashable, Sendable { case keys, query, comparison }

  /// A line of help.
  package enum Line: Hashable, Sendable {
    case heading(String)
    case row(keys: [KeySequence], help: String)
    /// Something to type, and what it does.
    case entry(String, String)
    case text(String)
    case pair(Pair)
    case blank
  }

  package let topic: Topic
  package let lines: [Line]
  /// Index of the first line on the screen.
  package internal(set) var top = 0
  /// Lines that fit on the screen, in all columns.
  package internal(set) var visible = 1

  init(topic: Topic, lines: [Line]) {
    self.topic = topic
    self.lines = lines
  }

  package init(keymap: Keymap) {
    let groups = CommandTable.groups(in: keymap).map { group, rows in
      [Line.heading(group.rawValue)]
        + rows.map { Line.row(keys: $0.keys, help: $0.command.info.help) }
    }
    let line =
      [Line.heading("After :")]
      + LineCommand.allCases.map { .entry("\($0.rawValue) \($0.syntax)", $0.help) }
    self.init(topic: .keys, lines: Array((groups + [line]).joined(separator: [.blank])))
  }

  package var title: String {
    switch topic {
    case .keys: "Keys"
    case .query: "What a query can say"
    case .comparison: "Side by side"
    }
  }

  /// Columns that the lines are set in, one after the other.
  package func columns(width: Int) -> Int {
    topic != .comparison && width >= 120 ? 2 : 1
  }

  mutating func fit(visible newVisible: Int) {
    visible = max(1, newVisible)
    scroll(by: 0)
  }

  mutating func scroll(by lines: Int) {
    let count = self.lines.count
    top = min(max(0, top + max(-count, min(count, lines))), max(0, count - visible))
  }
}
