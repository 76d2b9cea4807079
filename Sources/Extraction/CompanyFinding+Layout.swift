import Listings

/// Companies by where pages put them, whatever their names look like.
extension CompanyFinding {
  func isReadable(_ line: Int) -> Bool { sections.isReadable(line) }

  /// The line between the title and the place, where boards put the company.
  func betweenTitleAndPlace(_ title: TitleFinding.Candidate?) -> Candidate? {
    guard let title, title.line < 6, case let line = lineBelow(title.line),
      line + 1 < page.lines.count
    else { return nil }
    let name = page.trimmed(page.lines[line])
    let below = page.lines[line + 1]
    let place = page.parts(of: below).first ?? below
    guard names.isWholeName(name), !page.isKnown(name, vocabulary), !names.isNobody(name),
      !isPageWord(name) || names.endsInForm(name), !all.isPlace(name, in: page.text),
      !isSum(name),
      all.isPlace(place, in: page.text)
    else { return nil }
    return Candidate(tokens: name, rule: "name between title and place")
  }

  /// The line below that is more than the word of a button, such as "Save".
  private func lineBelow(_ line: Int) -> Int {
    let below = page.lines.indices.dropFirst(line + 1).prefix(3).first { index in
      let tokens = page.trimmed(page.lines[index])
      return tokens.count != 1
        || vocabulary.buttons.match(at: tokens.lowerBound, in: page.text) == nil
    }
    return below ?? line + 1
  }

  /// "35-45K·15": numbers, and a letter behind one.
  private func isSum(_ name: Range<Int>) -> Bool {
    let numbers = name.count { page.text.tokens[$0].kind == .number }
    return numbers > 1 && page.wordCount(name) <= numbers
  }

  /// "Cook — Kilnhaus" above the labels of a clipping, one of which says where it is from.
  func headsNote(_ name: Range<Int>, _ title: TitleFinding.Candidate) -> Bool {
    guard case .heading = page.body.lines[title.line].kind, title.line == 0,
      name.upperBound == page.lines[0].upperBound, page.isSymbol(name.lowerBound - 1, "—"),
      page.lines.indices.prefix(5).contains(where: { page.labeled($0, vocabulary)?.0 == .url })
    else { return false }
    return !isSkill(name) && !all.isPlace(name, in: page.text) && !isPageWord(name)
  }

  /// "Company Kilnhaus" of a lost table, where the text has kilnhaus.com, too.
  func labeledWithoutColon() -> Candidate? {
    for line in page.lines.indices.prefix(12) where isReadable(line) {
      let tokens = page.lines[line]
      guard tokens.count <= 8, let first = tokens.first,
        let (label, length) = vocabulary.labels.match(at: first, in: page.text), label == .company,
        first + length < tokens.upperBound, page.isCapitalized(first + length)
      else { continue }
      let name = page.trimmed(first + length..<tokens.upperBound)
      guard names.isWholeName(name), !names.isNobody(name),
        names.endsInLegalForm(name) || isSite(name)
      else { continue }
      return Candidate(tokens: name, rule: "company label")
    }
    return nil
  }

  /// "Careers at Kilnhaus", which a company's own pages begin with.
  func ofOwnSite() -> Candidate? {
    for line in page.lines.indices.prefix(6) {
      let tokens = page.trimmed(page.lines[line])
      guard let first = tokens.first,
        let length = vocabulary.ownSites.match(at: first, in: page.text)?.length,
        case let name = first + length..<tokens.upperBound, names.isWholeName(name),
        !names.isNobody(name), !isPlaceName(name)
      else { continue }
      return Candidate(tokens: name, rule: "name of the company's pages")
    }
    return nil
  }

  /// "Our client is a small bakery", where a name should stand.
  func isSentence(_ words: Range<Int>) -> Bool {
    page.wordCount(words) > 3 && !names.endsInLegalForm(words)
      && !words.dropFirst().contains {
        page.text.tokens[$0].kind == .word && page.isCapitalized($0)
      }
  }

  /// "Kilnhaus — small bakery with an oven": the name without what is told of it.
  func withoutStory(_ value: Range<Int>) -> Range<Int> {
    let parts = page.parts(of: value)
    guard parts.count == 2, names.isWholeName(parts[0]), let first = parts[1].first,
      page.wordCount(parts[1]) > 2, !page.isCapitalized(first)
    else { return value }
    return parts[0]
  }

