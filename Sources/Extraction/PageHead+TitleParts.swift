import Listings

extension PageHead {
  /// "Kilnhaus - Cook", "Cook | Kilnhaus": the part of a stated title that the page has as a
  /// heading of its own, or that stands behind the page's first line.
  static func company(
    besidePartOf title: String, _ page: Page, _ vocabulary: Vocabulary
  ) -> FieldReading? {
    let own = Page([.paragraph([.text(title)])], lexicon: vocabulary.lexicon)
    let shape = TitleShape(page: own, vocabulary: vocabulary.page)
    let names = NameScanner(page: own, vocabulary: vocabulary.page)
    guard let line = own.lines.first, let (first, last) = sides(of: line, in: own) else {
      return nil
    }
    for (name, role) in [(first, last), (last, first)] {
      guard let range = own.bytes(of: name), let rest = own.bytes(of: role),
        shape.holdsRole(role), names.isWholeName(name), !names.isNobody(name),
        !vocabulary.isPlace(name, in: own.text),
        !vocabulary.page.addresses.isA(.board, own.words(name).lowercased())
      else { continue }
      let isHeading = shows(own.text.bytes[range], page, isHeading: true, lines: 6)
      let isAlone = name == last && shows(own.text.bytes[rest], page, isHeading: false, lines: 1)
      guard isHeading || isAlone else { continue }
      return FieldReading(
        text: own.text.words(range), part: .title, range: range, rule: "part of the title")
    }
    return nil
  }

  /// "Bakker bij Kleihuis (Utrecht)": the name behind "at" in a stated title, with nothing but its
  /// place behind it, where the text has it, too, or the place stands in brackets.
  static func company(
    endingTitle title: String, _ page: Page, _ vocabulary: Vocabulary
  ) -> FieldReading? {
    let own = Page([.paragraph([.text(title)])], lexicon: vocabulary.lexicon)
    let shape = TitleShape(page: own, vocabulary: vocabulary.page)
    let names = NameScanner(page: own, vocabulary: vocabulary.page)
    guard let line = own.lines.first else { return nil }
    for index in line.dropFirst().dropLast() where !own.isCapitalized(index) {
      let isAt =
        vocabulary.page.atNames.match(at: index, in: own.text) != nil
        || vocabulary.page.nearNames.match(at: index, in: own.text)?.length == 1
      guard isAt, shape.holdsRole(line.lowerBound..<index),
        let name = names.name(startingAt: index + 1, in: line), names.isWholeName(name),
        !names.isNobody(name), !vocabulary.isPlace(name, in: own.text),
        let range = own.bytes(of: name)
      else { continue }
      let rest = own.trimmed(name.upperBound..<line.upperBound)
      let isPlaced = own.isSymbol(name.upperBound, "(") && vocabulary.isPlace(rest, in: own.text)
      guard isPlaced || rest.isEmpty && page.text.bytes.holds(Array(own.text.bytes[range])) else {
        continue
      }
      return FieldReading(
        text: own.text.words(range), part: .title, range: range, rule: "title at company")
    }
    return nil
  }

  /// "Bakker" of "Vacature Bakker".
  static func withoutCall(_ title: String, _ vocabulary: Vocabulary) -> String {
    let own = Page([.paragraph([.text(title)])], lexicon: vocabulary.lexicon)
    guard let line = own.lines.first, let first = line.first,
      let length = vocabulary.page.beforeTitle.match(at: first, in: own.text)?.length,
      case let role = first + length..<max(first + length, line.upperBound),
      !role.isEmpty, own.isCapitalized(role.lowerBound),
      TitleShape(page: own, vocabulary: vocabulary.page).holdsRole(role, weakly: false),
      let range = own.bytes(of: role)
    else { return title }
    return own.text.words(range)
  }

  /// The two sides of the first slash, bar or dash.
  private static func sides(of line: Range<Int>, in page: Page) -> (Range<Int>, Range<Int>)? {
    let parts = page.parts(of: line)
    if parts.count == 2 { return (parts[0], parts[1]) }
    guard parts.count == 1, let slash = line.first(where: { page.isSymbol($0, "/") }) else {
      return nil
    }
    let sides = (page.trimmed(line.lowerBound..<slash), page.trimmed(slash + 1..<line.upperBound))
    return sides.0.isEmpty || sides.1.isEmpty ? nil : sides
  }

  /// Whether one of the first lines is these words and no more.
  private static func shows(
    _ words: ArraySlice<UInt8>, _ page: Page, isHeading: Bool, lines: Int
  ) -> Bool {
    page.lines.indices.prefix(lines).contains { line in
      if isHeading {
        guard case .heading = page.body.lines[line].kind else { return false }
      }
      guard let range = page.bytes(of: page.lines[line]), range.count == words.count else {
        return false
      }
      return page.text.bytes[range].elementsEqual(words)
    }
  }
}
