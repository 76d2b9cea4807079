import Listings

extension HiringLine {
  /// Takes the titles that a field holds; false when it holds none.
  mutating func takeTitles(in field: Range<Int>, isFirst: Bool) -> Bool {
    if isOfDepartments(field) {
      take(title: field)
      return true
    }
    guard namesRole(field), !isFirst || !holdsLink(field) && !isDomain(field),
      isFirst || !isOfPlace(field)
    else { return false }
    if takePricedTitles(in: field) { return true }
    let listed = withoutTail(afterPlaces(field))
    let field = withoutRemarks(afterVerb(listed))
    // "Baker (visas possible, millers welcome)": a remark that is no title must not hide one.
    guard
      let title = shape.title(in: field) ?? list(in: field)
        ?? shape.title(in: beforeBracket(field))
    else { return false }
    places += places(in: listed.lowerBound > 0 ? field.lowerBound..<field.lowerBound : field)
    let (role, company) = parted(title)
    if self.company == nil { self.company = company }
    for title in split(titles: role) { take(title: title) }
    return true
  }

  /// "Leeds preferred, remote possible for some roles": begins with a place, speaks of the workplace,
  /// and names no role for sure.
  private func isOfPlace(_ field: Range<Int>) -> Bool {
    guard !shape.holdsRole(field, weakly: false), let first = places(in: field).first,
      first.tokens.lowerBound == field.lowerBound
    else { return false }
    return hiringWords(in: field).contains { $0.0 == .workplace }
  }

  /// A role outside of brackets that is more than the form of contract, as "interns" is.
  private func namesRole(_ field: Range<Int>) -> Bool {
    let covered = hiringWords(in: field)
    var depth = 0
    for index in field {
      if page.isSymbol(index, "(") { depth += 1 }
      if page.isSymbol(index, ")") { depth -= 1 }
      guard depth == 0, shape.isRole(at: index) else { continue }
      let cover = covered.first { $0.1.contains(index) }
      if cover == nil || cover?.0 == .employment && isNamed(intern: index, covered) { return true }
    }
    return false
  }

  /// "Kiln Engineering Intern": with a word of its own before it, no form of contract.
  private func isNamed(
    intern index: Int, _ covered: [(PageVocabulary.HiringWord, Range<Int>)]
  ) -> Bool {
    let before = index - 1
    guard before > 0, page.isCapitalized(index), page.isCapitalized(before),
      page.text.tokens[before].kind == .word, !page.isAllCapitals(before),
      !vocabulary.isPlace(before..<index, in: page.text),
      page.words(index..<index + 1).last != "s"
    else { return false }
    return !covered.contains { $0.1.contains(before) && $0.0 != .department }
  }

  /// "Kiln Engineer, full time, onsite, €50k": without the pieces behind that are no title.
  private func withoutTail(_ field: Range<Int>) -> Range<Int> {
    var pieces = split(field) { page.isSymbol($0, ",") }
    while pieces.count > 1, let last = pieces.last,
      !shape.holdsRole(last) && (!hiringWords(in: last).isEmpty && isFiller(last) || isPay(last))
    {
      pieces.removeLast()
    }
    guard let last = pieces.last, last.upperBound < field.upperBound else { return field }
    return field.lowerBound..<last.upperBound
  }

  /// "Engineer ($110k), Senior Engineer ($140k)".
  private mutating func takePricedTitles(in field: Range<Int>) -> Bool {
    let pieces = split(field) { page.isSymbol($0, ",") }
    let titles = pieces.compactMap { piece -> Range<Int>? in
      guard let last = piece.last, page.isSymbol(last, ")"),
        let open = piece.last(where: { page.isSymbol($0, "(") }), open > piece.lowerBound,
        isPay(open + 1..<last)
      else { return nil }
      return shape.title(in: piece.lowerBound..<open)
    }
    guard titles.count == pieces.count, !titles.isEmpty else { return false }
    titles.forEach { take(title: $0) }
    return true
  }

  private func isOfDepartments(_ field: Range<Int>) -> Bool {
    let words = hiringWords(in: field)
    guard words.contains(where: { $0.0 == .department }) else { return false }
    let aside = bracketed(field)
    return words.allSatisfy {
      $0.0 == .department || $0.0 == .note || aside.contains($0.1.lowerBound)
    }
      && withoutHiringWords(field).allSatisfy { index in
        page.text.tokens[index].kind == .symbol || aside.contains(index)
      }
  }

  /// What brackets behind a word hold.
  private func bracketed(_ field: Range<Int>) -> Range<Int> {
    guard let open = field.dropFirst().first(where: { page.isSymbol($0, "(") }),
      let close = field.first(where: { $0 > open && page.isSymbol($0, ")") })
    else { return 0..<0 }
    return open..<close
  }

