/// Links, help and the program itself.
package enum ProgramCommand: String, CaseIterable, Sendable {
  case openLink = "open-link"
  case copyLink = "copy-link"
  case copyMarkdown = "copy-markdown"
  case pipe
  case sync
  case commandLine = "command-line"
  case help
  case redraw
  case suspend
  case quit

  package var info: CommandInfo {
    switch self {
    case .openLink: link("Open in the browser; with a count, that link", ["o"])
    case .copyLink: link("Copy the address; with a count, that link's", ["y"])
    case .copyMarkdown: link("Copy as Markdown", ["Y"])
    case .pipe: link("Give the posting to a program, as Markdown on its input", ["|"])
    case .sync: row("Fetch the sources that you follow", ["r"])
    case .commandLine: row("Type a command, or its name", [":"])
    case .help: row("Show the keys", ["?"])
    case .redraw: row("Draw the screen anew", ["<c-l>"], in: [.global, .prompt, .values])
    case .suspend: row("Suspend", ["<c-z>"], in: [.global, .prompt, .values])
    case .quit: row("Close what is open, or quit", ["q"])
    }
  }

  private func link(_ help: String, _ keys: [KeySequence]) -> CommandInfo {
    CommandInfo(help, keys: keys, group: .linking)
  }

  private func row(
    _ help: String, _ keys: [KeySequence], in contexts: [KeyContext] = [.global]
  ) -> CommandInfo {
    CommandInfo(help, keys: keys, in: contexts, group: .program)
  }
}
