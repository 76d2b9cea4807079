import Listings

/// Finds the place of a job whose source does not name it.
struct PlaceFinding {
  let page: Page
  let sections: Sections
  let vocabulary: Vocabulary
  /// Companies are called like places, too.
  let company: String?

  /// `titleLine` is where the title was found in the body.
  func best(title: FieldReading?, titleLine: Int?) -> FieldReading? {
    let shown = fromTopLines(except: titleLine) ?? title.flatMap(fromTitle) ?? fromHeadline()
    if let shown { return shown }
    let told =
      fromSentence() ?? fromRoleSentence() ?? title.flatMap(behindTitle) ?? belowLabel()
    return told ?? fromInnerLabel() ?? fromOffice() ?? fromBase() ?? belowCompany()
      ?? fromSurroundings()
  }

  /// Where the company is, which is where the job is when nothing else is said.
  func ofCompany() -> FieldReading? {
    let own = beginningLine() ?? behindCompany() ?? inOffice() ?? fromAddress() ?? fromSeat()
    return own ?? townBeforeCode() ?? behindPay() ?? fromSomewhere() ?? fromFirm()
  }
}

extension PlaceFinding {
  static let topLines = 14
  static let tableLines = 60

  /// "Porto, Portugal · 2 days ago" near the title, and "Location Porto" of a lost table.
  ///
  /// A town says more than the country that may stand before it.
  func fromTopLines(except titleLine: Int?) -> FieldReading? {
    for line in page.lines.indices.prefix(Self.tableLines) where isReadable(line) {
      if let value = labeledWithoutColon(line) { return reading(value, "place label") }
    }
    if let town = fromWorkplaceLabel() ?? behindPin() { return town }
    var first: Range<Int>?
    for line in page.lines.indices.prefix(Self.topLines)
    where line != titleLine && page.lines[line].count <= 30 && mayNamePlace(line)
      && !isOfCountryMenu(line)
    {
      for chip in chips(of: page.lines[line])
      where chip.first.map(page.isCapitalized) ?? false && page.words(chip) != company {
        let part = page.trimmed(withoutCompany(chip))
        guard !part.isEmpty,
          vocabulary.isPlace(chip, in: page.text) || vocabulary.isPlace(part, in: page.text)
        else {
          if first == nil, isTownOfState(part) { first = part }
          continue
        }
        let places = vocabulary.places.mentions(in: page.text, tokens: part)
        if places.contains(where: { $0.kind == .city }) {
          return reading(part, "place near the title")
        }
        first = first ?? part
      }
    }
    return first.flatMap { reading($0, "place near the title") }
  }

  /// "📍 Little Haven, Kent, United Kingdom": no table has every village.
  private func behindPin() -> FieldReading? {
    for line in page.lines.indices.prefix(Self.topLines) where isReadable(line) {
      let tokens = page.lines[line]
      guard page.isSymbol(tokens.lowerBound, "📍"),
        let part = page.parts(of: tokens.dropFirst()).first.map(page.trimmed),
        (1...6).contains(page.wordCount(part)), part.first.map(page.isCapitalized) ?? false,
        let last = vocabulary.places.mentions(in: page.text, tokens: part).last
      else { continue }
      // "📍 In-house (Lyon)"
      let isBracketed =
        page.isSymbol(last.tokens.lowerBound - 1, "(") && page.isSymbol(last.tokens.upperBound, ")")
      guard isBracketed || last.tokens.upperBound == part.upperBound else { continue }
      return reading(isBracketed ? last.tokens : part, "place behind a pin")
    }
    return nil
  }

  /// "Employment type: on site, Sector 7, Cairo": a town where a label asks for the kind of work.
  private func fromWorkplaceLabel() -> FieldReading? {
    for line in page.lines.indices.prefix(Self.tableLines) where isReadable(line) {
      guard let (label, value) = page.labeled(line, vocabulary.page),
        label == .workplace || label == .employment, value.count <= 24,
        let town = vocabulary.places.mentions(in: page.text, tokens: value)
          .first(where: { $0.kind == .city })
      else { continue }
      return reading(town.tokens, "town of the workplace")
    }
    return nil
  }

