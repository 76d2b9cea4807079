import Listings

extension HiringLine {
  /// The company's name in its field: without links, batches and former names in brackets.
  func name(in field: Range<Int>) -> Range<Int>? {
    let start = afterWorkplace(field)
    var end = field.upperBound
    for index in start..<field.upperBound where endsName(index, from: start, in: field) {
      end = index
      break
    }
    let name = page.trimmed(start..<max(end, start))
    return name.contains { page.text.tokens[$0].kind == .word } ? name : nil
  }

  /// Whether it reads like a name, and no more.
  func looksLikeName(_ field: Range<Int>) -> Bool {
    guard let first = field.first, page.text.tokens[first].kind == .word,
      page.wordCount(field) <= 6, !holdsMoney(field), !speaksOfReader(first)
    else { return false }
    let small = field.count { page.text.tokens[$0].kind == .word && !page.isCapitalized($0) }
    return small <= 1 && page.wordCount(field) > small
      || small == 1 && field.count == 1
  }

  private func speaksOfReader(_ index: Int) -> Bool {
    vocabulary.page.titleWords.match(at: index, in: page.text)?.value == .sentence
  }

  private func holdsMoney(_ field: Range<Int>) -> Bool {
    field.contains { page.isSymbol($0, "$") || page.isSymbol($0, "€") || page.isSymbol($0, "£") }
  }

  private func endsName(_ index: Int, from start: Int, in field: Range<Int>) -> Bool {
    if page.isSymbol(index, "(") || page.isSymbol(index, "[") { return isRemark(index, field) }
    if page.isSymbol(index, ",") {
      return vocabulary.page.companyWords.match(at: index + 1, in: page.text)?.value.isForm != true
    }
    guard index > start else { return false }
    if isBeforePlace(index) { return true }
    // "Acme: Lyon, France."
    if page.isSymbol(index, ":"), index + 1 < field.upperBound {
      return page.text.tokens[index + 1].followsBlank
    }
    if vocabulary.page.seeks.match(at: index, in: page.text) != nil { return true }
    guard let (word, _) = vocabulary.page.hiringWords.match(at: index, in: page.text) else {
      return false
    }
    // "Blue Consulting" is a name, whatever else consulting may be.
    let isForm = vocabulary.page.companyWords.match(at: index, in: page.text)?.value.isForm ?? false
    let isLast = index + 1 == field.upperBound || page.isSymbol(index + 1, "(")
    if word == .employment, isForm, isLast { return false }
    return word == .employment || word == .workplace || word == .batch
  }

  /// The "in" of "Acme in Lyon".
  func isBeforePlace(_ index: Int) -> Bool {
    guard isSmall(.inPlace, at: index), index + 1 < page.text.tokens.count else { return false }
    let next = index + 1..<min(index + 4, page.text.tokens.count)
    return vocabulary.places.mentions(in: page.text, tokens: next).contains { place in
      place.tokens.lowerBound == next.lowerBound
        || place.tokens.lowerBound == next.lowerBound + 1
          && vocabulary.page.hiringWords.match(at: next.lowerBound, in: page.text)?.value == .area
    }
  }

  /// "Remote (EU) Acme": what stands before the name when brackets or signs part them.
  private func afterWorkplace(_ field: Range<Int>) -> Int {
    var index = field.lowerBound
    while let (word, length) = vocabulary.page.hiringWords.match(at: index, in: page.text),
      word == .workplace || word == .employment, index + length < field.upperBound,
      page.text.tokens[index + length].kind == .symbol
    {
      index += length
      if page.isSymbol(index, "("),
        let close = field.first(where: { $0 > index && page.isSymbol($0, ")") })
      {
        index = close + 1
      } else {
        index += 1
      }
    }
    return index < field.upperBound ? index : field.lowerBound
  }

  /// Whether brackets hold a link, an investor's batch, a former name, a place or a remark.
  private func isRemark(_ open: Int, _ field: Range<Int>) -> Bool {
    let close = field[open...].first { page.isSymbol($0, ")") || page.isSymbol($0, "]") }
    let inner = page.trimmed(open + 1..<max(close ?? field.upperBound, open + 1))
    guard let first = inner.first else { return true }
    // "Brine (Canada) Inc." is one name.
    if let close, vocabulary.page.companyWords.match(at: close + 1, in: page.text)?.value == .legal
    {
      return false
    }
    // "(Data Platform)" is part of the name, "(a bank for bees)" and "(Seed, 12 people)" are not.
    return !page.isCapitalized(first) || page.text.tokens[first].kind == .number
      || isBatch(inner)
      || inner.contains { page.isSymbol($0, ",") || page.isSymbol($0, ".") }
      || isDomain(inner) || hiringWords(in: inner).contains { $0.0 != .department }
      || vocabulary.isPlace(inner, in: page.text)
  }
}

