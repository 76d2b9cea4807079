import Listings

/// The first line of a "Who is hiring" comment: who, what, where, how much.
package struct HackerNewsLine: Hashable, Sendable {
  package let company: String?
  package let titles: [String]
  package let location: String?
  package let remote: RemotePolicy
  package let salary: Salary?

  package init(parsing line: String, using vocabulary: Vocabulary) {
    let page = Page([.paragraph([.text(line)])], lexicon: vocabulary.lexicon)
    let parts = HiringLineParts(page, vocabulary)
    company = parts.company.map(page.words)
    titles = parts.titles.map(page.words)
    location = parts.location
    remote = RemotePolicy(extracting: line, using: vocabulary)
    salary = Salary.extract(from: page.text, using: vocabulary)?.value
  }
}

/// The parts of a hiring line, each known for what it is.
private struct HiringLineParts {
  enum Kind { case title, place, pay, link, words, name }

  let page: Page
  let vocabulary: Vocabulary
  let shape: TitleShape
  private(set) var company: Range<Int>?
  private(set) var titles: [Range<Int>] = []
  private(set) var location: String?

  init(_ page: Page, _ vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    shape = TitleShape(page: page, vocabulary: vocabulary.page)
    guard let line = page.lines.first else { return }
    let parts = segments(of: line)
    if parts.count < 2 {
      readSentence(line)
    } else {
      read(parts)
    }
  }
}

private extension HiringLineParts {
  /// Bars part fields; where there is none, free dashes do, else free slashes.
  func segments(of line: Range<Int>) -> [Range<Int>] {
    let bars = split(line) { page.isSymbol($0, "|") }
    if bars.count > 1 {
      // "Acme - Onsite | Lyon": the first field is often parted again.
      return dashed(bars[0]) + bars.dropFirst()
    }
    let dashes = dashed(line)
    if dashes.count > 1 { return dashes }
    return split(line) { page.isSymbol($0, "/") && isFree($0) }
  }

  func dashed(_ range: Range<Int>) -> [Range<Int>] {
    split(range) { index in
      isFree(index)
        && (page.isSymbol(index, "-") || page.isSymbol(index, "–") || page.isSymbol(index, "—"))
    }
  }

