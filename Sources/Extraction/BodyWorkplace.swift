import Listings

/// What a body says of the workplace: the most telling line, and all that were weighed.
struct BodyWorkplace: Sendable {
  struct Clue: Sendable {
    let kind: RemoteKind
    let days: Int?
    let tokens: Range<Int>
    let rule: String
    /// 4 for a line that is labelled, 3 for a hashtag or a short line, 2 for a telling phrase.
    let weight: Int
  }

  private(set) var clues: [Clue] = []

  init(_ body: BodyLines, using vocabulary: Vocabulary) {
    for line in body.lines {
      let signs = body.marks[line.marks].compactMap { WorkplaceMark($0, in: vocabulary.signs) }
      guard signs.contains(where: { Self.speaks($0.sign) }) else { continue }
      let settled = vocabulary.signs.denying(signs, in: body.text, tokens: line.tokens)
      if let clue = Self.clue(of: line, settled, body.text, vocabulary.signs.beside) {
        clues.append(clue)
      }
    }
  }

  /// The clue of most weight; of equal ones remote as an option counts, then the first.
  var best: Clue? {
    guard let weight = clues.map(\.weight).max() else { return nil }
    let heaviest = clues.filter { $0.weight == weight }
    guard weight < 4 else { return heaviest.first }
    return heaviest.first { $0.kind == .hybrid && $0.days != nil }
      ?? (weight < 3 ? heaviest.first { $0.kind == .remote } : nil) ?? heaviest.first
  }

  /// Days in the office, wherever the body states them.
  var days: Clue? { clues.first { $0.days != nil } }

  private static func speaks(_ sign: WorkplaceSign) -> Bool {
    switch sign {
    case .remote, .hybrid, .homeOffice, .onsite, .never, .attendance, .day, .officeDay, .homeDay,
      .weekday, .share, .split, .mix, .work, .come:
      true
    default: false
    }
  }

  /// "Full time, remote | 40 hours a week | …": a line of short parts is as telling as a short line.
  private static func inShortParts(
    _ signs: [WorkplaceMark], of line: BodyLines.Line, _ text: TokenizedText
  ) -> [WorkplaceMark] {
    func isBar(_ index: Int) -> Bool {
      let token = text.tokens[index]
      return token.kind == .symbol && (token.id == 0x7C || token.id == 0xB7 || token.id == 0x2022)
    }
    guard line.tokens.dropFirst().contains(where: isBar) else { return [] }
    return signs.filter { mark in
      let start = line.tokens.last { $0 < mark.tokens.lowerBound && isBar($0) }
      let end = line.tokens.first { $0 >= mark.tokens.upperBound && isBar($0) }
      return (end ?? line.tokens.upperBound) - (start ?? line.tokens.lowerBound) <= 9
    }
  }

  private static func clue(
    of line: BodyLines.Line, _ signs: [WorkplaceMark], _ text: TokenizedText, _ words: BesideWords
  ) -> Clue? {
    let first = line.tokens.lowerBound
    let isLabelled = signs.contains { mark in
      mark.sign == .label && mark.tokens.lowerBound <= first + 2
    }
    // A list item's mark and emphasis take a token or two.
    let own = line.tokens.count <= 12 ? signs : inShortParts(signs, of: line, text)
    let isShort = !own.isEmpty
    let said = WorkplaceWords(
      isShort && !isLabelled ? own : signs, in: text, words, firmOnly: !isLabelled && !isShort)
    guard let decision = said.decision else { return nil }
    let isTagged =
      decision.tokens.lowerBound > 0
      && text.tokens[decision.tokens.lowerBound - 1].id == 35
      && text.tokens[decision.tokens.lowerBound - 1].kind == .symbol
    let weight = isLabelled ? 4 : isShort || isTagged ? 3 : 2
    return Clue(
      kind: decision.kind, days: decision.days, tokens: decision.tokens,
      rule: decision.rule + (isLabelled ? " after a label" : ""), weight: weight)
  }
}
