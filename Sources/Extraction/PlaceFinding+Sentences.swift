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
      guard isOfTitle(index) else { break }
    }
    // Of a sentence the rest may tell it.
    for index in after..<min(after + 24, line.upperBound) where isIn(index) || isAt(index) {
      if page.isSymbol(index, ".") { break }
      if let town = town(in: index + 1..<line.upperBound) {
        return reading(town, "place behind the title")
      }
    }
    return nil
  }

  /// "Five days in our Lyon office": an office of ours, where it does not only stand for people.
  func fromOffice() -> FieldReading? {
    for line in page.lines.indices where isReadable(line) && sections.kinds[line] != .company {
      let tokens = page.lines[line]
      for index in tokens.dropLast(2)
      where vocabulary.page.ours.match(at: index, in: page.text) != nil {
        let isFirst = index == tokens.lowerBound || page.isSymbol(index - 1, ".")
        guard isFirst || isIn(index - 1) || isAt(index - 1),
          let place = known(from: index + 1, in: tokens), place.upperBound < tokens.upperBound,
          vocabulary.page.ofOffices.match(at: place.upperBound, in: page.text) != nil
        else { continue }
        return reading(place, "place of the office")
      }
    }
    return nil
  }

  /// "We're a Lyon-based studio", "We are Kilnhaus, a Lyon-based studio".
  func fromBase() -> FieldReading? {
    for line in page.lines.indices.prefix(12) where isReadable(line) {
      let tokens = page.lines[line]
      for start in tokens.prefix(60)
      where vocabulary.page.weAre.match(at: start, in: page.text) != nil {
        if let place = seat(behind: start, in: tokens) {
          return reading(place, "place of the company")
        }
        for index in start..<min(start + 10, tokens.upperBound) {
          guard let place = known(from: index, in: tokens), place.upperBound < tokens.upperBound
          else { continue }
          let next = page.isSymbol(place.upperBound, "-") ? place.upperBound + 1 : place.upperBound
          guard next < tokens.upperBound,
            vocabulary.page.basedBehind.match(at: next, in: page.text) != nil
          else { break }
          return reading(place, "place of the company")
        }
      }
    }
    return nil
  }

  /// "We're a team headquartered in the Lyon area".
  private func seat(behind start: Int, in line: Range<Int>) -> Range<Int>? {
    for index in start..<min(start + 14, line.upperBound - 1)
    where vocabulary.page.basedBehind.match(at: index, in: page.text) != nil && isIn(index + 1) {
      let article = vocabulary.page.ours.match(at: index + 2, in: page.text)?.length ?? 0
      return known(from: index + 2 + article, in: line)
    }
    return nil
  }

  /// "to join us at the Old Mill, Leafside, Lyon": names behind one another of which the last is
  /// known.
  private func town(in names: Range<Int>) -> Range<Int>? {
    var end = names.lowerBound
    while end < names.upperBound, page.isCapitalized(end) || page.isSymbol(end, ",") { end += 1 }
    let mentions = vocabulary.places.mentions(in: page.text, tokens: names.lowerBound..<end)
    guard let last = mentions.last, last.kind == .city, last.tokens.upperBound == end else {
      return nil
    }
    return last.tokens
  }

  /// "Kilnhaus in Lyon develops …": where the company that seeks says that it is.
  func behindCompany() -> FieldReading? {
    guard let company else { return nil }
    let name = Array(company.utf8)
    for line in page.lines.indices.prefix(Self.tableLines) where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens.dropFirst() where isIn(index) {
        guard let place = known(from: index + 1, in: tokens), endsName(name, at: index, in: tokens)
        else { continue }
        return reading(place, "place behind the company")
      }
    }
    return nil
  }

  /// Whether capitalized words that begin with the company's name end before `index`.
  private func endsName(_ name: [UInt8], at index: Int, in line: Range<Int>) -> Bool {
    var start = index
    while start > line.lowerBound, index - start < 6, page.text.tokens[start - 1].kind == .word,
      page.isCapitalized(start - 1)
    {
      start -= 1
      if page.text.bytes[Int(page.text.tokens[start].start)...].starts(with: name) { return true }
    }
    return false
  }

  /// "Our support centre and office in Lyon": one office, and one place.
  func inOffice() -> FieldReading? {
    for line in page.lines.indices where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens.dropLast(2) where page.text.tokens[index].id != 0 {
        guard let length = vocabulary.page.oneOffice.match(at: index, in: page.text)?.length,
          index + length < tokens.upperBound, isIn(index + length),
          let place = known(from: index + length + 1, in: tokens)
        else { continue }
        return reading(place, "place of the office")
      }
    }
    return nil
  }

  /// "Kilnhaus is a bakery headquartered in Lyon", "We were founded in Lyon".
  func fromSeat() -> FieldReading? {
    place(behind: vocabulary.page.seatedIn, "seat of the company") { phrase, line in
      guard let place = known(from: phrase.upperBound, in: line),
        tellsOfCompany(before: phrase.lowerBound, line)
      else { return nil }
      return place
    }
  }

  /// What `find` takes for a place behind the first phrase of a kind where it takes anything.
  func place(
    behind phrases: PhraseTable<Bool>, _ rule: String,
    find: (_ phrase: Range<Int>, _ line: Range<Int>) -> Range<Int>?
  ) -> FieldReading? {
    for line in page.lines.indices.prefix(Self.tableLines) where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens where page.text.tokens[index].id != 0 {
        guard let length = phrases.match(at: index, in: page.text)?.length,
          let place = find(index..<index + length, tokens)
        else { continue }
        return reading(place, rule)
      }
    }
    return nil
  }

  /// Whether the sentence that `index` stands in begins with the company, or with us.
  private func tellsOfCompany(before index: Int, _ line: Range<Int>) -> Bool {
    let name = company.map { Array($0.utf8) } ?? []
    for start in (line.lowerBound..<index).reversed() {
      let token = page.text.tokens[start]
      if page.isSymbol(start, "."), page.text.tokens[start + 1].followsBlank { return false }
      if !name.isEmpty, page.text.bytes[Int(token.start)...].starts(with: name) { return true }
      // "We are …", "Our client is a bakery …".
      if vocabulary.page.weAre.match(at: start, in: page.text) != nil
        || vocabulary.page.isA.match(at: start, in: page.text) != nil
        || start == line.lowerBound && vocabulary.page.us.match(at: start, in: page.text) != nil
      {
        return true
      }
    }
    return false
  }

  /// "10557 Berlin": the town of the only address in the text.
  func fromAddress() -> FieldReading? {
    onlyTown(town(besideCode:in:)).flatMap { reading($0, "town of the address") }
  }

  /// What `town` finds at a number of a line; nil where the text has two that differ.
  func onlyTown(_ town: (Int, Range<Int>) -> Range<Int>?) -> Range<Int>? {
    var found: Range<Int>?
    for line in page.lines.indices where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens where page.text.tokens[index].kind == .number {
        guard let place = town(index, tokens) else { continue }
        if let found, page.words(found) != page.words(place) { return nil }
        found = found ?? place
      }
    }
    return found
  }

  /// The town behind a code of five digits, or with its state before one: "10557 Berlin",
  /// "Melbourne Vic 3000".
  private func town(besideCode index: Int, in line: Range<Int>) -> Range<Int>? {
    let token = page.text.tokens[index]
    let count = token.end - token.start
    guard (4...5).contains(count),
      page.text.bytes[token.range].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    if count == 5, let place = known(from: index + 1, in: line), isTown(place) { return place }
    for start in max(line.lowerBound, index - 5)..<index where page.isCapitalized(start) {
      guard let place = known(from: start, in: line), isTown(place), isState(place, before: index)
      else { continue }
      return place
    }
    return nil
  }

  /// Whether the code stands behind a state, or behind its letters: "Vic".
  private func isState(_ place: Range<Int>, before index: Int) -> Bool {
    if place.upperBound == index {
      return vocabulary.places.mentions(in: page.text, tokens: place).last?.kind == .subdivision
    }
    let word = page.text.tokens[index - 1]
    return place.upperBound == index - 1 && word.kind == .word && word.end - word.start <= 3
      && page.isCapitalized(index - 1)
  }

  func isTown(_ place: Range<Int>) -> Bool {
    vocabulary.places.mentions(in: page.text, tokens: place).first?.kind == .city
  }
}

