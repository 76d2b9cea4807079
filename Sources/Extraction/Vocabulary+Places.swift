import Listings

extension Vocabulary {
  /// Whether a whole string names places: "Lyon", "Greater Boston Area", "Austin, TX or Remote".
  func isPlace(_ words: String) -> Bool {
    let text = TokenizedText(words, lexicon: lexicon)
    return isPlace(0..<text.tokens.count, in: text)
  }

  /// Whether a place field leaves the place open: "Multiple locations", "N/A".
  func saysNothing(_ words: String) -> Bool {
    let text = TokenizedText(words, lexicon: lexicon)
    guard text.tokens.count <= 8 else { return false }
    return text.tokens.indices.allSatisfy { index in
      text.tokens[index].kind == .symbol
        || page.companyWords.match(at: 0, in: text).map { $0.value == .none && $0.length > index }
          ?? false
        || (0...index).contains { start in
          page.hiringWords.match(at: start, in: text)
            .map { $0.value == .note && start + $0.length > index } ?? false
        }
    }
  }

  /// Whether places, and words that stand beside them, are all there is.
  func isPlace(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
    guard !tokens.isEmpty, tokens.count <= 24, !tokens.contains(where: { isMoney(text.tokens[$0]) })
    else { return false }
    let places = places.mentions(in: text, tokens: tokens).filter { $0.kind != .zone }
    guard !places.isEmpty, !places.allSatisfy(\.isAdjective) else { return false }
    var others = 0
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let place = places.first(where: { $0.tokens.contains(index) }) {
        index = place.tokens.upperBound
      } else if let (_, length) = page.hiringWords.match(at: index, in: text) {
        index += length
      } else {
        // "Aarhus C": the letter of a part of town.
        let token = text.tokens[index]
        let isLetter =
          token.end - token.start == 1 && places.contains { $0.tokens.upperBound == index }
        if token.kind == .word, !isLetter, !isState(index, behind: places, in: text) { others += 1 }
        index += 1
      }
    }
    // "Andheri West, Mumbai": a part of town that no table knows.
    // In "🇫🇷 French fluent" the second is no place.
    return others == 0 || others <= 2 && places.count(where: { !$0.isAdjective }) >= 2
  }

  /// "US: $174,000" tells what is paid where.
  private func isMoney(_ token: Token) -> Bool {
    token.kind == .symbol && [0x24, 0x20AC, 0xA3, 0xA5, 0x20B9].contains(token.id)
  }

  /// The "RJ" of "Niterói/RJ", as Brazilians write towns.
  private func isState(
    _ index: Int, behind places: [PlaceMention], in text: TokenizedText
  ) -> Bool {
    let token = text.tokens[index]
    guard token.end - token.start == 2, index > 0, !token.followsBlank,
      text.tokens[index - 1].kind == .symbol, text.bytes[Int(text.tokens[index - 1].start)] == 0x2F,
      text.bytes[token.range].allSatisfy({ (65...90).contains($0) })
    else { return false }
    return places.contains { $0.kind == .city && $0.tokens.upperBound == index - 1 }
  }

  /// "This is a worldwide role", where a place should stand.
  func isSentence(_ words: String) -> Bool {
    let text = TokenizedText(words, lexicon: lexicon)
    return text.tokens.count > 3
      && (0...1).allSatisfy { page.titleWords.match(at: $0, in: text)?.value == .sentence }
  }

  /// "US", "United Kingdom": where a company should stand, what a form was filled with by mistake.
  func isCountry(_ words: String) -> Bool {
    let text = TokenizedText(words, lexicon: lexicon)
    guard text.tokens.count > 1 || words.utf8.count <= 3,
      let place = places.mentions(in: text).first
    else { return false }
    return place.kind == .country && !place.isAdjective && place.tokens == text.tokens.indices
  }

  /// The codes of the countries that a place line names, the first first.
  func countries(in place: String) -> [String] {
    var countries: [String] = []
    let text = TokenizedText(place, lexicon: lexicon)
    for mention in places.mentions(in: text) where mention.kind != .region && mention.kind != .zone
    {
      for code in mention.codes.prefix(1) {
        let country = String(code.prefix(2))
        if !countries.contains(country) { countries.append(country) }
      }
    }
    return countries
  }

  /// A place line that names no town, as in "Canada (Remote)": the words but for the workplace's.
  func widePlace(_ line: String) -> String? {
    let text = TokenizedText(line, lexicon: lexicon)
    let end =
      text.tokens.indices.first { isBracket(text.tokens[$0]) && $0 > 0 } ?? text.tokens.count
    guard !places.mentions(in: text, tokens: 0..<end).isEmpty else { return nil }
    var (first, last) = (0, end)
    while first < last, isWorkplace(first, in: text) { first += 1 }
    while last > first, isWorkplace(last - 1, in: text) { last -= 1 }
    guard first < last else { return nil }
    return text.words(Int(text.tokens[first].start)..<Int(text.tokens[last - 1].end))
  }

  private func isBracket(_ token: Token) -> Bool {
    token.kind == .symbol && (token.id == 0x28 || token.id == 0x5B)
  }

  private func isWorkplace(_ index: Int, in text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    if token.kind == .symbol { return token.id != 0x2E }
    guard let (word, length) = page.hiringWords.match(at: index, in: text) else { return false }
    return word == .workplace && length == 1
  }
}
