import Listings

/// Finds the title of a posting whose source does not name it.
struct TitleFinding {
  /// A title's tokens, and how far it is to be trusted.
  struct Candidate {
    let tokens: Range<Int>
    let trust: Int
    let rule: String
    /// The line that it stands in.
    let line: Int
    /// The letters at its end that only make it several: "two software engineers".
    var plural = 0
  }

  let page: Page
  let sections: Sections
  let vocabulary: PageVocabulary
  let lexicon: Lexicon
  let shape: TitleShape

  init(_ page: Page, _ sections: Sections, _ vocabulary: Vocabulary) {
    self.page = page
    self.sections = sections
    self.vocabulary = vocabulary.page
    lexicon = vocabulary.lexicon
    shape = TitleShape(page: page, vocabulary: vocabulary.page)
  }

  func best() -> Candidate? {
    if let shown = besideButton() { return shown }
    let line = fromLine()
    if let labeled = labeled() {
      // Deep in a page "Role:" tells the kind of job; its title stands at the top.
      let isTop = line.map { $0.line <= 1 && $0.trust > Self.sentenceTrust } ?? false
      return labeled.line >= 8 && isTop ? line : labeled
    }
    if let line, line.trust > Self.sentenceTrust { return line }
    return belowCall() ?? fromSentence().map(inFull) ?? line ?? fromSmallWords() ?? beginning()
  }
}

extension TitleFinding {
  /// What a line with a label such as "Job title:" names.
  func labeled() -> Candidate? {
    for line in page.lines.indices.prefix(Self.sentenceLines) where isReadable(line) {
      guard let value = page.value(of: .title, line: line, vocabulary),
        let tokens = shape.title(in: value)
      else { continue }
      return Candidate(tokens: tokens, trust: 100, rule: "title label", line: line)
    }
    return nil
  }

  /// Where the page shows a title that its source states.
  func line(of title: String) -> Candidate? {
    let words = Array(title.utf8)
    for line in page.lines.indices.prefix(Self.topLines) where isReadable(line) {
      let tokens = page.lines[line]
      guard let range = page.bytes(of: tokens), range.count == words.count,
        page.text.bytes[range].elementsEqual(words)
      else { continue }
      return Candidate(tokens: tokens, trust: 0, rule: "title of the source", line: line)
    }
    return nil
  }

  /// Whether some other text holds the name of a role.
  func namesRole(_ text: String) -> Bool {
    let page = Page([.paragraph([.text(text)])], lexicon: lexicon)
    return TitleShape(page: page, vocabulary: vocabulary).holdsRole(page.text.tokens.indices)
  }
}

extension TitleFinding {
  static let sentenceTrust = 60

  private func isSmallInTitles(_ word: String) -> Bool {
    let text = TokenizedText(word, lexicon: lexicon)
    return !text.tokens.isEmpty && vocabulary.titleJoiners.match(at: 0, in: text) != nil
  }

