/// Finds names of companies by their shape: capitalized words that are none of the usual ones.
struct NameScanner {
  let page: Page
  let vocabulary: PageVocabulary

  /// The name that begins at `start`; nil when no name does.
  func name(startingAt start: Int, in line: Range<Int>) -> Range<Int>? {
    var index = start
    while index < line.upperBound, index < start + 10, continues(at: index, from: start, in: line) {
      index += 1
    }
    let name = withFormDot(page.trimmed(start..<max(index, start)))
    return accepted(withoutDouble(withoutNetworks(name)))
  }

  /// "About Kilnhaus Kilnhaus is a …": a heading and its paragraph that ran together.
  private func withoutDouble(_ name: Range<Int>) -> Range<Int> {
    let middle = name.lowerBound + name.count / 2
    let isDouble =
      name.count.isMultiple(of: 2) && !name.isEmpty
      && page.words(name.lowerBound..<middle) == page.words(middle..<name.upperBound)
    return isDouble ? middle..<name.upperBound : name
  }

  /// The name that ends before `end` and begins its sentence.
  func name(endingAt end: Int, in line: Range<Int>) -> Range<Int>? {
    var start = end
    // A name is short: a text without full stops is not walked back to its start at every verb.
    while start > line.lowerBound, end - start < Self.longestName, !isFreeDash(start - 1),
      !page.isSymbol(start - 1, ".") || isGlued(start - 1)
        || isFormDot(start - 1)
    { start -= 1 }
    let name = withFormDot(page.trimmed(start..<end))
    guard name.upperBound == end || page.isSymbol(end - 1, ")"),
      name.allSatisfy({ continues(at: $0, from: name.lowerBound, in: name) })
    else { return nil }
    let own = withoutNetworks(withoutHeading(name))
    return accepted(own) ?? withoutOwnArticle(own).flatMap(accepted)
  }

  /// "The Position Kilnhaus seeks a …": a heading that its paragraph ran into.
  private func withoutHeading(_ name: Range<Int>) -> Range<Int> {
    guard let first = name.first,
      let length = vocabulary.sections.match(at: first, in: page.text)?.length, length > 1,
      length < name.count
    else { return name }
    return first + length..<name.upperBound
  }

  /// "Facebook, Twitter & LinkedIn Kilnhaus is …": networks that a sentence ran into, two of them,
  /// since one may begin a name.
  private func withoutNetworks(_ name: Range<Int>) -> Range<Int> {
    guard name.count > 2 else { return name }
    let networks = name.dropLast().filter { index in
      vocabulary.beside.isA(.network, page.words(index..<index + 1))
    }
    guard networks.count > 1, let last = networks.last else { return name }
    return last + 1..<name.upperBound
  }

  /// "Maré Alta" of "A Maré Alta", in languages whose names take an article in a sentence.
  private func withoutOwnArticle(_ name: Range<Int>) -> Range<Int>? {
    guard let first = name.first, name.count > 1,
      vocabulary.nameArticles.match(at: first, in: page.text)?.length == 1
    else { return nil }
    return name.dropFirst()
  }

  /// The "ers" of "24ers": letters that nothing parts from the number before.
  func endsNumber(_ index: Int, from start: Int) -> Bool {
    index > start && page.text.tokens[index - 1].kind == .number
      && !page.text.tokens[index].followsBlank
  }

  /// Whether the tokens are one name and nothing else.
  func isWholeName(_ tokens: Range<Int>) -> Bool {
    guard let name = name(startingAt: tokens.lowerBound, in: tokens) else { return false }
    // The full stop of "Inc." may be part of it or not.
    return (name == tokens || name == withFormDot(tokens))
      && !TitleShape(page: page, vocabulary: vocabulary).holdsRole(tokens, weakly: false)
  }

