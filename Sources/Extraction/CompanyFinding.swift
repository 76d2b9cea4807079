import Listings

/// Finds the company of a posting whose source does not name it; never guesses.
struct CompanyFinding {
  /// A name's tokens and the rule that found it.
  struct Candidate {
    let tokens: Range<Int>
    let rule: String
  }

  let page: Page
  let sections: Sections
  let vocabulary: PageVocabulary
  let all: Vocabulary
  let names: NameScanner

  init(_ page: Page, _ sections: Sections, _ vocabulary: Vocabulary) {
    self.page = page
    self.sections = sections
    self.vocabulary = vocabulary.page
    all = vocabulary
    names = NameScanner(page: page, vocabulary: vocabulary.page)
  }

  /// `title` is where the title was found in the body, `beside` a name that stands beside it.
  func best(title: TitleFinding.Candidate?, beside: Candidate? = nil) -> Candidate? {
    let shown =
      labeled() ?? labeledWithoutColon() ?? beside ?? besideTitle(title) ?? fromPageHead(title)
    return shown ?? gluedToPlace(title) ?? betweenTitleAndPlace(title) ?? besideFollowers()
      ?? ofOwnSite() ?? fromText()
  }

  private func fromText() -> Candidate? {
    fromHeading() ?? fromParent() ?? fromSentence() ?? ownName() ?? fromStatement()
      ?? fromNamingHeading() ?? fromSignature()
  }
}

extension CompanyFinding {
  static let topLines = 60
  func labeled() -> Candidate? {
    for line in page.lines.indices.prefix(Self.topLines) where isReadable(line) {
      guard let value = page.value(of: .company, line: line, vocabulary) else { continue }
      let name = names.withoutRemark(withoutStory(value))
      guard !names.isNobody(name), page.wordCount(name) <= 9, !isSentence(name),
        !TitleTidying.isPlaceholder(page.words(value)), !all.isCountry(page.words(name))
      else { continue }
      return Candidate(tokens: name, rule: "company label")
    }
    return nil
  }

  /// "TITLE at NAME", "TITLE — NAME", and a line "at NAME" below the title.
  func besideTitle(_ title: TitleFinding.Candidate?) -> Candidate? {
    guard let title else { return nil }
    if let name = onButton(title) { return Candidate(tokens: name, rule: "name on a button") }
    let line = page.lines[title.line]
    // "NAME seeks a Cook to join us at the Old Mill": who seeks is the company.
    let isSought = title.trust == TitleFinding.sentenceTrust && namesWhoSeeks(line)
    let reach = title.trust == TitleFinding.sentenceTrust ? sentence(of: title, in: line) : line
    for index in reach where index > line.lowerBound && !isSought {
      let isFor = vocabulary.beside.isA(.employer, page.words(index..<index + 1))
      let isIn = vocabulary.inPlaces.match(at: index, in: page.text) != nil
      guard isAt(index) || isNear(index) || isFor || isIn,
        let name = wholeName(from: index, in: line)
          ?? names.name(startingAt: index + 1, in: line)
          ?? institution(startingAt: index + 1, in: line),
        !endsInNobody(name),
        isAt(index) || (isFor || isIn) && names.endsInLegalForm(name)
          || isNear(index) && !isFor && isCertain(name, atEndOf: line)
      else { continue }
      return Candidate(tokens: name, rule: "title at company")
    }
    if title.line + 1 < page.lines.count, let name = nameAt(in: page.lines[title.line + 1], title) {
      return Candidate(tokens: name, rule: "at company")
    }
    if let between = betweenTitleAndPlace(title) {
      // What stands once may be a town that no table knows, where "About NAME" names another.
      return names.count(of: between.tokens) > 1 ? between : fromHeading() ?? between
    }
    let parts = page.parts(of: line)
    return parts.reversed().lazy
      .filter { parts.count > 1 && names.isWholeName($0) && !endsInYear($0) && !isShortRole($0) }
      .filter { isKnownName($0) || headsNote($0, title) }
      .filter { !isPart($0, of: line) }
      .filter { !page.isKnown($0, vocabulary) }
      .map { Candidate(tokens: $0, rule: "beside the title") }.first
  }

  /// From the title to the end of its sentence, or to where it says that the job is based.
  func sentence(of title: TitleFinding.Candidate, in line: Range<Int>) -> Range<Int> {
    let end = (title.tokens.upperBound..<line.upperBound).first { index in
      page.isSymbol(index, ".") && !names.isGlued(index)
        || all.page.somewhere.match(at: index, in: page.text) != nil
    }
    return title.tokens.lowerBound..<(end ?? line.upperBound)
  }

