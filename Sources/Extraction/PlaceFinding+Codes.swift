/// Towns that no table knows, by the postal code behind them.
extension PlaceFinding {
  /// "à LE FOURNIL (07000)", "Four-les-Pains - 95880": the only town that the text writes so.
  func townBeforeCode() -> FieldReading? {
    onlyTown(town(beforeCode:in:)).flatMap { reading($0, "town before its code") }
  }

  private func town(beforeCode index: Int, in line: Range<Int>) -> Range<Int>? {
    let code = page.text.tokens[index]
    guard code.end - code.start == 5, index - 1 > line.lowerBound,
      page.text.bytes[code.range].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let isBracketed = page.isSymbol(index - 1, "(") && page.isSymbol(index + 1, ")")
    let isDashed =
      page.isSymbol(index - 1, "-") && page.text.tokens[index - 1].followsBlank
      && (index + 1 == line.upperBound || page.isSymbol(index + 1, "."))
    guard isBracketed || isDashed else { return nil }
    var start = index - 1
    while start > line.lowerBound, index - start < 10, isOfTown(start - 1) { start -= 1 }
    let town = page.trimmed(start..<index - 1)
    // "Office (12345)" may be a number of anything: before a town stands where.
    guard start > line.lowerBound, let first = town.first, page.isCapitalized(first),
      isWhere(start - 1)
    else { return nil }
    return town
  }

  /// The capitalized words and the parts between hyphens of "Four-les-Pains".
  private func isOfTown(_ index: Int) -> Bool {
    let token = page.text.tokens[index]
    if page.isSymbol(index, "-") { return !token.followsBlank }
    guard token.kind == .word else { return false }
    let isBetweenHyphens =
      page.isSymbol(index - 1, "-") && page.isSymbol(index + 1, "-") && !token.followsBlank
    return page.isCapitalized(index) || isBetweenHyphens
  }

  /// Whether a word that stands before places ends there: "à", "autour de".
  private func isWhere(_ index: Int) -> Bool {
    isIn(index) || isAt(index)
      || vocabulary.page.withinNames.match(at: index, in: page.text)?.length == 1
  }

  /// The "Ofenau" of "Cook (Raum Ofenau)": what a word for a region stands before.
  func ofArea(_ part: Range<Int>, in text: TokenizedText) -> Range<Int>? {
    guard let first = part.first, (2...5).contains(part.count),
      vocabulary.beside.isAnyA(.titleArea, at: first, of: text)
    else { return nil }
    let rest = first + 1..<part.upperBound
    let isName = rest.allSatisfy { index in
      text.tokens[index].kind == .word
        && text.words(text.tokens[index].range).first?.isUppercase ?? false
    }
    return isName ? rest : nil
  }
}
