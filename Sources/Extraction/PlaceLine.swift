import Listings

/// A short text (a location line, a title, a tag, a sentence) with the signs and places in it.
struct PlaceLine: Sendable {
  let text: TokenizedText
  let tokens: Range<Int>
  let signs: [WorkplaceMark]
  let places: [PlaceMention]

  init(_ string: String, using vocabulary: Vocabulary) {
    let text = TokenizedText(string, lexicon: vocabulary.lexicon)
    self.init(text, tokens: 0..<text.tokens.count, using: vocabulary)
  }

  init(_ text: TokenizedText, tokens: Range<Int>, using vocabulary: Vocabulary) {
    self.text = text
    self.tokens = tokens
    let table = vocabulary.signs
    signs = table.marks(in: text, tokens: tokens) { $0.workplace != nil }
      .compactMap { WorkplaceMark($0, in: table) }
    places = vocabulary.places.mentions(in: text, tokens: tokens)
  }

  func isSymbol(_ index: Int, _ symbols: String) -> Bool {
    guard tokens.contains(index), text.tokens[index].kind != .word else { return false }
    let token = text.tokens[index]
    return token.kind == .symbol && symbols.unicodeScalars.contains { $0.value == token.id }
  }
}

/// A phrase that speaks of the workplace.
struct WorkplaceMark: Sendable {
  let sign: WorkplaceSign
  let isFirm: Bool
  let tokens: Range<Int>

  init(_ sign: WorkplaceSign, isFirm: Bool, tokens: Range<Int>) {
    self.sign = sign
    self.isFirm = isFirm
    self.tokens = tokens
  }

  init?(_ mark: Mark, in table: SignTable) {
    let entry = table.entries[Int(mark.entry)]
    guard let sign = entry.workplace else { return nil }
    self.init(sign, isFirm: entry.isFirm, tokens: mark.tokens)
  }
}
