/// Where keys are pressed: a pane, what lies over it, or anywhere.
package enum KeyContext: String, CaseIterable, Sendable {
  case global, filters, list, detail, help, chooser, values, prompt

  /// Letters are text there, and no other map is looked at.
  package var isTyped: Bool { self == .prompt || self == .values }

  package var inheritsGlobal: Bool { self != .global && !isTyped }
}

/// The headings under which help lists commands.
package enum CommandGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case finding = "Finding"
  case filtering = "Choosing filters"
  case looking = "Looking closer"
  case deciding = "Deciding"
  case linking = "Opening and copying"
  case program = "Program"
  case own = "Your own"
  case values = "Choosing among many names"
  case choosing = "Choosing from a list"
  case typing = "Typing in a prompt"
}

/// What the table says of a command.
package struct CommandInfo: Hashable, Sendable {
  package let help: String
  package let keys: [KeySequence]
  package let contexts: [KeyContext]
  package let group: CommandGroup

  package init(
    _ help: String, keys: [KeySequence], in contexts: [KeyContext] = [.global],
    group: CommandGroup
  ) {
    self.help = help
    self.keys = keys
    self.contexts = contexts
    self.group = group
  }
}