  private func holdsLink(_ field: Range<Int>) -> Bool {
    field.contains { endOfLink(at: $0, in: field) != nil }
  }

  /// Several titles that are too long to be one.
  private func list(in field: Range<Int>) -> Range<Int>? {
    let pieces = split(field) { page.isSymbol($0, ",") }
    if pieces.count > 2, pieces.allSatisfy({ shape.title(in: $0) != nil }) { return field }
    let slashed = split(field) { page.isSymbol($0, "/") && isFree($0) }
    return slashed.count > 1 && slashed.allSatisfy { shape.title(in: $0) != nil } ? field : nil
  }

  /// "Lyon, France, two engineers": behind the places that stand before a title.
  private mutating func afterPlaces(_ field: Range<Int>) -> Range<Int> {
    var start = field.lowerBound
    for piece in split(field, by: { page.isSymbol($0, ",") }) {
      guard vocabulary.isPlace(piece, in: page.text), !namesRole(piece) else { break }
      start = piece.upperBound
    }
    start = max(start, endOfPlacedWorkplace(field) ?? start)
    guard start > field.lowerBound, start < field.upperBound else { return field }
    places += places(in: field.lowerBound..<start)
    return page.trimmed(start..<field.upperBound)
  }

  /// "Smallville, WA (in person) Kiln Engineer": where the title begins behind the brackets.
  private func endOfPlacedWorkplace(_ field: Range<Int>) -> Int? {
    guard let open = field.first(where: { page.isSymbol($0, "(") }),
      let close = field.first(where: { $0 > open && page.isSymbol($0, ")") }),
      let last = split(field.lowerBound..<open, by: { page.isSymbol($0, ",") }).last,
      vocabulary.isPlace(last, in: page.text), !namesRole(field.lowerBound..<open),
      hiringWords(in: open..<close).contains(where: { $0.0 == .workplace }),
      namesRole(close + 1..<field.upperBound)
    else { return nil }
    return close + 1
  }

  /// "Full time - Hiring welders", "Roles: welders": behind the verb or the label.
  private func afterVerb(_ field: Range<Int>) -> Range<Int> {
    if let colon = field.first(where: { page.isSymbol($0, ":") }),
      page.wordCount(field.lowerBound..<colon) <= 2 || nameBeforeColon(field) != nil,
      !shape.holdsRole(field.lowerBound..<colon, weakly: false),
      namesRole(colon + 1..<field.upperBound)
    {
      return page.trimmed(colon + 1..<field.upperBound)
    }
    for index in field {
      guard let length = vocabulary.page.seekOrAsk.match(at: index, in: page.text)?.length else {
        continue
      }
      let rest = afterArticles(
        page.trimmed(min(index + length, field.upperBound)..<field.upperBound))
      if namesRole(rest) { return rest }
    }
    return field
  }

  func afterArticles(_ field: Range<Int>) -> Range<Int> {
    var start = field.lowerBound
    while start < field.upperBound {
      if let length = vocabulary.page.articles.match(at: start, in: page.text)?.length {
        start += length
      } else if isSmall(.employer, at: start) || joinsArticles(start) {
        start += 1
      } else {
        break
      }
    }
    return min(start, field.upperBound)..<field.upperBound
  }

  /// The "and" of "bright, and motivated", the dash of "three-five".
  private func joinsArticles(_ index: Int) -> Bool {
    (isSmall(.lastTitle, at: index) || page.isSymbol(index, "-") || page.isSymbol(index, "–"))
      && index + 1 < page.text.tokens.count
      && vocabulary.page.articles.match(at: index + 1, in: page.text) != nil
  }

  /// Without brackets around it all, and without those behind it that hold no part of a title.
  func withoutRemarks(_ field: Range<Int>) -> Range<Int> {
    var field = field
    while let last = field.last, page.isSymbol(last, ")") || page.isSymbol(last, "]"),
      let open = field.last(where: { page.isSymbol($0, "(") || page.isSymbol($0, "[") })
    {
      let inner = page.trimmed(open + 1..<max(last, open + 1))
      if open == field.lowerBound { return inner }
      let left = withoutHiringWords(inner).filter { page.text.tokens[$0].kind == .word }
      // "(Hybrid: Lyon)"; but "(All Levels)" is whom the title means.
      if isAside(inner) || isOfWorkplace(inner) {
        field = page.trimmed(field.lowerBound..<open)
        continue
      }
      guard left.isEmpty, !holdsLevels(inner),
        !page.isSymbol(open, "(")
          || hiringWords(in: inner).contains(where: {
            $0.0 == .note
          })
      else { break }
      field = page.trimmed(field.lowerBound..<open)
    }
    return field
  }

