/// Towns that a text names with what lies about them.
extension PlaceFinding {
  /// In words; no name of a town that stands in a sentence has more.
  private static var longestTown: Int { 3 }

  /// "We visit people in Ovenmere and the surrounding areas": a town, whether a table knows it or not.
  func fromSurroundings() -> FieldReading? {
    for line in page.lines.indices.prefix(Self.tableLines) where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens.dropFirst() where page.text.tokens[index].id != 0 {
        guard vocabulary.page.around.match(at: index, in: page.text) != nil,
          let town = townEnding(at: index, in: tokens)
        else { continue }
        return reading(town, "town and its surroundings")
      }
    }
    return nil
  }

  /// The capitalized words before `end`, behind a word that stands before places.
  private func townEnding(at end: Int, in line: Range<Int>) -> Range<Int>? {
    var start = end
    while start > line.lowerBound, end - start < Self.longestTown, isWordOfTown(start - 1) {
      start -= 1
    }
    guard start < end else { return nil }
    let town = ofArea(start..<end, in: page.text) ?? start..<end
    // "Bread and surrounding areas": of anything else only a known town.
    let isPlaced =
      town.lowerBound > start || start > line.lowerBound && (isIn(start - 1) || isAt(start - 1))
    guard isPlaced || isTown(town), page.words(town) != company else { return nil }
    return town
  }
}
