import Browsing
import Commands
import Foundation
import Listings
import Screens
import Storage
import Terminals
import Testing

@testable import ShortlistApp

@Suite struct TypingTests {
  /// How many titles begin with more and more letters of the word: each number tells its search.
  private static let word = "arboretum"
  private static let counts = [900, 730, 590, 470, 360, 260, 180, 110, 50, 20]

  @Test(arguments: [0, 4, 33])
  func noAnswerToAnOlderSearchIsShown(millisecondsBetweenKeys pause: Int) throws {
    let keys = ["/"] + Self.word.map(String.init)
    let terminal = TypingTerminal(keys, pausing: pause)
    var app = App(
      browser: Browser(context: try AppDriver.context()), store: try Self.store(),
      terminal: terminal,
      helpers: Helpers(opener: LinkOpener(program: ["/"], environment: [:]), home: "/nonexistent"),
      now: { 1_795_219_200 }, wake: { terminal.wake() })
    try app.run()

    #expect(terminal.screens.count > 3)
    var shown = 0
    for (typed, text) in terminal.screens {
      // Until all is counted for the first time no number is there.
      guard let count = Self.shownCount(text) else { continue }
      let letters = try #require(Self.counts.firstIndex(of: count), "\(count) listings")
      // What stays on the screen is the last answer; what comes anew is the newest's.
      #expect(letters == shown || letters == max(0, typed - 1), "\(letters) after \(typed) keys")
      shown = letters
    }
    #expect(shown == Self.word.count, "the last search is answered")
  }

  private static func shownCount(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    return words.firstIndex(of: "shown").flatMap { Int(words[$0 - 1]) }
  }

  private static func store() throws -> Store {
    let store = try Store.inMemory(context: AppDriver.context())
    let postings = (0..<counts[0]).map { number -> ReadPosting in
      let letters = counts.lastIndex { number < $0 } ?? 0
      let title = letters == 0 ? "Warden" : "\(word.prefix(letters))" + (letters < 9 ? "q" : "")
      let posting = Posting(source: "test", externalID: "\(number)", title: title, body: [])
      return ReadPosting(posting: posting, listing: Listing(title: title, company: "No \(number)"))
    }
    _ = try store.merge(postings, seenOn: Day(number: 20_000), at: 1_795_000_000)
    return store
  }
}

/// Keys that come one after the other whatever is shown, and all screens that were shown.
private final class TypingTerminal: Terminal, @unchecked Sendable {
  let width = 160
  let height = 45
  /// The number of keys that were read before, and the first row.
  private(set) var screens: [(typed: Int, text: String)] = []
  private let keys: [Key]
  private let pause: Int
  private var typed = 0
  private let news = DispatchSemaphore(value: 0)

  init(_ keys: [String], pausing pause: Int) {
    self.keys = keys.compactMap { Key(parsing: $0) }
    self.pause = pause
  }

  func wake() { news.signal() }

  func show(_ screen: Screen) {
    screens.append((typed, screen.runs(ofRow: 0).map(\.text).joined()))
  }

  func nextEvent() -> TerminalEvent {
    // The first search of all is answered before anybody types.
    let isTyping = typed < keys.count && screens.contains { $0.text.contains("shown") }
    let patience = isTyping ? pause : 700
    if news.wait(timeout: .now() + .milliseconds(patience)) == .success { return .woken }
    guard isTyping else { return typed < keys.count ? .woken : .terminate }
    typed += 1
    return .key(keys[typed - 1])
  }

  func hasInput() -> Bool { false }
  func redraw() {}
  func suspend() {}
  func copy(_ text: String) {}
  func lend<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
  func close() {}
}
