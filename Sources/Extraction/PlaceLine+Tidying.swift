/// The parts of a line that name places, without the words for the workplace.
extension PlaceLine {
  /// The place as a person would read it; nil when the line names none.
  ///
  /// "remote,Palo Alto, CA (Open to US-based Remote)" is "Palo Alto, CA".
  var tidied: String? {
    var pieces: [String] = []
    for piece in self.pieces where !isEmptied(piece) {
      let words = text.words(text.bytes(of: piece))
      if !pieces.contains(words) { pieces.append(words) }
    }
    let joined = pieces.joined(separator: " / ")
    return joined.isEmpty ? nil : joined
  }

  /// Stretches between bars and the like, from which workplace words and their marks are cut.
  private var pieces: [Range<Int>] {
    // "Remote - USA" is one phrase, of which the place stays.
    let named = Set(places.filter { $0.kind != .zone }.flatMap { $0.tokens })
    let cut = Set(signs.filter { cuts($0) }.flatMap { $0.tokens })
      .subtracting(named)
    var result: [Range<Int>] = []
    var start = tokens.lowerBound
    func close(_ end: Int) {
      let piece = trimmed(start..<max(start, end))
      if !piece.isEmpty { result.append(piece) }
    }
    for index in tokens {
      let isInPlace = places.contains { $0.tokens.contains(index) && $0.tokens.count > 1 }
      let ends = cut.contains(index) || (!isInPlace && isSymbol(index, "|•·()[];"))
      guard ends || text.tokens[index].kind == .newline else { continue }
      close(index)
      start = index + 1
    }
    close(tokens.upperBound)
    return result
  }

  private func cuts(_ mark: WorkplaceMark) -> Bool {
    // "Anywhere in" belongs to the country behind it.
    if places.contains(where: { $0.codes == ["WORLDWIDE"] && $0.tokens.overlaps(mark.tokens) }) {
      return false
    }
    switch mark.sign {
    case .remote, .hybrid, .onsite, .never, .label, .week, .day, .office, .passing, .limit, .sited:
      return true
    default:
      return false
    }
  }

  /// A piece counts with a place in it, or as the name of one that no table knows.
  private func isEmptied(_ piece: Range<Int>) -> Bool {
    let named = places.first { mention in
      mention.kind != .zone && !mention.isAdjective && piece.overlaps(mention.tokens)
    }
    // "(with occasional travel to Oslo)" tells of the place only in passing.
    if let named {
      return named.tokens.lowerBound > piece.lowerBound + 2 && !startsLikeName(piece)
    }
    // Without any known place the line's words are kept, if they could be a name.
    return places.contains { $0.kind != .zone } || !startsLikeName(piece)
  }

  /// A capital to begin with, behind the number that a post code is ("77420 Champs-sur-Marne",
  /// "68 - Illzach").
  private func startsLikeName(_ piece: Range<Int>) -> Bool {
    var words = piece
    if text.tokens[words.lowerBound].kind == .number, words.count > 1 { words = words.dropFirst() }
    if words.lowerBound > piece.lowerBound, words.count > 1, isSymbol(words.lowerBound, "-") {
      words = words.dropFirst()
    }
    let token = text.tokens[words.lowerBound]
    let byte = text.bytes[Int(token.start)]
    // Hyphens join the words of one name.
    let length = words.count { !isSymbol($0, "-’'") }
    // East Asian addresses go from the province down to the house.
    return token.kind == .word && (byte >= 65 && byte <= 90 || byte >= 0xC3)
      && length <= (byte >= 0xE3 ? 20 : 8)
  }

  private func trimmed(_ piece: Range<Int>) -> Range<Int> {
    var low = piece.lowerBound
    var high = piece.upperBound
    func isLoose(_ index: Int) -> Bool {
      let token = text.tokens[index]
      let word = text.words(token.range)
      // "New York, NY OR Remote": capitals that could be Oregon's, but for the comma.
      if word == "OR", index > low, !isSymbol(index - 1, ",") { return true }
      if places.contains(where: { $0.tokens.contains(index) }) { return false }
      if token.kind == .symbol { return true }
      return beside.isA(.placeEdge, word)
    }
    while low < high, isLoose(low) { low += 1 }
    while high > low, isLoose(high - 1) { high -= 1 }
    return low..<high
  }
}
