import ArgumentParser
import Browsing
import Configuration
import Foundation
import Importing
import Extraction
import Listings
import Queries
import ShortlistApp
import Storage
import Terminals
import Texts

struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Open the browser (what shortlist does without a subcommand).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var query: QueryArgument

  func run() throws {
    let settings = common.settings()
    let context = try common.context(settings)
    try common.withStore(context) { store in
      let query = try query.query(store)
      try requireTerminal()
      try BrowserSession(common, settings, query).run(store)
    }
  }
}

extension Browse {
  /// The browser with nothing but options; nil for all else, and for what is wrong with them.
  ///
  /// To read them through the command line's own parser takes as long as to read and draw the first
  /// screen.
  init?(plain arguments: [String]) {
    var common = CommonOptions()
    (common.store, common.color, common.todayText) = (nil, .auto, nil)
    for start in stride(from: 0, to: arguments.count, by: 2) {
      guard start + 1 < arguments.count, !arguments[start + 1].hasPrefix("-") else { return nil }
      let value = arguments[start + 1]
      switch arguments[start] {
      case "--db": common.store = value
      case "--color":
        guard let color = ColorChoice(rawValue: value) else { return nil }
        common.color = color
      case "--today":
        guard Day(iso: value) != nil else { return nil }
        common.todayText = value
      default: return nil
      }
    }
    var query = QueryArgument()
    query.words = []
    self.init()
    self.common = common
    self.query = query
  }
}

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open the browser on bundled samples, in a throw-away store.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var query: QueryArgument

  func run() throws {
    let settings = common.settings()
    let context = try common.context(settings)
    try requireTerminal()
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shortlist-demo-\(UUID().uuidString)").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/demo.sqlite"
    do {
      try Places.makeFolder(for: path)
      let store = try Store.open(at: path, context: context)
      let query = try query.query(store)
      _ = try Importer(
        store: store, vocabulary: .embedded,
        options: Importer.Options(today: common.today, now: Clock.now)
      ).run(Samples.inputs)
      try BrowserSession(common, settings, query).run(store)
    } catch let error as StoreError {
      throw Failure(.store, "\(error)")
    }
  }
}

/// The bundled postings.
enum Samples {
  static var inputs: [ImportInput] {
    EmbeddedFile.below("samples").map { .bytes(name: $0.path, $0.bytes) }
  }
}

private func requireTerminal() throws {
  guard isatty(STDIN_FILENO) == 1, Console.isOutputATerminal else {
    throw Failure(.usage, "\(TerminalError.notATerminal)")
  }
}

/// One run of the browser over an open store.
struct BrowserSession {
  private let common: CommonOptions
  private let settings: Settings
  private let query: Query

  init(_ common: CommonOptions, _ settings: Settings, _ query: Query) {
    self.common = common
    self.settings = settings
    self.query = query
  }

  func run(_ store: Store) throws {
    giveMemoryBack()
    let visit = try store.beginVisit(at: Clock.now)
    defer { try? store.endVisit(visit, at: Clock.now) }
    let terminal = try openTerminal()
    defer { terminal.close() }
    var app = App(
      browser: Browser(
        context: store.context, query: query, keymap: settings.keymap, format: format(),
        phrases: phrases()),
      store: store, terminal: terminal,
      helpers: Helpers(
        opener: LinkOpener(
          program: settings.opener, environment: ProcessInfo.processInfo.environment),
        home: Places.current.home,
        makeSyncer: { Following.syncer(store) },
        makeImporter: { [self] in importer(into: store, today: common.today) },
        export: { [today = common.today] ids, query, path in
          try SearchRecord.write(ids, of: store, found: query, on: today, to: path)
        }),
      now: { Clock.now }, wake: { CursesTerminal.wake() })
    try app.run()
  }

  private func importer(into store: Store, today: Day) -> Importer {
    var options = Importer.Options(today: today, now: Clock.now)
    options.fetcher = Following.fetcher()
    options.omittedPaths = ["", "-wal", "-shm"].map { common.storePath + $0 }
    return Importer(store: store, vocabulary: .embedded, options: options)
  }

  /// Columns that can't be read are said, and the usual ones stand.
  private func format() -> RowFormat? {
    guard let columns = settings.columns else { return nil }
    do throws(RowFormatError) {
      return try RowFormat(parsing: columns)
    } catch {
      Console.problem("shortlist: columns: \(error)")
      return nil
    }
  }

  /// A table that can't be read is said, and English stands.
  private func phrases() -> Phrasebook {
    do throws(SettingsProblem) {
      return Phrasebook(try LanguageFile(named: settings.language, places: .current).phrases)
    } catch {
      Console.problem("shortlist: \(error)")
      return Phrasebook()
    }
  }

  private func openTerminal() throws -> CursesTerminal {
    useUTF8Locale()
    var options = CursesTerminal.Options(keymap: settings.keymap)
    options.theme = try theme()
    options.isInTmux = ProcessInfo.processInfo.environment["TMUX"] != nil
    options.usesColor = common.color.isOn(terminal: true)
    options.usesMouse = settings.usesMouse
    do {
      return try CursesTerminal(options)
    } catch {
      throw Failure(.usage, "\(error)")
    }
  }

  private func theme() throws -> Theme {
    do {
      let sections = try ThemeFile(named: settings.theme, places: .current).sections
      return withHighlights(try Theme(changing: sections), sections)
    } catch {
      throw Failure(.usage, "theme \(settings.theme): \(error)")
    }
  }

  /// A look that can't be read is said, and the theme's own stands.
  private func withHighlights(_ theme: Theme, _ sections: [String: [String: String]]) -> Theme {
    var sections = sections
    for (number, style) in settings.highlightStyles.enumerated() {
      var changed = sections
      changed["roles", default: [:]]["highlight\(number + 1)"] = style
      do {
        _ = try Theme(changing: changed)
        sections = changed
      } catch {
        Console.problem("shortlist: highlight \(number + 1): \(error.reason)")
      }
    }
    return (try? Theme(changing: sections)) ?? theme
  }
}
