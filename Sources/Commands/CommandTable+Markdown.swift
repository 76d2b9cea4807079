/// The command table as others print it.
package enum CommandTable {
  /// Commands that have a key, by group, with the keys that do them.
  package static func groups(in keymap: Keymap) -> [(group: CommandGroup, rows: [Row])] {
    CommandGroup.allCases.map { group in
      let rows = (Command.allCases + keymap.own).filter { $0.info.group == group }.compactMap {
        command in
        let keys = keys(for: command, in: keymap)
        return keys.isEmpty ? nil : Row(command: command, keys: keys)
      }
      return (group, rows)
    }.filter { !$0.rows.isEmpty }
  }

  /// One line of the help.
  package struct Row: Hashable, Sendable {
    package let command: Command
    package let keys: [KeySequence]
  }

  /// The table of the README and of the manual, default keys.
  package static var markdown: String {
    var lines: [String] = []
    for (group, rows) in groups(in: Keymap()) {
      if !lines.isEmpty { lines.append("") }
      lines += ["### \(group.rawValue)", "", "| keys | command | does |", "|---|---|---|"]
      lines += rows.map { row in
        let keys = row.keys.map { "`\($0.description.escapedForTables)`" }.joined(separator: " ")
        return "| \(keys) | `\(row.command.name)` | \(row.command.info.help) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func keys(for command: Command, in keymap: Keymap) -> [KeySequence] {
    var found: [KeySequence] = []
    for context in KeyContext.allCases {
      found += keymap.keys(for: command, in: context).filter { !found.contains($0) }
    }
    return found
  }
}

private extension String {
  var escapedForTables: String {
    String(flatMap { $0 == "|" ? "\\|" : String($0) })
  }
}
