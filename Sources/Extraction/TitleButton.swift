/// The button of a copied page that says the title again: "Save Cook at NAME",
/// "Guardar «Cook» en NAME".
struct TitleButton {
  let page: Page
  let vocabulary: PageVocabulary

  private static let quotes: [Unicode.Scalar] = ["«", "»", "\"", "“", "”", "„"]

  /// Whether a line begins with the word of a button and goes on.
  func isButton(_ line: Range<Int>) -> Bool {
    guard line.count > 3, let first = line.first else { return false }
    return vocabulary.buttons.match(at: first, in: page.text)?.length == 1
  }

  /// Where the employer begins behind the title and "at"; nil where either is missing.
  func employer(in line: Range<Int>, title: [UInt8]) -> Int? {
    guard isButton(line), !title.isEmpty, let first = line.first else { return nil }
    let start = isQuote(first + 1) ? first + 2 : first + 1
    guard start < line.upperBound, let range = page.bytes(of: start..<line.upperBound),
      page.text.bytes[range].starts(with: title),
      let behind = line.first(where: {
        Int(page.text.tokens[$0].start) >= range.lowerBound + title.count
      })
    else { return nil }
    let next = isQuote(behind) ? behind + 1 : behind
    guard next < line.upperBound,
      let length = vocabulary.atNames.match(at: next, in: page.text)?.length
        ?? vocabulary.nearNames.match(at: next, in: page.text)?.length
    else { return nil }
    return next + length
  }

  private func isQuote(_ index: Int) -> Bool {
    Self.quotes.contains { page.isSymbol(index, $0) }
  }
}