  /// The parts of a line, and those of a part at a free slash: "Cairo, Egypt / full-time".
  func chips(of line: Range<Int>) -> [Range<Int>] {
    var line = line
    // ":egypt: Cairo", ":round_pushpin: Cairo": the short name of a picture.
    if page.isSymbol(line.lowerBound, ":"),
      let end = line.dropFirst().prefix(9).first(where: { page.isSymbol($0, ":") })
    {
      line = end + 1..<line.upperBound
    }
    if page.isSymbol(line.lowerBound, "[") { return brackets(in: line) }
    return page.parts(of: line).flatMap { part -> [Range<Int>] in
      // "Lyon, remote 2 days a week": what is said of the workplace behind the comma.
      let comma = part.dropLast().first { index in
        page.isSymbol(index, ",")
          && vocabulary.page.hiringWords.match(at: index + 1, in: page.text)?.value == .workplace
      }
      if let comma, comma > part.lowerBound { return [part.lowerBound..<comma] }
      let slash = part.first { index in
        page.isSymbol(index, "/") && page.text.tokens[index].followsBlank
          && index + 1 < part.upperBound && page.text.tokens[index + 1].followsBlank
      }
      guard let slash else { return [part] }
      let pieces = [part.lowerBound..<slash, slash + 1..<part.upperBound].map(page.trimmed)
      // "Cairo / Giza" stays whole.
      return pieces.allSatisfy { vocabulary.isPlace($0, in: page.text) } ? [part] : pieces
    }
  }

  /// "Kilnhaus GmbH", then "Hinterau", then "full-time": a town that no table knows, by where it
  /// stands.
  func belowCompany() -> FieldReading? {
    guard let company else { return nil }
    for line in page.lines.indices.prefix(Self.topLines).dropLast(2) where isReadable(line) {
      let name = page.trimmed(page.lines[line])
      let (place, below) = (page.trimmed(page.lines[line + 1]), page.lines[line + 2])
      guard page.words(name).lowercased().hasPrefix(company.lowercased()), name.count <= 8,
        isReadable(line + 1), (1...3).contains(page.wordCount(place)), place.count <= 5,
        place.allSatisfy({ page.isSymbol($0, "-") || page.isCapitalized($0) }),
        page.text.tokens[place.lowerBound].kind == .word, !page.isKnown(place, vocabulary.page),
        let first = below.first,
        let (word, length) = vocabulary.page.hiringWords.match(at: first, in: page.text),
        word == .employment, length >= page.trimmed(below).count
      else { continue }
      return reading(place, "place below the company")
    }
    return nil
  }

  /// "[Hiring] [US only] Cook": what stands in the brackets that a line begins with.
  private func brackets(in line: Range<Int>) -> [Range<Int>] {
    var chips: [Range<Int>] = []
    var start = line.lowerBound
    while page.isSymbol(start, "["),
      let end = line.first(where: { $0 > start && page.isSymbol($0, "]") })
    {
      chips.append(page.trimmed(start + 1..<end))
      start = end + 1
    }
    return chips.filter { !$0.isEmpty }
  }

  /// "Kilnhaus Porto, Portugal": boards glue the company before the place.
  func withoutCompany(_ part: Range<Int>) -> Range<Int> {
    guard let company, let range = page.bytes(of: part),
      page.text.bytes[range].starts(with: Array(company.utf8))
    else { return part }
    let end = range.lowerBound + company.utf8.count
    guard let rest = part.first(where: { Int(page.text.tokens[$0].start) >= end }) else {
      return part
    }
    // The "AG" of "Kilnhaus AG" is no canton.
    let form = vocabulary.page.companyWords.match(at: rest, in: page.text)
    if form?.value == .legal, rest + (form?.length ?? 0) >= part.upperBound { return part }
    return rest..<part.upperBound
  }

  /// Buttons are no places, but a line that ends with one may begin with a place.
  func mayNamePlace(_ line: Int) -> Bool {
    isReadable(line)
      || sections.kinds[line] == .navigation && page.parts(of: page.lines[line]).count > 1
  }

  func labeledWithoutColon(_ line: Int) -> Range<Int>? {
    let tokens = page.lines[line]
    guard tokens.count <= 14, let first = tokens.first,
      let (label, length) = vocabulary.page.labels.match(at: first, in: page.text),
      label == .location, first + length < tokens.upperBound
    else { return nil }
    let value = page.trimmed(first + length..<tokens.upperBound)
    let places = vocabulary.places.mentions(in: page.text, tokens: value)
    let isName = value.first.map(page.isCapitalized) ?? false
    return isName && !places.isEmpty ? value : nil
  }

  /// A part of the title that is a place and nothing else, as in "Engineer (Europe)".
  func fromTitle(_ title: FieldReading) -> FieldReading? {
    let text = TokenizedText(title.text, lexicon: vocabulary.lexicon)
    var start = 0
    for index in 0...text.tokens.count {
      let isEnd = index == text.tokens.count || Self.partsTitle(text.tokens[index])
      guard isEnd else { continue }
      let part = start..<index
      defer { start = index + 1 }
      // The first part is the title itself: "France Télévisions"' cook, say.
      guard start > 0, !part.isEmpty else { continue }
      if vocabulary.isPlace(part, in: text) { return reading(part, of: text, title) }
      if let town = ofArea(part, in: text) { return reading(town, of: text, title) }
    }
    return atEnd(of: text, title)
  }

