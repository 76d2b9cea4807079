import Listings

/// The company that a text names in passing alone.
extension CompanyFinding {
  /// How often the words stand before a colon, as what a list tells of: "Night Ovens: …".
  func labelCount(of name: Range<Int>) -> Int {
    let words = page.words(name)
    return page.lines.count { line in
      guard let colon = line.prefix(12).first(where: page.isColon) else { return false }
      return page.words(page.trimmed(line.lowerBound..<colon)) == words
    }
  }

  private struct Mentioned {
    let name: Range<Int>
    var weight = 0
    /// The heaviest mention.
    var best = 0
  }

  /// The name that the text speaks of most as one speaks of a company: "at NAME", "NAME's".
  func fromMentions() -> Candidate? {
    var seen: [String: Mentioned] = [:]
    for line in page.lines.indices.prefix(120) where isReadable(line) {
      let tokens = page.lines[line]
      for index in tokens where page.text.tokens[index].kind == .word && page.isCapitalized(index) {
        guard
          index == tokens.lowerBound || !page.isCapitalized(index - 1) || isIntroducing(index - 1),
          !isBehindJoiner(index, in: tokens), let name = names.name(startingAt: index, in: tokens)
        else { continue }
        let weight = weight(of: name, in: tokens)
        guard weight > 0 else { continue }
        let words = page.words(name)
        var mentioned = seen[words] ?? Mentioned(name: name)
        mentioned.weight += weight
        mentioned.best = max(mentioned.best, weight)
        seen[words] = mentioned
      }
    }
    let likely = seen.values.filter { $0.weight > 1 }
      .sorted { ($1.weight, $0.name.lowerBound) < ($0.weight, $1.name.lowerBound) }
    let found = likely.prefix(6).first { found in
      let count = names.count(of: found.name)
      return names.isWholeName(found.name) && count > 3 - max(found.best, 1)
        && !isPlaceName(found.name) && !isSkill(found.name)
        && !page.isKnown(found.name, vocabulary)
    }
    return found.map { Candidate(tokens: joined($0.name), rule: "name that the text repeats") }
  }

  /// The rest of a heading, whatever words join its names, where the text repeats it.
  func repeatedWords(_ words: Range<Int>) -> Range<Int>? {
    guard let first = words.first, let last = words.last, (2...5).contains(words.count),
      page.isCapitalized(first), page.isCapitalized(last),
      words.allSatisfy({ page.text.tokens[$0].kind == .word }), names.count(of: words) > 1,
      !names.isNobody(words), !isPageWord(first..<first + 1), !isPageWord(last..<last + 1)
    else { return nil }
    return words
  }

  /// "Visualization Team": a part of a company.
  func endsInNobody(_ name: Range<Int>) -> Bool {
    guard name.count > 1, let last = name.last else { return false }
    return vocabulary.companyWords.match(at: last, in: page.text)?.value == .nobody
  }

  /// "to work at NAME, a company that …".
  func isCalledFirm(_ name: Range<Int>, in line: Range<Int>) -> Bool {
    let next = name.upperBound
    guard next < line.upperBound, page.isSymbol(next, ",") else { return false }
    return (next + 1..<min(next + 4, line.upperBound)).contains { index in
      vocabulary.firms.match(at: index, in: page.text) != nil
    }
  }
}

private extension CompanyFinding {
  /// "Kiln by Oven" of "Oven", where the text repeats all of it.
  func joined(_ name: Range<Int>) -> Range<Int> {
    guard name.lowerBound > 1, !page.isCapitalized(name.lowerBound - 1),
      let whole = repeatedWords(name.lowerBound - 2..<name.upperBound)
    else { return name }
    return whole
  }

  /// How much the words around a name are those around companies' names: 2 for what is said of
  /// hardly anything else, 3 for what leaves no doubt.
  func weight(of name: Range<Int>, in line: Range<Int>) -> Int {
    if let next = endOfPossessive(name, in: line) {
      if isCreed(next, in: line) { return 3 }
      return isOwn(next, in: line) ? 2 : 1
    }
    let isBehindWork = worksThere(before: name.lowerBound, in: line)
    if isBehindWork { return isCalledFirm(name, in: line) ? 3 : 2 }
    let next = name.upperBound
    if next < line.upperBound, vocabulary.isA.match(at: next, in: page.text) != nil { return 1 }
    return name.lowerBound > line.lowerBound && isIntroducing(name.lowerBound - 1) ? 1 : 0
  }

  /// Where what "NAME's" or "NAMES'" owns begins.
  func endOfPossessive(_ name: Range<Int>, in line: Range<Int>) -> Int? {
    let next = name.upperBound
    guard next + 1 < line.upperBound, page.isSymbol(next, "'") || page.isSymbol(next, "’") else {
      return nil
    }
    if page.words(next + 1..<next + 2) == "s" { return next + 2 }
    let isPlural = page.text.bytes[Int(page.text.tokens[next].start) - 1] == UInt8(ascii: "s")
    return isPlural && page.text.tokens[next + 1].followsBlank ? next + 1 : nil
  }

  /// "NAME's mission", "NAME's data team".
  func isOwn(_ start: Int, in line: Range<Int>) -> Bool {
    (start..<min(start + 4, line.upperBound)).contains { index in
      vocabulary.owned.match(at: index, in: page.text) != nil
    }
  }

  /// "NAME's mission", "NAME's baking culture".
  func isCreed(_ start: Int, in line: Range<Int>) -> Bool {
    (start..<min(start + 2, line.upperBound)).contains { index in
      vocabulary.creed.match(at: index, in: page.text) != nil
    }
  }

  /// "to work part-time at NAME", "a job with NAME".
  func worksThere(before start: Int, in line: Range<Int>) -> Bool {
    guard start - 1 > line.lowerBound,
      vocabulary.behindWork.match(at: start - 1, in: page.text) != nil
    else { return false }
    // "work for NAME", but "a job in which … at NAME".
    let reach = isIntroducing(start - 1) ? 7 : 2
    var isFound = false
    for index in (max(line.lowerBound, start - reach)..<start - 1).reversed() {
      if page.isSymbol(index, ".") || page.isSymbol(index, ",") { break }
      if vocabulary.past.match(at: index, in: page.text) != nil { return false }
      isFound = isFound || vocabulary.work.match(at: index, in: page.text) != nil
    }
    return isFound
  }

  func isIntroducing(_ index: Int) -> Bool {
    vocabulary.beforeNames.match(at: index, in: page.text) != nil
  }
}