  /// "Kilnhaus Ltd, Porto": the name alone.
  func withoutPlace(_ name: Range<Int>) -> Range<Int> {
    guard let comma = name.dropFirst().first(where: { page.isSymbol($0, ",") }),
      comma + 1 < name.upperBound, all.isPlace(comma + 1..<name.upperBound, in: page.text)
    else { return name }
    return name.lowerBound..<comma
  }

  /// "Ovenmere, New Mexico": a town that no table knows.
  func isTownOfState(_ name: Range<Int>) -> Bool {
    guard page.isSymbol(name.upperBound, ","), !names.endsInForm(name),
      let entry = all.places.match(at: name.upperBound + 1, in: page.text)?.entry
    else { return false }
    return entry.subdivision != nil && entry.country == nil
  }

  /// Networks show the company with its followers or its rating: "Kilnhaus", and "2,531 followers"
  /// or "3.8" below.
  func besideFollowers() -> Candidate? {
    for line in page.lines.indices.dropFirst()
    where isCountOfFollowers(page.lines[line]) || line < 8 && isRating(page.lines[line]) {
      let name = page.trimmed(page.lines[line - 1])
      guard names.isWholeName(name), !names.isNobody(name), !isPageWord(name) else { continue }
      return Candidate(tokens: name, rule: "name above its followers")
    }
    return nil
  }

  /// "Write to jobs@kilnhaus.com": the name of the address, as the text spells it elsewhere.
  func fromMail() -> Candidate? {
    for index in page.text.tokens.indices.dropLast(2)
    where page.isSymbol(index, "@") && page.text.tokens[index + 1].kind == .word
      && !page.text.tokens[index + 1].followsBlank
    {
      var end = index + 1
      while end < page.text.tokens.count, page.text.tokens[end].kind != .newline,
        !page.text.tokens[end].followsBlank, !page.isSymbol(end, ".")
      { end += 1 }
      let site = page.words(index + 1..<end).lowercased()
      guard page.isSymbol(end, "."), !vocabulary.addresses.isA(.mail, site),
        let name = names.spelled(site + ending(at: end)) ?? names.spelled(site),
        !names.isNobody(name), !all.isPlace(name, in: page.text)
      else { continue }
      let isTail = name.lowerBound > 1 && isBehindJoiner(name.lowerBound, in: 0..<name.upperBound)
      return Candidate(
        tokens: isTail ? name.lowerBound - 2..<name.upperBound : name, rule: "address to write to")
    }
    return nil
  }

  /// The "academy" of an address in "kilnhaus.academy", which may be a word of the name.
  private func ending(at point: Int) -> String {
    point + 1 < page.text.tokens.count ? page.words(point + 1..<point + 2).lowercased() : ""
  }

  private func isCountOfFollowers(_ line: Range<Int>) -> Bool {
    guard let first = line.first, page.text.tokens[first].kind == .number, line.count <= 8 else {
      return false
    }
    return line.contains { index in
      vocabulary.followers.match(at: index, in: page.text) != nil
    }
  }

  /// "3.8", "4.1 ★", "3,9 (12 reviews)".
  private func isRating(_ line: Range<Int>) -> Bool {
    guard let range = page.bytes(of: line), line.count <= 8, range.count >= 3 else { return false }
    let number = Array(page.text.bytes[range].prefix(4))
    guard (48...53).contains(number[0]), number[1] == 46 || number[1] == 44,
      (48...57).contains(number[2]), number.count == 3 || number[3] == 32
    else { return false }
    return line.allSatisfy { index in
      page.text.tokens[index].kind != .word
        || vocabulary.reviews.match(at: index, in: page.text) != nil
    }
  }

