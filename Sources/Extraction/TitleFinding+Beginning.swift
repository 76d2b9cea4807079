/// Titles that texts begin with, whatever follows.
extension TitleFinding {
  /// In tokens; a longer line is a text whose line ends were lost.
  private static var longestLine: Int { 100 }
  /// In tokens; a shorter line may be a heading.
  private static var shortestLine: Int { 12 }

  /// "Old Oven Liaison" alone at the top, of which a sentence has the last words.
  func inFull(_ sentence: Candidate) -> Candidate {
    let words = page.words(sentence.tokens)
    for line in page.lines.indices.prefix(3) where line < sentence.line && sections.isReadable(line)
    {
      let tokens = page.trimmed(page.lines[line])
      let count = sentence.tokens.count
      guard tokens.count > count, page.wordCount(tokens) <= 6,
        tokens.upperBound == page.lines[line].upperBound,
        page.words(tokens.upperBound - count..<tokens.upperBound) == words,
        tokens.allSatisfy(page.isCapitalized)
      else { continue }
      // What the text says elsewhere, too, is a name before the title.
      let before = page.words(tokens.lowerBound..<tokens.lowerBound + 1)
      let isName = page.text.tokens.indices.contains { index in
        !tokens.contains(index) && page.words(index..<index + 1) == before
      }
      if isName { continue }
      return Candidate(tokens: tokens, trust: sentence.trust, rule: "title line", line: line)
    }
    return sentence
  }

  /// "Oven Officer Located in Lyon …", "Oven Officer role in a small bakery.": what a text without
  /// lines, or a summary, begins with.
  func beginning() -> Candidate? {
    guard let line = page.lines.first, line.count > Self.shortestLine else { return nil }
    var end = line.lowerBound
    while end < line.lowerBound + 8, page.isCapitalized(end) || page.isSymbol(end, "/"),
      vocabulary.titleEnds.match(at: end, in: page.text) == nil
    { end += 1 }
    let tokens = page.trimmed(line.lowerBound..<end)
    guard (2...6).contains(page.wordCount(tokens)), shape.holdsRole(tokens, weakly: false),
      line.count > Self.longestLine && vocabulary.titleEnds.match(at: end, in: page.text) != nil
        || vocabulary.beside.isA(.post, at: end, of: page.text)
    else { return nil }
    return Candidate(
      tokens: tokens, trust: Self.sentenceTrust, rule: "beginning of the text", line: 0)
  }

  /// Where ", Consultant," behind a title ends.
  func endOfRank(_ index: Int, _ end: Int) -> Int {
    guard page.isSymbol(index, ","), index + 1 < end, page.isCapitalized(index + 1) else {
      return index
    }
    let comma = (index + 1..<min(index + 6, end)).first { page.isSymbol($0, ",") }
    return comma.map { $0 + 1 } ?? index
  }
}
