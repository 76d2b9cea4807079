import ArgumentParser
import Configuration
import Extraction
import Foundation
import Listings
import Queries
import Storage

/// When output is colored.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `NO_COLOR` counts unless the command line asks for color.
  func isOn(terminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: terminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), help: ArgumentHelp("The listings file.", valueName: "path"),
    completion: .file())
  var store: String?

  @Option(help: "When to use colors: auto, always or never.")
  var color: ColorChoice = .auto

  @Option(
    name: .customLong("today"),
    help: ArgumentHelp("The day that ages count from, as 2026-11-21.", valueName: "day"))
  var todayText: String?

  func validate() throws {
    if let todayText, Day(iso: todayText) == nil {
      throw ValidationError("--today: \"\(todayText.cleaned())\" is no day; write it as 2026-11-21")
    }
  }

  var today: Day {
    todayText.flatMap { Day(iso: $0) } ?? Day(secondsSince1970: Clock.now)
  }

  var storePath: String { store ?? Places.current.store }
}

/// The one place where the command line asks the time.
enum Clock {
  /// Seconds since 1970.
  static var now: Int { Int(Date().timeIntervalSince1970) }
}

extension CommonOptions {
  /// What a query's meaning depends on: the day, the person's currency, the rates.
  func context(_ settings: Settings) throws -> QueryContext {
    guard let currency = Currency(code: settings.currency) else {
      throw Failure(.usage, "the settings name no currency")
    }
    let reference = ReferenceRates.current
    if let problem = reference.problem { Console.problem("shortlist: \(problem)") }
    return QueryContext(
      today: today, currency: currency, rates: reference.rates, rules: settings.rules)
  }

  /// Settings as far as they could be read; problems are said.
  func settings() -> Settings {
    let file = SettingsFile(path: Places.current.settings)
    for problem in file.problems { Console.problem("shortlist: \(problem)") }
    return file.settings
  }

  /// Reads settings and rates unless a context was made of them already.
  func openStore(_ known: QueryContext? = nil) throws -> Store {
    do {
      try Places.makeFolder(for: storePath)
    } catch {
      throw Failure(.store, "can't make the folder of \(storePath); --db names another file")
    }
    do {
      return try Store.open(at: storePath, context: known ?? context(settings()))
    } catch let error as StoreError {
      throw Failure(.store, "\(error)")
    }
  }

  /// Runs what asks the store, and turns its errors into an end of the program.
  func withStore<Value>(
    _ known: QueryContext? = nil, _ body: (Store) throws -> Value
  ) throws -> Value {
    let store = try openStore(known)
    do {
      return try body(store)
    } catch let error as StoreError {
      throw Failure(.store, "\(error)")
    }
  }
}

extension Failure {
  init(_ status: ExitStatus, _ message: String) {
    self.init(status: status, message: "shortlist: \(message)")
  }
}

/// A query as the command line gives it: one quoted argument, or several words.
struct QueryArgument: ParsableArguments {
  @Argument(
    parsing: .remaining,
    help: ArgumentHelp("What to look for, as in: remote:yes salary>=150k swift", valueName: "query")
  )
  var words: [String] = []

  var text: String { words.joined(separator: " ") }

  /// The store's saved searches can be named in it.
  func query(_ store: Store) throws -> Query { try Query(typed: text, store) }
}

/// What to look for, and in which order.
struct SortedQuery: ParsableArguments {
  @Option(help: ArgumentHelp("Sort by a column; -posted is descending.", valueName: "column"))
  var sort: String?

  @OptionGroup var argument: QueryArgument

  var text: String { argument.text }

  /// `--sort` counts more than an order in the query itself.
  func query(_ store: Store) throws -> Query {
    var query = try argument.query(store)
    if let sort { query.sort = try Query(typed: "sort:\(sort)", store).sort }
    return query
  }

  /// Searches, and says on standard error what keeps listings out of the answer.
  func search(_ store: Store) throws -> SearchResult {
    let query = try query(store)
    let result = try store.search(query)
    sayWhatIsMissing(result.counts, of: query)
    return result
  }
}

extension Query {
  /// A query of the command line; what is wrong with it ends the program.
  init(typed source: String, _ store: Store) throws {
    let searches = source.utf8.contains(UInt8(ascii: ":")) ? try store.savedSearches() : []
    do {
      self = try Query(parsing: source, searches: NamedQueries(searches))
    } catch {
      throw Failure(status: .usage, message: error.rendered(in: source))
    }
  }
}
