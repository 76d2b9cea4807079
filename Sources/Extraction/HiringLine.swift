import Listings

/// A hiring line, field by field, each known for what it is.
struct HiringLine {
  /// Words that name a place, and whether a town or state is among them.
  struct Place {
    let tokens: Range<Int>
    let isTown: Bool
  }

  let page: Page
  let vocabulary: Vocabulary
  let shape: TitleShape
  let names: NameScanner
  private(set) var titles: [Range<Int>] = []
  var company: Range<Int>?
  var places: [Place] = []
  /// A name behind the company's that no table knows.
  private var unknownPlace: Range<Int>?

  init(_ page: Page, _ vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    shape = TitleShape(page: page, vocabulary: vocabulary.page)
    names = NameScanner(page: page, vocabulary: vocabulary.page)
    // What goes on for longer is a text, of which the beginning says who hires.
    guard let line = page.lines.first.map({ $0.clamped(to: $0.lowerBound..<$0.lowerBound + 300) })
    else { return }
    let fields = fields(of: line)
    if fields.count < 2 || speaks(fields[0], in: line) {
      readSentence(withoutLabel(behindRemark(page.trimmed(line))))
    } else {
      read(fields)
    }
  }

  /// A town says more than the country that may stand before it.
  var location: Range<Int>? {
    if let town = places.first(where: \.isTown) { return town.tokens }
    // "San Juan, PR": a town too small for any table.
    let isTown = unknownPlace?.contains { page.isSymbol($0, ",") } ?? false
    return isTown ? unknownPlace : places.first?.tokens ?? unknownPlace
  }

  mutating func take(title: Range<Int>) { titles.append(title) }

  /// Whether a word of this kind stands there, in letters of any size.
  func isA(_ kind: BesideWords.Kind, at index: Int) -> Bool {
    vocabulary.beside.isA(kind, page.words(index..<index + 1).lowercased())
  }

  /// The same in small letters: "IN" is Indiana, and "AT" begins a name.
  func isSmall(_ kind: BesideWords.Kind, at index: Int) -> Bool {
    vocabulary.beside.isA(kind, page.words(index..<index + 1))
  }

  /// "Remote (US/EU)": words of the workplace and places, and no name.
  func isPlacedWorkplace(_ field: Range<Int>, _ found: [Place]) -> Bool {
    hiringWords(in: field).first?.1.lowerBound == field.lowerBound
      && withoutHiringWords(field).allSatisfy { index in
        page.text.tokens[index].kind == .symbol || found.contains { $0.tokens.contains(index) }
      }
  }

  /// "Acme: Kiln Engineer | Lyon", "Acme (YC W24): Kiln Engineer - Lyon": the name before the colon,
  /// where a title and no label stands.
  func nameBeforeColon(_ field: Range<Int>) -> Range<Int>? {
    guard let colon = field.first(where: { page.isSymbol($0, ":") }) else { return nil }
    let words = page.trimmed(field.lowerBound..<colon)
    let name = name(in: words) ?? words
    guard !name.isEmpty, name.lowerBound == words.lowerBound, looksLikeName(name),
      !shape.holdsRole(name),
      name.allSatisfy({ page.isCapitalized($0) || page.text.tokens[$0].kind != .word }),
      hiringWords(in: name).isEmpty, !vocabulary.isPlace(name, in: page.text),
      vocabulary.page.labels.match(at: name.lowerBound, in: page.text) == nil,
      shape.holdsRole(colon + 1..<field.upperBound, weakly: false)
    else { return nil }
    return name
  }
}