  func namesWhoSeeks(_ line: Range<Int>) -> Bool {
    line.dropFirst().contains { index in
      guard page.text.tokens[index].id != 0,
        vocabulary.seeks.match(at: index, in: page.text) != nil,
        let name = names.name(endingAt: index, in: line)
      else { return false }
      return names.isWholeName(name) && !names.isNobody(name)
    }
  }

  /// "Forno Rosso cerca un panettiere" as a heading.
  func seeksRole(_ line: Range<Int>) -> Bool {
    guard namesWhoSeeks(line) else { return false }
    return TitleShape(page: page, vocabulary: vocabulary).holdsRole(line, weakly: false)
  }

  /// The rest of the line behind "at", where the text repeats it: "Fish on Ice" holds small words.
  func wholeName(from index: Int, in line: Range<Int>) -> Range<Int>? {
    let rest = page.trimmed(index + 1..<line.upperBound)
    guard isAt(index), let first = rest.first, let last = rest.last, rest.count <= 6,
      page.isCapitalized(first), page.isCapitalized(last),
      rest.allSatisfy({ page.text.tokens[$0].kind == .word }), names.count(of: rest) > 1
    else { return nil }
    return rest
  }

  /// "at NAME", and "[Hiring] TITLE @NAME" where the title stands again.
  func nameAt(in line: Range<Int>, _ title: TitleFinding.Candidate) -> Range<Int>? {
    guard line.count <= 30 else { return nil }
    let words = page.bytes(of: title.tokens).map { Array(page.text.bytes[$0]) } ?? []
    for index in line where isAt(index) {
      let before = page.bytes(of: line.lowerBound..<index).map { Array(page.text.bytes[$0]) }
      guard index == line.lowerBound || before?.hasSuffix(words) ?? false else { continue }
      return names.name(startingAt: index + 1, in: line)
    }
    return nil
  }

  /// Whether the text has the name elsewhere, or it ends as names of companies do.
  func isKnownName(_ name: Range<Int>) -> Bool {
    names.count(of: name) > labelCount(of: name) || names.endsInLegalForm(name)
      || names.endsInForm(name)
      || names.beginsInForm(name)
  }

