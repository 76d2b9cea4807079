import Listings

extension Skill {
  /// The skills among `marks`, each once, with the words that name it first.
  static func named(
    by marks: [Mark], in text: TokenizedText, using table: SignTable
  )
    -> [(skill: Skill, mark: Mark)]
  {
    var found: [(skill: Skill, mark: Mark)] = []
    var seen: Set<Int32> = []
    for (place, mark) in marks.enumerated() {
      let number = table.entries[Int(mark.entry)].skill
      guard number >= 0, !seen.contains(number) else { continue }
      let skill = table.skills[Int(number)]
      if skill.isExact, !hasCapital(mark, in: text) { continue }
      if skill.isListed, !isListed(place, marks, in: text, table) { continue }
      seen.insert(number)
      found.append((skill, mark))
    }
    return found
  }

  private static func hasCapital(_ mark: Mark, in text: TokenizedText) -> Bool {
    let byte = text.bytes[Int(text.tokens[mark.tokens.lowerBound].start)]
    return byte < 97 || byte > 122
  }

  /// Punctuation or another skill stands on both sides, as in "Python, Go and C".
  private static func isListed(
    _ place: Int, _ marks: [Mark], in text: TokenizedText, _ table: SignTable
  ) -> Bool {
    let tokens = marks[place].tokens
    func isSkill(_ other: Int, within limit: Int) -> Bool {
      guard marks.indices.contains(other) else { return false }
      let gap =
        other < place
        ? tokens.lowerBound - marks[other].tokens.upperBound
        : marks[other].tokens.lowerBound - tokens.upperBound
      return gap <= limit && table.entries[Int(marks[other].entry)].skill >= 0
    }
    let before = tokens.lowerBound - 1
    let after = tokens.upperBound
    let opens = before < 0 || isListMark(text.tokens[before])
    let closes = after >= text.tokens.count || isListMark(text.tokens[after])
    if isSkill(place - 1, within: 2), closes || isSkill(place + 1, within: 2) { return true }
    if isSkill(place + 1, within: 2), opens { return true }
    return opens && closes
  }

  private static func isListMark(_ token: Token) -> Bool {
    switch token.kind {
    case .newline: true
    // Comma, slash, semicolon, bar, parentheses, colon, period, bullets.
    case .symbol: [44, 47, 59, 124, 40, 41, 58, 46, 0x2022, 0xB7, 43].contains(token.id)
    case .word, .number: false
    }
  }
}
