/// Who hires, as a notice's heading names it.
extension NoticeReader {
  /// "Kilnhaus: Cook": the title without the company, where the text has its words again.
  mutating func withoutOwner(_ line: Range<Int>) -> Range<Int> {
    guard let colon = line.prefix(8).first(where: page.isColon), colon + 1 < line.upperBound,
      page.text.tokens[colon + 1].followsBlank,
      case let name = page.trimmed(line.lowerBound..<colon), let first = name.first,
      names.isWholeName(name), mayBeName(name),
      vocabulary.page.labels.match(at: first, in: page.text) == nil,
      vocabulary.page.sections.match(at: first, in: page.text) == nil,
      vocabulary.page.beforeTitle.match(at: first, in: page.text) == nil,
      vocabulary.page.titleWords.match(at: first, in: page.text) == nil,
      shape.holdsRole(colon + 1..<line.upperBound, weakly: false),
      names.endsInLegalForm(name) || isRepeated(name, behind: line.upperBound)
    else { return line }
    company = page.bytes(of: name)
    return colon + 1..<line.upperBound
  }

  /// Whether each word stands in the text once more, in letters of any size.
  func isRepeated(_ name: Range<Int>, behind end: Int) -> Bool {
    let words = name.filter { page.text.tokens[$0].kind == .word }.map {
      page.text.folded(page.text.tokens[$0])
    }
    return words.allSatisfy { word in
      page.text.tokens[end...].contains { token in
        token.kind == .word && token.range.count >= word.count && page.text.folded(token) == word
      }
    }
  }

  mutating func readCompany(_ pieces: [NoticePiece], _ role: Int) {
    guard company == nil else { return }
    if let at = pieces.first(where: { $0.mark == .at }), page.wordCount(at.tokens) <= 6 {
      company = page.bytes(of: at.tokens)
      return
    }
    let others = pieces.indices.filter { index in
      pieces[index].kind == .other && index != role && mayBeName(pieces[index].tokens)
    }
    // Tags hold whatever comes to mind: what the text repeats need be no name.
    let isInTags = pieces[role].mark == .tag
    let proven = (others.filter { pieces[$0].mark != .tag } + others).first { index in
      isProven(pieces[index].tokens, isTag: pieces[index].mark == .tag && !isInTags)
    }
    let isListed = pieces.filter { $0.kind != .other }.count > 1
    let barred = others.filter { pieces[$0].mark == .bar || pieces[role].mark == .bar && $0 < role }
    let free = others.filter { pieces[$0].mark != .tag || isInTags }
    let only = barred.count == 1 ? barred[0] : isListed && free.count == 1 ? free[0] : nil
    guard let index = proven ?? only else { return }
    company = page.bytes(of: pieces[index].tokens)
  }

  func mayBeName(_ tokens: Range<Int>) -> Bool {
    let words = page.wordCount(tokens)
    guard let first = tokens.first, words > 0, words <= 5,
      tokens.count(where: { page.text.tokens[$0].kind == .number }) <= words + 1,
      startOfSum(in: tokens) == nil, page.isCapitalized(first) || page.isCamelCase(first),
      !names.isNobody(tokens), !isFillIn(page.words(tokens)), !isCode(tokens)
    else { return false }
    let isSkill = vocabulary.signs.marks(in: page.text, tokens: tokens) { $0.skill != -1 }
      .contains { $0.tokens.lowerBound == first }
    let isPageWord = tokens.contains {
      vocabulary.page.hiringWords.match(at: $0, in: page.text) != nil
        || vocabulary.page.titleWords.match(at: $0, in: page.text)?.value == .level
    }
    return !isSkill && !isPageWord
  }

  /// Whether the text has the name, or its first letters as a site or an address: "Blue Fin BV"
  /// and "bluefin.com".
  func isProven(_ name: Range<Int>, isTag: Bool) -> Bool {
    if names.isWholeName(name), names.endsInLegalForm(name) { return true }
    if !isTag, names.isWholeName(name), names.count(of: name) > 1 || isGluedElsewhere(name) {
      return true
    }
    let letters = Lexicon.fold(page.words(name)).filter {
      (97...122).contains($0) || (48...57).contains($0)
    }
    guard letters.count > 4 else { return false }
    return page.text.tokens.indices.dropLast(2).contains { index in
      let token = page.text.tokens[index]
      guard token.kind == .word, token.end - token.start > 4, page.isSymbol(index + 1, "."),
        !page.text.tokens[index + 1].followsBlank, !page.text.tokens[index + 2].followsBlank,
        page.text.tokens[index + 2].kind == .word
      else { return false }
      return letters.starts(with: page.text.folded(token))
    }
  }

  /// "关于Kilnhaus": whether a word of a language without blanks holds the name.
  func isGluedElsewhere(_ name: Range<Int>) -> Bool {
    guard let range = page.bytes(of: name), range.count > 3 else { return false }
    let sought = Array(page.text.bytes[range])
    return page.text.tokens.contains { token in
      token.kind == .word && token.range.count > sought.count
        && page.text.bytes[token.range].contains { $0 >= 0xE0 }
        && Array(page.text.bytes[token.range]).holds(sought)
    }
  }
}