  func split(_ range: Range<Int>, by isSeparator: (Int) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isSeparator(index) {
      parts.append(page.trimmed(start..<index))
      start = index + 1
    }
    parts.append(page.trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  func isFree(_ index: Int) -> Bool {
    page.text.tokens[index].followsBlank && index + 1 < page.text.tokens.count
      && page.text.tokens[index + 1].followsBlank
  }

  mutating func read(_ parts: [Range<Int>]) {
    var places: [String] = []
    for (index, part) in parts.enumerated() {
      switch kind(part, isFirst: index == 0) {
      case .title: titles += split(titles: part)
      case .place: append(part, to: &places)
      case .pay, .link, .words: break
      case .name:
        if company == nil {
          company = name(in: part)
          if let rest = placeBehind(company, in: part) { append(rest, to: &places) }
        } else {
          append(part, to: &places)
        }
      }
    }
    // Fields behind the place are lists of tools and the like.
    location = places.first
  }

  func append(_ part: Range<Int>, to places: inout [String]) {
    let place = place(in: part)
    if !place.isEmpty { places.append(page.words(place)) }
  }

  func kind(_ part: Range<Int>, isFirst: Bool) -> Kind {
    if isLink(part), !isFirst { return .link }
    if isTitle(part) { return .title }
    if wordsOnly(part) { return .words }
    if isPay(part) { return .pay }
    return isPlace(part) ? .place : .name
  }

  /// Whether a title stands there, or a list of titles.
  func isTitle(_ part: Range<Int>) -> Bool {
    if shape.title(in: part) != nil { return true }
    let pieces = split(part) { page.isSymbol($0, ",") }
    return pieces.count > 2 && pieces.allSatisfy { shape.title(in: $0) != nil }
  }

  func isLink(_ part: Range<Int>) -> Bool {
    let words = page.words(part).lowercased()
    let hasScheme = words.contains("http:") || words.contains("https:") || words.contains("www.")
    let isBare = !words.contains(" ") && (words.contains(".") || words.contains("@"))
    return hasScheme || isBare
  }

  func isPay(_ part: Range<Int>) -> Bool {
    let text = TokenizedText(page.words(part), lexicon: vocabulary.lexicon)
    return Salary.extract(from: text, using: vocabulary) != nil
  }

  /// Whether nothing is left but words such as "Full-time" and "ONSITE".
  func wordsOnly(_ part: Range<Int>) -> Bool {
    withoutHiringWords(part).allSatisfy { page.text.tokens[$0].kind == .symbol }
  }

  /// The tokens that no word for contract, workplace or visa covers.
  func withoutHiringWords(_ part: Range<Int>) -> [Int] {
    var left: [Int] = []
    var index = part.lowerBound
    while index < part.upperBound {
      if let (_, length) = vocabulary.page.hiringWords.match(at: index, in: page.text) {
        index += length
      } else {
        left.append(index)
        index += 1
      }
    }
    return left
  }

  /// The longest run of tokens without such words, brackets left out when they only held them.
  func place(in part: Range<Int>) -> Range<Int> {
    let left = withoutHiringWords(part)
    var best = part.lowerBound..<part.lowerBound
    var start: Int?
    for (position, index) in left.enumerated() {
      start = start ?? index
      let isLast = position + 1 == left.count || left[position + 1] != index + 1
      guard isLast, let first = start else { continue }
      let run = balanced(page.trimmed(first..<index + 1))
      if page.wordCount(run) > page.wordCount(best) { best = run }
      start = nil
    }
    return best
  }

  /// Without a bracket that has no partner.
  func balanced(_ run: Range<Int>) -> Range<Int> {
    if let first = run.first, run.count > 1,
      ["in", "from", "within", "near"].contains(page.words(first..<first + 1).lowercased())
    {
      return balanced(page.trimmed(first + 1..<run.upperBound))
    }
    let isEnclosed = run.count > 2 && page.isSymbol(run.lowerBound, "(")
    if isEnclosed, page.isSymbol(run.upperBound - 1, ")") {
      return page.trimmed(run.lowerBound + 1..<run.upperBound - 1)
    }
    let opens = run.count { page.isSymbol($0, "(") }
    let closes = run.count { page.isSymbol($0, ")") }
    if closes > opens, page.isSymbol(run.upperBound - 1, ")") {
      return page.trimmed(run.lowerBound..<run.upperBound - 1)
    }
    if opens > closes, page.isSymbol(run.lowerBound, "(") {
      return page.trimmed(run.lowerBound + 1..<run.upperBound)
    }
    return run
  }

  func isPlace(_ part: Range<Int>) -> Bool {
    let place = place(in: part)
    return !place.isEmpty && vocabulary.isPlace(page.words(place))
  }

  /// A list of titles is split where every part is a title of its own.
  func split(titles part: Range<Int>) -> [Range<Int>] {
    let whole = shape.title(in: part) ?? part
    var titles: [Range<Int>] = []
    var start = whole.lowerBound
    var depth = 0
    for index in whole {
      if page.isSymbol(index, "(") { depth += 1 }
      if page.isSymbol(index, ")") { depth -= 1 }
      guard depth == 0, page.isSymbol(index, ",") || page.isSymbol(index, ";") else { continue }
      let end = whole[index...].dropFirst().first { page.isSymbol($0, ",") } ?? whole.upperBound
      guard shape.holdsRole(index + 1..<end), shape.holdsRole(start..<index) else { continue }
      titles.append(page.trimmed(start..<index))
      start = index + 1
    }
    return titles + [page.trimmed(start..<whole.upperBound)]
  }

  /// The company's name in its field: without links, batches and former names in brackets.
  func name(in part: Range<Int>) -> Range<Int>? {
    var end = part.upperBound
    for index in part {
      if page.isSymbol(index, "(") || page.isSymbol(index, "["), isRemark(index, part) {
        end = index
        break
      }
      let isForm = vocabulary.page.companyWords.match(at: index + 1, in: page.text)?.value == .form
      if page.isSymbol(index, ","), !isForm {
        end = index
        break
      }
      if index > part.lowerBound,
        let (word, _) = vocabulary.page.hiringWords.match(at: index, in: page.text),
        word != .note
      {
        end = index
        break
      }
    }
    let name = page.trimmed(part.lowerBound..<max(end, part.lowerBound))
    return name.isEmpty ? nil : name
  }

  /// Whether brackets hold a link, an investor's batch, a former name or a place.
  func isRemark(_ open: Int, _ part: Range<Int>) -> Bool {
    let close = part[open...].first { page.isSymbol($0, ")") || page.isSymbol($0, "]") }
    let inner = page.trimmed(open + 1..<max(close ?? part.upperBound, open + 1))
    let words = page.words(inner).lowercased()
    let marks = [
      "yc ", "yc-", "previously", "formerly", "ex-", "aka", "a.k.a", "backed", "acquired",
    ]
    return inner.isEmpty || isLink(inner) || marks.contains { words.hasPrefix($0) }
      || wordsOnly(inner) || vocabulary.isPlace(page.words(inner))
  }

  func placeBehind(_ name: Range<Int>?, in part: Range<Int>) -> Range<Int>? {
    guard let name, name.upperBound < part.upperBound, page.isSymbol(name.upperBound, ",")
    else { return nil }
    let rest = page.trimmed(name.upperBound + 1..<part.upperBound)
    return rest.isEmpty ? nil : rest
  }
}

private extension HiringLineParts {
  /// A line that is a sentence, or one field and no more.
  mutating func readSentence(_ line: Range<Int>) {
    let names = NameScanner(page: page, vocabulary: vocabulary.page)
    for index in line {
      guard let length = vocabulary.page.seeks.match(at: index, in: page.text)?.length
      else { continue }
      company = company ?? names.name(endingAt: index, in: line)
      readAfterSeeks(index + length..<line.upperBound)
      break
    }
    for index in line where company == nil {
      let word = page.words(index..<index + 1).lowercased()
      guard word == "at" || word == "join" else { continue }
      company = names.name(startingAt: index + 1, in: line)
    }
    if company == nil, let first = line.first, page.isCapitalized(first) {
      company = name(in: line)
    }
    for part in split(line, by: { page.isSymbol($0, ",") || page.isSymbol($0, ".") })
    where location == nil && vocabulary.isPlace(page.words(part)) {
      location = page.words(place(in: part))
    }
  }

  mutating func readAfterSeeks(_ rest: Range<Int>) {
    let pieces = split(rest) { page.isSymbol($0, ".") || page.isSymbol($0, ",") }
    for piece in pieces {
      let left = withoutHiringWords(piece)
      guard let first = left.first, let last = left.last else { continue }
      if let title = shape.title(in: first..<last + 1), page.wordCount(title) <= 6 {
        titles.append(title)
        return
      }
    }
  }
}
