import ArgumentParser
import Foundation

/// What the command line says of itself: the commands, and what each takes.
struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandDescription]?
  let arguments: [Argument]?

  struct Argument: Decodable {
    let kind: String
    let abstract: String?
    let valueName: String?
    let names: [Name]?
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  struct Name: Decodable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  private struct Tool: Decodable { let command: CommandDescription }

  static var whole: CommandDescription {
    get throws {
      try JSONDecoder().decode(Tool.self, from: Data(Shortlist._dumpHelp().utf8)).command
    }
  }
}
