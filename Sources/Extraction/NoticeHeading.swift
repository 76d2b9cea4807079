import Listings

/// A page's heading that is a notice of its own, as lists of openings in issues and threads have
/// it: "[Lyon - Remote] Cook - 40k - Kilnhaus", "Kilnhaus 诚聘厨师 20-30K".
///
/// Other headings are left to who reads titles and names line by line.
struct NoticeHeading {
  /// UTF-8 ranges in the body.
  let title: Range<Int>
  let company: Range<Int>?
  let place: Range<Int>?
  /// What the parts beside them say of the workplace and the contract.
  let notes: [Range<Int>]

  /// Reads the heading that a page begins with.
  init?(_ page: Page, _ vocabulary: Vocabulary) {
    guard let line = page.lines.first, line.count <= 80,
      case .heading? = page.body.lines.first?.kind
    else { return nil }
    var reader = NoticeReader(page: page, vocabulary: vocabulary)
    guard reader.mayRead(line) else { return nil }
    guard reader.read(line), let title = reader.title else { return nil }
    self.title = title
    company = reader.company
    place = reader.place
    notes = reader.notes
  }
}

/// What stands between two marks of the heading.
struct NoticePiece {
  enum Mark { case none, dash, bar, tag, at }
  enum Kind { case role, pay, note, place, other }

  var tokens: Range<Int>
  /// What stands before it.
  let mark: Mark
  var kind = Kind.other
}

struct NoticeReader {
  let page: Page
  let vocabulary: Vocabulary
  let shape: TitleShape
  let names: NameScanner
  private(set) var title: Range<Int>?
  var company: Range<Int>?
  private(set) var place: Range<Int>?
  private(set) var notes: [Range<Int>] = []

  init(page: Page, vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    shape = TitleShape(page: page, vocabulary: vocabulary.page)
    names = NameScanner(page: page, vocabulary: vocabulary.page)
  }

  /// Whether the line has a role, and any sign, number, verb or word of a language without blanks.
  func mayRead(_ line: Range<Int>) -> Bool {
    guard shape.holdsRole(line, weakly: false) || line.contains(where: { cut(at: $0) != nil })
    else {
      return false
    }
    return line.contains { index in
      let token = page.text.tokens[index]
      switch token.kind {
      case .number: return true
      case .symbol: return token.id != UInt32(UInt8(ascii: ",")) && token.id != 0x2F
      case .word:
        return page.text.bytes[Int(token.start)] >= 0xE3
          || vocabulary.page.seekOrAsk.match(at: index, in: page.text) != nil
          || vocabulary.page.seeks.match(at: index, in: page.text) != nil
      case .newline: return false
      }
    }
  }

  /// Whether the line is such a notice.
  mutating func read(_ line: Range<Int>) -> Bool {
    let line = withoutOwner(line)
    var pieces = NoticePieces(page: page).pieces(of: line)
    for index in pieces.indices { pieces[index].kind = kind(of: pieces[index].tokens) }
    let roles = pieces.indices.filter {
      pieces[$0].kind == .role && !shape.isUnfilled(pieces[$0].tokens)
    }
    guard let role = roles.first(where: { pieces[$0].mark != .tag }) ?? roles.first else {
      return false
    }
    var told = company != nil || isListed(pieces, role)
    told = told || pieces.contains { $0.mark == .tag || $0.mark == .at || $0.kind == .pay }
    told =
      told || pieces.contains { $0.kind == .note }
      || pieces.prefix(role).contains {
        $0.kind == .place
      }
    var tokens = pieces[role].tokens
    var start: Int?
    if let call = call(in: tokens) {
      told = true
      company = call.company
      start = call.title
      tokens = tokens.filter { Int(page.text.tokens[$0].end) > call.title }.range ?? tokens
    }
    if let sum = startOfSum(in: tokens) {
      told = true
      tokens = page.trimmed(tokens.lowerBound..<sum)
    }
    if told, let name = nameBehindTitle(tokens) {
      company = page.bytes(of: name)
      tokens = page.trimmed(tokens.lowerBound..<name.lowerBound - 1)
    }
    if let joiner = joiner(atEndOf: tokens) {
      let next = pieces.indices.contains(role + 1) ? pieces[role + 1] : nil
      if company == nil, let next, next.mark == .tag || next.mark == .at {
        company = page.bytes(of: next.tokens)
      }
      tokens = page.trimmed(tokens.lowerBound..<joiner)
    }
    guard told, !tokens.isEmpty, shape.holdsRole(tokens) else { return false }
    readCompany(pieces, role)
    tokens = extended(tokens, pieces, role)
    let whole = shape.title(in: tokens) ?? tokens
    guard let range = page.bytes(of: whole) else { return false }
    title = max(range.lowerBound, start ?? 0)..<range.upperBound
    place = firstPlace(pieces)
    notes = pieces.filter { $0.kind == .note }.compactMap { page.bytes(of: $0.tokens) }
    return true
  }
}

