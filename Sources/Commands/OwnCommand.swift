/// What a person binds to keys beside the commands there are: lines as they are typed after ":".
package struct OwnCommand: Hashable, Sendable {
  /// Without the colon; each is run after the one before it.
  package let lines: [String]

  package init(parsing lines: [String]) throws(OwnCommandError) {
    var read: [String] = []
    for line in lines {
      let words = line.drop { $0 == " " || $0 == ":" }
      let name = String(words.prefix { $0 != " " })
      guard LineCommand(rawValue: name) != nil || Command(name: name)?.isForLine == true else {
        throw OwnCommandError(name: name)
      }
      let end = words.lastIndex { $0 != " " } ?? words.startIndex
      read.append(String(words[...end]))
    }
    guard !read.isEmpty else { throw OwnCommandError(name: "") }
    self.lines = read
  }

  package var info: CommandInfo {
    CommandInfo(":" + lines.joined(separator: "  :"), keys: [], group: .own)
  }
}

/// A line that begins with no command.
package struct OwnCommandError: Error, Hashable, CustomStringConvertible {
  let name: String

  package var description: String {
    name.isEmpty ? "expected a command, as in \":pipe less\"" : "there is no command \"\(name)\""
  }
}
