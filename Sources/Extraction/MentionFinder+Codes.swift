import Listings

extension MentionFinder {
  /// "US (ET/CT)": letters that are countries' elsewhere name hours behind the United States; those
  /// of a state do so behind other hours.
  func hoursOfStates(
    _ entry: PlaceEntry, _ words: String, _ tokens: Range<Int>
  ) -> TimeZoneSpan? {
    guard let zone = gazetteer.hours[words], let last = found.last else { return nil }
    let isState = entry.abbreviates.contains { $0.hasPrefix("US-") }
    guard last.kind == .zone || last.codes == ["US"] && !isState else { return nil }
    let gap = last.tokens.upperBound..<tokens.lowerBound
    let isBeside = (1...2).contains(gap.count) && gap.allSatisfy { isSymbol($0, "(,/-–—&") }
    return isBeside ? zone : nil
  }

  /// "Remote (FR, NL, DE)", "Remote in DE/AT": among codes of countries "DE" is one, too.
  func codeInRun(_ entry: PlaceEntry, _ tokens: Range<Int>) -> String? {
    guard abbreviations, let code = entry.abbreviates.first(where: { $0.utf8.count == 2 })
    else { return nil }
    var run = [tokens.lowerBound]
    while run.count < Self.mostCodes, let next = neighbour(of: run[run.count - 1], 1) {
      run.append(next)
    }
    let most = run.count + Self.mostCodes
    while run.count < most, let next = neighbour(of: run[0], -1) { run.insert(next, at: 0) }
    guard run.count > 1, let first = run.first, let last = run.last else { return nil }
    let kinds = run.map(kind)
    if kinds.contains(.clear) { return kinds.contains(.state) ? nil : code }
    let isClosed = last + 1 == range.upperBound || isSymbol(last + 1, ";)|")
    let start = isSmallWord(first - 1) ? first - 1 : first
    return kinds.contains(.word) && !kinds.contains(.state) && isClosed
      && followsRemote(start..<start + 1) ? code : nil
  }

  // On either side of a code; a list of more would be walked again for each of its codes.
  private static var mostCodes: Int { 12 }

  private func isSmallWord(_ index: Int) -> Bool {
    range.contains(index) && text.tokens[index].kind == .word
      && gazetteer.beside.isA(.inPlace, text.words(text.tokens[index].range))
  }

  /// What a token is among codes: no doubt a country's, one that is a word or a state, too, or a
  /// state's alone.
  private enum CodeKind { case clear, word, shared, state }

  private func kind(_ index: Int) -> CodeKind {
    guard let entry = gazetteer.match(at: index, in: text)?.entry else { return .state }
    let word = text.words(text.tokens[index].range)
    let isState = entry.abbreviates.contains { $0.hasPrefix("US-") || $0.hasPrefix("CA-") }
    let codes = entry.abbreviates.filter { $0.utf8.count == 2 } + [entry.country].compactMap(\.self)
    guard let code = codes.first else { return .state }
    if isState || ["US", "CA"].contains(code) { return .shared }
    return gazetteer.beside.isA(.code, word) ? .word : .clear
  }

  /// The code beside another one, with a comma, a slash or their like between.
  private func neighbour(of index: Int, _ step: Int) -> Int? {
    let (joiner, next) = (index + step, index + 2 * step)
    guard range.contains(joiner), range.contains(next), isSymbol(joiner, ",/&+"),
      text.tokens[next].kind == .word, (2...3).contains(text.tokens[next].length),
      text.bytes[text.tokens[next].range].allSatisfy({ (65...90).contains($0) }),
      let entry = gazetteer.match(at: next, in: text)?.entry,
      !entry.abbreviates.isEmpty || entry.country != nil
    else { return nil }
    return next
  }
}
