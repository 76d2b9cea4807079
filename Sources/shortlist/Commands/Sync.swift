import ArgumentParser
import Foundation
import Importing
import Listings
import Storage

struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Fetch the sources that you follow.",
    discussion: """
      Without names it fetches all that are due: not paused, and left alone for as long as --every \
      or the board asks. A listing that two good fetches in a row do not hold is gone; a fetch that \
      fails or breaks off closes nothing. Exit code 1 says that a source could not be read whole.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The sources to fetch, due or not.", valueName: "name"))
  var names: [String] = []

  func run() throws {
    try common.withStore { store in
      let sources = try chosen(of: store.sources())
      let reports = try Following.syncer(store, warns: true).run(sources, areAsked: !names.isEmpty)
      { report in
        Console.print(report.description.cleaned(.singleLine))
      }
      try store.finishImport()
      if reports.contains(where: { !$0.isPassedOver && $0.outcome != .complete }) {
        throw ExitCode(ExitStatus.nothing.rawValue)
      }
    }
  }

  private func chosen(of all: [FollowedSource]) throws -> [FollowedSource] {
    guard !all.isEmpty else {
      throw Failure(.nothing, "you follow no source yet; see shortlist source add --help")
    }
    if names.isEmpty { return all }
    return try names.map { name in
      guard let source = all.first(where: { $0.name == name }) else {
        throw Failure(.nothing, noSuchSource(name))
      }
      return source
    }
  }
}

func noSuchSource(_ name: String) -> String {
  "you follow no source \"\(name.cleaned(.singleLine))\"; shortlist source list names them"
}
