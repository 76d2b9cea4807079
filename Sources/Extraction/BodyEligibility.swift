import Listings

/// From where a body says that a person may work.
struct BodyEligibility: Sendable {
  private(set) var regions: [String] = []
  private(set) var excluded: [String] = []
  private(set) var timeZones: TimeZoneSpan?
  /// The tokens that the regions were read from.
  private(set) var tokens: Range<Int>?
  /// What the body demands of papers, each kind once: the words and the rule that found them.
  private(set) var demands: [(tokens: Range<Int>, rule: String)] = []

  init(_ body: BodyLines, using vocabulary: Vocabulary) {
    var permitted: [String] = []
    for line in body.lines {
      for index in line.marks {
        guard var mark = WorkplaceMark(body.marks[index], in: vocabulary.signs) else { continue }
        if mark.sign == .limit || mark.sign == .sponsor {
          mark = vocabulary.signs.denying([mark], in: body.text, tokens: line.tokens)[0]
        }
        switch mark.sign {
        case .remote where mark.isFirm, .limit, .label:
          let found = Self.places(after: mark, in: line, body.text, vocabulary)
          if regions.isEmpty, !found.codes.isEmpty {
            tokens = mark.tokens.lowerBound..<found.end
          }
          regions += found.codes.filter { !regions.contains($0) }
        case .permit:
          let found = Self.places(after: mark, in: line, body.text, vocabulary).codes
          permitted += found.isEmpty ? Self.place(before: mark, line, body.text, vocabulary) : found
          demand(mark.tokens, "work permit")
        case .citizen:
          permitted += Self.places(in: mark.tokens, body.text, vocabulary)
          demand(mark.tokens, "citizenship")
        case .clearance: demand(mark.tokens, "security clearance")
        case .unsponsored: demand(mark.tokens, "no visa sponsorship")
        case .sponsor: demand(mark.tokens, "visa sponsorship")
        case .exclude where mark.tokens.count > 1:
          excluded += Self.places(after: mark, in: line, body.text, vocabulary).codes
        case .zone:
          timeZones = timeZones ?? Self.zones(near: mark, in: line, body.text, vocabulary)
        default: break
        }
      }
    }
    // A permit for one country is as good as a limit to it.
    if regions.isEmpty, Set(permitted).count == 1, let only = permitted.first { regions = [only] }
    regions.removeAll { excluded.contains($0) }
  }

  /// Countries, states and regions that follow the words at once, and those listed after them;
  /// `end` is where the last of them ends.
  private static func places(
    after mark: WorkplaceMark, in line: BodyLines.Line, _ text: TokenizedText,
    _ vocabulary: Vocabulary
  ) -> (codes: [String], end: Int) {
    let start = mark.tokens.upperBound
    let end = min(line.tokens.upperBound, start + 40)
    guard start < end else { return ([], start) }
    var last = start
    var codes: [String] = []
    for place in vocabulary.places.mentions(
      in: text, tokens: start..<end, abbreviations: false)
    where place.kind != .zone && !place.isAdjective {
      let gap = place.tokens.lowerBound - last
      guard gap <= (codes.isEmpty ? 4 : 3), !endsSentence(last..<place.tokens.lowerBound, text)
      else { break }
      // "Must live in Austin, Texas" names a city, and opens no state.
      if place.kind == .city { break }
      codes += place.codes.filter { !codes.contains($0) }
      last = place.tokens.upperBound
    }
    return (codes, last)
  }

  private mutating func demand(_ tokens: Range<Int>, _ rule: String) {
    if !demands.contains(where: { $0.rule == rule }) { demands.append((tokens, rule)) }
  }

  /// "EU work permit required".
  private static func place(
    before mark: WorkplaceMark, _ line: BodyLines.Line, _ text: TokenizedText,
    _ vocabulary: Vocabulary
  ) -> [String] {
    let start = max(line.tokens.lowerBound, mark.tokens.lowerBound - 3)
    let places = vocabulary.places.mentions(
      in: text, tokens: start..<mark.tokens.lowerBound, abbreviations: false)
    guard let last = places.last, last.tokens.upperBound == mark.tokens.lowerBound else {
      return []
    }
    return last.kind == .country || last.kind == .region ? last.codes : []
  }

  private static func places(
    in tokens: Range<Int>, _ text: TokenizedText, _ vocabulary: Vocabulary
  ) -> [String] {
    vocabulary.places.mentions(in: text, tokens: tokens, abbreviations: false)
      .filter { $0.kind == .country || $0.kind == .region }.flatMap(\.codes)
  }

  private static func zones(
    near mark: WorkplaceMark, in line: BodyLines.Line, _ text: TokenizedText,
    _ vocabulary: Vocabulary
  ) -> TimeZoneSpan? {
    let low = max(line.tokens.lowerBound, mark.tokens.lowerBound - 8)
    let high = min(line.tokens.upperBound, mark.tokens.upperBound + 10)
    return TimeZoneReader(line: PlaceLine(text, tokens: low..<high, using: vocabulary)).span
  }

  private static func endsSentence(_ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    text.tokens[tokens].contains { token in
      token.kind == .symbol && [46, 33, 63, 59].contains(token.id)
    }
  }
}
