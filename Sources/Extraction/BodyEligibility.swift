import Listings

/// From where a body says that a person may work.
struct BodyEligibility: Sendable {
  private(set) var regions: [String] = []
  private(set) var excluded: [String] = []
  private(set) var timeZones: TimeZoneSpan?
  /// The tokens that the regions were read from.
  private(set) var tokens: Range<Int>?

  init(_ body: BodyLines, using vocabulary: Vocabulary) {
    var permitted: [String] = []
    for line in body.lines {
      for index in line.marks {
        guard let mark = WorkplaceMark(body.marks[index], in: vocabulary.signs) else { continue }
        switch mark.sign {
        case .remote where mark.isFirm, .limit, .label:
          let found = Self.places(after: mark, in: line, body.text, vocabulary)
          if regions.isEmpty, !found.isEmpty { tokens = mark.tokens }
          regions += found.filter { !regions.contains($0) }
        case .permit:
          permitted += Self.places(after: mark, in: line, body.text, vocabulary)
        case .exclude where mark.tokens.count > 1:
          excluded += Self.places(after: mark, in: line, body.text, vocabulary)
        case .zone:
          timeZones = timeZones ?? Self.zones(near: mark, in: line, body.text, vocabulary)
        default: break
        }
      }
    }
    // A permit for one country is as good as a limit to it.
    if regions.isEmpty, Set(permitted).count == 1 { regions = [permitted[0]] }
    regions.removeAll { excluded.contains($0) }
  }

  /// Countries, states and regions that follow the words at once, and those listed after them.
  private static func places(
    after mark: WorkplaceMark, in line: BodyLines.Line, _ text: TokenizedText,
    _ vocabulary: Vocabulary
  ) -> [String] {
    let start = mark.tokens.upperBound
    let end = min(line.tokens.upperBound, start + 40)
    guard start < end else { return [] }
    var last = start
    var codes: [String] = []
    for place in vocabulary.places.mentions(
      in: text, tokens: start..<end, abbreviations: false)
    where place.kind != .zone {
      let gap = place.tokens.lowerBound - last
      guard gap <= (codes.isEmpty ? 4 : 3), !endsSentence(last..<place.tokens.lowerBound, text)
      else { break }
      // "Must live in Austin, Texas" names a city, and opens no state.
      if place.kind == .city { return codes }
      codes += place.codes.filter { !codes.contains($0) }
      last = place.tokens.upperBound
    }
    return codes
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
