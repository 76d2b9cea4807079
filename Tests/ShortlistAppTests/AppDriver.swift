import Browsing
import Commands
import Extraction
import Foundation
import Importing
import Listings
import Panes
import Queries
import Screens
import Storage
import Terminals
import Testing

@testable import ShortlistApp

/// The whole program without a terminal: keys in, the screen out, all effects carried out.
struct AppDriver {
  private var app: App
  let store: Store
  /// The day that the samples are looked at.
  static let today = Day(2026, 11, 21)

  /// A browser over the bundled samples, or over `store`.
  init(
    width: Int, height: Int, query: String = "", store: Store? = nil,
    syncer: (@Sendable () -> Syncer)? = nil
  ) throws {
    self.store = try store ?? Self.sampleStore()
    app = App(
      browser: Browser(context: self.store.context, query: try Query(parsing: query)),
      store: self.store, terminal: FixedTerminal(width: width, height: height),
      helpers: Helpers(
        opener: LinkOpener(program: ["/nonexistent/opener"], environment: [:]),
        home: "/nonexistent", runner: ProgramRunner(home: "/nonexistent") {}, makeSyncer: syncer),
      now: { 1_795_219_200 }, wake: {})
    app.start()
    app.settle()
  }

  var browser: Browser { app.browser }
  var screen: Screen { BrowserScreen(app.browser).draw() }

  /// The text of the screen, a line a row.
  var text: String {
    (0..<screen.height).map { row in screen.runs(ofRow: row).map(\.text).joined() }
      .joined(separator: "\n")
  }

  /// Keys as settings write them: `g g / rust <ret>`; a word of letters is that many keys.
  mutating func press(_ keys: String) throws {
    for word in keys.split(separator: " ") {
      if let key = Key(parsing: word) {
        handle(.key(key))
      } else {
        for character in word { handle(.key(try #require(Key(parsing: String(character))))) }
      }
    }
  }

  mutating func resize(width: Int, height: Int) {
    handle(.resized(Size(width: width, height: height)))
  }

  mutating func handle(_ event: Event) {
    _ = app.handle(event)
    app.settle()
  }

  static func context() throws -> QueryContext {
    let table = try Data(contentsOf: resources.appending(path: "rates/reference.tsv"))
    return QueryContext(
      today: try #require(today), currency: .usd, rates: try ExchangeRates(reading: table))
  }

  static func sampleStore() throws -> Store {
    let store = try Store.inMemory(context: context())
    let importer = Importer(
      store: store, vocabulary: vocabulary,
      options: Importer.Options(today: try #require(today), now: 1_795_219_200))
    let report = try importer.run([.path(resources.appending(path: "samples").path())])
    try #require(report.rejected == 0, "\(report.problems)")
    return store
  }

  private static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources")

  static let vocabulary = Vocabulary { path in
    let data = try? Data(contentsOf: resources.appending(path: path))
    return VocabularyTable(parsing: data ?? Data())
  }
}

/// A terminal of a fixed size that shows nothing and never answers.
private struct FixedTerminal: Terminal {
  let width: Int
  let height: Int

  mutating func show(_ screen: Screen) {}
  mutating func nextEvent() -> TerminalEvent { .terminate }
  mutating func hasInput() -> Bool { false }
  mutating func redraw() {}
  mutating func suspend() {}
  mutating func copy(_ text: String) {}
  mutating func lend<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
  mutating func close() {}
}
