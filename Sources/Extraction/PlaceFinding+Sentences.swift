import Listings

/// Places of the job in sentences about it.
extension PlaceFinding {
  /// "This role is hybrid, two days a week in Lyon": the role, its workplace, the place.
  func fromRoleSentence() -> FieldReading? {
    for line in page.lines.indices where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens where page.text.tokens[index].id != 0 {
        guard let length = vocabulary.page.thisRole.match(at: index, in: page.text)?.length,
          let start = workplaceEnd(from: index + length, in: tokens),
          let place = known(from: start, in: tokens)
        else { continue }
        return reading(place, "place of the role in a sentence")
      }
    }
    return nil
  }

  /// "We seek a Cook in Lyon", "You will be the Cook for Ovens and Kilns in Lyon".
  func behindTitle(_ title: FieldReading) -> FieldReading? {
    guard title.part == .body,
      let after = page.text.tokens.firstIndex(where: { Int($0.start) >= title.range.upperBound }),
      let line = page.lines.first(where: { $0.contains(after) })
    else { return nil }
    for index in after..<min(after + 12, line.upperBound) {
      if isIn(index) {
        return known(from: index + 1, in: line).flatMap { reading($0, "place behind the title") }
      }
      guard isOfTitle(index) else { return nil }
    }
    return nil
  }

  /// "Five days in our Lyon office": an office of ours, where it does not only stand for people.
  func fromOffice() -> FieldReading? {
    for line in page.lines.indices where isReadable(line) && sections.kinds[line] != .company {
      let tokens = page.lines[line]
      for index in tokens.dropLast(3) where isIn(index) || isAt(index) {
        guard Self.ours.contains(page.words(index + 1..<index + 2).lowercased()),
          let place = known(from: index + 2, in: tokens), place.upperBound < tokens.upperBound,
          vocabulary.page.ofOffices.match(at: place.upperBound, in: page.text) != nil
        else { continue }
        return reading(place, "place of the office")
      }
    }
    return nil
  }

  /// "We're a Lyon-based studio".
  func fromBase() -> FieldReading? {
    for line in page.lines.indices.prefix(12) where isReadable(line) {
      let tokens = page.lines[line]
      guard let first = tokens.first,
        vocabulary.page.weAre.match(at: first, in: page.text) != nil
      else { continue }
      for index in tokens.prefix(8) {
        guard let place = known(from: index, in: tokens), place.upperBound < tokens.upperBound
        else { continue }
        let next = page.isSymbol(place.upperBound, "-") ? place.upperBound + 1 : place.upperBound
        guard next < tokens.upperBound, page.words(next..<next + 1) == "based" else { break }
        return reading(place, "place of the company")
      }
    }
    return nil
  }
}

private extension PlaceFinding {
  static let ours: Set<String> = ["our", "the"]

  /// What stands between "this role is" and the place: words of the workplace, and numbers.
  func workplaceEnd(from start: Int, in line: Range<Int>) -> Int? {
    var index = start
    // "will be based at the field station in Lyon".
    var free = 0
    while index < line.upperBound, index < start + 14 {
      if isIn(index), index > start { return index + 1 }
      if ["based", "located"].contains(page.words(index..<index + 1)) { free = 4 }
      if let length = vocabulary.page.hiringWords.match(at: index, in: page.text)?.length {
        index += length
      } else if page.text.tokens[index].kind == .number || page.text.tokens[index].kind == .symbol
        || Self.between.contains(page.words(index..<index + 1).lowercased())
      {
        if page.isSymbol(index, ".") { return nil }
        index += 1
      } else {
        free -= 1
        index += 1
        if free < 0 { return nil }
      }
    }
    return nil
  }

  static let between: Set<String> = [
    "is", "will", "be", "a", "an", "fully", "currently", "primarily", "located", "days", "day",
    "per", "week", "times", "two", "three", "four", "five", "role", "position", "job", "and",
    "requires", "working", "work", "est", "ist", "es", "è", "é",
  ]

  func isIn(_ index: Int) -> Bool {
    page.text.tokens[index].kind == .word
      && ["in", "à", "en", "em", "w", "i"].contains(page.words(index..<index + 1).lowercased())
  }

  func isAt(_ index: Int) -> Bool {
    page.text.tokens[index].kind == .word
      && ["at", "from"].contains(page.words(index..<index + 1).lowercased())
  }

  /// Words that still belong to a title: capitalized ones, joiners and brackets.
  func isOfTitle(_ index: Int) -> Bool {
    let token = page.text.tokens[index]
    if token.kind == .symbol { return "(),&/-".unicodeScalars.contains { $0.value == token.id } }
    return page.isCapitalized(index)
      || ["for", "and", "of", "on", "based", "located"].contains(page.words(index..<index + 1))
  }

  /// The places of the tables that follow one another from `start` on.
  func known(from start: Int, in line: Range<Int>) -> Range<Int>? {
    guard start < line.upperBound else { return nil }
    let mentions = vocabulary.places.mentions(
      in: page.text, tokens: start..<min(line.upperBound, start + 16))
    guard let first = mentions.first, first.tokens.lowerBound == start, first.kind != .zone,
      first.kind != .region, !first.isAdjective
    else { return nil }
    var end = first.tokens.upperBound
    for mention in mentions.dropFirst() where mention.tokens.lowerBound <= end + 1 {
      end = mention.tokens.upperBound
    }
    return start..<end
  }
}