private extension HiringLine {
  mutating func read(_ fields: [Range<Int>]) {
    var titleFields: [Range<Int>] = []
    let labelled = fields.count > 1 ? nameBeforeColon(bare(fields[0])) : nil
    var named: Range<Int>?
    for (number, field) in fields.enumerated() {
      let isFirst = number == 0
      let field = bare(field)
      if isFirst, isTown(field, before: fields.dropFirst().first.map(bare)) {
        places.append(Place(tokens: field, isTown: true))
        continue
      }
      if !isFirst, company == nil, named == nil, !titles.isEmpty,
        let name = nameBeforePlace(field)
      {
        named = name
        places += places(in: name.upperBound..<field.upperBound)
        continue
      }
      guard !field.isEmpty, isFirst || !isDomain(field), !isFiller(field) else { continue }
      if takeTitles(in: field, isFirst: isFirst) {
        titleFields.append(field)
      } else if !isPay(field), !takePlace(in: field, isFirst: isFirst) {
        takeName(in: field, isFirst: isFirst)
      }
    }
    company = company ?? named ?? labelled ?? site(among: fields) ?? nameBehindFor()
    if titles.isEmpty, company != nil { takeTrade(among: fields.dropFirst().map(bare)) }
    if company == nil, let first = titleFields.first, titles.first == first,
      titleFields.count > 1
        && (isRankedName(first) || isTestedName(first) || first.count == 1
          || !shape.holdsRole(first, weakly: false))
        || isFormedName(first) && fields.first.map(bare) == first
    {
      // "Lead Bank | Engineer": no role, for it leads nothing; "Acme QA" is none, either, and
      // "Happy Carver" may be one, but names nothing that follows.
      company = titleFields[0]
      titles.removeFirst()
    }
  }

  /// "Brine | Oven Consulting | remote": a trade stands for who follows it, where no title does.
  mutating func takeTrade(among fields: [Range<Int>]) {
    let trade = fields.first { field in
      let pieces = split(field) { page.isSymbol($0, "/") }
      return page.wordCount(field) > 1 && page.wordCount(field) <= 5
        && pieces.allSatisfy { isTrade($0) }
    }
    guard let trade else { return }
    if unknownPlace == trade { unknownPlace = nil }
    take(title: trade)
  }

  /// Capitalized words, the last of which names a trade: "Reverse Engineering".
  private func isTrade(_ piece: Range<Int>) -> Bool {
    guard let last = piece.last, piece.count > 1,
      piece.allSatisfy({ page.text.tokens[$0].kind == .word && page.isCapitalized($0) })
    else { return false }
    return vocabulary.page.titleWords.match(at: last, in: page.text)?.value == .trade
  }

  /// "Baker for Kiln & Loaf - Lyon": of two words or more, for "Designer for Web" names nobody.
  mutating func nameBehindFor() -> Range<Int>? {
    guard titles.count == 1, let title = titles.first,
      let before = title.last(where: { isSmall(.employer, at: $0) }),
      let name = names.name(startingAt: before + 1, in: title), name.upperBound == title.upperBound,
      page.wordCount(name) > 1, !holdsSkill(name), !shape.holdsRole(name),
      shape.holdsRole(title.lowerBound..<before), !vocabulary.isPlace(name, in: page.text)
    else { return nil }
    titles[0] = page.trimmed(title.lowerBound..<before)
    return name
  }

  /// "Lyon, France - Acme.com": an address that begins with a capital is a name where no other is.
  func site(among fields: [Range<Int>]) -> Range<Int>? {
    fields.first { field in
      isDomain(field) && page.isCapitalized(field.lowerBound)
        && !field.contains { page.isSymbol($0, "@") || page.isSymbol($0, "/") }
    }
  }

  /// "Smallville, WA | Acme Inc.": a town that no table knows, behind which a name stands.
  func isTown(_ field: Range<Int>, before next: Range<Int>?) -> Bool {
    guard let next, let comma = field.first(where: { page.isSymbol($0, ",") }),
      comma + 2 == field.upperBound, page.isAllCapitals(comma + 1),
      vocabulary.isPlace(comma + 1..<field.upperBound, in: page.text),
      !vocabulary.isPlace(field.lowerBound..<comma, in: page.text)
    else { return false }
    return looksLikeName(next) && !shape.holdsRole(next) && !isFiller(next)
      && !vocabulary.isPlace(next, in: page.text)
  }

