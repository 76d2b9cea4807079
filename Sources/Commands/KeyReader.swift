/// Turns keys into commands: keeps what waits for more, and the count typed before.
package struct KeyReader: Hashable, Sendable {
  /// Keys that wait for a longer sequence.
  package private(set) var pending: [Key] = []
  /// As typed before a command: the 5 of `5j`.
  package private(set) var count: Int?

  package static let largestCount = 999_999

  package init() {}

  package mutating func reset() {
    pending = []
    count = nil
  }

  /// Usually one reading; two when a key ends a sequence that was waiting for another.
  package mutating func read(
    _ key: Key, in context: KeyContext, using keymap: Keymap
  ) -> [KeyReading] {
    if pending.isEmpty, let digit = countDigit(key, in: context, using: keymap) {
      count = min(Self.largestCount, (count ?? 0) * 10 + digit)
      return [.waiting]
    }
    if pending.isEmpty, count != nil, key == .escape {
      reset()
      return [.waiting]
    }
    let shorter = pending.isEmpty ? nil : keymap.match(pending, in: context).waitingCommand
    let wasWaiting = !pending.isEmpty
    pending.append(key)
    switch keymap.match(pending, in: context) {
    case .waiting: return [.waiting]
    case .command(let command): return [finish(command)]
    case .unbound: break
    }
    if let shorter {
      return [finish(shorter)] + read(key, in: context, using: keymap)
    }
    let keys = pending
    reset()
    if context.isTyped, !wasWaiting, let character = key.typedCharacter {
      return [.typed(character)]
    }
    // Escape gives up what is half typed, and does no more than that.
    if wasWaiting, key == .escape { return [.waiting] }
    return [.unbound(KeySequence(keys))]
  }
}

/// What a key came to.
package enum KeyReading: Hashable, Sendable {
  case command(Command, count: Int?)
  /// Text for the prompt.
  case typed(Character)
  case waiting
  case unbound(KeySequence)
}

private extension KeyReader {
  mutating func finish(_ command: Command) -> KeyReading {
    defer { reset() }
    return .command(command, count: count)
  }

  /// A digit counts unless it is bound; a count does not begin with 0.
  func countDigit(_ key: Key, in context: KeyContext, using keymap: Keymap) -> Int? {
    guard !context.isTyped, let digit = key.typedCharacter?.wholeNumberValue,
      (0...9).contains(digit), digit > 0 || count != nil,
      keymap.match([key], in: context) == .unbound
    else { return nil }
    return digit
  }
}

private extension KeyMatch {
  var waitingCommand: Command? {
    if case .waiting(let command) = self { command } else { nil }
  }
}
