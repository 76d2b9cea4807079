import Listings

/// Who seeks, where the sentence holds more than a name.
extension CompanyFinding {
  /// "What We" of a heading "What We Are Looking For": each word is one that names nobody.
  private func isOfNobodies(_ words: Range<Int>) -> Bool {
    words.allSatisfy { vocabulary.companyWords.match(at: $0, in: page.text)?.value == .nobody }
  }

  /// Who seeks, where the sentence holds more than a name: "The Chair of Baking at Eastmere
  /// University is looking for", or "Baking in Eastmere seeks" alone on its line.
  func seeker(before end: Int, in line: Range<Int>) -> Range<Int>? {
    if page.isSymbol(end - 1, ")"),
      let open = (max(line.lowerBound, end - 6)..<end).first(where: { page.isSymbol($0, "(") }),
      let name = names.name(endingAt: open, in: line)
    {
      return name
    }
    if let name = nameBetweenCommas(before: end, in: line)
      ?? nameBehindKind(before: end, in: line) ?? nameBehindUs(before: end, in: line)
      ?? nameBeforeApposition(before: end, in: line)
    {
      return name
    }
    if line.count <= 40, page.wordCount(end..<line.upperBound) <= 4,
      page.wordCount(line.lowerBound..<end) <= 5,
      page.trimmed(line).lowerBound == line.lowerBound, endsInCapital(line.lowerBound..<end),
      !names.isNobody(line.lowerBound..<end), !isOfNobodies(line.lowerBound..<end)
    {
      return line.lowerBound..<end
    }
    // A line may be a whole text: its beginning is another sentence's.
    for start in max(line.lowerBound, end - 60)..<end
    where start > line.lowerBound && !page.isCapitalized(start - 1)
      && vocabulary.ofNames.match(at: start - 1, in: page.text) != nil
    {
      guard let name = names.name(startingAt: start, in: line.lowerBound..<end), holdsForm(name)
      else { continue }
      let rest = page.trimmed(name.upperBound..<end)
      if rest.isEmpty || page.isSymbol(name.upperBound, ",") && all.isPlace(rest, in: page.text) {
        return name
      }
    }
    return nil
  }

  /// "Our client, NAME, is looking for a": the name between two commas.
  func nameBetweenCommas(before end: Int, in line: Range<Int>) -> Range<Int>? {
    guard page.isSymbol(end - 1, ","),
      let comma = (max(line.lowerBound, end - 9)..<end - 1).last(where: { page.isSymbol($0, ",") }),
      let name = names.name(startingAt: comma + 1, in: comma + 1..<end),
      name.upperBound == end - 1, !names.isNobody(name)
    else { return nil }
    return name
  }

  private func endsInCapital(_ words: Range<Int>) -> Bool {
    words.count > 1 && page.isCapitalized(words.lowerBound)
      && page.isCapitalized(words.upperBound - 1)
      && words.allSatisfy { page.text.tokens[$0].kind == .word }
  }

  /// "L'agence Kilnhaus recrute", "the bakery company Kilnhaus is looking for": the name behind a
  /// word for what it is.
  private func nameBehindKind(before end: Int, in line: Range<Int>) -> Range<Int>? {
    for start in (max(line.lowerBound + 1, end - 8)..<max(line.lowerBound + 1, end)).reversed() {
      guard page.isCapitalized(start),
        vocabulary.firms.match(at: start - 1, in: page.text)?.length == 1,
        !page.isCapitalized(start - 1),
        let name = names.name(startingAt: start, in: line.lowerBound..<end),
        name.upperBound == end
      else { continue }
      return isCompanyName(name) ? name : nil
    }
    return nil
  }

  /// "We at Kilnhaus are looking for", "Vi på Kilnhaus söker".
  private func nameBehindUs(before end: Int, in line: Range<Int>) -> Range<Int>? {
    var start = end
    while start > line.lowerBound + 2, end - start < 8, page.isCapitalized(start - 1) { start -= 1 }
    guard start < end, start - 2 >= line.lowerBound,
      isAt(start - 1) || isNear(start - 1)
        || vocabulary.atOffices.match(at: start - 1, in: page.text)?.length == 1,
      vocabulary.us.match(at: start - 2, in: page.text)?.length == 1,
      let name = names.name(startingAt: start, in: line.lowerBound..<end), name.upperBound == end
    else { return nil }
    return isCompanyName(name) ? name : nil
  }

  /// "NAME, recherche un", and "NAME, bakery company in Lyon, recherche un": the name that the
  /// sentence begins with.
  private func nameBeforeApposition(before end: Int, in line: Range<Int>) -> Range<Int>? {
    guard page.isSymbol(end - 1, ",") else { return nil }
    let near = max(line.lowerBound, end - 60)..<end
    let stop = near.last { page.isSymbol($0, ".") && page.text.tokens[$0].followsBlank }
    let first = stop.map { $0 + 1 } ?? near.lowerBound
    guard stop != nil || first == line.lowerBound,
      let name = names.name(startingAt: first, in: line.lowerBound..<end),
      page.isSymbol(name.upperBound, ","), isCompanyName(name)
    else { return nil }
    let next = name.upperBound + 1
    if next == end { return names.count(of: name) > 1 || names.endsInForm(name) ? name : nil }
    let tellsWhat = (next..<min(next + 4, end)).contains { index in
      vocabulary.firms.match(at: index, in: page.text) != nil
    }
    return tellsWhat ? name : nil
  }

  /// Whether it is a name that no place, skill or menu has.
  func isCompanyName(_ name: Range<Int>) -> Bool {
    names.isWholeName(name) && !names.isNobody(name) && !isPageWord(name) && !isPlaceName(name)
      && !isSkill(name)
  }
}
