/// Which keys do what, for each pane and for all of them.
package struct Keymap: Hashable, Sendable {
  private var tries: [KeyContext: KeyTrie] = [:]
  /// The commands of the person's own, in the order in which they were bound.
  package private(set) var own: [Command] = []
  /// The same by command, for every screen names some keys.
  private var sequences: [KeyContext: [Command: [KeySequence]]] = [:]

  /// The default keys of the command table.
  package init() {
    for command in Command.allCases {
      for context in command.info.contexts {
        for sequence in command.info.keys { bind(sequence, to: command, in: context) }
      }
    }
  }

  /// A later binding of the same keys wins; nil binds them to nothing at all.
  package mutating func bind(
    _ sequence: KeySequence, to command: Command?, in context: KeyContext
  ) {
    if let before = tries[context]?.find(sequence.keys[...]).node?.binding?.command {
      sequences[context]?[before]?.removeAll { $0 == sequence }
    }
    tries[context, default: KeyTrie()].bind(sequence.keys[...], to: KeyBinding(command))
    if let command, case .own = command, !own.contains(command) { own.append(command) }
    if let command { sequences[context, default: [:]][command, default: []].append(sequence) }
  }

  /// What `keys` mean in a pane.
  ///
  /// The pane's map comes first. What it binds, to a command or to nothing, hides every
  /// sequence of the global map that begins with the same keys.
  package func match(_ keys: [Key], in context: KeyContext) -> KeyMatch {
    let own = tries[context]?.find(keys[...])
    if let own, own.isHidingPrefix || !context.inheritsGlobal || own.node?.binding != nil {
      return own.match
    }
    guard context.inheritsGlobal else { return .unbound }
    let global = tries[.global]?.find(keys[...]).match ?? .unbound
    guard let own, case .waiting = own.match else { return global }
    if case .command(let command) = global { return .waiting(command) }
    return .waiting(global.shorter)
  }

  /// The keys that do `command` in a pane, in the order of the table, bound ones only.
  package func keys(for command: Command, in context: KeyContext) -> [KeySequence] {
    var found = sequences[context]?[command] ?? []
    if context.inheritsGlobal {
      found += (sequences[.global]?[command] ?? []).filter {
        !found.contains($0) && reaches(command, by: $0, in: context)
      }
    }
    guard found.count > 1 else { return found }
    let usual = command.info.keys
    return found.sorted {
      let left = usual.firstIndex(of: $0) ?? usual.count
      let right = usual.firstIndex(of: $1) ?? usual.count
      return left == right ? $0.description < $1.description : left < right
    }
  }

  /// All keys that are part of what is bound to a command.
  package var boundKeys: Set<Key> {
    var keys: Set<Key> = []
    for trie in tries.values {
      trie.forEachBinding { path, binding in
        if binding.command != nil { keys.formUnion(path) }
      }
    }
    return keys
  }

  /// What may follow keys already pressed, for the box that help shows while a key waits.
  package func continuations(of keys: [Key], in context: KeyContext) -> [KeyContinuation] {
    (Command.allCases + own).flatMap { command in
      self.keys(for: command, in: context)
        .filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
        .map { KeyContinuation(rest: KeySequence(Array($0.keys[keys.count...])), command: command) }
    }
  }

  private func reaches(
    _ command: Command, by sequence: KeySequence, in context: KeyContext
  ) -> Bool {
    switch match(sequence.keys, in: context) {
    case .command(command), .waiting(command): true
    default: false
    }
  }
}

/// What keys pressed so far mean.
package enum KeyMatch: Hashable, Sendable {
  case command(Command)
  /// A longer sequence may come; else it was the shorter command, if there is one.
  case waiting(Command?)
  case unbound

  fileprivate var shorter: Command? {
    if case .waiting(let command) = self { command } else { nil }
  }
}

/// The keys still missing, and what they would do.
package struct KeyContinuation: Hashable, Sendable {
  package let rest: KeySequence
  package let command: Command

  package init(rest: KeySequence, command: Command) {
    self.rest = rest
    self.command = command
  }
}
