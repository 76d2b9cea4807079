/// All that a key can do.
package enum Command: Hashable, Sendable {
  case move(MoveCommand)
  case find(FindCommand)
  case look(LookCommand)
  case decide(DecideCommand)
  case program(ProgramCommand)
  case choose(ChooseCommand)
  case value(ValueCommand)
  case edit(EditCommand)
  /// Of the settings: not among `allCases`.
  case own(OwnCommand)
}

extension Command: CaseIterable {
  /// In the order in which help lists them.
  package static let allCases: [Command] =
    MoveCommand.allCases.map(Command.move) + FindCommand.allCases.map(Command.find)
    + LookCommand.allCases.map(Command.look) + DecideCommand.allCases.map(Command.decide)
    + ProgramCommand.allCases.map(Command.program) + ChooseCommand.allCases.map(Command.choose)
    + ValueCommand.allCases.map(Command.value)
    + EditCommand.allCases.map(Command.edit)

  /// The row of the one table that key map, help and documentation are made from.
  package var info: CommandInfo {
    switch self {
    case .move(let command): command.info
    case .find(let command): command.info
    case .look(let command): command.info
    case .decide(let command): command.info
    case .program(let command): command.info
    case .choose(let command): command.info
    case .value(let command): command.info
    case .edit(let command): command.info
    case .own(let command): command.info
    }
  }

  /// What settings call it, as in `half-page-down`.
  package var name: String {
    switch self {
    case .move(let command): command.rawValue
    case .find(let command): command.rawValue
    case .look(let command): command.rawValue
    case .decide(let command): command.rawValue
    case .program(let command): command.rawValue
    case .choose(let command): command.rawValue
    case .value(let command): command.rawValue
    case .edit(let command): command.rawValue
    case .own(let command): command.lines.joined(separator: " :")
    }
  }

  package init?(name: some StringProtocol) {
    guard let command = commandsByName[String(name)] else { return nil }
    self = command
  }
}

private let commandsByName = Dictionary(
  Command.allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
