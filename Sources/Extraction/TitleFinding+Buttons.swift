/// Titles that the buttons of a copied page say again.
extension TitleFinding {
  /// The line "Cook – 20k" at the top, where a button below says "Save Cook – 20k at NAME": a
  /// title, whatever it holds.
  func besideButton() -> Candidate? {
    for line in page.lines.indices.prefix(Self.headLines) where sections.isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      guard page.wordCount(tokens) > 0, let range = page.bytes(of: tokens) else { continue }
      let words = Array(page.text.bytes[range])
      let below = line + 1..<min(line + 1 + Self.buttonLines, page.lines.count)
      guard below.contains(where: { isButton($0, for: words) }) else { continue }
      return Candidate(tokens: tokens, trust: 99, rule: "title on a button", line: line)
    }
    return nil
  }

  private static var headLines: Int { 8 }
  private static var buttonLines: Int { 16 }

  /// Whether a line is the word of a button, the title and "at NAME".
  private func isButton(_ line: Int, for title: [UInt8]) -> Bool {
    let tokens = page.lines[line]
    guard tokens.count > 3, let first = tokens.first,
      vocabulary.buttons.match(at: first, in: page.text)?.length == 1,
      let range = page.bytes(of: first + 1..<tokens.upperBound),
      page.text.bytes[range].starts(with: title),
      let next = tokens.first(where: {
        Int(page.text.tokens[$0].start) >= range.lowerBound + title.count
      })
    else { return false }
    return vocabulary.atNames.match(at: next, in: page.text) != nil
  }
}
