/// Titles that sentences write small, as most languages do.
extension TitleFinding {
  /// "Vi söker en systemutvecklare till vårt team": in most languages titles are small in sentences.
  func fromSmallWords() -> Candidate? {
    for line in page.lines.indices.prefix(Self.sentenceLines) where isReadable(line) {
      for index in page.lines[line] where page.text.tokens[index].id != 0 {
        guard
          let length = length(of: vocabulary.seeks, at: index)
            ?? length(of: vocabulary.seekOrAsk, at: index),
          let title = smallSpan(behind: index + length, in: page.lines[line])
        else { continue }
        return Candidate(
          tokens: title, trust: Self.sentenceTrust, rule: "sentence about the job", line: line,
          plural: isPlural(title) ? 1 : 0)
      }
    }
    return asYours()
  }

  /// "Als bakker bij Kleihuis bak je brood": what the reader is to be, at the head of a line.
  private func asYours() -> Candidate? {
    for line in page.lines.indices.prefix(Self.sentenceLines) where isReadable(line) {
      let tokens = page.lines[line]
      guard let first = tokens.first,
        let length = length(of: vocabulary.introducing, at: first),
        let title = smallSpan(behind: first + length, in: tokens, isCalled: true),
        (title.upperBound..<min(title.upperBound + 10, tokens.upperBound))
          .prefix(while: { !endsSentence($0, tokens) })
          .contains(where: { self.length(of: vocabulary.us, at: $0) != nil })
      else { continue }
      return Candidate(
        tokens: title, trust: Self.sentenceTrust, rule: "sentence about the job", line: line)
    }
    return nil
  }

  private func isPlural(_ title: Range<Int>) -> Bool {
    let word = page.words(title.suffix(1))
    return word.hasSuffix("s") && namesRole(String(word.dropLast()))
  }

  private func endsSmallSpan(_ index: Int, from start: Int) -> Bool {
    let joinsAnother =
      length(of: vocabulary.titleJoiners, at: index) != nil
      && length(of: vocabulary.articles, at: index + 1) != nil
    return endsSpan(index) || page.isSymbol(index, "(") || page.isSymbol(index, "#")
      || length(of: vocabulary.titleEnds, at: index) != nil || joinsAnother
      || isLastOfSeveral(index, from: start)
  }

  /// "designers and …": what follows is another title.
  private func isLastOfSeveral(_ index: Int, from start: Int) -> Bool {
    index > start && vocabulary.beside.isA(.lastTitle, page.words(index..<index + 1))
      && shape.isRole(at: index - 1, weakly: false)
  }

  private func endsSentence(_ index: Int, _ line: Range<Int>) -> Bool {
    page.isSymbol(index, ".")
      && (index + 1 == line.upperBound || page.text.tokens[index + 1].followsBlank)
  }

  /// The words behind an article up to one that ends titles, if they name a role for sure.
  private func smallSpan(
    behind index: Int, in line: Range<Int>, isCalled: Bool = false
  ) -> Range<Int>? {
    let start = afterArticles(index, line.upperBound)
    // "Forno Rosso cerca panettiere": some languages need no article there.
    guard
      start > index || isCalled
        || start < line.upperBound && shape.isRole(at: start, weakly: false)
    else { return nil }
    var end = start
    while end < min(line.upperBound, start + 8), !endsSmallSpan(end, from: start) { end += 1 }
    let title = page.trimmed(start..<end)
    let holdsRole =
      shape.holdsRole(title, weakly: false) || shape.holdsRole(title.suffix(1))
    return page.wordCount(title) <= 6 && holdsRole ? title : nil
  }
}
