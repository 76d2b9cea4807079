/// Words as a person writes them, in one of the forms that the language knows.
///
/// Words match whole words, case and diacritics folded; see `SearchText`. A pattern without a letter
/// or digit holds always.
package struct TextPattern: Hashable, Sendable {
  package enum Form: String, Hashable, Sendable {
    /// One or several in a row in one field; with `near/5` between them, that near in any order.
    case words
    /// The last one need only begin so, as in `swift*`.
    case beginning
    /// One word in which `*` stands for any letters and `?` for one, as in `java*script`.
    case wildcard
    /// A regular expression, as in `title~"^senior.*ios"`.
    case expression
  }

  /// As written: `swift`, `node.js`, `exact phrase`.
  package let text: String
  package let form: Form

  /// The folded words it seeks; nil for a regular expression.
  package let sought: SoughtWords?
  /// Nil for patterns of words; what can't be read is refused before it becomes a pattern.
  package let expression: RegularExpression?

  package init(_ text: String, form: Form) {
    self.text = text
    self.form = form
    switch form {
    case .words, .beginning: sought = SoughtWords(text, isPrefix: form == .beginning)
    case .wildcard: sought = SoughtWords(wildcard: text)
    case .expression: sought = nil
    }
    expression = form == .expression ? try? RegularExpression(text) : nil
  }

  package init(_ text: String, isPrefix: Bool = false) {
    self.init(text, form: isPrefix ? .beginning : .words)
  }

  package var isPrefix: Bool { form == .beginning }
}

extension TextPattern {
  // Text and form tell all; the rest was read from them.
  package static func == (left: TextPattern, right: TextPattern) -> Bool {
    left.text == right.text && left.form == right.form
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(form)
  }

  /// It asks nothing.
  package var isEmpty: Bool { sought?.isEmpty ?? text.isEmpty }

  /// A beginning of one or two letters is sought in titles, companies, places and skills alone:
  /// most descriptions have such a word, so that it would not tell them apart.
  package var leavesOutBodies: Bool {
    guard form == .beginning, let last = sought?.phrases.last?.last else { return false }
    return last.stem.count < 3
  }
}

/// Phrases of words, all of which have to stand in one field.
package struct SoughtWords: Hashable, Sendable {
  package let phrases: [[SoughtWord]]
  /// How many words may stand between the first phrase and the last; nil for a single phrase.
  package let distance: Int?

  package var isEmpty: Bool { phrases.isEmpty }

  init(_ text: String, isPrefix: Bool) {
    var (phrases, distance) = Self.near(text) ?? ([SearchText.words(in: text)], nil)
    phrases.removeAll(where: \.isEmpty)
    self.distance = distance
    self.phrases = phrases.enumerated().map { index, words in
      words.enumerated().map { place, word in
        let isLast = index == phrases.count - 1 && place == words.count - 1
        return SoughtWord(Array(word.utf8) + (isPrefix && isLast ? [SoughtWord.anyLetters] : []))
      }
    }
  }

  /// The one word of a wildcard; none when marks part it.
  init(wildcard text: String) {
    distance = nil
    let words = SearchText.words(in: SoughtWord.withStandIns(text)).map(SoughtWord.init(standIns:))
    phrases = words.count == 1 && words[0].isTelling ? [words] : []
  }

  /// The parts around each `near/5`; nil without one, or where words are missing beside it.
  private static func near(_ text: String) -> (phrases: [[String]], distance: Int?)? {
    var phrases: [[String]] = []
    var distance: Int?
    var part: [Substring] = []
    for word in text.split(separator: " ") {
      if let number = Self.distance(word) {
        phrases.append(SearchText.words(in: part.joined(separator: " ")))
        part = []
        distance = max(distance ?? 0, number)
      } else {
        part.append(word)
      }
    }
    phrases.append(SearchText.words(in: part.joined(separator: " ")))
    return distance == nil || phrases.contains(where: \.isEmpty) ? nil : (phrases, distance)
  }

  /// The figure of `near/5`.
  static func distance(_ word: some StringProtocol) -> Int? {
    guard word.utf8.count <= 8, word.lowercased().hasPrefix("near/") else { return nil }
    return DayReader.number(Array(word.utf8.dropFirst(5)), upTo: 3)
  }
}

/// One folded word, or the shape of one.
package struct SoughtWord: Hashable, Sendable {
  /// UTF-8, and two bytes that are none: `anyLetters` and `oneLetter`.
  private let bytes: [UInt8]

  static let anyLetters: UInt8 = 0xFF
  static let oneLetter: UInt8 = 0xFE

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What the word begins with, up to the first wildcard.
  package var stem: ArraySlice<UInt8> { bytes.prefix { $0 < Self.oneLetter } }

  package var isWhole: Bool { stem.count == bytes.count }

  /// Nothing but the beginning is asked.
  package var isBeginning: Bool {
    stem.count == bytes.count - 1 && bytes.last == Self.anyLetters
  }

  /// It holds a letter or digit.
  var isTelling: Bool { bytes.contains { $0 < Self.oneLetter } }

  package func holds(of word: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { Self.holds($0, of: word) }
  }

  package func holds(of word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { holds(of: $0) }
  }

  /// Goes back to the last `*` alone, so that it takes the product of both lengths at most.
  private static func holds(
    _ shape: UnsafeBufferPointer<UInt8>, of word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while position < word.count {
      if place < shape.count, shape[place] == anyLetters {
        place += 1
        retry = (place, position)
      } else if place < shape.count, shape[place] == oneLetter {
        place += 1
        position += 1
        while position < word.count, word[position] & 0xC0 == 0x80 { position += 1 }
      } else if place < shape.count, shape[place] == word[position] {
        place += 1
        position += 1
      } else if let last = retry {
        place = last.place
        position = last.position + 1
        retry = (place, position)
      } else {
        return false
      }
    }
    return shape[place...].allSatisfy { $0 == anyLetters }
  }
}

extension SoughtWord {
  // Letters for private use: folding keeps them, and nobody writes them.
  fileprivate static func withStandIns(_ text: String) -> String {
    text.replacing("*", with: "\u{E000}").replacing("?", with: "\u{E001}")
  }

  fileprivate init(standIns word: String) {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{E000}": bytes.append(Self.anyLetters)
      case "\u{E001}": bytes.append(Self.oneLetter)
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    self.init(bytes)
  }
}