  /// The name without a remark in brackets behind it.
  func withoutRemark(_ tokens: Range<Int>) -> Range<Int> {
    let bracket = tokens.dropFirst().first { page.isSymbol($0, "(") || page.isSymbol($0, "|") }
    return withFormDot(page.trimmed(tokens.lowerBound..<(bracket ?? tokens.upperBound)))
  }

  /// "University of Eastmere" of "The University of Eastmere", where the text has both.
  func withoutArticle(_ name: Range<Int>) -> Range<Int> {
    guard page.wordCount(name) > 2,
      vocabulary.beside.isA(.theName, page.words(name.lowerBound..<name.lowerBound + 1))
    else { return name }
    let rest = name.dropFirst()
    return count(of: rest) > count(of: name) ? rest : name
  }

  /// "Mill River Authority (MRA)": whether the letters behind it begin as it does.
  func isSpelledInitially(_ name: Range<Int>) -> Bool {
    let open = name.upperBound
    guard name.count > 1, page.isSymbol(open, "("), page.isSymbol(open + 2, ")"),
      page.isAllCapitals(open + 1)
    else { return false }
    let (word, letters) = (page.text.tokens[name.lowerBound], page.text.tokens[open + 1])
    return page.text.bytes[Int(word.start)] == page.text.bytes[Int(letters.start)]
  }

  /// Whether the words are what boards write instead of a name, or common words.
  func isNobody(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return true }
    if isBoard(tokens) { return true }
    guard let (word, length) = vocabulary.companyWords.match(at: first, in: page.text) else {
      return false
    }
    return !word.isForm && length >= page.wordCount(tokens)
  }

  /// "Jobboard.com": the site that the page is of.
  private func isBoard(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 3, page.isSymbol(tokens.lowerBound + 1, ".") else { return false }
    let word = page.words(tokens.lowerBound..<tokens.lowerBound + 1).lowercased()
    return vocabulary.addresses.isA(.board, word)
  }

  /// Whether it ends in "GmbH", "Ltd" or the like, which no other words do.
  func endsInLegalForm(_ tokens: Range<Int>) -> Bool {
    guard page.wordCount(tokens) > 1 else { return false }
    return tokens.dropFirst().contains { index in
      guard let (word, length) = vocabulary.companyWords.match(at: index, in: page.text),
        word == .legal
      else { return false }
      return index + length >= tokens.upperBound
    }
  }

  /// Whether its last word is one such as "Institute".
  func endsInForm(_ tokens: Range<Int>) -> Bool {
    guard page.wordCount(tokens) > 1, let last = tokens.last else { return false }
    return vocabulary.companyWords.match(at: last, in: page.text)?.value.isForm ?? false
  }

  /// Whether it begins as those of small firms do: "Hotel Ofen", "Stadt Ofenau".
  func beginsInForm(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first,
      let (word, length) = vocabulary.companyWords.match(at: first, in: page.text)
    else { return false }
    return word == .head && length < page.wordCount(tokens)
  }

  /// How often the same words stand in the body, but for those behind a dash as in titles.
  ///
  /// `alone` leaves out those that end a longer name, as "Ovens" in "Blue Ovens".
  func count(of tokens: Range<Int>, alone: Bool = false) -> Int {
    guard let range = page.bytes(of: tokens) else { return 0 }
    let name = Array(page.text.bytes[range])
    var count = 0
    for (index, token) in page.text.tokens.enumerated()
    where page.text.bytes[Int(token.start)] == name[0] && !isBehindDash(index)
      && !(alone && endsName(index))
    {
      let end = Int(token.start) + name.count
      guard end <= page.text.bytes.count else { break }
      // "Ion" is none of "Ionic", where a longer name may stand in a compound.
      guard
        name.count > 3 || index + tokens.count > page.text.tokens.count
          || Int(page.text.tokens[index + tokens.count - 1].end) == end
      else { continue }
      if page.text.bytes[Int(token.start)..<end].elementsEqual(name) { count += 1 }
    }
    return count
  }
}

