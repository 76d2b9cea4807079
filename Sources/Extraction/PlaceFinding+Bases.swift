import Listings

/// Places of the only office, firm or team that a text without labels speaks of.
extension PlaceFinding {
  /// Whether countries stand alone on this line and on those around it, as where a page lets its
  /// reader choose one.
  func isOfCountryMenu(_ line: Int) -> Bool {
    let run = [-1, 1].reduce(isCountryAlone(line) ? 1 : 0) { sum, step in
      guard sum > 0 else { return 0 }
      let others = stride(from: line + step, through: line + 3 * step, by: step)
      return sum + others.prefix { page.lines.indices.contains($0) && isCountryAlone($0) }.count
    }
    return run > 3
  }

  private func isCountryAlone(_ line: Int) -> Bool {
    let tokens = page.trimmed(page.lines[line])
    guard (1...4).contains(tokens.count) else { return false }
    let places = vocabulary.places.mentions(in: page.text, tokens: tokens)
    return places.count == 1 && places[0].kind == .country && places[0].tokens == tokens
  }

  /// "Our client, a studio located in Lyon", "join the team based at Leafside": somewhere that is
  /// said of the work, not of people.
  func fromSomewhere() -> FieldReading? {
    place(behind: vocabulary.page.somewhere, "where something is based") { phrase, line in
      isOfAnybody(before: phrase.lowerBound, in: line)
        ? nil : somewhere(from: phrase.upperBound, in: line)
    }
  }

