import Listings

/// Words of a body that disagree with what the place line says of the workplace.
struct Contradiction: Sendable {
  let tokens: Range<Int>

  /// Nil when the body agrees, or does not say.
  init?(
    of kind: RemoteKind, in body: BodyLines, workplace: BodyWorkplace, using vocabulary: Vocabulary
  ) {
    // A remote job may have an office week; an office job that is remote below is another matter.
    let others = workplace.clues.filter {
      $0.kind != kind && $0.kind != .unknown && !Self.leavesChoice($0, in: body, vocabulary)
    }
    let agrees = workplace.clues.contains { $0.kind == kind }
    if !agrees, kind != .unknown, let other = others.max(by: { $0.weight < $1.weight }) {
      tokens = Self.sentence(around: other.tokens, in: body)
      return
    }
    guard kind == .remote, !agrees, let place = Self.boundPlace(in: body, vocabulary) else {
      return nil
    }
    tokens = Self.sentence(around: place, in: body)
  }

  /// "For hybrid work or remotely" offers both.
  private static func leavesChoice(
    _ clue: BodyWorkplace.Clue, in body: BodyLines, _ vocabulary: Vocabulary
  ) -> Bool {
    guard clue.kind == .hybrid,
      let line = body.lines.first(where: { $0.tokens.overlaps(clue.tokens) })
    else { return false }
    let signs = body.marks[line.marks].compactMap { WorkplaceMark($0, in: vocabulary.signs) }
    return signs.contains { sign in
      guard sign.sign == .remote else { return false }
      let low = min(sign.tokens.upperBound, clue.tokens.upperBound)
      let high = max(sign.tokens.lowerBound, clue.tokens.lowerBound)
      return low < high && high - low <= 3
        && signs.contains { $0.sign == .or && (low..<high).contains($0.tokens.lowerBound) }
    }
  }

  /// "New York-based", "this role is based in our Leeds office": a city that the job is bound to.
  private static func boundPlace(in body: BodyLines, _ vocabulary: Vocabulary) -> Range<Int>? {
    for line in body.lines {
      for index in line.marks {
        let mark = body.marks[index]
        switch vocabulary.signs.entries[Int(mark.entry)].workplace {
        case .sited where !isOfCompany(after: index, in: line, body, vocabulary):
          let start = max(line.tokens.lowerBound, mark.tokens.lowerBound - 4)
          let near = vocabulary.places.mentions(
            in: body.text, tokens: start..<mark.tokens.lowerBound)
          if let city = near.last, city.kind == .city,
            city.tokens.upperBound == mark.tokens.lowerBound
          {
            return city.tokens.lowerBound..<mark.tokens.upperBound
          }
        case .bound:
          let end = min(line.tokens.upperBound, mark.tokens.upperBound + 6)
          let near = vocabulary.places.mentions(
            in: body.text, tokens: mark.tokens.upperBound..<max(end, mark.tokens.upperBound))
          if let city = near.first(where: { $0.kind == .city }) {
            return mark.tokens.lowerBound..<city.tokens.upperBound
          }
        default: break
        }
      }
    }
    return nil
  }

  /// "A Berlin-based startup" tells where the company sits.
  private static func isOfCompany(
    after index: Int, in line: BodyLines.Line, _ body: BodyLines, _ vocabulary: Vocabulary
  ) -> Bool {
    let end = body.marks[index].tokens.upperBound
    let words = body.text.tokens[end..<min(line.tokens.upperBound, end + 4)]
    // An unknown word after "based" is mostly what is based there.
    if let next = words.first, next.kind == .word, next.id == 0 { return true }
    return body.marks[line.marks].contains { mark in
      mark.tokens.lowerBound >= end && mark.tokens.lowerBound < end + 4
        && vocabulary.signs.entries[Int(mark.entry)].workplace == .company
    }
  }

  /// The words around, up to the ends of the sentence, a dozen on each side at most.
  private static func sentence(around tokens: Range<Int>, in body: BodyLines) -> Range<Int> {
    func ends(_ index: Int) -> Bool {
      let token = body.text.tokens[index]
      return token.kind == .newline || (token.kind == .symbol && [46, 33, 63].contains(token.id))
    }
    var low = tokens.lowerBound
    while low > 0, tokens.lowerBound - low < 12, !ends(low - 1) { low -= 1 }
    var high = tokens.upperBound
    while high < body.text.tokens.count, high - tokens.upperBound < 12, !ends(high) { high += 1 }
    // Marks of a list or of emphasis are no words.
    while low < tokens.lowerBound, body.text.tokens[low].kind == .symbol { low += 1 }
    return low..<high
  }
}
