import Commands
import Configuration
import Queries

/// The manual page in the macros of man, made of the tables of commands, keys and query fields.
struct ManualPage {
  let tool: CommandDescription

  var text: String {
    let parts = [
      head, section("COMMANDS") + commands(tool.subcommands ?? [], after: []),
      section("OPTIONS OF EVERY COMMAND") + tagged(common), section("QUERIES") + queries,
      section("KEYS") + keys, section("FILES") + files, section("ENVIRONMENT") + environment,
      section("EXIT STATUS") + status,
    ]
    return parts.joined().joined(separator: "\n")
  }
}

private extension ManualPage {
  var head: [String] {
    [
      ".TH SHORTLIST 1 \"\" \"shortlist \(Shortlist.version)\" \"User Commands\"",
      ".SH NAME", "shortlist \\- \(roff(tool.abstract ?? ""))", ".SH SYNOPSIS",
      ".B shortlist", ".RI [ query ]", ".br", ".B shortlist", ".I command", ".RI [ argument ...]",
      ".SH DESCRIPTION",
    ] + paragraphs(tool.discussion ?? "")
  }

  func section(_ title: String) -> [String] { [".SH \(title)"] }

  func commands(_ all: [CommandDescription], after path: [String]) -> [String] {
    all.filter { $0.commandName != "help" }.flatMap { command -> [String] in
      let path = path + [command.commandName]
      let inner = command.subcommands?.filter { $0.commandName != "help" } ?? []
      if !inner.isEmpty {
        return [".SS \(roff(path.joined(separator: " ")))", roff(command.abstract ?? "")]
          + paragraphs(command.discussion ?? "", isFirst: false) + commands(inner, after: path)
      }
      let own = (command.arguments ?? []).filter { $0.shouldDisplay && !isCommon($0) }
      return [".SS \(roff((path + own.compactMap(usage)).joined(separator: " ")))"]
        + [roff(command.abstract ?? "")] + paragraphs(command.discussion ?? "", isFirst: false)
        + tagged(own)
    }
  }

  /// How a value without a name stands in a call; options have their own lines.
  func usage(_ argument: CommandDescription.Argument) -> String? {
    guard argument.kind == "positional" else { return nil }
    let name = argument.valueName ?? "value"
    let word = argument.isRepeating ? "\(name) ..." : name
    return argument.isOptional ? "[\(word)]" : word
  }

  /// What every command takes is said once.
  var common: [CommandDescription.Argument] {
    let list = tool.subcommands?.first { $0.commandName == "list" }
    return (list?.arguments ?? []).filter(isCommon)
  }

  func isCommon(_ argument: CommandDescription.Argument) -> Bool {
    let names: Set<String> = ["db", "color", "today", "help", "version"]
    return argument.names?.contains { names.contains($0.name) } == true
  }

  func tagged(_ arguments: [CommandDescription.Argument]) -> [String] {
    arguments.flatMap { argument -> [String] in
      let names = (argument.names ?? []).sorted { $0.text < $1.text }.map(\.text)
      let value = argument.valueName ?? "value"
      let head =
        switch argument.kind {
        case "positional": value
        case "option": names.joined(separator: ", ") + " " + value
        default: names.joined(separator: ", ")
        }
      let usual = argument.defaultValue.map { " The default is \($0)." } ?? ""
      return entry(head, (argument.abstract ?? "") + usual)
    }
  }
}

private extension ManualPage {
  var queries: [String] {
    let words = paragraphs(
      """
      The same words on the command line, on the screen and in saved searches. Words are sought \
      anywhere, whole; swift* is a prefix, "two words" a phrase. Clauses that stand side by side \
      must all hold; there are or, not, - and parentheses. A listing that does not state what a \
      clause asks is left out and counted; a ? behind the clause takes it in: salary>=150k?
      """)
    return words
      + QueryFieldName.allCases.flatMap { name in
        let info = name.info
        let also = info.aliases.isEmpty ? "" : " Also \(info.aliases.joined(separator: ", "))."
        return entry(
          "\(name.rawValue):", "\(info.help)\(also) As in \(info.examples.joined(separator: ", "))."
        )
      }
  }

  var keys: [String] {
    CommandTable.groups(in: Keymap()).flatMap { group, rows in
      [".SS \(roff(group.rawValue))"]
        + rows.flatMap { row in
          entry(
            row.keys.map(\.description).joined(separator: "  "),
            "\(row.command.info.help) (\(row.command.name)).")
        }
    }
      + [".SS Behind :"]
      + LineCommand.allCases.flatMap { command in
        entry(
          "\(command.rawValue) \(command.syntax)",
          "\(command.help).")
      }
  }

  var files: [String] {
    [
      ("$XDG_DATA_HOME/shortlist/shortlist.sqlite", "The listings; ~/.local/share without it."),
      ("$XDG_DATA_HOME/shortlist/rates.tsv", "Reference rates of your own."),
      ("$XDG_CONFIG_HOME/shortlist/settings.toml", "The settings; ~/.config without it."),
      ("$XDG_CONFIG_HOME/shortlist/keys.toml", "Keys of boards, readable by you alone."),
      ("$XDG_CONFIG_HOME/shortlist/themes", "Themes of your own."),
    ].flatMap { entry($0.0, $0.1) }
  }

  var environment: [String] {
    [
      ("SHORTLIST_DB", "The listings file, unless --db names one."),
      ("SHORTLIST_SETTINGS", "The settings file."), ("SHORTLIST_RATES", "The table of rates."),
      ("NO_COLOR", "When not empty, no colors are used unless --color asks for them."),
      ("BROWSER", "Opens links, unless the settings name a program."),
    ].flatMap { entry($0.0, $0.1) }
  }

  var status: [String] {
    [
      ("0", "Fine."),
      ("1", "Nothing matched, there is no such listing, or some input was rejected."),
      ("2", "Wrong usage, a bad query, or a browser without a terminal."),
      ("3", "The listings file can't be used, or an answer can't be written."),
      ("130", "Ctrl-C ended it; what was done so far is kept."),
    ].flatMap { entry($0.0, $0.1) }
  }
}

private extension ManualPage {
  func entry(_ head: String, _ words: String) -> [String] {
    [".TP", ".B " + quoted(head), roff(words)]
  }

  func paragraphs(_ text: String, isFirst: Bool = true) -> [String] {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: true).map {
      roff(String($0))
    }
    return Array(parts.map { [".PP", $0] }.joined().dropFirst(isFirst ? 1 : 0))
  }

  /// One argument of a macro.
  func quoted(_ text: String) -> String {
    "\"" + roff(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// A line of text in which nothing is taken for a request.
  func roff(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
