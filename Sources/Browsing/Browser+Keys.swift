import Commands

extension Browser {
  mutating func press(_ key: Key) -> [Effect] {
    guard layout.kind != .tooSmall else { return pressWhileTooSmall(key) }
    message = nil
    return keys.read(key, in: keyContext, using: keymap).flatMap { reading in
      switch reading {
      case .command(let command, let count): return run(command, count: count)
      case .typed(let character): return type(String(character))
      case .waiting: return []
      case .unbound(let keys):
        if !keyContext.isTyped { message = .note("\(keys) does nothing here; ? shows the keys") }
        return []
      }
    }
  }

  /// Nothing can be seen, so nothing may be decided; leaving is possible.
  private mutating func pressWhileTooSmall(_ key: Key) -> [Effect] {
    keys.reset()
    guard prompt == nil, case .command(.program(let command)) = keymap.match([key], in: .list)
    else { return [] }
    switch command {
    case .quit, .suspend, .redraw: return run(.program(command), count: nil)
    case .help, .commandLine, .sync, .openLink, .copyLink, .copyMarkdown, .pipe: return []
    }
  }

  mutating func run(_ command: Command, count: Int?) -> [Effect] {
    // What a prompt or help lies over is not acted on behind it.
    if prompt != nil {
      switch command {
      case .edit, .program(.redraw), .program(.suspend): break
      default: return []
      }
    }
    if keyContext == .values {
      switch command {
      case .value, .edit, .program(.redraw), .program(.suspend): break
      default: return []
      }
    }
    if chooser != nil, !command.isForChooser { return [] }
    switch command {
    case .move(let move): return run(move, count: count)
    case .find(let find): return run(find, count: count)
    case .look(let look): return run(look)
    case .decide(let decide): return help == nil ? run(decide, count: count) : []
    case .program(let program): return run(program, count: count)
    case .choose(let choose): return run(choose)
    case .value(let value): return run(value)
    case .edit(let edit): return run(edit)
    case .own(let own): return run(own)
    }
  }

  mutating func run(_ command: ProgramCommand, count: Int?) -> [Effect] {
    switch command {
    case .openLink: return openLink(count)
    case .copyLink: return copyLink(count)
    case .copyMarkdown: return copyMarkdown()
    case .pipe:
      openPipe()
      return []
    case .commandLine:
      openPrompt(.command)
      return []
    case .help:
      help = help == nil ? HelpModel(keymap: keymap) : nil
      return []
    case .sync:
      guard !isSyncing else {
        message = .note("still fetching")
        return []
      }
      isSyncing = true
      message = .note("fetching…")
      return [.sync]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return closeTop() ? [] : [.quit]
    }
  }

  /// A pane stands where the list would be, or has slid in beside it.
  private var isCovered: Bool {
    switch layout.kind {
    case .single: focus != .list
    case .double: focus == .filters
    case .triple, .tooSmall: false
    }
  }

  /// Closes what lies on top; false when there is nothing to close.
  mutating func closeTop() -> Bool {
    if help != nil {
      help = nil
    } else if chooser != nil {
      chooser = nil
    } else if inspection != nil {
      closeInspection()
    } else if isDetailFull || isCovered {
      isDetailFull = false
      focus = .list
    } else {
      return false
    }
    return true
  }
}

private extension Command {
  /// The panes behind a list to choose from are not acted on.
  var isForChooser: Bool {
    switch self {
    case .move, .choose, .program(.quit), .program(.help), .program(.redraw), .program(.suspend):
      true
    case .find(let find): [.savedSearches, .chooseSort, .clearQuery, .reverseSort].contains(find)
    default: false
    }
  }
}