  /// "A small practice in Lyon", "a Lyon firm": what companies call themselves, and its town.
  func fromFirm() -> FieldReading? {
    for line in page.lines.indices.prefix(Self.tableLines) where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens.dropFirst() where page.text.tokens[index].id != 0 {
        guard page.isCapitalized(index - 1),
          vocabulary.page.firms.match(at: index, in: page.text) != nil,
          let town = town(before: index, in: tokens)
        else { continue }
        return reading(town, "town of a firm")
      }
      for index in tokens.dropLast(2) where page.text.tokens[index].id != 0 {
        guard let length = vocabulary.page.firms.match(at: index, in: page.text)?.length,
          isIn(index + length),
          let place = known(from: index + length + 1, in: tokens)
            ?? unknown(from: index + length + 1, in: tokens)
        else { continue }
        return reading(place, "town of a firm")
      }
    }
    return nil
  }

  /// The city that ends before `end`.
  private func town(before end: Int, in line: Range<Int>) -> Range<Int>? {
    (max(line.lowerBound, end - 4)..<end).lazy.filter(page.isCapitalized)
      .compactMap { start in known(from: start, in: line) }
      .first { $0.upperBound == end && isTown($0) }
  }

  /// "Lyon office, a friendly team": what a text begins with.
  func beginningLine() -> FieldReading? {
    for line in page.lines.indices.prefix(4) where isReadable(line) {
      let tokens = page.lines[line]
      guard let first = tokens.first, let place = known(from: first, in: tokens),
        place.upperBound < tokens.upperBound,
        vocabulary.page.ofOffices.match(at: place.upperBound, in: page.text) != nil
      else { continue }
      return reading(place, "place of the office")
    }
    return nil
  }

  /// A name that its sentence or a comma ends, as in "a firm in Leafside".
  private func unknown(from start: Int, in line: Range<Int>) -> Range<Int>? {
    guard let place = place(from: start, in: line).flatMap(asTown), place.count <= 2,
      page.isSymbol(place.upperBound, ".") || page.isSymbol(place.upperBound, ",")
    else { return nil }
    return place
  }

  /// "About us Location: Lyon, part-time": a label in the middle of a text without lines.
  func fromInnerLabel() -> FieldReading? {
    for line in page.lines.indices.prefix(4) where isReadable(line) {
      let tokens = page.lines[line]
      let isText = tokens.count > 100
      for index in tokens.dropLast(2) where page.isCapitalized(index) {
        guard let (label, length) = vocabulary.page.labels.match(at: index, in: page.text),
          label == .location, index + length + 1 < tokens.upperBound,
          isText ? page.text.tokens[index + length].kind == .symbol : page.isColon(index + length),
          let place = place(from: index + length + 1, in: tokens),
          let named = withLetters(place, in: tokens)
        else { continue }
        return reading(named, "place label")
      }
    }
    return nil
  }

  /// A place of the tables, or one that the letters of a state follow: "Leafside, NSW".
  private func withLetters(_ place: Range<Int>, in line: Range<Int>) -> Range<Int>? {
    if !vocabulary.places.mentions(in: page.text, tokens: place).isEmpty { return place }
    let letters = place.upperBound + 1
    guard letters < line.upperBound, page.isSymbol(letters - 1, ","), page.isAllCapitals(letters),
      page.text.tokens[letters].length <= 3
    else { return nil }
    return place.lowerBound..<letters + 1
  }

  /// "Lyon : 180,000 a year", or the pay first and the town in brackets behind it.
  func behindPay() -> FieldReading? {
    for line in page.lines.indices where isReadable(line) && page.lines[line].count <= 30 {
      let tokens = page.lines[line]
      if let first = tokens.first, let place = known(from: first, in: tokens),
        page.isSymbol(place.upperBound, ":"),
        (place.upperBound..<tokens.upperBound).contains(where: isOfPay)
      {
        return reading(place, "place before the pay")
      }
      guard page.isSymbol(tokens.upperBound - 1, ")"),
        let open = tokens.last(where: { page.isSymbol($0, "(") }),
        tokens.prefix(while: { $0 < open }).contains(where: isOfPay),
        let place = known(from: open + 1, in: tokens), place.upperBound == tokens.upperBound - 1
      else { continue }
      return reading(place, "place behind the pay")
    }
    return nil
  }

  private func isOfPay(_ index: Int) -> Bool {
    let token = page.text.tokens[index]
    let isLong =
      token.kind == .number
      && (token.end - token.start > 4
        || page.isSymbol(index + 1, ",") && !page.text.tokens[index + 1].followsBlank)
    return isLong || ["$", "€", "£"].contains { page.isSymbol(index, $0) }
  }

  /// "Candidates based in Lyon": people, who may be anywhere.
  private func isOfAnybody(before index: Int, in line: Range<Int>) -> Bool {
    for back in (max(line.lowerBound, index - 4)..<index).reversed() {
      if page.isSymbol(back, ".") { return false }
      if vocabulary.page.anybody.match(at: back, in: page.text) != nil { return true }
    }
    return false
  }

  /// Known names, or an unknown one that its sentence or a comma ends; behind other words only
  /// "modern Lyon offices".
  private func somewhere(from start: Int, in line: Range<Int>) -> Range<Int>? {
    let start = start + (vocabulary.page.ours.match(at: start, in: page.text)?.length ?? 0)
    guard start < line.upperBound else { return nil }
    if let place = known(from: start, in: line) { return place }
    if page.isCapitalized(start) { return place(from: start, in: line).flatMap(asTown) }
    for index in start..<min(start + 8, line.upperBound) where page.isCapitalized(index) {
      guard let place = known(from: index, in: line) ?? place(upTo: line, from: index),
        place.upperBound < line.upperBound,
        vocabulary.page.ofOffices.match(at: place.upperBound, in: page.text) != nil
      else { return nil }
      return place
    }
    return nil
  }

  /// The capitalized words from `start` on.
  private func place(upTo line: Range<Int>, from start: Int) -> Range<Int>? {
    var end = start
    while end < line.upperBound, end < start + 3, page.text.tokens[end].kind == .word,
      page.isCapitalized(end)
    { end += 1 }
    return start..<end
  }

  /// What no table knows, or only a part of, as of "East Lyon"; "Europe" and "GMT" are no towns.
  private func asTown(_ place: Range<Int>) -> Range<Int>? {
    guard let first = vocabulary.places.mentions(in: page.text, tokens: place).first else {
      // "the CBD"
      return place.allSatisfy(page.isAllCapitals) ? nil : place
    }
    return first.kind == .city && first.tokens.lowerBound > place.lowerBound ? place : nil
  }

  /// "Kilnford, TX", "Ovenmere NSW", "Little Oven, Suffolk": a town that no table knows, by its state.
  func isTownOfState(_ chip: Range<Int>) -> Bool {
    guard chip.count <= 9,
      let end = chip.dropFirst().first(where: { endsTown($0, of: chip) }),
      (1...4) ~= page.wordCount(chip.lowerBound..<end)
    else { return false }
    let town = chip.lowerBound..<end
    return town.allSatisfy { isWordOfTown($0) || joinsTown($0) } && page.words(town) != company
  }

  /// Whether a state follows, and nothing else: behind a comma, or its letters alone.
  private func endsTown(_ index: Int, of chip: Range<Int>) -> Bool {
    let hasComma = page.isSymbol(index, ",")
    let start = hasComma ? index + 1 : index
    guard start < chip.upperBound,
      let (entry, length) = vocabulary.places.match(at: start, in: page.text)
    else { return false }
    let rest = start + length..<max(chip.upperBound, start + length)
    // A number behind it is the post code.
    guard start + length <= chip.upperBound, rest.count <= 1,
      rest.allSatisfy({ page.text.tokens[$0].kind == .number })
    else { return false }
    let isCode =
      page.isAllCapitals(start) && (entry.abbreviates.first.map { $0.count > 2 } ?? false)
    return isCode || hasComma && page.isCapitalized(start) && entry.subdivision != nil
  }

  /// What hyphens hold, and the full stop of a short word such as "St".
  private func joinsTown(_ index: Int) -> Bool {
    (page.isSymbol(index, "-") || page.isSymbol(index - 1, "-"))
      && !page.text.tokens[index].followsBlank
      || index > 0 && page.isSymbol(index, ".") && page.text.tokens[index - 1].length <= 2
  }

  func isWordOfTown(_ index: Int) -> Bool {
    let words = vocabulary.page
    return page.text.tokens[index].kind == .word && page.isCapitalized(index)
      && !page.isAllCapitals(index)
      && words.companyWords.match(at: index, in: page.text) == nil
      && words.titleWords.match(at: index, in: page.text) == nil
      && words.hiringWords.match(at: index, in: page.text) == nil
      && words.sections.match(at: index, in: page.text) == nil
      && words.labels.match(at: index, in: page.text) == nil
  }
}