private extension HiringLine {
  /// "W23": the season and the year of an investor's batch.
  func isBatch(_ inner: Range<Int>) -> Bool {
    guard inner.count == 2, let last = inner.last else { return false }
    let (season, year) = (page.text.tokens[inner.lowerBound], page.text.tokens[last])
    return season.kind == .word && season.length == 1 && year.kind == .number && year.length == 2
      && !year.followsBlank
  }
}

extension HiringLine {
  /// The runs of words that name places, without what is said of the workplace around them.
  func places(in range: Range<Int>) -> [Place] {
    let mentions = vocabulary.places.mentions(in: page.text, tokens: range)
      .filter { $0.kind != .zone && !$0.isAdjective }
    guard !mentions.isEmpty else { return [] }
    var found: [Place] = []
    func close(_ run: Range<Int>) {
      let held = mentions.filter { run.contains($0.tokens.lowerBound) }
      let tokens = withoutJoiners(run, keeping: held)
      guard !held.isEmpty, !tokens.isEmpty else { return }
      found.append(
        Place(
          tokens: tokens, isTown: held.contains { $0.kind == .city || $0.kind == .subdivision }))
    }
    var (start, index) = (range.lowerBound, range.lowerBound)
    while index < range.upperBound {
      if let mention = mentions.first(where: { $0.tokens.contains(index) }) {
        index = mention.tokens.upperBound
      } else if let length = lengthOfBreak(at: index, in: range)
        ?? lengthOfBracket(at: index, after: start, mentions)
      {
        close(start..<index)
        index = min(index + length, range.upperBound)
        start = index
      } else {
        index += 1
      }
    }
    close(start..<range.upperBound)
    return found
  }

  /// How many tokens at `index` belong to no place.
  private func lengthOfBreak(at index: Int, in range: Range<Int>) -> Int? {
    if let end = endOfLink(at: index, in: range) { return end - index }
    if let (word, length) = vocabulary.page.hiringWords.match(at: index, in: page.text),
      word != .area, !isJoiner(index)
    {
      return length
    }
    switch page.text.tokens[index].kind {
    case .number, .newline: return 1
    case .symbol:
      return page.isSymbol(index, ":") || page.isSymbol(index, "+")
        || endsSentence(index, in: range) ? 1 : nil
    case .word: return page.isCapitalized(index) || isJoiner(index) ? nil : 1
    }
  }

  /// A bracket that opens before any place, or closes what no bracket opened.
  private func lengthOfBracket(
    at index: Int, after start: Int, _ mentions: [PlaceMention]
  ) -> Int? {
    if page.isSymbol(index, "(") {
      let run = start..<index
      return mentions.contains { run.contains($0.tokens.lowerBound) } ? nil : 1
    }
    guard page.isSymbol(index, ")") else { return nil }
    return (start..<index).contains { page.isSymbol($0, "(") } ? nil : 1
  }

  private func isJoiner(_ index: Int) -> Bool {
    vocabulary.beside.isA(.withinPlace, page.words(index..<index + 1).lowercased())
  }

  /// "And" before a place is none of it, "The" of The Hague is.
  private func withoutJoiners(_ run: Range<Int>, keeping held: [PlaceMention]) -> Range<Int> {
    var run = balanced(page.trimmed(run))
    while let first = run.first, isJoiner(first), held.first?.tokens.contains(first) != true {
      run = balanced(page.trimmed(first + 1..<run.upperBound))
    }
    while let last = run.last, isJoiner(last) {
      run = balanced(page.trimmed(run.lowerBound..<last))
    }
    return run
  }

  /// Without a bracket that has no partner, and without brackets around it all.
  private func balanced(_ run: Range<Int>) -> Range<Int> {
    guard let first = run.first, let last = run.last, run.count > 1 else { return run }
    let opens = run.count { page.isSymbol($0, "(") }
    let closes = run.count { page.isSymbol($0, ")") }
    if page.isSymbol(first, "("), opens > closes || page.isSymbol(last, ")") {
      let end = opens > closes ? run.upperBound : last
      return page.trimmed(first + 1..<end)
    }
    if closes > opens, page.isSymbol(last, ")") { return page.trimmed(run.lowerBound..<last) }
    if opens > closes, let open = run.last(where: { page.isSymbol($0, "(") }) {
      return page.trimmed(run.lowerBound..<open)
    }
    return run
  }
}