  /// "Engineer - Acme, Lyon, France": the piece before the places.
  func nameBeforePlace(_ field: Range<Int>) -> Range<Int>? {
    let piece = firstPiece(of: field)
    guard piece.upperBound < field.upperBound, page.isSymbol(piece.upperBound, ","),
      looksLikeName(piece), !shape.holdsRole(piece), !isFiller(piece),
      !vocabulary.isPlace(piece, in: page.text),
      vocabulary.isPlace(page.trimmed(piece.upperBound..<field.upperBound), in: page.text)
    else { return nil }
    return piece
  }

  /// Whether the line is no list of fields: "We're hiring at Acme - join us".
  func speaks(_ field: Range<Int>, in line: Range<Int>) -> Bool {
    guard let first = field.first, !line.contains(where: { page.isSymbol($0, "|") }) else {
      return false
    }
    // "Hello Baker (hellobaker.com)" is a name.
    let holdsSite = field.contains { index in
      page.isSymbol(index, "(") && isDomain(page.trimmed(index + 1..<field.upperBound))
    }
    return vocabulary.page.titleWords.match(at: first, in: page.text)?.value == .sentence
      && page.wordCount(field) > 1 && !holdsSite
  }

  /// A name that ends in what is a role alone as well.
  func isTestedName(_ field: Range<Int>) -> Bool {
    guard let last = field.last, field.count > 1, titles.first == field else { return false }
    return field.allSatisfy { page.text.tokens[$0].kind == .word }
      && field.filter { shape.isRole(at: $0) } == [last]
      && vocabulary.beside.isA(.trade, page.words(last..<last + 1).lowercased())
  }

  func isRankedName(_ field: Range<Int>) -> Bool {
    let roles = field.filter { shape.isRole(at: $0) }
    return roles == [field.lowerBound] && field.count > 1
      && vocabulary.page.titleWords.match(at: field.lowerBound, in: page.text)?.length == 1
  }

  /// "Architect Kiln Technologies": a role in front of a word that companies are called by.
  func isFormedName(_ field: Range<Int>) -> Bool {
    guard isRankedName(field), let last = field.last else { return false }
    return vocabulary.page.companyWords.match(at: last, in: page.text)?.value.isForm == true
  }

  mutating func takePlace(in field: Range<Int>, isFirst: Bool) -> Bool {
    let found = places(in: field)
    guard !found.isEmpty else { return false }
    let piece = firstPiece(of: field)
    guard
      vocabulary.isPlace(piece, in: page.text) || !isFirst && company != nil
        || !isFirst && vocabulary.isPlace(field, in: page.text)
        || isFirst && isPlacedWorkplace(field, found)
    else { return false }
    places += found
    return true
  }

  /// "Drone startup", "Stealth startup in kilns": what the company is, and not its name.
  func isDescribed(_ name: Range<Int>) -> Bool {
    name.dropFirst().contains { index in
      isA(.venture, at: index) && (index + 1 == name.upperBound || isSmall(.inPlace, at: index + 1))
    }
  }

  mutating func takeName(in field: Range<Int>, isFirst: Bool) {
    if company != nil {
      let isName =
        looksLikeName(field) && page.wordCount(field) <= 3 && !holdsSkill(field)
        && !holdsLevel(field)
      if isName, unknownPlace == nil, hiringWords(in: field).isEmpty { unknownPlace = field }
      return
    }
    guard let name = name(in: field), !isDescribed(name),
      looksLikeName(name) || isFirst && page.wordCount(name) <= 4
    else { return }
    company = name
    places += places(in: field.lowerBound..<name.lowerBound)
    places += places(in: name.upperBound..<field.upperBound)
  }
}
