import Listings

extension HiringLine {
  /// A line that is a sentence, or one field and no more.
  mutating func readSentence(_ line: Range<Int>) {
    guard !line.isEmpty, !line.contains(where: { page.isSymbol($0, "@") }) || !isDomain(line)
    else { return }
    readSeeker(line)
    if company == nil { company = nameBehindWe(line) ?? nameBehindAt(line) }
    if let company, titles.isEmpty { readTitle(before: company, in: line) }
    if company == nil, titles.isEmpty { readBareSeeker(line) }
    if company == nil, titles.isEmpty { readBareTitle(bare(line)) }
    if company == nil, titles.isEmpty {
      company = leadingName(line, from: line.lowerBound)
      readBehindColon(line)
    }
    let start = company.map { $0.lowerBound == line.lowerBound ? $0.upperBound : line.lowerBound }
    let rest = (start ?? line.lowerBound)..<line.upperBound
    let end = rest.first { endsSentence($0, in: line) } ?? line.upperBound
    places += places(in: rest).filter { isIntroduced($0, until: end) }
  }

  /// "[REMOTE] Acme is hiring": behind brackets that speak of the workplace, whose places are kept.
  mutating func behindRemark(_ line: Range<Int>) -> Range<Int> {
    guard let open = line.first, page.isSymbol(open, "[") || page.isSymbol(open, "("),
      let close = line.first(where: { page.isSymbol($0, "]") || page.isSymbol($0, ")") }),
      close + 1 < line.upperBound, !hiringWords(in: open..<close).isEmpty
    else { return line }
    places += places(in: open + 1..<close)
    return page.trimmed(close + 1..<line.upperBound)
  }

  /// "Acme is looking for welders in Lyon".
  private mutating func readSeeker(_ line: Range<Int>) {
    for index in line {
      guard let length = vocabulary.page.seeks.match(at: index, in: page.text)?.length
      else { continue }
      let start = startOfSentence(before: index, in: line)
      company =
        names.name(endingAt: index, in: start..<line.upperBound)
        ?? (isSmallName(start..<index) ? start..<index : nil) ?? nameBehindAt(line)
        ?? leadingName(line, from: start) ?? leadingName(line, from: line.lowerBound)
      if let name = company, vocabulary.isPlace(name, in: page.text) { company = nil }
      readSought(min(index + length, line.upperBound)..<line.upperBound)
      return
    }
  }

  /// "Looking for two bakers": a sentence without a name, the first or one behind a call.
  private mutating func readBareSeeker(_ line: Range<Int>) {
    let calls = line.filter { page.isSymbol($0, "!") || page.isSymbol($0, "?") }
    for start in [line.lowerBound] + calls.map({ $0 + 1 }) where start < line.upperBound {
      guard let length = vocabulary.page.seekOrAsk.match(at: start, in: page.text)?.length else {
        continue
      }
      return readSought(min(start + length, line.upperBound)..<line.upperBound)
    }
  }

  /// "hipmunk is hiring": one word, whatever its first letter, that speaks of nobody.
  private func isSmallName(_ words: Range<Int>) -> Bool {
    guard words.count == 1, let word = words.first, page.text.tokens[word].kind == .word else {
      return false
    }
    return vocabulary.page.titleWords.match(at: word, in: page.text)?.value != .sentence
      && vocabulary.page.us.match(at: word, in: page.text) == nil
      && page.text.tokens[word].end - page.text.tokens[word].start > 2
  }

  private mutating func readSought(_ rest: Range<Int>) {
    let pieces = split(rest) {
      page.isSymbol($0, ".") || page.isSymbol($0, ",") || isFreeDash($0)
    }
    for piece in pieces {
      guard let title = sought(afterArticles(piece)) else { continue }
      // "multiple positions": of these the article is half of what is said.
      let isWeak = page.wordCount(title) == 1 && !shape.holdsRole(title, weakly: false)
      take(title: isWeak ? sought(piece) ?? title : title)
      return
    }
  }

  private func sought(_ piece: Range<Int>) -> Range<Int>? {
    let left = withoutHiringWords(piece) { $0 != .department }
    guard let first = left.first, let last = left.last,
      let title = shape.title(
        in: withoutRemarks(untilEnd(first..<withClosing(last + 1, in: piece)))),
      page.wordCount(title) <= 6
    else { return nil }
    return title
  }

  /// With the bracket that closes what stands before `end`.
  private func withClosing(_ end: Int, in piece: Range<Int>) -> Int {
    end < piece.upperBound && page.isSymbol(end, ")") ? end + 1 : end
  }

  /// "welders in Lyon", "engineers to help us": up to the word that ends the title.
  private func untilEnd(_ field: Range<Int>) -> Range<Int> {
    guard let role = field.first(where: { shape.isRole(at: $0) }) else { return field }
    let end = field.first { index in
      index > role
        && (vocabulary.page.titleEnds.match(at: index, in: page.text) != nil
          || isSmall(.titleEnd, at: index))
    }
    return page.trimmed(field.lowerBound..<(end ?? field.upperBound))
  }

  /// "We're Acme, and we build ovens": the name that follows the first words.
  private func nameBehindWe(_ line: Range<Int>) -> Range<Int>? {
    guard let first = line.first, isA(.us, at: first) else { return nil }
    let verb = line.first { isA(.are, at: $0) }
    guard let verb, verb <= first + 2,
      let name = names.name(startingAt: verb + 1, in: line),
      !vocabulary.isPlace(name, in: page.text)
    else { return nil }
    return name
  }

