import Listings

/// The company in running text.
extension CompanyFinding {
  /// The first paragraph of a posting without a head tells of the company, which need not be
  /// named again.
  private static var firstLines: Int { 4 }
  /// In tokens; a longer line is a text whose line ends were lost.
  private static var longestLine: Int { 100 }

  /// A paragraph that begins "NAME is a …" or "Join NAME,", with a name that the text repeats.
  ///
  /// The weakest of all signs: partners and products are introduced like that, too.
  func fromIntroduction() -> Candidate? {
    for line in page.lines.indices.prefix(60)
    where isReadable(line) && page.lines[line].count > 6 {
      for start in starts(of: page.lines[line]) {
        if let found = introduced(at: start, in: line) { return found }
      }
      if page.lines[line].count > Self.longestLine, let name = gluedFirm(in: page.lines[line]) {
        return Candidate(tokens: name, rule: "what the company is")
      }
    }
    return nil
  }

  /// "Cooks required Kilnhaus are a leading bakery": a sentence that a heading ran into, told by
  /// what is said of companies alone.
  private func gluedFirm(in line: Range<Int>) -> Range<Int>? {
    for index in line.dropFirst(2) where vocabulary.isFirm.match(at: index, in: page.text) != nil {
      var start = index
      while start > line.lowerBound + 1, index - start < 6, page.isCapitalized(start - 1) {
        start -= 1
      }
      guard start < index, page.text.tokens[start - 1].kind == .word,
        !page.isCapitalized(start - 1),
        vocabulary.articles.match(at: start - 1, in: page.text) != nil
          || vocabulary.companyWords.match(at: start - 1, in: page.text)?.value != .nobody,
        let name = names.name(startingAt: start, in: line), name.upperBound == index,
        isCompanyName(name)
      else { continue }
      return name
    }
    return nil
  }

  private func introduced(at first: Int, in line: Int) -> Candidate? {
    let tokens = page.lines[line]
    guard page.text.tokens[first].kind == .word else { return nil }
    let call =
      page.isCapitalized(first) ? vocabulary.calls.match(at: first, in: page.text)?.length : nil
    let isCall = call != nil
    guard isCall || !sections.headings[line] else { return nil }
    let isArticle =
      page.isCapitalized(first) && vocabulary.nameArticles.match(at: first, in: page.text) != nil
    let opening = first == tokens.lowerBound ? opening(of: tokens) : nil
    let start = opening ?? first + (call ?? (isArticle ? 1 : 0))
    if opening != nil || isBelowHeadingOfCompany(line),
      let words = subject(startingAt: start, in: tokens)
    {
      return Candidate(tokens: words, rule: "what the company is")
    }
    guard
      let name = names.name(startingAt: start, in: tokens)
        ?? longName(startingAt: start, in: tokens),
      isIntroduced(name, isCall: isCall), names.isWholeName(name),
      names.count(of: name) > 1 || opening != nil
        || line < Self.firstLines
          && (isSureFirm(name, isCall: isCall) || isOwnSite(name))
        || names.endsInLegalForm(name) || isBelowHeadingOfCompany(line),
      !isPlaceName(name), !isSkill(name)
    else { return nil }
    return Candidate(tokens: name, rule: isCall ? "call to join" : "what the company is")
  }

  /// "Kilnhaus oven makers" of "Kilnhaus oven makers is a small company", below "About us": such a
  /// name may hold small words.
  private func subject(startingAt start: Int, in line: Range<Int>) -> Range<Int>? {
    guard page.isCapitalized(start) else { return nil }
    for end in start + 2..<max(start + 2, min(start + 5, line.upperBound)) {
      let name = start..<end
      guard page.text.tokens[end - 1].kind == .word, !page.isCapitalized(end - 1) else {
        if page.text.tokens[end - 1].kind == .word { continue }
        return nil
      }
      guard vocabulary.isA.match(at: end, in: page.text) != nil else { continue }
      let isName =
        isFirm(behind: name) && !names.isNobody(start..<start + 1) && !isPageWord(name)
        && vocabulary.articles.match(at: start, in: page.text) == nil && !isPlaceName(name)
      return isName ? name : nil
    }
    return nil
  }