  /// "Cook – Kilnhaus" in the text, where the page's heading is "Cook".
  func besideStated(_ title: String) -> Candidate? {
    let words = Array(title.utf8)
    for line in page.lines.indices.prefix(60) where page.lines[line].count <= 40 {
      let tokens = page.lines[line]
      // "Target role: Cook – Kilnhaus"
      let colon = tokens.prefix(6).firstIndex(where: page.isColon)
      let starts = [tokens.lowerBound] + (colon.map { [$0 + 1] } ?? [])
      guard
        let range = starts.lazy.compactMap({ page.bytes(of: $0..<tokens.upperBound) })
          .first(where: { $0.count > words.count && page.text.bytes[$0].starts(with: words) })
      else { continue }
      let end = range.lowerBound + words.count
      let rest = tokens.filter { Int(page.text.tokens[$0].start) >= end }
      guard let first = rest.first, page.text.tokens[first].kind == .symbol else { continue }
      let part = page.parts(of: first..<tokens.upperBound).first ?? first..<first
      guard names.isWholeName(part), !names.isNobody(part), names.count(of: part) > 0,
        !all.isPlace(part, in: page.text)
      else { continue }
      return Candidate(tokens: part, rule: "beside the title")
    }
    return nil
  }

  /// "the University of Eastmere", which other names' articles do not begin.
  func institution(startingAt start: Int, in line: Range<Int>) -> Range<Int>? {
    guard start + 1 < line.upperBound,
      vocabulary.beside.isA(.institution, page.words(start..<start + 1)),
      let name = names.name(startingAt: start + 1, in: line), holdsForm(name)
    else { return nil }
    return name
  }

  /// "NAME is looking for a": what is sought stands below.
  func endsInCall(_ line: Range<Int>) -> Bool {
    line.suffix(6).contains { index in
      guard let length = vocabulary.seeks.match(at: index, in: page.text)?.length else {
        return false
      }
      return page.wordCount(index + length..<max(index + length, line.upperBound)) <= 1
    }
  }

  /// Whether it has a word such as "University".
  func holdsForm(_ name: Range<Int>) -> Bool {
    name.contains { index in
      guard page.isCapitalized(index), index < name.upperBound else { return false }
      guard let word = vocabulary.companyWords.match(at: index, in: page.text)?.value else {
        return false
      }
      return word.isForm || word == .head
    }
  }

  func isSkill(_ name: Range<Int>) -> Bool {
    all.signs.marks(in: page.text, tokens: name) { $0.skill != -1 }.contains { $0.tokens == name }
  }

  /// Whether "We are NAME" is followed by ", the house of", ": a house of" or by a sentence such as
  /// "We bake".
  private func goesOn(behind name: Range<Int>, in line: Range<Int>) -> Bool {
    let next = name.upperBound + 1
    if page.isSymbol(name.upperBound, ",") || page.isColon(name.upperBound) {
      return vocabulary.articles.match(at: next, in: page.text) != nil
    }
    return page.isSymbol(name.upperBound, ".") && next < line.upperBound
      && vocabulary.us.match(at: next, in: page.text) != nil
  }

  /// "We are NAME, the house of …".
  func ownName() -> Candidate? {
    for line in page.lines.indices.prefix(30)
    where sections.kinds[line] != .otherJobs && !sections.headings[line] {
      let tokens = page.lines[line]
      // In a text whose line ends were lost it stands anywhere.
      // "Hi, we are NAME".
      let greeted = tokens.lowerBound + 2
      for first in tokens
      where first == tokens.lowerBound || page.isCapitalized(first)
        || first == greeted && page.isSymbol(first - 1, ",")
      {
        if let name = ownName(at: first, in: tokens) {
          return Candidate(tokens: name, rule: "we are the company")
        }
      }
    }
    return nil
  }

  private func ownName(at first: Int, in tokens: Range<Int>) -> Range<Int>? {
    guard let length = vocabulary.weAre.match(at: first, in: page.text)?.length,
      let name = names.name(startingAt: first + length, in: tokens), names.isWholeName(name),
      name.upperBound < tokens.upperBound, goesOn(behind: name, in: tokens),
      !names.isNobody(name), !isPageWord(name), !isSkill(name), !all.isPlace(name, in: page.text)
    else { return nil }
    return name
  }

  /// Whether the text has its letters as a site: "Blue Fin" and "bluefin.io".
  func isSite(_ name: Range<Int>) -> Bool {
    let letters = Lexicon.fold(page.words(name)).filter {
      (97...122).contains($0) || (48...57).contains($0)
    }
    guard letters.count > 4 else { return false }
    return page.text.tokens.indices.dropLast(2).contains { index in
      let token = page.text.tokens[index]
      return token.kind == .word && page.isSymbol(index + 1, ".")
        && !page.text.tokens[index + 1].followsBlank && !page.text.tokens[index + 2].followsBlank
        && Int(token.end - token.start) == letters.count
        && page.text.folded(token) == letters
    }
  }

