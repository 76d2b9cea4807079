import Listings

/// Reads a page's lines from the top and keeps which section they stand in.
struct SectionReader {
  let page: Page
  let vocabulary: PageVocabulary
  private(set) var kinds: [SectionKind] = []
  private(set) var headings: [Bool] = []
  private var current = SectionKind.job
  /// Level of the heading that opened the section; 7 for lines that are no marked headings.
  private var level = 7
  /// Bytes of this job read so far: other jobs above them are a side bar, not the end.
  private var bytesOfJob = 0

  init(page: Page, vocabulary: PageVocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    kinds.reserveCapacity(page.lines.count)
    headings.reserveCapacity(page.lines.count)
  }

  mutating func read(_ line: Int) {
    if isWholeLineBoilerplate(line) { return append(.navigation, isHeading: false) }
    if let (kind, level) = heading(line) {
      open(kind, level)
      return append(current, isHeading: true)
    }
    if isMarkedHeading(line) {
      let level = level(of: line)
      if level <= self.level { open(.job, level) }
      return append(current, isHeading: true)
    }
    if isLabeled(line), !current.isElsewhere { current = .job }
    if introducesJob(line) { current = .job }
    append(boilerplate(in: line) ?? (isOfThisJob(line) ? .job : current), isHeading: false)
    if current.isOfThisJob { bytesOfJob += page.body.lines[line].range.count }
  }
}

private extension SectionReader {
  // A side bar of other jobs stands above at most this much of the job.
  static let shortestJob = 600
  /// In tokens.
  static let longestNotice = 240
  /// In tokens; a longer paragraph about a company may mention the job, too.
  static let longestAside = 80

  mutating func append(_ kind: SectionKind, isHeading: Bool) {
    kinds.append(kind)
    headings.append(isHeading)
  }

  mutating func open(_ kind: SectionKind, _ level: Int) {
    if current == .otherJobs, bytesOfJob >= Self.shortestJob { return }
    current = kind
    self.level = level
  }

  /// A button, or a row of them, as in "Home | Careers | Blog".
  func isWholeLineBoilerplate(_ line: Int) -> Bool {
    let tokens = page.lines[line]
    guard tokens.count <= 16, let first = firstWord(of: tokens),
      vocabulary.boilerplate.match(at: first, in: page.text)?.value.isWholeLine == true
    else { return false }
    return page.parts(of: tokens).allSatisfy(isButton)
  }

  func isButton(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 8, let first = firstWord(of: tokens),
      let (found, length) = vocabulary.boilerplate.match(at: first, in: page.text)
    else { return false }
    return found.isWholeLine && endsThere(first + length, tokens)
  }

  /// The section that a line opens, when its words are those of a known heading.
  func heading(_ line: Int) -> (SectionKind, level: Int)? {
    let tokens = page.lines[line]
    // "Open positions – Ovens /" is the way to the job, not what stands below.
    guard tokens.count <= 24, !page.isSymbol(tokens.upperBound - 1, "/"),
      let first = firstWord(of: tokens),
      let (kind, length) = vocabulary.sections.match(at: first, in: page.text)
    else { return nil }
    let rest = page.wordCount(first + length..<max(tokens.upperBound, first + length))
    let isMarked = isMarkedHeading(line) || page.isSymbol(tokens.upperBound - 1, ":")
    let isWhole = rest == 0 && endsThere(first + length, tokens)
    // "More jobs at Acme": no sentence of a job begins like that.
    let isFrame = kind.isElsewhere && length > 1 && rest <= 6
    let isName = kind == .company && rest <= 4 && isCapitalized(first + length, tokens)
    guard isWhole || isMarked && rest <= 6 || (isFrame || isName) && !endsSentence(line) else {
      return nil
    }
    return (kind, level(of: line))
  }

  /// "About Blue Fin": whether what follows is a name.
  func isCapitalized(_ start: Int, _ tokens: Range<Int>) -> Bool {
    start < tokens.upperBound
      && (start..<tokens.upperBound).allSatisfy {
        page.text.tokens[$0].kind == .symbol || page.isCapitalized($0)
      }
  }

  func endsSentence(_ line: Int) -> Bool {
    page.isSymbol(page.lines[line].upperBound - 1, ".")
  }

  func isMarkedHeading(_ line: Int) -> Bool {
    if case .heading = page.body.lines[line].kind { return true }
    guard page.body.lines[line].isStrong, page.body.lines[line].kind == .paragraph else {
      return false
    }
    let tokens = page.lines[line]
    return page.wordCount(tokens) <= 10 && !page.isSymbol(tokens.upperBound - 1, ".")
  }

  func level(of line: Int) -> Int {
    if case .heading(let level) = page.body.lines[line].kind { return level }
    return 7
  }

  func firstWord(of tokens: Range<Int>) -> Int? {
    tokens.prefix(6).first { page.text.tokens[$0].kind == .word }
  }

  /// Whether only symbols follow.
  func endsThere(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard index < tokens.upperBound else { return true }
    return (index..<tokens.upperBound).allSatisfy { page.text.tokens[$0].kind == .symbol }
  }

  /// A label and its value, as in "Location: Lyon": facts, whatever section they end up in.
  func isLabeled(_ line: Int) -> Bool {
    let tokens = page.lines[line]
    guard let first = firstWord(of: tokens),
      let (_, length) = vocabulary.labels.match(at: first, in: page.text)
    else { return false }
    return page.isColon(first + length)
  }

  /// "For this role you will be in Lyon": of the job, though it stands below "About us".
  func isOfThisJob(_ line: Int) -> Bool {
    let tokens = page.lines[line]
    guard current == .company, tokens.count <= Self.longestAside else { return false }
    return tokens.contains { index in
      page.text.tokens[index].id != 0
        && vocabulary.thisRole.match(at: index, in: page.text) != nil
    }
  }

  /// "We are looking for a cook": texts without headings go on from the company to the job.
  func introducesJob(_ line: Int) -> Bool {
    guard current == .company, bytesOfJob < Self.shortestJob else { return false }
    let tokens = page.lines[line]
    // "As a" alone may go on with what we are.
    if let first = firstWord(of: tokens),
      let (_, length) = vocabulary.introducing.match(at: first, in: page.text), length > 1
    {
      return true
    }
    return tokens.contains { index in
      guard page.text.tokens[index].id != 0,
        let (_, length) = vocabulary.seeks.match(at: index, in: page.text)
      else { return false }
      return vocabulary.articles.match(at: index + length, in: page.text) != nil
    }
  }

  func boilerplate(in line: Int) -> SectionKind? {
    // A text in one line is more than the notice it ends with.
    guard page.lines[line].count <= Self.longestNotice else { return nil }
    for index in page.lines[line] where page.text.tokens[index].id != 0 {
      guard let (found, _) = vocabulary.boilerplate.match(at: index, in: page.text),
        !found.isWholeLine
      else { continue }
      if found.kind == .navigation, page.lines[line].count > 60 { continue }
      return holdsMoney(line) || holdsAge(line) ? nil : found.kind
    }
    return nil
  }

  /// "Lyon · 2 days ago · Be among the first": such a line tells more than it asks.
  func holdsAge(_ line: Int) -> Bool {
    let tokens = page.lines[line]
    return page.parts(of: tokens).count > 1
      && tokens.contains { vocabulary.ofDates.match(at: $0, in: page.text) != nil }
  }

  func holdsMoney(_ line: Int) -> Bool {
    let symbols: [Unicode.Scalar] = ["$", "€", "£", "¥", "₹"]
    return page.lines[line].contains { index in symbols.contains { page.isSymbol(index, $0) } }
  }
}
