/// Letters that stand for words of the text.
extension CompanyFinding {
  /// Whether the letters are those of a role that the text spells: "RB" of "Registered Baker (RB)".
  func isShortRole(_ name: Range<Int>) -> Bool {
    guard name.count == 1, page.isAllCapitals(name.lowerBound),
      (2...5).contains(page.text.tokens[name.lowerBound].length)
    else { return false }
    let letters = page.text.bytes[page.text.tokens[name.lowerBound].range]
    let shape = TitleShape(page: page, vocabulary: vocabulary)
    return page.text.tokens.indices.dropLast().contains { index in
      guard page.isSymbol(index, "("), page.isSymbol(index + 2, ")"),
        page.text.bytes[page.text.tokens[index + 1].range].elementsEqual(letters),
        index >= letters.count
      else { return false }
      let words = index - letters.count..<index
      let initials = words.map { page.text.bytes[Int(page.text.tokens[$0].start)] }
      return initials.elementsEqual(letters) && shape.holdsRole(words, weakly: false)
    }
  }
}
