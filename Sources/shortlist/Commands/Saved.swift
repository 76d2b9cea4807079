import ArgumentParser
import Foundation
import Listings
import Queries
import Storage

struct Saved: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Keep queries under a name, and run them.",
    discussion: """
      New is what came since the browser was last closed; before it was first used, what came since \
      the search was saved. On the screen ' chooses among them and \" saves the query there is.
      """,
    subcommands: [Save.self, ListAll.self, Run.self, Remove.self])
}

extension Saved {
  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a query under a name; one that has the name already is replaced.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "What to call it; quote a name with blanks.") var name: String
    @OptionGroup var query: QueryArgument

    func run() throws {
      let name = try SavedSearch.name(orUsage: name)
      let text = query.text
      try common.withStore { store in
        let asked = try query.query(store)
        guard asked != Query() else {
          throw Failure(.usage, "a query is missing: shortlist search save NAME QUERY")
        }
        guard !asked.names(search: name) else {
          throw Failure(.usage, "the query asks for \"\(name)\" itself; take another name")
        }
        let before = try store.saveSearch(text, as: name, at: Clock.now)
        Console.print(Self.words(name, text, before))
      }
    }

    private static func words(_ name: String, _ text: String, _ before: SavedSearch?) -> String {
      guard let before else { return "saved \(name)" }
      return before.query == text
        ? "\(name) was saved so before"
        : "saved \(name) in the place of: \(before.query.cleaned(.singleLine))"
    }
  }

  struct ListAll: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the saved searches, with how many listings each finds and how many are new.")

    @OptionGroup var common: CommonOptions

    @Option(help: "How to print: table, json, ndjson, csv, tsv or markdown.")
    var format: ListFormat = .table

    func run() throws {
      let all = try common.withStore { try $0.savedResults() }
      if all.isEmpty {
        Console.problem("nothing is saved yet: shortlist search save NAME QUERY")
      }
      SavedSearchPrinter(format: format).print(all)
    }
  }

  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the listings that a saved search finds.",
      discussion: """
        Exit code 1 says that nothing matched, or with --new that nothing new did; so it can stand \
        in a crontab before what sends the mail.
        """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: ListingOutput

    @Flag(help: "Print only what is new.")
    var new = false

    @Argument(parsing: .remaining, help: "The search's name.") var name: [String]

    func run() throws {
      let name = name.joined(separator: " ")
      try common.withStore { store in
        guard let saved = try store.savedSearch(named: SavedSearch.key(name)) else {
          throw Failure(.nothing, noSuchSearch(name))
        }
        let result = try store.search(saved, try query(of: saved, store), onlyNew: new)
        if !new, let words = undecidedWords(result.counts) { Console.problem(words) }
        try output.print(result, from: store)
      }
    }

    private func query(of saved: SavedSearch, _ store: Store) throws -> Query {
      let searches = NamedQueries(try store.savedSearches())
      do {
        return try Query(parsing: saved.query, searches: searches)
      } catch {
        throw Failure(
          status: .usage,
          message: "shortlist: the search \"\(saved.name)\" can no longer be read: "
            + error.rendered(in: saved.query))
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a search no longer; its listings stay.")

    @OptionGroup var common: CommonOptions
    @Argument(parsing: .remaining, help: "The search's name.") var name: [String]

    func run() throws {
      let name = name.joined(separator: " ")
      try common.withStore { store in
        guard try store.removeSearch(named: SavedSearch.key(name)) else {
          throw Failure(.nothing, noSuchSearch(name))
        }
      }
    }
  }
}

private func noSuchSearch(_ name: String) -> String {
  "no search is named \"\(name.cleaned(.singleLine))\"; shortlist search list shows them"
}

extension SavedSearch {
  /// A name as it would have been saved.
  fileprivate static func key(_ name: String) -> String { Self.name(from: name) ?? name }

  fileprivate static func name(orUsage text: String) throws -> String {
    guard let name = name(from: text) else {
      throw Failure(.usage, "a name has 1 to \(longestName) characters")
    }
    return name
  }
}
