import ArgumentParser
import Foundation
import Importing
import Listings
import Storage

struct Source: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source", abstract: "Follow boards and feeds; shortlist sync fetches them.",
    subcommands: [
      Add.self, ListAll.self, Remove.self, Test.self, Pause.self, Resume.self, Kinds.self,
    ])
}

extension Source {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Follow a board, a feed or a page.")

    @OptionGroup var common: CommonOptions

    @Option(help: "What to call it, and its postings' source.") var name: String?

    @Option(help: ArgumentHelp("How long to leave it alone between fetches.", valueName: "6h"))
    var every: Interval?

    @Option(
      name: .customLong("base-url"),
      help: ArgumentHelp("Another server that answers as the board does.", valueName: "url"))
    var baseURL: String?

    @Argument(
      help: ArgumentHelp(
        "A board (greenhouse:acme, remoteok) or an address.", valueName: "kind:name or url"))
    var address: String

    func run() throws {
      let source = try followed()
      try common.withStore { store in
        guard try store.follow(source) else {
          throw Failure(
            .usage, "a source named \"\(source.name)\" is followed already; --name gives another")
        }
      }
      Console.print("following \(source.name); shortlist sync fetches it")
    }

    private func followed() throws -> FollowedSource {
      let parsed = try SourceAddress(orUsage: address)
      if let baseURL, try SourceAddress(orUsage: baseURL).kind != SourceAddress.kindOfURLs {
        throw Failure(.usage, "--base-url takes an http or https address")
      }
      let chosen = name.map { $0.cleaned(.singleLine) }
      if chosen?.isEmpty == true { throw Failure(.usage, "--name takes a name") }
      var source = FollowedSource(
        name: chosen ?? parsed.usualName, kind: parsed.kind, address: parsed.text)
      source.isNamed = chosen != nil
      source.baseURL = baseURL
      source.every = every?.seconds
      return source
    }
  }

  struct ListAll: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the sources that you follow.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let sources = try common.withStore { try $0.sources() }
      let rows = sources.map { source in
        [
          source.name, source.kind, source.every.map { Interval(seconds: $0).text } ?? "–",
          source.isPaused ? "paused" : source.last?.outcome.rawValue ?? "not fetched yet",
          source.last.map { Interval.age($0.at) } ?? "–", source.last?.message ?? "",
        ].map { $0.cleaned(.singleLine) }
      }
      let table = TextTable(
        head: ["NAME", "KIND", "EVERY", "STATE", "FETCHED", "PROBLEM"], rows: rows,
        width: Console.isOutputATerminal ? Console.width : nil)
      for line in table.lines { Console.print(line) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Follow a source no longer; its listings stay.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The source's name.") var name: String

    func run() throws {
      try common.withStore { store in
        guard try store.unfollow(name) else { throw Failure(.nothing, noSuchSource(name)) }
      }
    }
  }

  struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Leave a source out of sync.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The source's name.") var name: String

    func run() throws { try common.pause(name, true) }
  }

  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a paused source up again.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The source's name.") var name: String

    func run() throws { try common.pause(name, false) }
  }

  struct Kinds: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the boards and formats that are read, and how to follow those that can be.")

    func run() throws {
      for line in BoardTable.lines { Console.print(line) }
    }
  }
}

extension CommonOptions {
  fileprivate func pause(_ name: String, _ isPaused: Bool) throws {
    try withStore { store in
      guard try store.pause(name, isPaused) else { throw Failure(.nothing, noSuchSource(name)) }
    }
  }
}

extension SourceAddress {
  init(orUsage text: String) throws {
    do {
      try self.init(typed: text)
    } catch {
      throw Failure(.usage, error.reason.cleaned(.singleLine))
    }
  }
}

/// A span of time as `90m`, `6h` or `2d`.
struct Interval: ExpressibleByArgument {
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  init?(argument: String) {
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    guard let last = argument.last, let unit = units[last], let count = Int(argument.dropLast()),
      count > 0, count <= 1000
    else { return nil }
    seconds = count * unit
  }

  var text: String {
    for (unit, name) in [(86_400, "d"), (3600, "h")] where seconds.isMultiple(of: unit) {
      return "\(seconds / unit)\(name)"
    }
    return "\(seconds / 60)m"
  }

  /// How long ago a moment was.
  static func age(_ moment: Int) -> String {
    let seconds = max(0, Clock.now - moment)
    switch seconds {
    case ..<3600: return "\(seconds / 60) min ago"
    case ..<172_800: return "\(seconds / 3600) h ago"
    default: return "\(seconds / 86_400) days ago"
    }
  }
}