  /// Whether it names a place; of a few capitals the text decides that says them often.
  func isPlaceName(_ name: Range<Int>) -> Bool {
    let isShort = name.count == 1 && page.isAllCapitals(name.lowerBound)
    return all.isPlace(name, in: page.text) && !(isShort && names.count(of: name) > 2)
  }

  /// Whether its first word, in capitals alone, is what the text calls it elsewhere: "BF" of
  /// "BF Ovens".
  func isCalledShort(_ name: Range<Int>) -> Bool {
    let short = name.prefix(1)
    return name.count > 1 && page.isAllCapitals(name.lowerBound) && names.count(of: short) > 2
      && !isSkill(short) && !isPageWord(short) && !isPlaceName(short)
  }

  /// Whether its letters stand in brackets behind it and again in the text: "Blue Fin Ovens (BFO)".
  func isAbbreviated(_ name: Range<Int>) -> Bool {
    let letters = name.upperBound + 1..<name.upperBound + 2
    return [name, name.dropFirst()].contains(where: names.isSpelledInitially)
      && names.count(of: letters) > 1
  }

  /// "is Europe's leading bakery".
  func isOfPlace(behind next: Int) -> Bool {
    guard next + 3 < page.text.tokens.count,
      vocabulary.isPlain.match(at: next, in: page.text) != nil,
      let place = all.places.mentions(in: page.text, tokens: next + 1..<next + 4).first,
      place.tokens.lowerBound == next + 1
    else { return false }
    let mark = place.tokens.upperBound
    return page.isSymbol(mark, "'") || page.isSymbol(mark, "’")
  }

  /// "The Northern Ovens Rescue Service", whatever words it holds.
  func longName(startingAt start: Int, in line: Range<Int>) -> Range<Int>? {
    guard vocabulary.articles.match(at: start, in: page.text)?.length == 1,
      let name = names.name(startingAt: start + 1, in: line), page.wordCount(name) > 2
    else { return nil }
    return name
  }

  /// Whether the words before are such as "Working at", which nothing but a name goes on.
  func endsInAt(_ end: Int) -> Bool { vocabulary.at.match(at: end - 1, in: page.text) != nil }

  /// Where the name may begin behind "About us:", "Who are we?" or "Founded in 2015,".
  func opening(of line: Range<Int>) -> Int? {
    guard let first = line.first else { return nil }
    if let (kind, length) = vocabulary.sections.match(at: first, in: page.text), kind == .company,
      page.isSymbol(first + length, ":") || page.isSymbol(first + length, "?")
    {
      return first + length + 1
    }
    guard let length = vocabulary.foundedIn.match(at: first, in: page.text)?.length,
      first + length + 1 < line.upperBound,
      page.text.tokens[first + length].kind == .number, page.isSymbol(first + length + 1, ",")
    else { return nil }
    return first + length + 2
  }

  /// Whether the line is the first below "About the company".
  func isBelowHeadingOfCompany(_ line: Int) -> Bool {
    line > 0 && sections.headings[line - 1] && sections.kinds[line] == .company
  }

  /// "Spring 2027": when a job begins.
  func endsInYear(_ name: Range<Int>) -> Bool {
    guard name.count > 1, let last = name.last else { return false }
    return (2020...2039).contains(Int(page.words(last..<last + 1)) ?? 0)
  }

  /// Whether a word of it is one of menus, of forms of employment, or none that names hold.
  func isPageWord(_ name: Range<Int>) -> Bool {
    name.contains { index in
      vocabulary.companyWords.match(at: index, in: page.text)?.value == .nobody
        || vocabulary.hiringWords.match(at: index, in: page.text) != nil
        || vocabulary.labels.match(at: index, in: page.text)?.length == name.count
        || vocabulary.buttons.match(at: index, in: page.text) != nil
    }
  }

  /// The "Eastmere" of "University of Eastmere".
  func isBehindJoiner(_ index: Int, in line: Range<Int>) -> Bool {
    index > line.lowerBound + 1 && page.isCapitalized(index - 2)
      && (page.isSymbol(index - 1, "&")
        || !page.isCapitalized(index - 1)
          && vocabulary.betweenNames.match(at: index - 1, in: page.text) != nil)
  }
}
