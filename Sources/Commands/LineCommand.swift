/// What can be typed after ":", besides the name of any command that has a key.
package enum LineCommand: String, CaseIterable, Sendable {
  case help, sort, group, query, save, search, `import`, export, pipe

  /// What follows the word, as help shows it.
  package var syntax: String {
    switch self {
    case .help: "[query]"
    case .sort: "COLUMN,…"
    case .group: "company|source|stage|none"
    case .query: "QUERY"
    case .save, .search: "NAME"
    case .import: "PATH|URL"
    case .export: "FILE"
    case .pipe: "PROGRAM ARGUMENT…"
    }
  }

  package var help: String {
    switch self {
    case .help: "Show the keys, or what a query can say"
    case .sort: "Sort by these columns; a minus turns one round"
    case .group: "One row for each of them, or for each listing"
    case .query: "Show what the query finds"
    case .save: "Save the query under a name"
    case .search: "Run the saved search of that name"
    case .import: "Bring listings in from a file, a folder or an address"
    case .export:
      "Write what is marked, or all that is found, to a .csv, .tsv, .json, .ndjson, .md or .html"
    case .pipe: "Give the posting to a program, as Markdown on its input; no shell reads the line"
    }
  }
}

extension Command {
  /// The commands that make sense after ":"; the others belong to what lies over the panes.
  package var isForLine: Bool {
    switch self {
    case .move, .find, .look, .decide: true
    case .program(let command): command != .commandLine
    case .choose, .value, .edit, .own: false
    }
  }
}
