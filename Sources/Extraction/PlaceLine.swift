import Listings

/// A short text (a location line, a title, a tag, a sentence) with the signs and places in it.
final class PlaceLine: Sendable {
  let text: TokenizedText
  let tokens: Range<Int>
  let signs: [WorkplaceMark]
  let places: [PlaceMention]
  private let table: SignTable
  var beside: BesideWords { table.beside }

  convenience init(_ string: String, using vocabulary: Vocabulary) {
    let text = TokenizedText(string, lexicon: vocabulary.lexicon)
    self.init(text, tokens: 0..<text.tokens.count, using: vocabulary)
  }

  init(_ text: TokenizedText, tokens: Range<Int>, using vocabulary: Vocabulary) {
    self.text = text
    self.tokens = tokens
    self.table = vocabulary.signs
    let table = vocabulary.signs
    let marks = table.marks(in: text, tokens: tokens) { $0.workplace != nil }
      .compactMap { WorkplaceMark($0, in: table) }
    let signs = table.denying(marks, in: text, tokens: tokens)
    places = vocabulary.places.mentions(in: text, tokens: tokens)
    let settled = Self.homeOffice(signs, places, text, tokens)
    let told = signs.map { mark in
      switch mark.sign {
      case .homeOffice: mark.with(settled)
      case .bare: mark.with(tokens.count <= 8 && settled == .remote ? .remote : .nothing)
      default: mark
      }
    }
    self.signs = Self.anywhere(told, places, text, tokens, vocabulary.beside) + told
  }

  /// "Anywhere in Ontario", "Worldwide (excluding Norway)", "Anywhere (UTC-3 to UTC+3)": a line of
  /// these alone tells from where the work may be done, which is remote work.
  private static func anywhere(
    _ signs: [WorkplaceMark], _ places: [PlaceMention], _ text: TokenizedText,
    _ tokens: Range<Int>, _ beside: BesideWords
  ) -> [WorkplaceMark] {
    let open = places.first { $0.codes == ["WORLDWIDE"] }
    guard let open, tokens.count <= 16, !places.contains(where: { $0.kind == .city }),
      signs.allSatisfy({ [.limit, .exclude, .label, .or, .zone].contains($0.sign) })
    else { return [] }
    let isAnywhere = beside.isA(
      .anywhere, text.words(text.tokens[open.tokens.lowerBound].range).lowercased())
    let isBracketed = tokens.contains { text.tokens[$0].symbol == 40 }
    let isOfZones = places.contains { $0.kind == .zone }
    guard
      isAnywhere && (!isBracketed || isOfZones) || signs.contains(where: { $0.sign == .exclude })
    else { return [] }
    let known = Set(signs.flatMap(\.tokens)).union(places.flatMap(\.tokens))
    let isAlone = tokens.allSatisfy { index in
      text.tokens[index].kind == .symbol || known.contains(index)
        || beside.isA(.besideAnywhere, at: index, of: text)
        || isOfZones
          && (text.tokens[index].kind == .number || beside.isA(.span, at: index, of: text))
    }
    return isAlone ? [WorkplaceMark(.remote, isFirm: false, tokens: open.tokens)] : []
  }

  /// "Home office" is all of the workplace where only a place stands beside it, and part of it in a
  /// sentence; "virtual" and its like say nothing there.
  private static func homeOffice(
    _ signs: [WorkplaceMark], _ places: [PlaceMention], _ text: TokenizedText, _ tokens: Range<Int>
  ) -> WorkplaceSign {
    guard signs.contains(where: { $0.sign == .homeOffice || $0.sign == .bare }) else {
      return .homeOffice
    }
    if signs.contains(where: { [.hybrid, .office, .share, .weekday].contains($0.sign) }) {
      return .hybrid
    }
    // "Sales assistant (m/f/d) home office Germany".
    let isOfCountry = places.contains { place in
      [.country, .region].contains(place.kind)
        && signs.contains {
          $0.sign == .homeOffice && $0.tokens.upperBound == place.tokens.lowerBound
        }
    }
    if isOfCountry { return .remote }
    let known = Set(signs.flatMap(\.tokens)).union(places.flatMap(\.tokens))
    let others = tokens.count { text.tokens[$0].kind == .word && !known.contains($0) }
    return others <= 1 ? .remote : .hybrid
  }

  /// "Residents of Ohio cannot be employed": the words after the place rule it out.
  func isDenied(after place: PlaceMention) -> Bool {
    Denial(words: table.denials, beside: beside, text: text, tokens: tokens)
      .denies(from: place.tokens.upperBound)
  }

  /// Whether a word of this kind stands there, in letters of any size.
  func isA(_ kind: BesideWords.Kind, at index: Int) -> Bool {
    tokens.contains(index) && text.tokens[index].kind == .word
      && beside.isAnyA(kind, at: index, of: text)
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
  let isOfHome: Bool
  let tokens: Range<Int>

  init(_ sign: WorkplaceSign, isFirm: Bool, isOfHome: Bool = false, tokens: Range<Int>) {
    self.sign = sign
    self.isFirm = isFirm
    self.isOfHome = isOfHome
    self.tokens = tokens
  }

  func with(_ sign: WorkplaceSign) -> WorkplaceMark {
    WorkplaceMark(sign, isFirm: isFirm, isOfHome: isOfHome, tokens: tokens)
  }

  init?(_ mark: Mark, in table: SignTable) {
    let entry = table.entries[Int(mark.entry)]
    guard let sign = entry.workplace else { return nil }
    self.init(sign, isFirm: entry.isFirm, isOfHome: entry.isOfHome, tokens: mark.tokens)
  }
}
