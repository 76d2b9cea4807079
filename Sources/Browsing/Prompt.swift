import Commands

/// A line being typed, with a cursor and a history.
package struct Prompt: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// `/`: narrows the list as it is typed.
    case search
    /// `F`: the whole query.
    case query
    /// `$`: the least pay a year.
    case payFloor
  }

  package let kind: Kind
  /// What was wrong with the text when it was last read.
  package internal(set) var error: PromptError?
  private(set) var characters: [Character]
  private var cursorIndex: Int
  private let history: [String]
  /// Position in `history`; its end is the text typed now.
  private var entry: Int
  private var typed: [Character] = []

  package init(_ kind: Kind, text: String = "", history: [String] = []) {
    self.kind = kind
    self.history = history
    characters = Array(text)
    cursorIndex = characters.count
    entry = history.count
  }

  package var text: String { String(characters) }

  /// Characters before the cursor, which stands between 0 and the length of the text.
  package var cursor: Int { cursorIndex }

  /// The text on the left of the cursor: its width is the cursor's column.
  package var textBeforeCursor: String { String(characters[..<cursorIndex]) }

  package static let longestText = 2000
}

/// What is wrong with the text of a prompt.
package struct PromptError: Error, Hashable, Sendable {
  /// UTF-8 offset in the prompt's text, where the caret stands.
  package let offset: Int
  /// UTF-8 length of the wrong word; 0 where something is missing.
  package let length: Int
  /// Without a full stop.
  package let message: String

  package init(offset: Int, length: Int, message: String) {
    self.offset = offset
    self.length = length
    self.message = message
  }
}

extension Prompt {
  /// Line ends become blanks; other controls are left out.
  mutating func insert(_ text: String) {
    let room = max(0, Self.longestText - characters.count)
    let clean = text.compactMap { character -> Character? in
      if character.isNewline || character == "\t" { return " " }
      return character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? nil : character
    }.prefix(room)
    characters.insert(contentsOf: clean, at: cursorIndex)
    // A combining mark joins the character before it.
    let before = characters.count
    let after = Array(String(characters))
    let end = cursorIndex + clean.count
    cursorIndex = min(after.count, max(0, end - (before - after.count)))
    characters = after
  }

  /// What a command does to the line; accepting and canceling are the browser's.
  mutating func edit(_ command: EditCommand) {
    switch command {
    case .accept, .cancel: break
    case .olderEntry: recall(entry - 1)
    case .newerEntry: recall(entry + 1)
    case .left: cursorIndex = max(0, cursorIndex - 1)
    case .right: cursorIndex = min(characters.count, cursorIndex + 1)
    case .wordLeft: cursorIndex = wordStart
    case .wordRight: cursorIndex = wordEnd
    case .start: cursorIndex = 0
    case .end: cursorIndex = characters.count
    case .deleteLeft: delete(max(0, cursorIndex - 1)..<cursorIndex)
    case .deleteRight: delete(cursorIndex..<min(characters.count, cursorIndex + 1))
    case .deleteWord: delete(wordStart..<cursorIndex)
    case .deleteToStart: delete(0..<cursorIndex)
    case .deleteToEnd: delete(cursorIndex..<characters.count)
    }
  }
}

private extension Prompt {
  mutating func recall(_ wanted: Int) {
    guard (0...history.count).contains(wanted), wanted != entry else { return }
    if entry == history.count { typed = characters }
    entry = wanted
    characters = entry == history.count ? typed : Array(history[entry])
    cursorIndex = characters.count
  }

  mutating func delete(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursorIndex = range.lowerBound
    let joined = Array(String(characters))
    if joined.count != characters.count {
      characters = joined
      cursorIndex = min(cursorIndex, joined.count)
    }
  }

  var wordStart: Int {
    var index = cursorIndex
    while index > 0, characters[index - 1] == " " { index -= 1 }
    while index > 0, characters[index - 1] != " " { index -= 1 }
    return index
  }

  var wordEnd: Int {
    var index = cursorIndex
    while index < characters.count, characters[index] == " " { index += 1 }
    while index < characters.count, characters[index] != " " { index += 1 }
    return index
  }
}
