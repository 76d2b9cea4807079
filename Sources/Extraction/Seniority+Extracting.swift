import Listings

extension Seniority {
  /// Reads the level from a title; unknown when it does not say.
  package init(extracting title: String, using vocabulary: Vocabulary) {
    let text = TokenizedText(title, lexicon: vocabulary.lexicon)
    self = Self.reading(title: text, using: vocabulary)?.value ?? .unknown
  }

  /// Reads the level from a title, with the words that tell it.
  package static func reading(
    title: TokenizedText, using vocabulary: Vocabulary
  )
    -> Reading<Seniority>?
  {
    let marks = vocabulary.signs.marks(in: title) { $0.level != nil }
    var best: (level: Seniority, tokens: Range<Int>)?
    for mark in marks {
      let sign = vocabulary.signs.entries[Int(mark.entry)].level
      guard case .level(let level) = sign, !isNumeralAlone(mark, in: title) else { continue }
      if best.map({ precedence(of: level) > precedence(of: $0.level) }) ?? true {
        best = (level, mark.tokens)
      }
    }
    if let best {
      return Reading(best.level, at: title.bytes(of: best.tokens), by: "level words")
    }
    return compound(in: title, besides: marks, vocabulary.signs)
  }

  /// "Marktleitung", "försäljningschef": the end of a word that no table holds whole, or where
  /// words have no blanks between its beginning.
  private static func compound(
    in title: TokenizedText, besides marks: [Mark], _ signs: SignTable
  ) -> Reading<Seniority>? {
    let words = title.tokens.indices.filter { index in
      let token = title.tokens[index]
      return token.kind == .word && token.id == 0
        && !marks.contains { $0.tokens.contains(index) }
    }
    for index in words {
      let range = title.tokens[index].range
      guard let place = signs.levelEndings.words.match(range, in: title.bytes),
        case .level(let level) = signs.levelEndings.signs[place]
      else { continue }
      return Reading(level, at: range, by: "level in a compound")
    }
    for index in words {
      let range = title.tokens[index].range
      let word = title.bytes[range]
      let second = word.dropFirst(asciiCount(of: word))
      let beginning = signs.levelBeginnings.first {
        word.starts(with: $0.bytes) || second.starts(with: $0.bytes)
      }
      guard let beginning, case .level(let level) = beginning.sign else { continue }
      return Reading(level, at: range, by: "level in a compound")
    }
    return nil
  }

  /// "Java资深开发": how many letters stand before a script that has no blanks.
  private static func asciiCount(of word: ArraySlice<UInt8>) -> Int {
    let count = word.prefix { $0 < 0x80 }.count
    return count < word.count && word[word.startIndex + count] >= 0xE3 ? count : 0
  }

  /// An intern in a senior team is an intern; else the highest office counts, but a manager or
  /// lead more than the "senior" beside it.
  private static func precedence(of level: Seniority) -> Int {
    switch level {
    case .intern: 20
    case .director: 15
    default: level.rank
    }
  }

  /// Roman numerals count as capitals after a word: "Engineer II", not "I am".
  private static func isNumeralAlone(_ mark: Mark, in text: TokenizedText) -> Bool {
    guard mark.tokens.count == 1 else { return false }
    let words = text.bytes[text.tokens[mark.tokens.lowerBound].range]
    guard words.allSatisfy({ [73, 86, 105, 118].contains($0) }) else { return false }
    guard words.allSatisfy({ $0 == 73 || $0 == 86 }), mark.tokens.lowerBound > 0 else {
      return true
    }
    return text.tokens[mark.tokens.lowerBound - 1].kind != .word
  }
}

extension Seniority {
  /// The level that a body names after a label, on its line or the next, or on a line of its own.
  static func reading(body: BodyLines, _ signs: SignTable) -> Reading<Seniority>? {
    var labelEnd = -1
    for line in body.lines {
      let marks = body.marks[line.marks]
      let label = marks.first { mark in
        signs.entries[Int(mark.entry)].level == .label
          && mark.tokens.lowerBound <= line.tokens.lowerBound + 2
      }
      let follows = line.tokens.lowerBound - labelEnd <= 3 && labelEnd >= 0
      for mark in marks {
        guard case .level(let level) = signs.entries[Int(mark.entry)].level else { continue }
        let isWhole = mark.tokens == line.tokens && mark.tokens.count > 1
        let isAfter = label.map { mark.tokens.lowerBound - $0.tokens.upperBound } ?? 9
        guard isWhole || isAfter <= 2 || (follows && line.tokens.count <= 4) else { continue }
        return Reading(level, at: body.text.bytes(of: mark.tokens), by: "level line")
      }
      labelEnd = label != nil && line.tokens.count <= 4 ? line.tokens.upperBound : -1
    }
    return nil
  }
}
