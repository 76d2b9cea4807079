import Commands
import Listings
import Queries

/// A line being typed, with a cursor and a history.
package struct Prompt: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// `/`: narrows the list as it is typed.
    case search
    /// `F`: the whole query.
    case query
    /// `$`: the least pay a year.
    case payFloor
    /// `"`: the name to save the query under.
    case searchName
    /// `:`: a command.
    case command
    /// `t`, `e`, `m f` and `m x`: what is decided about a listing.
    case tags, note, followUp, reason
    /// `|`: the program that is given the posting.
    case pipe
    /// Narrows the names of a group of filters.
    case values

    /// Its text is kept with a listing.
    var isDecision: Bool {
      switch self {
      case .tags, .note, .followUp, .reason: true
      default: false
      }
    }

    /// Its text is a query, whose words can be completed.
    package var isQuery: Bool { self == .search || self == .query }
  }

  package let kind: Kind
  /// What was wrong with the text when it was last read.
  package internal(set) var error: PromptError?
  /// The ways in which the word at the cursor can go on, once asked for.
  package private(set) var completion: PromptCompletion?
  /// The name that Enter may take although it is taken.
  var confirmed: String?
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

/// The ways in which a word can go on, and which of them is in the text now.
package struct PromptCompletion: Hashable, Sendable {
  /// A word that could stand there, and what it means or how many listings have it.
  package struct Candidate: Hashable, Sendable {
    package let text: String
    package let meaning: String
  }

  package let candidates: [Candidate]
  package fileprivate(set) var chosen: Int
  /// Where the chosen one stands, counted in characters.
  fileprivate var range: Range<Int>
}

private extension PromptCompletion.Candidate {
  init(_ candidate: QueryCompletion.Candidate) {
    text = candidate.text
    meaning = candidate.count.map { Wording.count($0, "listing") } ?? candidate.help
  }
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
    completion = nil
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
    completion = nil
    switch command {
    case .accept, .cancel, .complete, .completeBackward: break
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

extension Prompt {
  /// Takes the next way to complete the word at the cursor, around the end.
  ///
  /// `completion` knows the ways on from the text on the left of the cursor.
  mutating func complete(by steps: Int, _ completion: (String) -> QueryCompletion) {
    if var current = self.completion, current.candidates.count > 1 {
      let count = current.candidates.count
      current.chosen = ((current.chosen + steps) % count + count) % count
      self.completion = current
    } else {
      let found = completion(textBeforeCursor)
      guard !found.candidates.isEmpty else { return }
      let start = String(decoding: text.utf8.prefix(found.range.lowerBound), as: UTF8.self).count
      self.completion = PromptCompletion(
        candidates: found.candidates.map(PromptCompletion.Candidate.init),
        chosen: steps > 0 ? 0 : found.candidates.count - 1,
        range: min(start, cursorIndex)..<cursorIndex)
    }
    putCompletion()
  }

  private mutating func putCompletion() {
    guard var current = completion else { return }
    let word = Array(current.candidates[current.chosen].text)
    guard characters.count - current.range.count + word.count <= Self.longestText else { return }
    characters.replaceSubrange(current.range, with: word)
    current.range = current.range.lowerBound..<(current.range.lowerBound + word.count)
    cursorIndex = current.range.upperBound
    completion = current
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