  /// What pages show above or below the title: a name alone that the text repeats, that ends in a
  /// legal form, or that the page begins with.
  func fromPageHead(_ title: TitleFinding.Candidate?) -> Candidate? {
    let reach = max(6, (title?.line ?? 0) + 2)
    for line in page.lines.indices.prefix(reach) where line != title?.line && isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      // "Hi Deva," is nobody's name, nor is "Fond of ovens?".
      let isSalutation = [",", "?"].contains { page.isSymbol(page.lines[line].upperBound - 1, $0) }
      let isAboveTitle = !isSalutation && title.map { line < $0.line } ?? false
      if isAboveTitle, line < 6, names.isWholeName(tokens), !names.isNobody(tokens),
        !page.isKnown(tokens, vocabulary), !isPlaceName(tokens),
        isSureName(tokens) || beginsPage(tokens, line, title)
      {
        return Candidate(tokens: tokens, rule: "name above the title")
      }
      if let title, line == title.line + 1,
        let first = page.parts(of: page.lines[line]).first.map(withoutPlace),
        names.isWholeName(first), isSureName(first) || names.endsInForm(first),
        !page.isKnown(first, vocabulary),
        !isPlaceName(first), !isTownOfState(first)
      {
        return Candidate(tokens: names.withoutRemark(first), rule: "name below the title")
      }
    }
    return nil
  }

  func isSureName(_ name: Range<Int>) -> Bool {
    names.count(of: name) > 1 || names.endsInLegalForm(name) || names.beginsInForm(name)
  }

  /// Boards show the company's name first, then their badges, then the title.
  func beginsPage(
    _ name: Range<Int>, _ line: Int, _ title: TitleFinding.Candidate?
  ) -> Bool {
    guard line == 0, let title, title.line <= 3, page.wordCount(name) >= 2,
      !all.isPlace(name, in: page.text), !isSkill(name)
    else { return false }
    return !isPageWord(name)
  }

  /// "About NAME".
  func fromHeading() -> Candidate? {
    for line in page.lines.indices where sections.headings[line] && isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      guard let first = tokens.first,
        let (kind, length) = vocabulary.sections.match(at: first, in: page.text),
        kind == .company || endsInAt(first + length),
        let name = nameInHeading(first + length, tokens),
        name.upperBound == tokens.upperBound,
        names.count(of: name, alone: true) > 1
          || (isSite(name) || endsInAt(first + length)) && !isSkill(name)
      else { continue }
      return Candidate(tokens: name, rule: "heading about the company")
    }
    return nil
  }

  /// "Why NAME", "When you join NAME, you will": headings that say who bakes.
  func fromNamingHeading() -> Candidate? {
    for line in page.lines.indices where sections.headings[line] && isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      guard let first = tokens.first,
        let length = vocabulary.naming.match(at: first, in: page.text)?.length,
        let name = names.name(startingAt: first + length, in: tokens), names.isWholeName(name),
        name.upperBound == tokens.upperBound || page.isSymbol(name.upperBound, ","),
        names.count(of: name, alone: true) > (length > 1 ? 0 : 2), !names.isNobody(name),
        !isPageWord(name), !isSkill(name), !isPlaceName(name)
      else { continue }
      return Candidate(tokens: name, rule: "heading that names the company")
    }
    return nil
  }

  /// The name behind "About"; a common word is one where the text has its possessive: "One's ovens".
  func nameInHeading(_ start: Int, _ line: Range<Int>) -> Range<Int>? {
    if let name = names.name(startingAt: start, in: line), name.upperBound == line.upperBound {
      return name
    }
    if let name = repeatedWords(start..<line.upperBound) { return name }
    guard start + 1 == line.upperBound,
      vocabulary.companyWords.match(at: start, in: page.text)?.value == .common,
      page.isCapitalized(start)
    else { return nil }
    let word = page.words(start..<start + 1)
    let isOwner = page.text.tokens.indices.contains { index in
      (page.isSymbol(index + 1, "'") || page.isSymbol(index + 1, "’")) && page.isCapitalized(index)
        && page.words(index..<index + 1) == word
    }
    return isOwner ? start..<start + 1 : nil
  }

  /// "NAME is looking for …", "At NAME, we …", "NAME is a …".
  func fromSentence() -> Candidate? {
    for line in page.lines.indices.prefix(120)
    where isReadable(line) {
      let tokens = page.lines[line]
      let isHeading = sections.headings[line] && !seeksRole(tokens)
      for index in tokens
      where page.text.tokens[index].id != 0 && (!isHeading || endsInCall(tokens)) {
        if index > tokens.lowerBound,
          vocabulary.seeks.match(at: index, in: page.text) != nil,
          let name = names.name(endingAt: index, in: tokens)
            ?? seeker(before: index, in: tokens)
        {
          return Candidate(tokens: name, rule: "company seeks")
        }
        if let name = ourName(index, in: tokens) {
          return Candidate(tokens: name, rule: "what the company is")
        }
        if let name = atName(index, in: tokens) {
          return Candidate(tokens: name, rule: "at company, we")
        }
      }
    }
    return nil
  }

  /// "NAME is an equal opportunity employer", as notices of American companies end.
  func fromStatement() -> Candidate? {
    for line in page.lines.indices.reversed() where sections.kinds[line] != .otherJobs {
      let tokens = page.lines[line]
      for index in tokens.dropFirst() where page.text.tokens[index].id != 0 {
        guard vocabulary.isEmployer.match(at: index, in: page.text) != nil,
          let name = names.name(endingAt: index, in: tokens)
            ?? names.name(endingAt: index, in: behindComma(before: index, in: tokens)),
          names.isWholeName(name), !isPlaceName(name)
        else { continue }
        return Candidate(tokens: name, rule: "notice of an equal employer")
      }
    }
    return nil
  }

  /// "Kilnhaus Porto, Portugal" below the title: boards glue the company before the place.
  func gluedToPlace(_ title: TitleFinding.Candidate?) -> Candidate? {
    guard let title, title.line + 1 < page.lines.count, isReadable(title.line + 1) else {
      return nil
    }
    let line = page.lines[title.line + 1]
    guard line.count <= 14, page.labeled(title.line + 1, vocabulary) == nil,
      let place = all.places.mentions(in: page.text, tokens: line).first,
      place.tokens.lowerBound > line.lowerBound,
      all.isPlace(place.tokens.lowerBound..<line.upperBound, in: page.text)
    else { return nil }
    let name = page.trimmed(line.lowerBound..<place.tokens.lowerBound)
    guard name.upperBound == place.tokens.lowerBound || page.wordCount(name) > 0,
      names.isWholeName(name), names.count(of: name) > 1, !isTownOfState(name)
    else { return nil }
    return Candidate(tokens: name, rule: "name before the place")
  }

  func isIntroduced(_ name: Range<Int>, isCall: Bool) -> Bool {
    let next = end(of: name)
    if isCall {
      return page.isSymbol(next, ",") || page.isSymbol(next, "!") || page.isSymbol(next, ".")
        || vocabulary.behindCalls.match(at: next, in: page.text) != nil
    }
    return isWhole(behind: next)
      || vocabulary.isFirm.match(at: next, in: page.text) != nil || isOfPlace(behind: next)
      || isFounded(behind: next)
  }

  /// "is a bakery", but not "is a tribe of 200 bakers", which is a part of the company.
  private func isWhole(behind next: Int) -> Bool {
    guard let length = vocabulary.isA.match(at: next, in: page.text)?.length else { return false }
    let kind = next + length
    guard kind + 1 < page.text.tokens.count,
      let part = vocabulary.parts.match(at: kind, in: page.text)?.length
    else { return true }
    return vocabulary.partOf.match(at: kind + part, in: page.text) == nil
  }

  /// Whether what follows is said of companies alone: "NAME was founded", "NAME is a small bakery
  /// and consulting company".
  func isFirm(behind name: Range<Int>) -> Bool {
    let next = end(of: name)
    if vocabulary.isFirm.match(at: next, in: page.text) != nil { return true }
    if isOfPlace(behind: next) || isFounded(behind: next)
      || vocabulary.belongs.match(at: next, in: page.text) != nil
    {
      return true
    }
    guard let length = vocabulary.isA.match(at: next, in: page.text)?.length else { return false }
    for index in next + length..<min(next + length + 10, page.text.tokens.count) {
      if page.isSymbol(index, ".") || page.text.tokens[index].kind == .newline { return false }
      if vocabulary.firms.match(at: index, in: page.text) != nil { return true }
    }
    return false
  }

  /// Where a name ends with its trade mark and its short form in brackets: "Blue Fin (BF)".
  func end(of name: Range<Int>) -> Int {
    var next = name.upperBound
    for sign: Unicode.Scalar in ["®", "™", "°"] where page.isSymbol(next, sign) { next += 1 }
    guard page.isSymbol(next, "("),
      let close = (next..<next + 24).first(where: { page.isSymbol($0, ")") })
    else { return next }
    return close + 1
  }

  /// A sentence that begins "At NAME," and speaks of us or you.
  func atName(_ index: Int, in line: Range<Int>) -> Range<Int>? {
    let isFirst =
      index == line.lowerBound
      || ([".", "!", "?", ":"] as [Unicode.Scalar]).contains { page.isSymbol(index - 1, $0) }
    guard isFirst, vocabulary.at.match(at: index, in: page.text) != nil,
      let name = names.name(startingAt: index + 1, in: line),
      page.text.tokens[name.lowerBound].kind == .word
        || names.endsNumber(name.lowerBound + 1, from: name.lowerBound) && name.count > 1
    else { return nil }
    let rest = name.upperBound..<min(name.upperBound + 8, line.upperBound)
    let speaksOfUs = rest.contains {
      vocabulary.us.match(at: $0, in: page.text) != nil
    }
    return speaksOfUs || isCalledFirm(name, in: line) ? name : nil
  }

  /// "With our many ovens, NAME is the leading bakery": who "we" are.
  func ourName(_ index: Int, in line: Range<Int>) -> Range<Int>? {
    guard page.isSymbol(index, ","), let name = names.name(startingAt: index + 1, in: line),
      page.text.tokens[name.lowerBound].kind == .word, isFirm(behind: name),
      names.isWholeName(name), !isPlaceName(name), !isSkill(name)
    else { return nil }
    for before in (max(line.lowerBound, index - 24)..<index).reversed() {
      if page.isSymbol(before, ".") || page.isSymbol(before, ",") { return nil }
      if vocabulary.us.match(at: before, in: page.text) != nil { return name }
    }
    return nil
  }

  func isAt(_ index: Int) -> Bool {
    vocabulary.atNames.match(at: index, in: page.text) != nil || page.isSymbol(index, "@")
  }

  /// Words that stand before places just as well: "Cozinheiro na Kilnhaus".
  func isNear(_ index: Int) -> Bool {
    !page.isCapitalized(index) && vocabulary.nearNames.match(at: index, in: page.text) != nil
  }

  /// Whether a name ends its line, stands in the text once more and is no place.
  func isCertain(_ name: Range<Int>, atEndOf line: Range<Int>) -> Bool {
    name.upperBound >= page.trimmed(line).upperBound && names.count(of: name) > 1
      && names.isWholeName(name) && !all.isPlace(name, in: page.text)
  }
}