  private func isOfWorkplace(_ inner: Range<Int>) -> Bool {
    hiringWords(in: inner).first?.0 == .workplace && isPlacedWorkplace(inner, places(in: inner))
  }

  /// Words for ranks, which no role beside them needs.
  private func holdsLevels(_ inner: Range<Int>) -> Bool {
    inner.last.map { isA(.levels, at: $0) } ?? false
  }

  /// "(two separate positions)": what begins small is no part of a title, but for "(f/m)".
  private func isAside(_ inner: Range<Int>) -> Bool {
    guard let first = inner.first, page.text.tokens[first].kind == .word else { return false }
    // "(ovens, kilns)" names what the work is with.
    return !page.isCapitalized(first) && page.text.tokens[first].range.count > 2
      && page.wordCount(inner) > 1 && hiringWords(in: inner).isEmpty
      && !inner.contains { page.isSymbol($0, ",") || page.isSymbol($0, "/") }
  }

  /// "Staff, Rye & Malt Bakers", "Ovens, QA, Rye and Malt Bakers": whether what is done stands at the
  /// end for all, for no piece but the last names who does it.
  private func isShort(_ piece: Range<Int>, of whole: Range<Int>) -> Bool {
    let last = (whole.last { page.isSymbol($0, ",") } ?? whole.lowerBound)..<whole.upperBound
    guard last.contains(where: { isA(.lastTitle, at: $0) || page.isSymbol($0, "&") }),
      shape.holdsRole(last, weakly: false)
    else { return false }
    let isRankAlone = piece.allSatisfy {
      vocabulary.page.titleWords.match(at: $0, in: page.text)?.value == .level
    }
    return isRankAlone || !shape.holdsRole(whole.lowerBound..<last.lowerBound, weakly: false)
  }

  /// "Baker - Bread, Rolls / Miller - Rye": the rolls end the title before the slash.
  private func untilSlash(_ piece: Range<Int>) -> Range<Int> {
    piece.lowerBound..<(piece.first { page.isSymbol($0, "/") && isFree($0) } ?? piece.upperBound)
  }

  /// "Bakers, Millers, Marketing": what stands for the roles in it.
  private func isDepartment(_ piece: Range<Int>) -> Bool {
    let piece = page.trimmed(piece)
    return hiringWords(in: piece).contains { $0.0 == .department && $0.1 == piece }
  }

  /// "Engineer @ Acme": the title and the company.
  private func parted(_ title: Range<Int>) -> (Range<Int>, Range<Int>?) {
    for index in title where page.isSymbol(index, "@") || isSmall(.employerAt, at: index) {
      // "at VC-funded Acme": the first letters of a word are no name.
      guard index > title.lowerBound, let name = names.name(startingAt: index + 1, in: title),
        !page.isSymbol(name.upperBound, "-") || page.text.tokens[name.upperBound].followsBlank
      else { continue }
      return (page.trimmed(title.lowerBound..<index), name)
    }
    return (title, nil)
  }

  /// A rank and what is done in it, without a role, as in "Senior Kilns, Senior Glazes".
  private func isRanked(_ piece: Range<Int>) -> Bool {
    let piece = page.trimmed(piece)
    guard let first = piece.first, page.wordCount(piece) > 1 else { return false }
    return vocabulary.page.titleWords.match(at: first, in: page.text)?.value == .level
  }

  /// A list of titles is split where every part is a title of its own.
  private func split(titles whole: Range<Int>) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var start = whole.lowerBound
    var depth = 0
    for index in whole {
      if page.isSymbol(index, "(") { depth += 1 }
      if page.isSymbol(index, ")") { depth -= 1 }
      guard depth == 0, page.isSymbol(index, ",") || page.isSymbol(index, ";") else { continue }
      let end = whole[index...].dropFirst().first { page.isSymbol($0, ",") } ?? whole.upperBound
      guard
        shape.holdsRole(start..<index) && !isShort(start..<index, of: whole)
          && (shape.holdsRole(untilSlash(index + 1..<end))
            || !titles.isEmpty && isDepartment(index + 1..<end))
          || isRanked(start..<index) && isRanked(index + 1..<end)
      else { continue }
      titles.append(page.trimmed(start..<index))
      start = index + 1
    }
    let last = page.trimmed(start..<whole.upperBound)
    // "Bakers, Millers, and Potters".
    let isJoined = !titles.isEmpty && last.first.map { isA(.lastTitle, at: $0) } == true
    return titles + [isJoined ? page.trimmed(last.dropFirst()) : last]
  }
}