extension NoticeReader {
  /// "Kilnhaus - Cook - Lyon - FT": the company, the title, and what is told of the job.
  func isListed(_ pieces: [NoticePiece], _ role: Int) -> Bool {
    if pieces.count > 3, pieces.allSatisfy({ $0.mark == .dash || $0.mark == .none }) { return true }
    guard pieces.count == 3, role == 1, pieces[0].kind == .other else { return false }
    return pieces[2].kind == .place && names.isWholeName(pieces[0].tokens)
      && mayBeName(pieces[0].tokens)
  }

  /// The "na" that a title's part ends with, before a name in brackets or behind an "@".
  func joiner(atEndOf tokens: Range<Int>) -> Int? {
    guard let last = tokens.last, tokens.count > 1, !page.isCapitalized(last),
      vocabulary.page.atNames.match(at: last, in: page.text) != nil
        || vocabulary.page.nearNames.match(at: last, in: page.text) != nil
        || vocabulary.page.inPlaces.match(at: last, in: page.text) != nil
    else { return nil }
    return last
  }

  func kind(of tokens: Range<Int>) -> NoticePiece.Kind {
    let holdsRole = shape.holdsRole(tokens, weakly: false)
    if !holdsRole, startOfSum(in: tokens).map({ $0 <= tokens.lowerBound + 2 }) ?? false {
      return .pay
    }
    if holdsRole { return .role }
    if isNote(tokens) { return .note }
    return vocabulary.isPlace(tokens, in: page.text) ? .place : .other
  }

  /// "Remote", "CLT/PJ", "full-time": words of the workplace and of the contract, and no others.
  func isNote(_ tokens: Range<Int>) -> Bool {
    var index = tokens.lowerBound
    var isTold = false
    while index < tokens.upperBound {
      if let (word, length) = vocabulary.page.hiringWords.match(at: index, in: page.text),
        word == .workplace || word == .employment || word == .note
      {
        isTold = true
        index += length
      } else if page.text.tokens[index].kind == .symbol {
        index += 1
      } else {
        return false
      }
    }
    return isTold
  }

  /// Where what is paid begins; what stands behind names no role.
  ///
  /// It is a number of thousands, one beside a sign of money, or the label before it.
  func startOfSum(in tokens: Range<Int>) -> Int? {
    let start = tokens.first { isSum(at: $0, in: tokens) || isPayLabel(at: $0) }
    guard let start, !shape.holdsRole(start..<tokens.upperBound, weakly: false),
      (start..<tokens.upperBound).contains(where: { page.text.tokens[$0].kind == .number })
        || isPayLabel(at: start)
    else { return nil }
    return start
  }

  func isPayLabel(at index: Int) -> Bool {
    vocabulary.page.labels.match(at: index, in: page.text)?.value == .pay
  }

  func isSum(at index: Int, in tokens: Range<Int>) -> Bool {
    let signs: [Unicode.Scalar] = ["$", "€", "£", "¥", "₹", "₽"]
    if signs.contains(where: { page.isSymbol(index, $0) }) {
      return index + 1 < tokens.upperBound && page.text.tokens[index + 1].kind == .number
    }
    guard page.text.tokens[index].kind == .number else { return false }
    var next = index + 1
    while next < min(index + 8, tokens.upperBound) {
      let token = page.text.tokens[next]
      if token.kind == .word {
        return vocabulary.beside.isAnyA(.sumUnit, at: next, of: page.text)
          && (!token.followsBlank || token.end - token.start > 1)
      }
      if token.kind == .symbol, signs.contains(where: { page.isSymbol(next, $0) }) { return true }
      next += 1
    }
    return false
  }

  /// "Kilnhaus 诚聘 厨师", "Kilnhaus Hiring Cook": who seeks, and where the title begins.
  func call(in tokens: Range<Int>) -> (company: Range<Int>?, title: Int)? {
    for index in tokens {
      let seeks =
        vocabulary.page.seeks.match(at: index, in: page.text)
        ?? (index == tokens.lowerBound ? vocabulary.page.seek.match(at: index, in: page.text) : nil)
      // The "hiring" of a hiring manager seeks nobody.
      if let length = seeks?.length, index + length < tokens.upperBound,
        vocabulary.page.titleWords.match(at: index, in: page.text)?.value
          != PageVocabulary.TitleWord.none
      {
        let name = page.trimmed(tokens.lowerBound..<index)
        return (
          names.isWholeName(name) && !names.isNobody(name) ? page.bytes(of: name) : nil,
          Int(page.text.tokens[index + length].start)
        )
      }
      guard let cut = cut(at: index) else { continue }
      let start = Int(page.text.tokens[tokens.lowerBound].start)
      let end = Int(page.text.tokens[tokens.upperBound - 1].end)
      guard cut.upperBound < end else { return nil }
      let behind = page.text.tokens[tokens.lowerBound..<tokens.upperBound]
        .first { Int($0.end) > cut.upperBound }
      let title = max(cut.upperBound, behind.map { Int($0.start) } ?? cut.upperBound)
      return (firm(start..<cut.lowerBound), title)
    }
    return nil
  }

