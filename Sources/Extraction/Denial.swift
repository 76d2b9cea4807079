/// A word that denies what stands near it, or one that may stand between the two.
enum DenialWord: Hashable, Sendable {
  case denial
  /// May stand between a denial and the workplace, on either side: "available", "currently".
  case filler
  /// May stand between them only before the workplace: "for", "the".
  case joiner
  /// Denies what stands before it, whatever follows: "prohibited".
  case refusal

  init?(_ name: String) {
    switch name {
    case "deny": self = .denial
    case "filler": self = .filler
    case "joiner": self = .joiner
    case "refuse": self = .refusal
    default: return nil
    }
  }
}

/// Whether words of the workplace are denied: "not currently open to telework", "remote: no".
struct Denial {
  let words: PhraseTable<DenialWord>
  let beside: BesideWords
  let text: TokenizedText
  /// The sentence or line that may hold the denial.
  let tokens: Range<Int>

  func denies(_ mark: Range<Int>) -> Bool { deniesBefore(mark) || deniesAfter(mark) }

  private func deniesBefore(_ mark: Range<Int>) -> Bool {
    var end = mark.lowerBound
    for _ in 0..<8 {
      guard let (word, start) = word(endingAt: end) else { return false }
      if word == .denial { return true }
      end = start
    }
    return false
  }

  /// The word before `end`, which is three tokens with an apostrophe.
  private func word(endingAt end: Int) -> (DenialWord, start: Int)? {
    for length in [1, 3] where end - length >= tokens.lowerBound {
      if let found = words.match(at: end - length, in: text), found.length == length {
        return (found.value, end - length)
      }
    }
    return nil
  }

  private func deniesAfter(_ mark: Range<Int>) -> Bool { denies(from: mark.upperBound) }

  /// Whether what stands at `start` denies what stands before it.
  func denies(from start: Int) -> Bool {
    var index = start
    for _ in 0..<6 where index < tokens.upperBound {
      if isSymbol(index, ":?-–—|") {
        index += 1
      } else if let found = words.match(at: index, in: text) {
        index += found.length
        if found.value == .refusal { return true }
        if found.value == .denial { return !isPrefix(index) && closesDenial(index) }
      } else {
        return false
      }
    }
    return false
  }

  /// "No." and "not available", but neither "no travel" nor "not available in Ohio".
  private func closesDenial(_ end: Int) -> Bool {
    var index = end
    while index < tokens.upperBound,
      let found = words.match(at: index, in: text), found.value == .filler,
      !opensPlace(index)
    {
      index += found.length
    }
    guard index < tokens.upperBound, text.tokens[index].kind == .word else { return true }
    guard index > end else { return false }
    let isOfPlace = beside.isA(.deniedPlace, at: index, of: text)
    return !isOfPlace || words.match(at: min(index + 1, text.tokens.count - 1), in: text) != nil
  }

  /// The "in" of "not available in Ohio", which is a filler of other languages, too.
  private func opensPlace(_ index: Int) -> Bool {
    index + 1 < tokens.upperBound && beside.isA(.deniedPlace, at: index, of: text)
      && text.tokens[index + 1].kind == .word && words.match(at: index + 1, in: text) == nil
  }

  /// The "non" of "non-technical roles" denies that word alone.
  private func isPrefix(_ end: Int) -> Bool {
    end + 1 < tokens.upperBound && isSymbol(end, "-‑") && !text.tokens[end].followsBlank
      && !text.tokens[end + 1].followsBlank && text.tokens[end + 1].kind == .word
  }

  private func isSymbol(_ index: Int, _ symbols: String) -> Bool {
    let token = text.tokens[index]
    return token.kind == .symbol && symbols.unicodeScalars.contains { $0.value == token.id }
  }
}

extension SignTable {
  /// The marks with those that are denied changed: remote work to its refusal, others to nothing.
  func denying(
    _ marks: [WorkplaceMark], in text: TokenizedText, tokens: Range<Int>
  ) -> [WorkplaceMark] {
    // Most lines have no marks.
    if marks.isEmpty { return [] }
    let denial = Denial(words: denials, beside: beside, text: text, tokens: tokens)
    return marks.map { mark in
      switch mark.sign {
      case .remote: denial.denies(mark.tokens) ? mark.with(.never) : mark
      // "Not open to residents of Ohio" rules them out.
      case .limit: denial.denies(mark.tokens) ? mark.with(.exclude) : mark
      case .sponsor: denial.denies(mark.tokens) ? mark.with(.unsponsored) : mark
      case .homeOffice: denial.denies(mark.tokens) ? mark.with(.never) : mark
      case .hybrid where isPossibility(mark, text):
        denial.denies(mark.tokens) ? mark.with(.never) : mark
      case .hybrid, .onsite: denial.denies(mark.tokens) ? mark.with(.nothing) : mark
      default: mark
      }
    }
  }

  /// "Posibilidad de teletrabajo": without it no work is done from home.
  private func isPossibility(_ mark: WorkplaceMark, _ text: TokenizedText) -> Bool {
    let first = text.words(text.tokens[mark.tokens.lowerBound].range).lowercased()
    return beside.begins(first, as: .possible)
  }
}
