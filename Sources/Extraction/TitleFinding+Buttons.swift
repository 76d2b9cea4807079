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
      let button = TitleButton(page: page, vocabulary: vocabulary)
      guard below.contains(where: { button.employer(in: page.lines[$0], title: words) != nil })
      else { continue }
      return Candidate(tokens: tokens, trust: 99, rule: "title on a button", line: line)
    }
    return nil
  }

  private static var headLines: Int { 8 }
  private static var buttonLines: Int { 16 }
}