  /// "Cook na Kilnhaus", "Cook at Kilnhaus": the name that ends the title's part.
  func nameBehindTitle(_ tokens: Range<Int>) -> Range<Int>? {
    for index in tokens.dropFirst() where index + 1 < tokens.upperBound {
      let isAt =
        vocabulary.page.atNames.match(at: index, in: page.text) != nil
        || vocabulary.page.nearNames.match(at: index, in: page.text) != nil
      let name = index + 1..<tokens.upperBound
      guard isAt, !page.isCapitalized(index), page.isCapitalized(index + 1),
        page.wordCount(name) <= 5, shape.holdsRole(tokens.lowerBound..<index),
        page.isSymbol(index + 2, ".") || !shape.holdsRole(name, weakly: false),
        !vocabulary.isPlace(name, in: page.text)
      else { continue }
      return name
    }
    return nil
  }

  /// Where a word of a language without blanks holds the verb: its first byte and the one behind.
  func cut(at index: Int) -> Range<Int>? {
    let token = page.text.tokens[index]
    guard token.kind == .word else { return nil }
    let bytes = page.text.bytes[token.range]
    guard bytes.contains(where: { $0 >= 0xE0 }) else { return nil }
    for verb in vocabulary.beside.all(.hiringVerb) {
      let verb = Array(verb.utf8)
      guard bytes.count >= verb.count,
        let start = (bytes.startIndex...bytes.endIndex - verb.count)
          .first(where: { bytes[$0...].starts(with: verb) })
      else { continue }
      return start..<start + verb.count
    }
    return nil
  }

  /// The name before the verb, without the word for a company and blanks.
  func firm(_ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    var isCut = true
    while isCut {
      isCut = false
      while end > range.lowerBound, page.text.bytes[end - 1] == 32 { end -= 1 }
      for word in vocabulary.beside.all(.firmWord) {
        let word = Array(word.utf8)
        guard end - range.lowerBound > word.count,
          page.text.bytes[end - word.count..<end].elementsEqual(word)
        else { continue }
        end -= word.count
        isCut = true
      }
    }
    let words = page.text.words(range.lowerBound..<end)
    let isName = end > range.lowerBound && end - range.lowerBound <= 60
    guard isName, !isFillIn(words), !vocabulary.isPlace(words) else { return nil }
    return range.lowerBound..<end
  }

  /// "XX": where a form wanted the name.
  func isFillIn(_ words: String) -> Bool {
    words.isEmpty || words.utf8.count > 1 && words.utf8.allSatisfy { $0 == UInt8(ascii: "X") }
  }

  /// With the unknown parts behind a dash, which are the title's where they name no company.
  func extended(_ tokens: Range<Int>, _ pieces: [NoticePiece], _ role: Int) -> Range<Int> {
    guard tokens.upperBound == pieces[role].tokens.upperBound, pieces[role].mark != .tag else {
      return tokens
    }
    var end = tokens.upperBound
    // Two and more tell of the job, not of what is done in it.
    guard pieces.count - role <= 2 else { return tokens }
    for piece in pieces[(role + 1)...] {
      guard piece.mark == .dash, piece.kind == .other || piece.kind == .role,
        page.bytes(of: piece.tokens) != company
      else { break }
      end = piece.tokens.upperBound
    }
    return tokens.lowerBound..<end
  }

  /// The first place, with the state behind it: "Vitória - ES".
  func firstPlace(_ pieces: [NoticePiece]) -> Range<Int>? {
    guard let index = pieces.firstIndex(where: { $0.kind == .place }) else { return nil }
    var tokens = pieces[index].tokens
    func isNext(_ first: NoticePiece, _ second: NoticePiece) -> Bool {
      second.tokens.lowerBound - first.tokens.upperBound == 1 && first.mark == second.mark
    }
    if index > 0, isNext(pieces[index - 1], pieces[index]), pieces[index].mark == .tag,
      pieces[index - 1].kind == .other, mayBeName(pieces[index - 1].tokens)
    {
      tokens = pieces[index - 1].tokens.lowerBound..<tokens.upperBound
    } else if index + 1 < pieces.count,
      pieces[index + 1].kind == .place
        || isCode(pieces[index + 1].tokens) && pieces[index + 1].kind == .other,
      isNext(pieces[index], pieces[index + 1])
    {
      tokens = tokens.lowerBound..<pieces[index + 1].tokens.upperBound
    }
    // Letters alone may be a country's, a state's or a town's.
    return isCode(tokens) ? nil : page.bytes(of: tokens)
  }

  /// "ES", "MG".
  func isCode(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && page.isAllCapitals(tokens.lowerBound)
      && page.text.tokens[tokens.lowerBound].length == 2
  }
}

private extension [Int] {
  /// The range from the first through the last.
  var range: Range<Int>? {
    guard let first, let last else { return nil }
    return first..<last + 1
  }
}