extension NameScanner {
  /// The name in the body whose letters are those of `slug`, as "Blue Fin" of "bluefin"; one in
  /// capitals, as headings have them, only where the body has no other.
  func spelled(_ slug: String) -> Range<Int>? {
    let letters = Lexicon.fold(slug).filter { Self.isLetterOrDigit($0) }
    guard letters.count >= 3 else { return nil }
    var shouted: Range<Int>?
    for start in page.text.tokens.indices
    where page.text.tokens[start].kind == .word && page.isCapitalized(start) {
      var seen: [UInt8] = []
      var index = start
      while index < page.text.tokens.count, index < start + 8, seen.count < letters.count,
        page.text.tokens[index].kind != .newline
      {
        let token = page.text.tokens[index]
        if token.kind != .symbol { seen += page.text.folded(token) }
        index += 1
      }
      let rest = letters.dropFirst(seen.count)
      if letters.starts(with: seen), seen.count >= 3,
        rest.isEmpty
          || vocabulary.addresses.isA(.legal, String(decoding: rest, as: UTF8.self))
      {
        let name = page.trimmed(start..<index)
        if !isShouted(start) { return name }
        shouted = shouted ?? name
      }
    }
    return shouted
  }

  /// Whether a word begins with two capitals.
  private func isShouted(_ index: Int) -> Bool {
    page.text.bytes[page.text.tokens[index].range].prefix(2).allSatisfy { (65...90).contains($0) }
  }

  /// How often a word of small letters stands in the body, its possessive included.
  func smallCount(of slug: String) -> Int {
    let letters = Array(slug.utf8)
    return page.text.tokens.count { token in
      token.kind == .word && Int(token.end - token.start) == letters.count
        && page.text.bytes[Int(token.start)..<Int(token.end)].elementsEqual(letters)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte) || byte >= 0x80
  }
}

extension NameScanner {
  /// In tokens.
  static let longestName = 24

  /// With the full stop of "Inc.", which trimming takes away.
  func withFormDot(_ name: Range<Int>) -> Range<Int> {
    let isDot = !name.isEmpty && isFormDot(name.upperBound)
    return isDot ? name.lowerBound..<name.upperBound + 1 : name
  }

  func isBehindDash(_ index: Int) -> Bool {
    let dashes: [Unicode.Scalar] = ["-", "–", "—", "|"]
    return dashes.contains { page.isSymbol(index - 1, $0) }
  }

  /// "Jul 11 - NAME is hiring".
  func isFreeDash(_ index: Int) -> Bool {
    (["-", "–", "—", "|"] as [Unicode.Scalar]).contains { page.isSymbol(index, $0) }
      && page.text.tokens[index].followsBlank && page.text.tokens[index + 1].followsBlank
  }

  /// Whether a capitalized word that is no common one stands before.
  func endsName(_ index: Int) -> Bool {
    guard index > 0, page.text.tokens[index - 1].kind == .word, page.isCapitalized(index - 1),
      vocabulary.sections.match(at: index - 1, in: page.text) == nil
    else { return false }
    return vocabulary.companyWords.match(at: index - 1, in: page.text)?.value != .nobody
      || page.isAllCapitals(index - 1)
  }

  func accepted(_ name: Range<Int>) -> Range<Int>? {
    // "Centro de Astrofisica da Universidade do Porto": small words do not count.
    let words = name.count { page.text.tokens[$0].kind == .word && page.isCapitalized($0) }
    guard let first = name.first, page.wordCount(name) >= 1, page.wordCount(name) <= 10, words <= 6
    else { return nil }
    let found = vocabulary.companyWords.match(at: first, in: page.text)
    // "Se" begins a Spanish sentence, and "SE" ends a name.
    if found?.value.isForm == true, name.count == 1, page.text.tokens[first].length < 4 {
      return nil
    }
    if let (word, length) = found, !word.isForm,
      word == .nobody || length >= name.count
    {
      return isArticled(name) || beginsInLetters(name) ? name : nil
    }
    return name
  }

