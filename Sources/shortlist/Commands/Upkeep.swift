import ArgumentParser
import Configuration
import Foundation
import Listings
import Storage

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a whole copy of the listings file.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file to write; there must not be one yet.", completion: .file())
  var file: String

  func run() throws {
    try common.withStore { try $0.backUp(to: file) }
    Console.problem("wrote \(file.cleaned(.singleLine))")
  }
}

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the listings file and the settings.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let settings = SettingsFile(path: Places.current.settings)
    Console.print("settings  \(Places.current.settings)")
    for problem in settings.problems { Console.print("  \(problem)") }
    Console.print("listings  \(common.storePath)")
    let problems = try common.withStore { store in
      let numbers = try store.statistics()
      Console.print("  \(numbers.listings) listings from \(numbers.postings) postings")
      Console.print("  \(numbers.decisions) decided on, \(numbers.journalEntries) steps of undo")
      Console.print("  \(numbers.fileSize >> 10) KiB")
      return try store.problems()
    }
    for problem in problems { Console.print("  \(problem)") }
    if problems.isEmpty, settings.problems.isEmpty { return Console.print("all is well") }
    throw ExitCode((problems.isEmpty ? ExitStatus.usage : .store).rawValue)
  }
}
