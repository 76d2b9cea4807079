import ArgumentParser
import Foundation
import Importing
import Listings
import Storage

extension Source {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fetch a source and show what would come; nothing is written.")

    @OptionGroup var common: CommonOptions

    @Option(
      name: .customLong("base-url"),
      help: ArgumentHelp("Another server that answers as the board does.", valueName: "url"))
    var baseURL: String?

    @Argument(
      help: ArgumentHelp("A followed source, a board or an address.", valueName: "name or address"))
    var address: String

    func run() throws {
      let source = try source()
      let preview = try common.withScratchStore {
        try Following.syncer($0, warns: true).preview(source)
      }
      let rows = preview.postings.map { read in
        let listing = read.listing
        return [
          listing.title ?? "", listing.company ?? "", listing.salary?.text ?? "not stated",
          listing.location ?? "", read.posting.url ?? "",
        ].map { $0.cleaned(.singleLine) }
      }
      let table = TextTable(
        head: ["TITLE", "COMPANY", "PAY", "PLACE", "LINK"], rows: rows,
        width: Console.isOutputATerminal ? Console.width : nil)
      for line in table.lines { Console.print(line) }
      for problem in preview.problems { Console.problem(problem.text) }
      Console.problem("\(preview.postings.count) postings; nothing was written")
      if !preview.problems.isEmpty { throw ExitCode(ExitStatus.nothing.rawValue) }
    }

    /// The followed source of that name, else what the words stand for.
    private func source() throws -> FollowedSource {
      if FileManager.default.fileExists(atPath: common.storePath),
        let known = try common.withStore(
          nil, { try $0.sources().first { $0.name == address } })
      {
        return known
      }
      let parsed = try SourceAddress(orUsage: address)
      var source = FollowedSource(
        name: parsed.usualName, kind: parsed.kind, address: parsed.text)
      source.baseURL = baseURL
      return source
    }
  }
}

extension CommonOptions {
  /// A store in memory, for what must not be written.
  func withScratchStore<Value>(_ body: (Store) throws -> Value) throws -> Value {
    do {
      return try body(try Store.inMemory(context: context(settings())))
    } catch let error as StoreError {
      throw Failure(.store, "\(error)")
    }
  }
}