  /// "MIT Oven Laboratory", whose letters are a common word in another language.
  private func beginsInLetters(_ name: Range<Int>) -> Bool {
    page.isAllCapitals(name.lowerBound) && endsInForm(name)
      && !name.dropFirst().contains(where: page.isAllCapitals)
  }

  /// "The Copper Hen" and "The Ovens Management Academy", but not "The Product Team".
  func isArticled(_ name: Range<Int>) -> Bool {
    guard page.wordCount(name) > 2,
      vocabulary.beside.isA(.theName, page.words(name.lowerBound..<name.lowerBound + 1))
    else { return false }
    let isLong = page.wordCount(name) > 3
    return !name.dropFirst().contains { index in
      let isCommon = vocabulary.companyWords.match(at: index, in: page.text)?.value == .nobody
      return isCommon && !(isLong && index + 1 < name.upperBound)
        || vocabulary.titleWords.match(at: index, in: page.text) != nil
    }
  }

  func continues(at index: Int, from start: Int, in line: Range<Int>) -> Bool {
    let token = page.text.tokens[index]
    switch token.kind {
    case .newline: return false
    case .word, .number:
      if page.isCapitalized(index) || page.isCamelCase(index) || endsSite(index, from: start)
        || isOfSmallForm(index, from: start) || endsNumber(index, from: start)
      {
        return true
      }
      // "Bank of …", "Ernst und …": small words between capitalized ones; "eBay" and "iO".
      let isJoiner = vocabulary.withinNames.match(at: index, in: page.text) != nil
      let next = index + 1
      return isJoiner && index > start && next < line.upperBound && page.isCapitalized(next)
    case .symbol:
      if page.isSymbol(index, "&") || page.isSymbol(index, "+") { return index > start }
      if page.isSymbol(index, ",") {
        return index + 1 < line.upperBound
          && vocabulary.companyWords.match(at: index + 1, in: page.text)?.value.isForm == true
          && page.isCapitalized(index + 1)
      }
      return isGlued(index) && !page.isSymbol(index, ":") && !page.isSymbol(index, "/")
        && !page.isSymbol(index, "(")
        || isFormDot(index) || isOfSmallForm(index, from: start)
    }
  }

  /// The letters of "Kilnhaus s.r.o.", and the "kommune" of "Leirdal kommune".
  private func isOfSmallForm(_ index: Int, from start: Int) -> Bool {
    (0...6).contains { back in
      guard index - back > start,
        let (word, length) = vocabulary.companyWords.match(at: index - back, in: page.text),
        word == .legal, length > back
      else { return false }
      let token = page.text.tokens[index - back]
      return length > 2 || token.end - token.start > 5
    }
  }

  /// The "io" of "Kilnhaus.io".
  func endsSite(_ index: Int, from start: Int) -> Bool {
    index > start + 1 && page.isSymbol(index - 1, ".") && isGlued(index - 1)
      && vocabulary.addresses.isA(.ending, page.words(index..<index + 1))
  }

  /// Whether no blank stands on either side, as in "Acme.io".
  func isGlued(_ index: Int) -> Bool {
    guard index + 1 < page.text.tokens.count, !page.text.tokens[index].followsBlank else {
      return false
    }
    let next = page.text.tokens[index + 1]
    return !next.followsBlank && next.kind != .newline && next.kind != .symbol
  }

  /// The full stop of "Inc." and "s.r.o.", or of "St." before a name.
  func isFormDot(_ index: Int) -> Bool {
    guard page.isSymbol(index, "."), index > 0 else { return false }
    let isForm = (1...min(6, index)).contains { back in
      let found = vocabulary.companyWords.match(at: index - back, in: page.text)
      return found?.value.isForm == true && (found?.length == back + 1 || back == 1)
    }
    return isForm || vocabulary.beside.isA(.abbreviated, page.words(index - 1..<index))
  }
}
