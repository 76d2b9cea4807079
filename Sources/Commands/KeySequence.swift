/// Keys pressed one after the other, written with blanks between: `g g`, `<c-d>`.
package struct KeySequence: Hashable, Sendable {
  package let keys: [Key]

  package init(_ keys: [Key]) {
    self.keys = keys
  }

  package init(parsing text: String) throws(KeyError) {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = Key(parsing: word) else {
        let offset = text.utf8.distance(from: text.startIndex, to: word.startIndex)
        throw KeyError(offset: offset, word: String(word))
      }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw KeyError(offset: 0, word: "") }
    self.keys = keys
  }
}

extension KeySequence: CustomStringConvertible, ExpressibleByStringLiteral {
  package var description: String { keys.map(\.description).joined(separator: " ") }

  /// For the command table; text from outside goes through `init(parsing:)`.
  package init(stringLiteral text: String) {
    do {
      try self.init(parsing: text)
    } catch {
      preconditionFailure("\(text): \(error)")
    }
  }
}

/// A word that names no key.
package struct KeyError: Error, Hashable, CustomStringConvertible {
  /// UTF-8 offset of the word.
  package let offset: Int
  package let word: String

  package var description: String {
    word.isEmpty ? "expected a key" : "\u{201C}\(word)\u{201D} is no key"
  }
}
