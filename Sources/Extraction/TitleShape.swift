/// Whether words read like the name of a job.
struct TitleShape {
  let page: Page
  let vocabulary: PageVocabulary

  /// The part of a line that is a title; nil when the line reads like something else.
  func title(in line: Range<Int>) -> Range<Int>? {
    let tokens = withStop(withoutCall(withoutSum(withoutNote(withoutTags(page.trimmed(line))))))
    let words = page.wordCount(tokens)
    guard words >= 1, words <= 16, let last = tokens.last, holdsRole(tokens) else { return nil }
    let isStop = page.isSymbol(last, ".") && !isOfInitials(last)
    if isStop || page.isSymbol(last, "?") || page.isSymbol(last, "!") { return nil }
    return isSentence(tokens) || holdsMoney(tokens) || isUnfilled(tokens) ? nil : tokens
  }

  /// "XX hires an XX engineer": the heading of a form that nobody filled in.
  func isUnfilled(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      let word = page.text.bytes[page.text.tokens[index].range]
      let signs = word.prefix { $0 == UInt8(ascii: "X") }.count
      return signs > 1
        && (signs == word.count && signs > 2 || word.dropFirst(signs).first ?? 0 > 127)
    }
  }

  /// Whether a line of a page is a title: it names a role for sure, in words that titles have.
  ///
  /// Those of a page's first heading may be small: "Part-time baker for a small shop".
  func pageTitle(in line: Range<Int>, isHeading: Bool = false) -> Range<Int>? {
    guard let tokens = title(in: line).map(withoutPart), namesRole(tokens),
      // "Baker wanted." as a heading.
      !endsSentence(line) || isHeading && page.wordCount(line) <= 4, !seeks(tokens),
      !isLabeledOtherwise(tokens), !isHeadingOfPart(tokens)
    else { return nil }
    let words = tokens.filter { index in
      page.text.tokens[index].kind == .word && page.text.tokens[index].range.count > 2
    }
    let capitals = words.count { page.isCapitalized($0) }
    return words.count <= 4 || isHeading || capitals * 2 >= words.count ? tokens : nil
  }

  /// Whether a role stands there, not in a list in brackets, that "Think Like a Cook" does not only
  /// liken to one.
  private func namesRole(_ tokens: Range<Int>) -> Bool {
    var depth = 0
    var isInList = false
    return tokens.contains { index in
      if page.isSymbol(index, "(") { depth += 1 }
      if page.isSymbol(index, ")") { depth -= 1 }
      isInList = depth > 0 && (isInList || page.isSymbol(index, ","))
      return !isInList && isRole(at: index, weakly: false)
        && !(index > tokens.lowerBound + 1
          && vocabulary.oneSuch.match(at: index - 1, in: page.text) != nil)
    }
  }

  /// "Forno Rosso cerca un panettiere": a sentence, which names the company, too.
  private func seeks(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { index in
      !page.isCapitalized(index) && page.isCapitalized(tokens.lowerBound)
        && vocabulary.seeks.match(at: index, in: page.text) != nil
    }
  }

  /// "Cook – Requirements": the title alone, of which a part of the page tells.
  private func withoutPart(_ tokens: Range<Int>) -> Range<Int> {
    let parts = page.parts(of: tokens)
    guard parts.count == 2, let last = parts.last,
      let (kind, length) = vocabulary.sections.match(at: last.lowerBound, in: page.text),
      kind != .company, length == last.count
    else { return tokens }
    return parts[0]
  }

  /// "The Internship", "Duties of the Cook": what a part of the page is about.
  private func isHeadingOfPart(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    if let length = vocabulary.sections.match(at: first, in: page.text)?.length,
      first + length < tokens.upperBound, !page.isCapitalized(first + length),
      vocabulary.titleJoiners.match(at: first + length, in: page.text) != nil
    {
      return true
    }
    guard page.wordCount(tokens) == 2 else { return false }
    return page.isCapitalized(first) && vocabulary.articles.match(at: first, in: page.text) != nil
      && isRole(at: first + 1)
  }

  /// The line below "NAME is looking for a", which may read like a part of that sentence.
  func calledTitle(in line: Range<Int>) -> Range<Int>? {
    let tokens = page.trimmed(line)
    let reads =
      tokens.upperBound == line.upperBound && page.wordCount(tokens) <= 12
      && holdsRole(tokens, weakly: false) && !holdsMoney(tokens)
    return reads ? tokens : title(in: line)
  }

  func holdsRole(_ tokens: Range<Int>, weakly: Bool = true) -> Bool {
    tokens.contains { isRole(at: $0, weakly: weakly) }
  }

  func isRole(at index: Int, weakly: Bool = true) -> Bool {
    let token = page.text.tokens[index]
    guard token.kind == .word else { return false }
    if let (word, _) = vocabulary.titleWords.match(at: index, in: page.text) {
      return (word == .role || weakly && word == .weakRole) && !endsOtherPhrase(index)
    }
    // Compounds: "Softwareentwicklerin".
    guard token.end - token.start > 8 else { return false }
    let folded = page.text.folded(token)
    return vocabulary.titleSuffixes.contains { folded.count > $0.count && folded.hasSuffix($0) }
  }

  /// The "Arts" of "Electronic Arts", which is no Dutch physician.
  private func endsOtherPhrase(_ index: Int) -> Bool {
    (1...2).contains { back in
      guard index >= back,
        let (word, length) = vocabulary.titleWords.match(at: index - back, in: page.text)
      else { return false }
      return word == .none && length > back
    }
  }

  /// Whether a line ends as sentences do, or as one of several: "ovens;".
  private func endsSentence(_ line: Range<Int>) -> Bool {
    let last = line.upperBound - 1
    if page.isSymbol(last, ";") { return true }
    guard page.isSymbol(last, "."), last > line.lowerBound, !isOfInitials(last) else {
      return false
    }
    // "Jr.", "Cook at Kilnhaus Inc."
    let isForm = vocabulary.companyWords.match(at: last - 1, in: page.text)?.value.isForm ?? false
    // "Cook wanted."
    if vocabulary.titleWords.match(at: last - 1, in: page.text)?.value == .suffixNote {
      return false
    }
    return !isForm && vocabulary.titleWords.match(at: last - 1, in: page.text)?.value != .level
  }

  /// With the full stop of "U.S.", which trimming takes away.
  private func withStop(_ tokens: Range<Int>) -> Range<Int> {
    let end = tokens.upperBound
    return page.isSymbol(end, ".") && isOfInitials(end) ? tokens.lowerBound..<end + 1 : tokens
  }

  /// The last full stop of "U.S.".
  private func isOfInitials(_ stop: Int) -> Bool {
    stop > 2 && page.isSymbol(stop - 2, ".") && !page.text.tokens[stop - 1].followsBlank
      && page.text.tokens[stop - 1].length == 1 && page.isCapitalized(stop - 1)
  }

  /// "Education : engineer or the like": what stands before the colon names no role; "Internship
  /// duration: 8 weeks": what stands behind it is a number of a field.
  private func isLabeledOtherwise(_ tokens: Range<Int>) -> Bool {
    guard let colon = tokens.first(where: { page.isSymbol($0, ":") }),
      // "Cook, Entry-Level (Start: Fall)": a remark, not a label.
      !tokens.prefix(while: { $0 < colon }).contains(where: { page.isSymbol($0, "(") })
    else { return false }
    guard holdsRole(tokens.lowerBound..<colon) else { return true }
    return colon > tokens.lowerBound && !isRole(at: colon - 1)
      && (colon + 1..<min(colon + 5, tokens.upperBound)).contains {
        page.text.tokens[$0].kind == .number
      }
  }

  /// Whether pages' own words, as in "… Job Description", stand behind the title.
  func hasNote(_ tokens: Range<Int>) -> Bool {
    withoutNote(page.trimmed(tokens)).upperBound != page.trimmed(tokens).upperBound
  }

  private func withoutNote(_ tokens: Range<Int>) -> Range<Int> {
    let tokens = withoutPrefix(tokens)
    for index in tokens {
      guard let (word, _) = vocabulary.titleWords.match(at: index, in: page.text),
        word == .suffixNote, index > tokens.lowerBound
      else { continue }
      return page.trimmed(tokens.lowerBound..<index)
    }
    return tokens
  }

  /// "[Hiring] [Remote] Cook", "【北京】厨师": the title alone.
  private func withoutTags(_ tokens: Range<Int>) -> Range<Int> {
    var tokens = tokens
    while let first = tokens.first,
      page.isSymbol(first, "[") || first > 0 && page.isSymbol(first - 1, "【"),
      let end = tokens.first(where: { page.isSymbol($0, "]") || page.isSymbol($0, "】") }),
      end + 1 < tokens.upperBound, !holdsRole(first..<end)
    {
      tokens = page.trimmed(end + 1..<tokens.upperBound)
    }
    return tokens
  }

  /// "Cook - Join us!": the title alone.
  private func withoutCall(_ tokens: Range<Int>) -> Range<Int> {
    let parts = page.parts(of: tokens)
    guard parts.count == 2, let last = parts[1].first, !holdsRole(parts[1]),
      vocabulary.calls.match(at: last, in: page.text) != nil
    else { return tokens }
    return parts[0]
  }

  /// "Cook, $25-35/hr": what pays for the job is none of its name.
  private func withoutSum(_ tokens: Range<Int>) -> Range<Int> {
    guard holdsMoney(tokens),
      let cut = tokens.last(where: { page.isSymbol($0, ",") || page.isSymbol($0, "|") }),
      holdsMoney(cut..<tokens.upperBound), !holdsMoney(tokens.lowerBound..<cut),
      !holdsRole(cut..<tokens.upperBound)
    else { return tokens }
    return page.trimmed(tokens.lowerBound..<cut)
  }

  /// "Job posting: Cook", "Vaga de Padeiro": the title alone.
  private func withoutPrefix(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first else { return tokens }
    let note = vocabulary.titleWords.match(at: first, in: page.text)
    let length =
      vocabulary.beforeTitle.match(at: first, in: page.text)?.length
      ?? note.flatMap { $0.value == .suffixNote && isDivider(first + $0.length) ? $0.length : nil }
    guard let length, length < tokens.count else { return tokens }
    // "Cerchiamo un/una Sviluppatore".
    var start = first + length
    while let more = vocabulary.articles.match(at: start, in: page.text)?.length,
      start + more < tokens.upperBound, !page.isCapitalized(start)
    { start += more }
    return page.trimmed(start..<tokens.upperBound)
  }

  private func isSentence(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      guard let (word, _) = vocabulary.titleWords.match(at: index, in: page.text) else {
        return false
      }
      // "ABOUT YOU" and "IT" within a title are names, and "e" joins where "é" tells.
      return word == .sentence && page.text.tokens[index].range.count > 1
        && (index == tokens.lowerBound || !page.isCapitalized(index)
          || isBehindDash(index) && !page.isAllCapitals(index))
    }
  }

  /// "SPARK – Join the Program": what follows a free dash begins anew.
  private func isBehindDash(_ index: Int) -> Bool {
    isDivider(index - 1) && page.text.tokens[index].followsBlank
  }

  private func isDivider(_ index: Int) -> Bool {
    (["-", "–", "—", "|", ":"] as [Unicode.Scalar]).contains { page.isSymbol(index, $0) }
  }

  private func holdsMoney(_ tokens: Range<Int>) -> Bool {
    let symbols: [Unicode.Scalar] = ["$", "€", "£", "¥"]
    return tokens.contains { index in symbols.contains { page.isSymbol(index, $0) } }
  }
}

extension RandomAccessCollection<UInt8> {
  func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