  /// Whether a name that stands once is a company's all the same.
  private func isSureFirm(_ name: Range<Int>, isCall: Bool) -> Bool {
    isAbbreviated(name) || !isCall && (isFirm(behind: name) || isCalledShort(name))
  }

  /// "Kilnhaus (https://kilnhaus.com) is": its site stands behind it.
  private func isOwnSite(_ name: Range<Int>) -> Bool {
    end(of: name) > name.upperBound + 5 && isSite(name)
  }

  /// "NAME is a subsidiary of PARENT": the company, though the notices speak of the parent.
  func fromParent() -> Candidate? {
    for line in page.lines.indices where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens.dropFirst() where page.text.tokens[index].id != 0 {
        guard let length = vocabulary.belongs.match(at: index, in: page.text)?.length,
          names.name(startingAt: index + length, in: tokens) != nil
            || names.name(startingAt: index + length + 1, in: tokens) != nil,
          let name = names.name(endingAt: index, in: tokens), names.isWholeName(name),
          names.count(of: name) > 2, !names.isNobody(name)
        else { continue }
        return Candidate(tokens: name, rule: "company and its parent")
      }
    }
    return nil
  }

  /// "NAME, founded in 1876, …".
  func isFounded(behind next: Int) -> Bool {
    page.isSymbol(next, ",") && vocabulary.seatedIn.match(at: next + 1, in: page.text) != nil
  }

  /// Where a paragraph begins; in a text without lines where its sentences do, and what follows a
  /// heading that it ran into.
  private func starts(of line: Range<Int>) -> [Int] {
    guard let first = line.first else { return [] }
    guard line.count > Self.longestLine else { return [first] }
    var starts = [first]
    for index in line where page.text.tokens[index].kind == .word {
      let isBehindStop =
        index > first && page.isSymbol(index - 1, ".") && page.text.tokens[index].followsBlank
      if isBehindStop, page.isCapitalized(index) { starts.append(index) }
      guard let (kind, length) = vocabulary.sections.match(at: index, in: page.text),
        kind == .company, length > 1, index + length < line.upperBound,
        page.isCapitalized(index), page.isCapitalized(index + length)
      else { continue }
      starts.append(index + length)
    }
    return starts
  }

  /// What stands before `end` behind the last comma: "In addition, NAME offers".
  func behindComma(before end: Int, in line: Range<Int>) -> Range<Int> {
    let comma = (max(line.lowerBound, end - 9)..<end).last { page.isSymbol($0, ",") }
    return (comma ?? end - 1) + 1..<line.upperBound
  }

  /// Whether a name beside the title is said of a part of the company alone: "the Ovens team".
  func isPart(_ name: Range<Int>, of line: Range<Int>) -> Bool {
    guard let range = page.bytes(of: name) else { return false }
    let words = Array(page.text.bytes[range])
    var isFound = false
    for (index, token) in page.text.tokens.enumerated()
    where !line.contains(index) && page.text.bytes[Int(token.start)] == words[0] {
      let end = Int(token.start) + words.count
      guard end < page.text.bytes.count,
        page.text.bytes[Int(token.start)..<end].elementsEqual(words)
      else { continue }
      let next = index + name.count
      guard next < page.text.tokens.count,
        vocabulary.parts.match(at: next, in: page.text) != nil
      else { return false }
      isFound = true
    }
    return isFound
  }

  /// "Save Cook at NAME": the button that says the title again.
  func onButton(_ title: TitleFinding.Candidate) -> Range<Int>? {
    let words = page.bytes(of: title.tokens).map { Array(page.text.bytes[$0]) } ?? []
    let button = TitleButton(page: page, vocabulary: vocabulary)
    for line in page.lines.indices.dropFirst(title.line + 1).prefix(16) {
      let tokens = page.lines[line]
      guard button.isButton(tokens),
        let name = nameAt(in: tokens, title)
          ?? button.employer(in: tokens, title: words).flatMap({
            names.name(startingAt: $0, in: tokens)
          }),
        names.isWholeName(name), !names.isNobody(name)
      else { continue }
      return name
    }
    return nil
  }
}