  private func reading(
    _ place: Range<Int>, of text: TokenizedText, _ title: FieldReading
  ) -> FieldReading {
    let range = text.bytes(of: place)
    let offset = title.part == .body ? title.range.lowerBound : 0
    return FieldReading(
      text: text.words(range), part: title.part, range: range.shifted(by: offset),
      rule: "place in the title")
  }

  /// "Cook for our oven in Porto".
  private func atEnd(of text: TokenizedText, _ title: FieldReading) -> FieldReading? {
    guard
      let index = text.tokens.indices.dropFirst().dropLast().last(where: { index in
        vocabulary.page.inPlaces.match(at: index, in: text)?.length == 1
      }), case let place = index + 1..<text.tokens.count, vocabulary.isPlace(place, in: text)
    else { return nil }
    return reading(place, of: text, title)
  }

  static func partsTitle(_ token: Token) -> Bool {
    guard token.kind == .symbol else { return false }
    return "()[]|-–—,/·:".unicodeScalars.contains { $0.value == token.id }
  }

  /// "Acme hiring Cook in Porto, Portugal | Jobs": as pages name themselves.
  func fromHeadline() -> FieldReading? {
    for line in page.lines.indices.prefix(6) where isReadable(line) {
      let parts = page.parts(of: page.lines[line])
      guard let tokens = parts.first(where: { part in part.contains(where: isOfHeadline) }),
        let preposition = tokens.last(where: {
          vocabulary.beside.isA(.inPlace, page.words($0..<$0 + 1))
        })
      else { continue }
      let place = preposition + 1..<tokens.upperBound
      // "We seek a cook in Lyon! You cook" is no headline.
      let isSentence = place.dropLast().contains { index in
        page.isSymbol(index, "!") || page.isSymbol(index, "?")
          || page.isSymbol(index, ".") && page.text.tokens[index + 1].followsBlank
      }
      if !isSentence, vocabulary.isPlace(place, in: page.text) {
        return reading(place, "place in the headline")
      }
    }
    return nil
  }

  /// "hiring", or the "job" of "Cook job in Porto".
  func isOfHeadline(_ index: Int) -> Bool {
    vocabulary.page.seeks.match(at: index, in: page.text) != nil
      || vocabulary.beside.isA(.jobWord, page.words(index..<index + 1).lowercased())
  }

  /// "This role is based in Porto".
  func fromSentence() -> FieldReading? {
    for line in page.lines.indices where isReadable(line) && sections.kinds[line] != .company {
      let tokens = page.lines[line]
      for index in tokens where page.text.tokens[index].id != 0 {
        guard
          let length = vocabulary.page.beforePlace.match(at: index, in: page.text)?.length,
          let place = place(from: index + length, in: tokens)
        else { continue }
        return reading(place, "place of the job in a sentence")
      }
    }
    return nil
  }

  /// The names that follow one another from `start` on, known or not.
  func place(from start: Int, in line: Range<Int>) -> Range<Int>? {
    guard start < line.upperBound, page.text.tokens[start].kind == .word else { return nil }
    guard page.isCapitalized(start) else {
      // "You live in the Netherlands".
      let isArticle = vocabulary.page.articles.match(at: start, in: page.text)?.length == 1
      return isArticle ? known(from: start + 1, in: line) : nil
    }
    // No list of places is longer, and the walk is made from every "in".
    let near = start..<min(line.upperBound, start + 60)
    let mentions = vocabulary.places.mentions(in: page.text, tokens: near)
    var end = start
    for mention in mentions where mention.tokens.lowerBound <= end + 2 {
      end = mention.tokens.upperBound
    }
    if end == start {
      // A town too small for any table.
      while end < line.upperBound, end < start + (page.isSymbol(start + 1, ".") ? 4 : 3),
        page.text.tokens[end].kind == .word && page.isCapitalized(end)
          || isDotOfSaint(end, from: start)
      { end += 1 }
      guard end < line.upperBound else { return start..<end }
      // "Tongasse 8, Berlin": the town behind the street.
      if page.text.tokens[end].kind == .number {
        return mentions.first { $0.kind == .city && $0.tokens.lowerBound <= end + 4 }?.tokens
      }
      guard page.text.tokens[end].kind != .word else { return nil }
    }
    return start..<end
  }

  /// The full stop behind the first word of a town that is called after a saint.
  private func isDotOfSaint(_ index: Int, from start: Int) -> Bool {
    index == start + 1 && page.isSymbol(index, ".") && page.text.tokens[start].length <= 3
      && index + 1 < page.text.tokens.count && page.isCapitalized(index + 1)
  }

  func reading(_ tokens: Range<Int>, _ rule: String) -> FieldReading? {
    guard let range = page.bytes(of: tokens) else { return nil }
    return FieldReading(text: page.text.words(range), part: .body, range: range, rule: rule)
  }

  func isReadable(_ line: Int) -> Bool {
    sections.isReadable(line) && !sections.repeats[line]
  }
}
