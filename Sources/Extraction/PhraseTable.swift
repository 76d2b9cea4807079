/// Phrases of one or more words, each with a value; the longest that stands at a place is found.
///
/// Words of a phrase are tokens: "c++" is the word `c` and two symbols, "e-mail" two words and a
/// symbol. Blanks do not matter, except that a phrase never crosses a line end.
package struct PhraseTable<Value: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let rest: [Element]
    let value: Value
  }

  private enum Element: Hashable, Sendable {
    case word(UInt32)
    case symbol(UInt32)
    /// The digits as written.
    case number([UInt8])
  }

  // By the first element; the longest phrase first.
  private var phrases: [Element: [Phrase]] = [:]
  // Whether some phrase begins with the word of that number: the fast way to say no.
  private var begins: [Bool] = []

  package init() {}

  /// Adds the words of `phrase` to the lexicon; a later phrase of the same words is kept behind.
  package mutating func add(_ phrase: String, _ value: Value, to lexicon: inout Lexicon) {
    var elements: [Element] = []
    let text = TokenizedText(phrase, lexicon: lexicon)
    for token in text.tokens {
      switch token.kind {
      case .word: elements.append(.word(lexicon.add(text.words(token.range))))
      case .symbol: elements.append(.symbol(token.id))
      case .number: elements.append(.number(Array(text.bytes[token.range])))
      case .newline: break
      }
    }
    guard let first = elements.first else { return }
    if case .word(let id) = first { mark(Int(id)) }
    var list = phrases[first, default: []]
    let rest = Array(elements.dropFirst())
    let place = list.firstIndex { $0.rest.count < rest.count } ?? list.endIndex
    list.insert(Phrase(rest: rest, value: value), at: place)
    phrases[first] = list
  }

  /// The longest phrase that begins with the token at `index`, and how many tokens it takes.
  package func match(at index: Int, in text: TokenizedText) -> (value: Value, length: Int)? {
    let token = text.tokens[index]
    if token.kind == .word {
      guard Int(token.id) < begins.count, begins[Int(token.id)] else { return nil }
    } else if token.kind == .newline {
      return nil
    }
    guard let candidates = phrases[element(token, in: text)] else { return nil }
    for phrase in candidates where index + phrase.rest.count < text.tokens.count {
      let matches = phrase.rest.indices.allSatisfy { offset in
        element(text.tokens[index + 1 + offset], in: text) == phrase.rest[offset]
      }
      if matches { return (phrase.value, phrase.rest.count + 1) }
    }
    return nil
  }

  private mutating func mark(_ id: Int) {
    if begins.count <= id {
      begins.append(contentsOf: repeatElement(false, count: id + 1 - begins.count))
    }
    begins[id] = true
  }

  private func element(_ token: Token, in text: TokenizedText) -> Element {
    switch token.kind {
    case .word: .word(token.id)
    case .number: .number(Array(text.bytes[token.range]))
    case .symbol, .newline: .symbol(token.id)
    }
  }
}
