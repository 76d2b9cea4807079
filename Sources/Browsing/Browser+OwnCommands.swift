import Commands

// Lines that the person bound to keys.
extension Browser {
  /// Runs each line as if it was typed; the rest is left when one is wrong or asks for something.
  mutating func run(_ own: OwnCommand) -> [Effect] {
    guard help == nil else { return [] }
    var effects: [Effect] = []
    let history = histories[.command]
    defer { histories[.command] = history }
    for line in own.lines {
      if let command = Command(name: line) {
        // "save" alone is the key's; with a name behind it, it saves the search.
        effects += run(command, count: nil)
      } else {
        openPrompt(.command)
        effects += runLine(line)
      }
      if let error = prompt?.error {
        closePrompt()
        message = .problem(":\(line): \(error.message)")
      }
      effects += settle()
      if prompt != nil || message?.isProblem == true { break }
    }
    return effects
  }
}