  /// "Join Acme", "We're hiring at Acme".
  private func nameBehindAt(_ line: Range<Int>) -> Range<Int>? {
    for index in line {
      // "@ 12 Mill Lane" is an address.
      guard isA(.employerOrJoin, at: index) || page.isSymbol(index, "@"),
        index + 1 < line.upperBound, page.text.tokens[index + 1].kind != .number,
        let name = names.name(startingAt: index + 1, in: line),
        !vocabulary.isPlace(name, in: page.text)
      else { continue }
      return untilSought(name, in: line)
    }
    return nil
  }

  /// "Hiring at Acme for Scala roles": what is sought is no part of the name.
  private func untilSought(_ name: Range<Int>, in line: Range<Int>) -> Range<Int> {
    guard let joiner = name.dropFirst().first(where: { isSmall(.employer, at: $0) }),
      (line.lowerBound..<name.lowerBound).contains(where: {
        vocabulary.page.seeks.match(at: $0, in: page.text) != nil
          || vocabulary.page.seekOrAsk.match(at: $0, in: page.text) != nil
      })
    else { return name }
    return name.lowerBound..<joiner
  }

  /// "Acme, Lyon: FULL TIME Welders".
  private mutating func readBehindColon(_ line: Range<Int>) {
    guard company != nil, let colon = line.last(where: { page.isSymbol($0, ":") }),
      let title = sought(page.trimmed(colon + 1..<line.upperBound))
    else { return }
    take(title: title)
  }

  /// "Kiln Engineer at Acme in Lyon".
  private mutating func readTitle(before company: Range<Int>, in line: Range<Int>) {
    let joiner = company.lowerBound - 1
    guard joiner > line.lowerBound, isSmall(.employerAt, at: joiner) else { return }
    readBareTitle(line.lowerBound..<joiner)
  }

  private mutating func readBareTitle(_ line: Range<Int>) {
    // "Recruiter from Brine here": who writes, and not who is sought.
    guard let first = line.first, !page.isSymbol(first, "("), shape.holdsRole(line, weakly: false),
      line.last.map({ isSmall(.writer, at: $0) }) != true,
      let title = shape.title(in: line), page.wordCount(title) <= longestTitle(line)
    else { return }
    let piece = firstPiece(of: title)
    guard shape.holdsRole(piece) else { return }
    let rest = page.trimmed(piece.upperBound..<title.upperBound)
    let isPlace = vocabulary.isPlace(rest, in: page.text)
    if isPlace { places += places(in: rest) }
    take(title: isPlace || !shape.holdsRole(title) ? piece : title)
  }

  /// In words; what a label stands before is a title however long.
  private func longestTitle(_ line: Range<Int>) -> Int {
    let isLabeled =
      line.lowerBound > page.lines.first?.lowerBound ?? 0
      || line.first.flatMap { vocabulary.page.beforeTitle.match(at: $0, in: page.text) } != nil
    return isLabeled ? 16 : 8
  }

  /// The name that a line begins with, when a verb or a sign shows where it ends.
  private func leadingName(_ line: Range<Int>, from start: Int) -> Range<Int>? {
    var end = line.upperBound
    var isVerb = false
    for index in start..<line.upperBound where index > start {
      if endOfLink(at: index, in: line) != nil || endsSentence(index, in: line) {
        end = index
        break
      }
      let token = page.text.tokens[index]
      if token.kind == .word, token.followsBlank, !page.isCapitalized(index), !isInName(index) {
        (end, isVerb) = (index, !isBeforePlace(index))
        break
      }
    }
    guard let name = name(in: start..<end), looksLikeName(name) || line.count == 1,
      vocabulary.page.at.match(at: start, in: page.text) == nil,
      !withoutHiringWords(name).isEmpty, !vocabulary.isPlace(beforeBracket(name), in: page.text)
    else { return nil }
    // "Apprentice wanted": without a verb that companies have, small words show no name.
    let isWhole = name.upperBound < end || !isVerb
    return isWhole || vocabulary.beside.isA(.companyVerb, page.words(end..<end + 1)) ? name : nil
  }

  private func isInName(_ index: Int) -> Bool {
    vocabulary.page.withinNames.match(at: index, in: page.text) != nil
      && page.isCapitalized(min(index + 1, page.text.tokens.count - 1))
  }

  private func startOfSentence(before index: Int, in line: Range<Int>) -> Int {
    let end = line.last { other in
      other < index - 1
        && (endsSentence(other, in: line) || page.isSymbol(other, "?") || page.isSymbol(other, "!"))
    }
    return end.map { $0 + 1 } ?? line.lowerBound
  }

  /// A place in the middle of a sentence is that of the job when a word such as "in" says so.
  private func isIntroduced(_ place: Place, until end: Int) -> Bool {
    let before = place.tokens.lowerBound - 1
    guard before >= 0, page.text.tokens[before].kind == .word else { return true }
    guard place.tokens.lowerBound < end else { return false }
    return vocabulary.beside.isA(.beforePlace, page.words(before..<before + 1).lowercased())
      || vocabulary.page.hiringWords.match(at: before, in: page.text) != nil
  }
}
