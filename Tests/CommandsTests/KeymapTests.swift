import Commands
import Testing

private let down = Command.move(.down)
private let first = Command.move(.first)
private let help = Command.program(.help)
private let save = Command.decide(.save)

@Suite struct KeymapTests {
  @Test func noKeyStandsTwiceInOneContext() {
    for context in KeyContext.allCases {
      var seen: [KeySequence: Command] = [:]
      for command in Command.allCases where command.info.contexts.contains(context) {
        for keys in command.info.keys {
          #expect(seen[keys] == nil, "\(keys) does \(command.name) too, in \(context)")
          seen[keys] = command
        }
      }
      for (keys, command) in seen {
        for other in seen.keys where other != keys {
          #expect(!other.keys.starts(with: keys.keys), "\(other) hides behind \(command.name)")
        }
      }
    }
  }

  @Test func everyDefaultKeyDoesItsCommand() {
    let keymap = Keymap()
    for command in Command.allCases {
      #expect(Command(name: command.name) == command)
      for context in command.info.contexts {
        for keys in command.info.keys {
          #expect(keymap.match(keys.keys, in: context) == .command(command))
        }
      }
    }
  }

  @Test func boundKeysAreThoseOfAllSequencesThatDoSomething() throws {
    var keymap = Keymap()
    let alternate = Key(.character("z"), .alternate)
    #expect(!keymap.boundKeys.contains(alternate))
    #expect(keymap.boundKeys.contains(.character("g")))
    keymap.bind(KeySequence([alternate]), to: nil, in: .detail)
    #expect(!keymap.boundKeys.contains(alternate))
    keymap.bind(KeySequence([.character("g"), alternate]), to: save, in: .detail)
    #expect(keymap.boundKeys.contains(alternate))
  }

  @Test func aLongerSequenceWaits() {
    let keymap = Keymap()
    #expect(keymap.match([.character("g")], in: .list) == .waiting(nil))
    #expect(keymap.match([.character("g"), .character("g")], in: .list) == .command(first))
    #expect(keymap.match([.character("g"), .character("z")], in: .list) == .unbound)
  }

  @Test func thePaneComesFirst() {
    var keymap = Keymap()
    #expect(keymap.match([.space], in: .list) == .command(.move(.detailPageDown)))
    #expect(keymap.match([.space], in: .filters) == .command(.find(.toggleChoice)))
    keymap.bind("j", to: save, in: .list)
    #expect(keymap.match([.character("j")], in: .list) == .command(save))
    #expect(keymap.match([.character("j")], in: .detail) == .command(down))
  }

  @Test func nothingHidesTheGlobalKey() {
    var keymap = Keymap()
    keymap.bind("q", to: nil, in: .detail)
    keymap.bind("g", to: nil, in: .list)
    #expect(keymap.match([.character("q")], in: .detail) == .unbound)
    #expect(keymap.match([.character("q")], in: .list) == .command(.program(.quit)))
    #expect(keymap.match([.character("g")], in: .list) == .unbound)
    #expect(keymap.keys(for: .program(.quit), in: .detail).isEmpty)
    #expect(keymap.keys(for: first, in: .list) == ["<home>"])
  }

  @Test func aSequenceOfThePaneLeavesTheGlobalOnesBesideIt() {
    var keymap = Keymap()
    keymap.bind("g x", to: save, in: .list)
    #expect(keymap.match([.character("g")], in: .list) == .waiting(nil))
    #expect(keymap.match([.character("g"), .character("x")], in: .list) == .command(save))
    #expect(keymap.match([.character("g"), .character("g")], in: .list) == .command(first))
  }

  @Test func aPromptKnowsItsOwnKeysOnly() {
    let keymap = Keymap()
    #expect(keymap.match([.character("q")], in: .prompt) == .unbound)
    #expect(keymap.match([.enter], in: .prompt) == .command(.edit(.accept)))
  }

  @Test func tellsWhatMayFollow() {
    let found = Keymap().continuations(of: [.character("m")], in: .list)
    #expect(found.count == 9)
    #expect(found.first == KeyContinuation(rest: "a", command: .decide(.stageApplied)))
  }

  @Test func keysComeInTheOrderOfTheTable() {
    #expect(Keymap().keys(for: down, in: .detail) == ["j", "<down>"])
    #expect(Keymap().keys(for: help, in: .prompt).isEmpty)
  }
}

@Suite struct KeyReaderTests {
  @Test(
    arguments: [
      ("j", "move-down"), ("5 j", "5 move-down"), ("1 0 G", "10 last"), ("g g", "first"),
      ("3 g g", "3 first"), ("0 j", "? move-down"), ("g z j", "? move-down"),
      ("5 <esc> j", "move-down"), ("g <esc> j", "move-down"), ("<esc>", "close"),
      ("9 9 9 9 9 9 9 9 k", "999999 move-up"), ("m a", "stage-applied"), ("Q", "?"),
    ])
  func readsCountsAndSequences(keys: String, expected: String) throws {
    #expect(try read(keys, in: .list) == expected)
  }

  @Test func aPromptTakesLettersAsText() throws {
    #expect(try read("q 5 <space> <c-w> <c-x>", in: .prompt) == "'q' '5' ' ' delete-word ?")
  }

  @Test func theShorterCommandRunsWhenTheLongerDoesNotCome() throws {
    var keymap = Keymap()
    keymap.bind("g", to: save, in: .list)
    keymap.bind("g x", to: down, in: .list)
    #expect(try read("2 g j", in: .list, using: keymap) == "2 save move-down")
    #expect(try read("g g x", in: .list, using: keymap) == "save move-down")
    #expect(try read("g x", in: .list, using: keymap) == "move-down")
  }

  private func read(
    _ keys: String, in context: KeyContext, using keymap: Keymap = Keymap()
  ) throws -> String {
    var reader = KeyReader()
    return try KeySequence(parsing: keys).keys
      .flatMap { reader.read($0, in: context, using: keymap) }
      .compactMap { reading in
        switch reading {
        case .command(let command, let count?): "\(count) \(command.name)"
        case .command(let command, nil): command.name
        case .typed(let character): "'\(character)'"
        case .waiting: nil
        case .unbound: "?"
        }
      }.joined(separator: " ")
  }
}