extension PlaceFinding {
  /// "Location", and below it "For Lyon: four days in the office": the town of that sentence.
  func belowLabel() -> FieldReading? {
    for line in page.lines.indices.dropLast() where isReadable(line) && isReadable(line + 1) {
      let tokens = page.lines[line]
      guard tokens.count <= 4,
        let first = tokens.first(where: { page.text.tokens[$0].kind == .word }),
        let (label, length) = vocabulary.page.labels.match(at: first, in: page.text),
        label == .location, page.trimmed(first + length..<tokens.upperBound).isEmpty,
        let town = vocabulary.places.mentions(in: page.text, tokens: page.lines[line + 1])
          .first(where: { $0.kind == .city })
      else { continue }
      return reading(
        known(from: town.tokens.lowerBound, in: page.lines[line + 1]) ?? town.tokens,
        "place below its label")
    }
    return nil
  }

  /// What stands between "this role is" and the place: words of the workplace, and numbers.
  func workplaceEnd(from start: Int, in line: Range<Int>) -> Int? {
    var index = start
    // "will be based at the field station in Lyon".
    var free = 0
    while index < line.upperBound, index < start + 14 {
      if isIn(index), index > start { return index + 1 }
      if vocabulary.page.basedBehind.match(at: index, in: page.text) != nil { free = 4 }
      if let length = vocabulary.page.hiringWords.match(at: index, in: page.text)?.length {
        index += length
      } else if page.text.tokens[index].kind == .number || page.text.tokens[index].kind == .symbol
        || vocabulary.page.ofWorkplaces.match(at: index, in: page.text) != nil
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

  func isIn(_ index: Int) -> Bool {
    vocabulary.page.inPlaces.match(at: index, in: page.text)?.length == 1
  }

  func isAt(_ index: Int) -> Bool {
    vocabulary.page.atOffices.match(at: index, in: page.text)?.length == 1
  }

  /// Words that still belong to a title: capitalized ones, joiners and brackets.
  func isOfTitle(_ index: Int) -> Bool {
    let token = page.text.tokens[index]
    if token.kind == .symbol { return "(),&/-".unicodeScalars.contains { $0.value == token.id } }
    return page.isCapitalized(index)
      || vocabulary.page.titleJoiners.match(at: index, in: page.text) != nil
      || vocabulary.page.basedBehind.match(at: index, in: page.text) != nil
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
