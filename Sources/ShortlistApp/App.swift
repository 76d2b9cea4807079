import Browsing
import Foundation
import Importing
import Listings
import Panes
import Queries
import Screens
import Storage
import Terminals

/// What the program does outside of itself.
package struct Helpers: Sendable {
  package var opener: LinkOpener
  /// The person's own folder, which `~` stands for in what they type.
  package var home: String
  package var runner: ProgramRunner
  /// Called when something is to be fetched, because vocabularies take a while to read.
  package var makeSyncer: (@Sendable () -> Syncer)?

  /// The same for what is brought in from the screen.
  package var makeImporter: (@Sendable () -> Importer)?

  /// Writes listings to a new file in the format that its name ends in.
  package var export: (@Sendable ([ListingID], Query, _ path: String) throws -> Void)?

  package init(
    opener: LinkOpener, home: String, runner: ProgramRunner? = nil,
    makeSyncer: (@Sendable () -> Syncer)? = nil,
    makeImporter: (@Sendable () -> Importer)? = nil,
    export: (@Sendable ([ListingID], Query, _ path: String) throws -> Void)? = nil
  ) {
    self.opener = opener
    self.home = home
    self.runner = runner ?? .inTerminal(home: home)
    self.makeImporter = makeImporter
    self.export = export
    self.makeSyncer = makeSyncer
  }
}

/// The loop: events in, effects out, the screen shown.
package struct App {
  private(set) var browser: Browser
  private var terminal: any Terminal
  private let queue: EventQueue
  private let runner: EffectRunner
  private let helpers: Helpers
  private let watch: StoreWatch
  /// The screen shows all that happened.
  private var isDrawn = false
  /// What only later keys will want: it waits until the screen is drawn, which it would slow.
  private var later: [Effect] = []

  /// `now` gives seconds since 1970; `wake` ends the terminal's wait from another thread.
  package init(
    browser: Browser, store: Store, terminal: any Terminal, helpers: Helpers,
    now: @escaping @Sendable () -> Int, wake: @escaping @Sendable () -> Void
  ) {
    self.browser = browser
    self.terminal = terminal
    let queue = EventQueue(wake: wake)
    self.queue = queue
    self.helpers = helpers
    let runner = EffectRunner(store: store, helpers: helpers, now: now) { queue.post($0) }
    self.runner = runner
    watch = StoreWatch(store) {
      runner.forgetColumns()
      queue.post(.storeChanged)
    }
  }

  /// Runs until the person quits or the terminal is gone.
  package mutating func run() throws {
    defer { runner.finish() }
    watch.start()
    start()
    try draw()
    runLater()
    while true {
      var changesScreen = true
      switch try terminal.nextEvent() {
      case .key(let key): if handle(.key(key)) { return }
      case .mouse(let mouse): if handle(.mouse(mouse)) { return }
      case .pasted(let text): if handle(.pasted(text)) { return }
      case .resized(let width, let height):
        if handle(.resized(Size(width: width, height: height))) { return }
      case .woken: changesScreen = false
      case .terminate: return
      }
      for event in queue.takeAll() {
        changesScreen = changesScreen || !isAhead(event)
        if handle(event) { return }
      }
      isDrawn = isDrawn && !changesScreen
      if !isDrawn, !terminal.hasInput() { try draw() }
      runLater()
    }
  }

  mutating func start() {
    _ = handle(.resized(Size(width: terminal.width, height: terminal.height)))
    _ = handle(.started)
  }

  /// Waits for all that was asked for, and takes in what came of it.
  mutating func settle() {
    while true {
      runLater()
      runner.wait()
      let events = queue.takeAll()
      if events.isEmpty { return }
      for event in events { _ = handle(event) }
    }
  }

  private mutating func draw() throws {
    try terminal.show(BrowserScreen(browser).draw())
    isDrawn = true
  }

  /// A neighbor of what is shown was read, for the next key: nothing to be seen yet.
  private func isAhead(_ event: Event) -> Bool {
    if case .detail(let id, _) = event { id != browser.detail.id } else { false }
  }

  /// Whether the program is to end.
  mutating func handle(_ event: Event) -> Bool {
    for effect in browser.handle(event) {
      switch effect {
      case .quit: return true
      case .copy(let text): terminal.copy(text)
      case .suspend: terminal.suspend()
      case .pipe(let words, let text):
        let problem = terminal.lend { [helpers] in helpers.runner.run(words, input: text) }
        if handle(.piped(words, problem: problem)) { return true }
      case .redraw: terminal.redraw()
      default: if isForLater(effect) { later.append(effect) } else { runner.run(effect) }
      }
    }
    return false
  }

  /// Nothing that is to be seen now comes of it.
  private func isForLater(_ effect: Effect) -> Bool {
    switch effect {
    case .loadDetail(let id): id != browser.detail.id
    case .loadRows: browser.list.isShownLoaded
    case .waitForReading, .countNames: true
    default: false
    }
  }

  private mutating func runLater() {
    for effect in later { runner.run(effect) }
    later = []
  }
}
