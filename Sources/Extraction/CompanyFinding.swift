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
  let names: NameScanner

  init(_ page: Page, _ sections: Sections, _ vocabulary: PageVocabulary) {
    self.page = page
    self.sections = sections
    self.vocabulary = vocabulary
    names = NameScanner(page: page, vocabulary: vocabulary)
  }

  /// `title` is where the title was found in the body.
  func best(title: TitleFinding.Candidate?) -> Candidate? {
    labeled() ?? besideTitle(title) ?? fromPageHead(title) ?? fromHeading() ?? fromSentence()
  }
}

private extension CompanyFinding {
  static let topLines = 60

  func labeled() -> Candidate? {
    for line in page.lines.indices.prefix(Self.topLines) where isReadable(line) {
      guard let value = page.value(of: .company, line: line, vocabulary) else { continue }
      let name = names.withoutRemark(value)
      guard !names.isNobody(name), page.wordCount(name) <= 9 else { continue }
      return Candidate(tokens: name, rule: "company label")
    }
    return nil
  }

  /// "TITLE at NAME", "TITLE — NAME", and a line "at NAME" below the title.
  func besideTitle(_ title: TitleFinding.Candidate?) -> Candidate? {
    guard let title else { return nil }
    let line = page.lines[title.line]
    for index in line where isAt(index) && index > line.lowerBound {
      guard let name = names.name(startingAt: index + 1, in: line) else { continue }
      return Candidate(tokens: name, rule: "title at company")
    }
    if title.line + 1 < page.lines.count, let first = page.lines[title.line + 1].first, isAt(first),
      let name = names.name(startingAt: first + 1, in: page.lines[title.line + 1])
    {
      return Candidate(tokens: name, rule: "at company")
    }
    let parts = page.parts(of: line)
    return parts.reversed().lazy
      .filter { parts.count > 1 && names.isWholeName($0) && names.count(of: $0) > 0 }
      .map { Candidate(tokens: $0, rule: "beside the title") }.first
  }

  /// What pages show above or below the title: a name alone that the text repeats.
  func fromPageHead(_ title: TitleFinding.Candidate?) -> Candidate? {
    for line in page.lines.indices.prefix(6) where line != title?.line && isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      let isAboveTitle = title.map { line < $0.line } ?? false
      if isAboveTitle, names.isWholeName(tokens), names.count(of: tokens) > 1,
        !page.isKnown(tokens, vocabulary)
      {
        return Candidate(tokens: tokens, rule: "name above the title")
      }
      if let title, line == title.line + 1, let first = page.parts(of: page.lines[line]).first,
        names.isWholeName(first), names.count(of: first) > 1, !page.isKnown(first, vocabulary)
      {
        return Candidate(tokens: first, rule: "name below the title")
      }
    }
    return nil
  }

  /// "About NAME".
  func fromHeading() -> Candidate? {
    for line in page.lines.indices where sections.headings[line] && isReadable(line) {
      let tokens = page.trimmed(page.lines[line])
      guard let first = tokens.first,
        let (kind, length) = vocabulary.sections.match(at: first, in: page.text),
        kind == .company, let name = names.name(startingAt: first + length, in: tokens),
        name.upperBound == tokens.upperBound, names.count(of: name) > 1
      else { continue }
      return Candidate(tokens: name, rule: "heading about the company")
    }
    return nil
  }

  /// "NAME is looking for …", "At NAME, we …", "NAME is a …".
  func fromSentence() -> Candidate? {
    for line in page.lines.indices.prefix(120)
    where isReadable(line) && !sections.headings[line] {
      let tokens = page.lines[line]
      for index in tokens where page.text.tokens[index].id != 0 {
        if index > tokens.lowerBound,
          vocabulary.seeks.match(at: index, in: page.text) != nil,
          let name = names.name(endingAt: index, in: tokens)
        {
          return Candidate(tokens: name, rule: "company seeks")
        }
        if let name = atName(index, in: tokens) {
          return Candidate(tokens: name, rule: "at company, we")
        }
      }
    }
    return nil
  }

  /// A sentence that begins "At NAME," and speaks of us or you.
  func atName(_ index: Int, in line: Range<Int>) -> Range<Int>? {
    let isFirst = index == line.lowerBound || page.isSymbol(index - 1, ".")
    guard isFirst, vocabulary.at.match(at: index, in: page.text) != nil,
      let name = names.name(startingAt: index + 1, in: line),
      page.text.tokens[name.lowerBound].kind == .word
    else { return nil }
    let rest = name.upperBound..<min(name.upperBound + 8, line.upperBound)
    let speaksOfUs = rest.contains {
      vocabulary.us.match(at: $0, in: page.text) != nil
    }
    return speaksOfUs ? name : nil
  }

  func isAt(_ index: Int) -> Bool {
    page.text.tokens[index].kind == .word
      && ["at", "bei", "chez"].contains(page.words(index..<index + 1).lowercased())
      || page.isSymbol(index, "@")
  }

  func isReadable(_ line: Int) -> Bool {
    sections.kinds[line] != .otherJobs && sections.kinds[line] != .navigation
  }
}