  /// A word of an address as the body writes it, else with a capital.
  func spelled(_ word: String) -> String {
    let folded = Array(word.utf8)
    let own = page.text.tokens.indices.first { index in
      let token = page.text.tokens[index]
      guard token.kind == .word, Int(token.end - token.start) == folded.count,
        page.isCapitalized(index)
      else { return false }
      return page.text.folded(token) == folded
    }
    if let own { return page.words(own..<own + 1) }
    if isSmallInTitles(word) { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension TitleFinding {
  // Below these a line names a part of the job, or a person.
  static let topLines = 40
  static let sentenceLines = 120

  func fromLine() -> Candidate? {
    var best: Candidate?
    var told = Told.nothing
    for line in page.lines.indices.prefix(Self.topLines) where isReadable(line) {
      let tokens = page.lines[line]
      defer { told = told.after(isHeading: sections.headings[line], words: tokens.count) }
      let isHeading = line == 0 && (sections.headings[line] || isAboveShortLine(line))
      guard tokens.count <= 48, let title = shape.pageTitle(in: tokens, isHeading: isHeading),
        !tellsOfPast(title, line), told != .part || isShown(line)
      else { continue }
      if case .item = page.body.lines[line].kind { continue }
      let candidate = Candidate(
        tokens: title, trust: trust(line, tokens), rule: "title line", line: line)
      if candidate.trust > best?.trust ?? 0 { best = candidate }
    }
    return best
  }

  /// How much of the page stands above a line: behind prose and a heading come lists.
  enum Told {
    case nothing, prose, part

    func after(isHeading: Bool, words: Int) -> Told {
      switch self {
      case .nothing: words > 40 && !isHeading ? .prose : .nothing
      case .prose, .part: isHeading ? .part : self
      }
    }
  }

  /// Whether a line of a list's place is shown as a title all the same.
  func isShown(_ line: Int) -> Bool {
    if case .heading = page.body.lines[line].kind { return true }
    return sections.headings[line] || line > 0 && sections.headings[line - 1]
  }

  /// Boards put the company or the place in a line of its own below the title.
  func isAboveShortLine(_ line: Int) -> Bool {
    guard line + 1 < page.lines.count, page.wordCount(page.lines[line]) <= 9 else { return false }
    let below = page.lines[line + 1]
    return (1...4).contains(page.wordCount(below)) && below.first.map(page.isCapitalized) ?? false
      && !page.isSymbol(below.upperBound - 1, ".") && !page.isSymbol(below.upperBound - 1, ":")
  }

  func trust(_ line: Int, _ tokens: Range<Int>) -> Int {
    if shape.hasNote(tokens) { return 50 }
    // Pages put the title first; a line far below is another thing's name.
    let depth = max(0, line - 3)
    if case .heading(let level) = page.body.lines[line].kind { return 95 - level - depth }
    return page.isSymbol(tokens.upperBound - 1, ":") ? 40 - depth : 85 - depth
  }

  func isReadable(_ line: Int) -> Bool { sections.isReadable(line) }

  /// "NAME is looking for a", and the title alone on the next line.
  func belowCall() -> Candidate? {
    for line in page.lines.indices.dropLast().prefix(Self.topLines) where isReadable(line) {
      let tokens = page.lines[line]
      let isCall = tokens.suffix(8).contains { index in
        guard let length = length(of: vocabulary.seeks, at: index) else { return false }
        return page.trimmed(afterArticles(index + length, tokens.upperBound)..<tokens.upperBound)
          .isEmpty
      }
      // "Education: engineer or equal" is a field of what they look for.
      guard isCall, !page.lines[line + 1].contains(where: { page.isSymbol($0, ":") }),
        let title = shape.calledTitle(in: page.lines[line + 1])
      else { continue }
      return Candidate(
        tokens: title, trust: Self.sentenceTrust, rule: "below the call", line: line + 1)
    }
    return nil
  }

  /// "We are seeking a TITLE to …", "As a TITLE, you will …", "The TITLE's role is …".
  func fromSentence() -> Candidate? {
    fromSentence(opening) ?? fromSentence(lastOpening)
  }

  private func fromSentence(_ opening: (_ index: Int, _ line: Int) -> Int?) -> Candidate? {
    for line in page.lines.indices.prefix(Self.sentenceLines) where isReadable(line) {
      // "We are looking for a Cook" may stand alone, as headings do.
      let isHeading = sections.headings[line]
      for index in page.lines[line] where page.text.tokens[index].id != 0 {
        guard !isHeading || length(of: vocabulary.seeks, at: index) != nil,
          let start = opening(index, line),
          let title = span(from: start, in: page.lines[line])
        else { continue }
        return Candidate(
          tokens: title, trust: Self.sentenceTrust, rule: "sentence about the job", line: line)
      }
    }
    return nil
  }

  /// Where a title may begin, when the words at `index` introduce one.
  func opening(_ index: Int, _ line: Int) -> Int? {
    let end = page.lines[line].upperBound
    let isFirst = index == page.lines[line].lowerBound || page.isSymbol(index - 1, ".")
    if let length = length(of: vocabulary.seeks, at: index)
      ?? length(of: vocabulary.seek, at: index)
    {
      // The "hiring" of a hiring manager seeks nobody.
      if vocabulary.titleWords.match(at: index, in: page.text)?.value
        == PageVocabulary.TitleWord.none
      {
        return nil
      }
      return afterArticles(index + length, end)
    }
    if let length = length(of: vocabulary.introducing, at: index), !isOfPast(index, line) {
      let start = afterArticles(index + length, end)
      let isClear = start > index + length || isFirst
      return isClear || isGendered(start, line) || isYours(start, line) ? start : nil
    }
    guard length(of: vocabulary.articles, at: index) != nil,
      isFirst || page.isCapitalized(index) && page.isCapitalized(min(index + 1, end - 1))
        || page.isSymbol(index - 1, ",") && tellsOfPlaceInTeam(before: index, line)
    else { return nil }
    let start = afterArticles(index, end)
    guard let title = span(from: start, in: page.lines[line]), title.upperBound < end else {
      return nil
    }
    let next = title.upperBound
    let isPossessive = isFirst && (page.isSymbol(next, "'") || page.isSymbol(next, "’"))
    let does = [endOfEmployer(next, end), endOfRank(next, end)]
    return isPossessive || does.contains { length(of: vocabulary.titleDoes, at: $0) != nil }
      ? start : nil
  }

  /// Where "at NAME" behind a title ends.
  private func endOfEmployer(_ index: Int, _ end: Int) -> Int {
    guard length(of: vocabulary.atNames, at: index) != nil else { return index }
    return (index + 1..<end).first { !page.isCapitalized($0) } ?? end
  }

  /// "This is a part-time role for a Cook": read where no other sentence has a title, since what a
  /// role is for may be whom it suits.
  private func lastOpening(_ index: Int, _ line: Int) -> Int? {
    length(of: vocabulary.seekLast, at: index)
      .map { afterArticles(index + $0, page.lines[line].upperBound) }
  }

  /// "Start as Cook (m/w/d) with us": what genders follow is sought, wherever it stands.
  func isGendered(_ start: Int, _ line: Int) -> Bool {
    guard let title = span(from: start, in: page.lines[line]), title.lowerBound == start,
      page.isSymbol(title.upperBound - 1, ")"), title.count > 3
    else { return false }
    return length(of: vocabulary.genders, at: title.upperBound - 2) != nil
  }

  /// "…, as Night Baker you will …".
  func isYours(_ start: Int, _ line: Int) -> Bool {
    guard let title = span(from: start, in: page.lines[line]), title.lowerBound == start else {
      return false
    }
    let next = title.upperBound + (page.isSymbol(title.upperBound, ",") ? 1 : 0)
    return next < page.lines[line].upperBound && length(of: vocabulary.us, at: next) != nil
  }

  /// "Reporting to the Head Baker, the Cook will …".
  func tellsOfPlaceInTeam(before index: Int, _ line: Int) -> Bool {
    let tokens = page.lines[line]
    let stop = (max(tokens.lowerBound, index - 16)..<index).last { page.isSymbol($0, ".") }
    let start = stop.map { $0 + 1 } ?? tokens.lowerBound
    return start < index && length(of: vocabulary.underWhom, at: start) != nil
  }

  /// "Two years of experience as a Cook": what somebody did, not what is offered.
  func isOfPast(_ index: Int, _ line: Int) -> Bool {
    // No sentence is longer, and the walk is made from every "as".
    for before in (max(page.lines[line].lowerBound, index - 80)..<index).reversed() {
      if page.isSymbol(before, "."), page.text.tokens[before + 1].followsBlank { return false }
      // "an experienced person to join us as a Cook": what they are to become.
      if length(of: vocabulary.calls, at: before) != nil { return false }
      if length(of: vocabulary.past, at: before) != nil { return true }
    }
    return false
  }

  /// "Proven experience as a Cook": what they ask for.
  func tellsOfPast(_ title: Range<Int>, _ line: Int) -> Bool {
    title.dropFirst().contains { index in
      length(of: vocabulary.past, at: index - 1) != nil
        && length(of: vocabulary.introducing, at: index) != nil
    }
  }

  func length(of phrases: PhraseTable<Bool>, at index: Int) -> Int? {
    phrases.match(at: index, in: page.text)?.length
  }

  func afterArticles(_ index: Int, _ end: Int) -> Int {
    var index = index
    // More than these stand in no sentence, and the walk is made from every word.
    let last = min(end, index + 16)
    while index < last, let length = length(of: vocabulary.articles, at: index) { index += length }
    return index
  }

  /// The capitalized words at `start` that name a job, up to a word that ends titles.
  func span(from start: Int, in line: Range<Int>) -> Range<Int>? {
    var first: Int?
    var index = start
    var depth = 0
    while index < line.upperBound, index < start + 24 {
      let token = page.text.tokens[index]
      if page.isSymbol(index, "(") {
        // "Cook (20 to 25 hours a week)": what holds a number tells of the job, not its name.
        if first != nil, holdsNumber(behind: index) { break }
        depth += 1
      }
      if page.isSymbol(index, ")") { depth -= 1 }
      if depth > 0, first != nil {
        // What brackets hold belongs to the title, whatever it is.
      } else if token.kind == .word {
        if first != nil, isGluedHeading(index) { break }
        if page.isCapitalized(index) || first == nil && isOddlySpelled(index) {
          first = first ?? (isBehindPoint(index, from: start) ? index - 1 : index)
        } else if first == nil, length(of: vocabulary.articles, at: index) != nil {
          // "a motivated and experienced Cook"
        } else if length(of: vocabulary.titleEnds, at: index) != nil
          || first != nil && !isJoiner(index)
        {
          break
        }
      } else if token.kind == .symbol, endsSpan(index),
        first != nil || !isBetweenAdjectives(index, from: start)
      {
        break
      }
      index += 1
    }
    // The "Bakery" of "head of Bakery" is no title of its own.
    guard let first,
      first == start || length(of: vocabulary.titleJoiners, at: first - 1) == nil
        || length(of: vocabulary.articles, at: first - 1) != nil
    else { return nil }
    var tokens = page.trimmed(first..<index)
    // "Join us as a Cook and become …"
    while let last = tokens.last, length(of: vocabulary.titleJoiners, at: last) != nil,
      !page.isCapitalized(last)
    {
      tokens = page.trimmed(tokens.lowerBound..<last)
    }
    return page.wordCount(tokens) <= 9 && shape.holdsRole(tokens) ? tokens : nil
  }

  /// "for a Cook About the Company A small …": a heading that its paragraph ran into.
  private func isGluedHeading(_ index: Int) -> Bool {
    page.isCapitalized(index)
      && vocabulary.sections.match(at: index, in: page.text).map { $0.length > 1 } ?? false
  }

  private func holdsNumber(behind open: Int) -> Bool {
    (open + 1..<min(open + 12, page.text.tokens.count)).prefix { !page.isSymbol($0, ")") }
      .contains { page.text.tokens[$0].kind == .number }
  }

  /// "iOS", but not "asHead", which lost its blank.
  func isOddlySpelled(_ index: Int) -> Bool {
    guard page.isCamelCase(index) else { return false }
    let word = page.text.bytes[page.text.tokens[index].range]
    return word.dropFirst().first.map { (65...90).contains($0) } ?? false
      || word.last.map { (65...90).contains($0) } ?? false
  }

  /// The "NET" of ".NET".
  func isBehindPoint(_ index: Int, from start: Int) -> Bool {
    index > start && page.isSymbol(index - 1, ".") && page.text.tokens[index - 1].followsBlank
      && !page.text.tokens[index].followsBlank
  }

  func isJoiner(_ index: Int) -> Bool {
    length(of: vocabulary.titleJoiners, at: index) != nil
      || length(of: vocabulary.genders, at: index) != nil || shape.isRole(at: index)
  }

  /// "a bright, enthusiastic, and open Cook": the commas before the title.
  func isBetweenAdjectives(_ index: Int, from start: Int) -> Bool {
    page.isSymbol(index, ",") && index <= start + 6
      && index + 1 < page.text.tokens.count
      && page.text.tokens[index + 1].kind == .word && !page.isCapitalized(index + 1)
  }

  /// A comma or a full stop ends a title, but not the one behind "Sr".
  func endsSpan(_ index: Int) -> Bool {
    if page.isSymbol(index, ".") {
      if page.isSymbol(index - 1, ")") { return true }
      guard index > 0, page.text.tokens[index - 1].kind == .word else { return false }
      let isGlued = index + 1 < page.text.tokens.count && !page.text.tokens[index + 1].followsBlank
      return !isGlued && vocabulary.titleWords.match(at: index - 1, in: page.text)?.value != .level
    }
    let ends: [Unicode.Scalar] = [",", ";", ":", "!", "?", "'", "’", "–", "—", "|"]
    return ends.contains { page.isSymbol(index, $0) }
  }
}
