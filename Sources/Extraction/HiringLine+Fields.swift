import Listings

extension HiringLine {
  /// In words, of lines whose fields slashes part.
  private static let longestField = 6

  /// Bars part fields; where there is none, free dashes do, else free slashes.
  func fields(of line: Range<Int>) -> [Range<Int>] {
    let bars = split(line) { page.isSymbol($0, "|") }
    if bars.count > 1 {
      // "Acme - Onsite | Lyon": the first field is often parted again.
      return split(bars[0], by: isFreeDash) + bars.dropFirst()
    }
    let lines = split(line) { isFree($0) && page.words($0..<$0 + 1) == "I" }
    if lines.count > 3 { return lines }
    let slashes = slashFields(of: line)
    let dashes = split(line, by: isFreeDash)
    // "Acme / Baker / Lyon / €30 - to be discussed": the dash parts no fields.
    if dashes.count == 2, slashes.count > 4, split(dashes[0], by: isSlash).count > 3 {
      return slashes
    }
    if dashes.count > 1 { return dashes }
    let semicolons = split(line) { page.isSymbol($0, ";") }
    if semicolons.count > 3, semicolons.allSatisfy({ page.wordCount($0) <= Self.longestField }) {
      return semicolons
    }
    let doubled = split(line) {
      page.isSymbol($0, "/") && page.isSymbol($0 + 1, "/") && isBefore($0)
    }
    if doubled.count > 2 { return doubled }
    if slashes.count == 1 { return commaFields(of: line) ?? [line] }
    // In a sentence they stand between words.
    let speaks = line.contains { vocabulary.page.seeks.match(at: $0, in: page.text) != nil }
    return speaks ? [line] : slashes
  }

  /// The pieces between slashes with blanks around, or behind where others have them on both sides;
  /// the whole line where they are too long for fields.
  private func slashFields(of line: Range<Int>) -> [Range<Int>] {
    guard line.contains(where: { isSlash($0) && isFree($0) }) else { return [line] }
    let pieces = split(line, by: isSlash)
    return pieces.dropLast().allSatisfy { page.wordCount($0) <= Self.longestField }
      ? pieces : [line]
  }

  /// A slash that a blank follows, and none that ends a link.
  private func isSlash(_ index: Int) -> Bool {
    page.isSymbol(index, "/") && isFollowedByBlank(index)
      && (isFree(index) || page.text.tokens[index - 1].kind == .word && !endsLink(index))
  }

  /// Whether the word before a slash belongs to an address: "acme.com/".
  private func endsLink(_ index: Int) -> Bool {
    var start = index
    while start > 0, !page.text.tokens[start].followsBlank { start -= 1 }
    return (start..<index).contains { page.isSymbol($0, ".") }
  }

  private func isBefore(_ index: Int) -> Bool { page.text.tokens[index].followsBlank }

  /// "Acme, Lyon, Senior Engineer, hybrid, €50k": short pieces, of which one behind the first is a
  /// title and another is of the contract or the workplace.
  private func commaFields(of line: Range<Int>) -> [Range<Int>]? {
    let pieces = split(line) { page.isSymbol($0, ",") && isFollowedByBlank($0) }
    guard pieces.count > 3, pieces.allSatisfy({ page.wordCount($0) <= Self.longestField }),
      looksLikeName(pieces[0]), !shape.holdsRole(pieces[0]),
      !vocabulary.isPlace(pieces[0], in: page.text),
      pieces.dropFirst().contains(where: { shape.title(in: $0) != nil }),
      pieces.dropFirst().contains(where: isFiller)
    else { return nil }
    return pieces
  }

  private func isFollowedByBlank(_ index: Int) -> Bool {
    index + 1 < page.text.tokens.count && page.text.tokens[index + 1].followsBlank
  }

  /// The parts between separators that no brackets hold.
  func split(_ range: Range<Int>, by isSeparator: (Int) -> Bool) -> [Range<Int>] {
    let isBalanced =
      range.count { page.isSymbol($0, "(") } == range.count { page.isSymbol($0, ")") }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if page.isSymbol(index, "(") { depth += 1 }
      if page.isSymbol(index, ")") { depth = max(0, depth - 1) }
      guard depth == 0 || !isBalanced, isSeparator(index) else { continue }
      parts.append(page.trimmed(start..<index))
      start = index + 1
    }
    parts.append(page.trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  /// The field without its label, without links, and without what follows its first sentence.
  func bare(_ field: Range<Int>) -> Range<Int> {
    var field = withoutLabel(behindMark(field))
    while let end = endOfLink(at: field.lowerBound, in: field) {
      field = page.trimmed(end..<field.upperBound)
    }
    var depth = 0
    for index in field {
      if page.isSymbol(index, "(") { depth += 1 }
      if page.isSymbol(index, ")") { depth -= 1 }
      guard depth <= 0, index > field.lowerBound else { continue }
      if endOfLink(at: index, in: field) != nil || endsSentence(index, in: field)
        || isTrailingDomain(at: index, in: field)
      {
        return page.trimmed(field.lowerBound..<index)
      }
    }
    return field
  }

  /// Behind a list's number or a forum's mark, as in `1. Kiln Engineer` or "[Hiring] Acme".
  private func behindMark(_ field: Range<Int>) -> Range<Int> {
    let start = field.lowerBound
    guard field.count > 2, page.text.tokens[start].kind == .number || page.isSymbol(start, "[")
    else { return field }
    if page.text.tokens[start].kind == .number, page.text.tokens[start].length < 3,
      page.isSymbol(start + 1, ".") || page.isSymbol(start + 1, ")"),
      page.text.tokens[start + 2].followsBlank, page.isCapitalized(start + 2)
    {
      return start + 2..<field.upperBound
    }
    guard let close = field.first(where: { page.isSymbol($0, "]") }), close > start + 1,
      close + 1 < field.upperBound, withoutHiringWords(start + 1..<close).isEmpty
    else { return field }
    return page.trimmed(close + 1..<field.upperBound)
  }

  /// Whether an address without a scheme begins at `index` and is all that is left of the field.
  private func isTrailingDomain(at index: Int, in field: Range<Int>) -> Bool {
    let rest = index..<field.upperBound
    guard page.text.tokens[index].followsBlank, page.text.tokens[index].kind == .word,
      !page.isCapitalized(index), page.isSymbol(index + 1, ".")
    else { return false }
    return isDomain(rest)
  }

  /// "Location: Lyon" without the label.
  func withoutLabel(_ field: Range<Int>) -> Range<Int> {
    guard let first = field.first,
      let (_, length) = vocabulary.page.labels.match(at: first, in: page.text),
      page.isSymbol(first + length, ":")
    else { return field }
    return page.trimmed(min(first + length + 1, field.upperBound)..<field.upperBound)
  }

  /// Where a link that begins at `index` ends.
  func endOfLink(at index: Int, in field: Range<Int>) -> Int? {
    guard field.contains(index), page.text.tokens[index].kind == .word else { return nil }
    let word = page.words(index..<index + 1).lowercased()
    let isScheme = (word == "http" || word == "https") && page.isSymbol(index + 1, ":")
    guard isScheme || word == "www" && page.isSymbol(index + 1, ".") else { return nil }
    return field.first { other in
      other > index
        && (page.text.tokens[other].followsBlank || page.isSymbol(other, ")")
          || page.isSymbol(other, "]"))
    } ?? field.upperBound
  }

  /// Whether a full stop ends a sentence, as the one of an initial or of a saint's name does not.
  func endsSentence(_ index: Int, in field: Range<Int>) -> Bool {
    guard page.isSymbol(index, "."), index > field.lowerBound, index + 1 < field.upperBound,
      page.text.tokens[index + 1].followsBlank, page.isCapitalized(index + 1)
    else { return false }
    let word = page.text.tokens[index - 1]
    return word.end - word.start > 1
      && !vocabulary.beside.isA(.short, page.words(index - 1..<index).lowercased())
  }

  /// Whether an address without a scheme is all there is.
  func isDomain(_ field: Range<Int>) -> Bool {
    field.count > 2 && field.dropFirst().allSatisfy { !page.text.tokens[$0].followsBlank }
      && field.contains { page.isSymbol($0, ".") || page.isSymbol($0, "@") }
      && !field.contains { page.isSymbol($0, ",") }
  }

  func isFree(_ index: Int) -> Bool {
    page.text.tokens[index].followsBlank && index + 1 < page.text.tokens.count
      && page.text.tokens[index + 1].followsBlank
  }

  /// "-", "–" and "--" with blanks around.
  func isFreeDash(_ index: Int) -> Bool {
    guard isDash(index) else { return false }
    var (first, last) = (index, index)
    while isDash(first - 1), !page.text.tokens[first].followsBlank { first -= 1 }
    while isDash(last + 1), !page.text.tokens[last + 1].followsBlank { last += 1 }
    return page.text.tokens[first].followsBlank && last + 1 < page.text.tokens.count
      && page.text.tokens[last + 1].followsBlank
  }

  private func isDash(_ index: Int) -> Bool {
    page.isSymbol(index, "-") || page.isSymbol(index, "–") || page.isSymbol(index, "—")
  }
}

extension HiringLine {
  /// The words for contract, workplace or visa in a field.
  func hiringWords(in field: Range<Int>) -> [(PageVocabulary.HiringWord, Range<Int>)] {
    var found: [(PageVocabulary.HiringWord, Range<Int>)] = []
    var index = field.lowerBound
    while index < field.upperBound {
      if let (word, length) = vocabulary.page.hiringWords.match(at: index, in: page.text),
        index + length <= field.upperBound
      {
        found.append((word, index..<index + length))
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  /// The tokens that none of these words covers.
  func withoutHiringWords(
    _ field: Range<Int>, where isWanted: (PageVocabulary.HiringWord) -> Bool = { _ in true }
  ) -> [Int] {
    let covered = hiringWords(in: field).filter { isWanted($0.0) }
    return field.filter { index in !covered.contains { $0.1.contains(index) } }
  }

  /// Whether nothing is left but words such as "Full-time", an investor's batch or names of tools.
  func isFiller(_ field: Range<Int>) -> Bool {
    let words = hiringWords(in: field)
    if words.contains(where: { $0.0 == .department }) { return false }
    if let (word, range) = words.first, word == .batch, range.lowerBound == field.lowerBound {
      return true
    }
    let left = withoutHiringWords(field).filter { page.text.tokens[$0].kind == .word }
    return left.isEmpty || isOfSkills(left) && !left.contains { shape.isRole(at: $0) }
  }

  private func isOfSkills(_ words: [Int]) -> Bool {
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    let marks = vocabulary.signs.marks(in: page.text, tokens: first..<last + 1) { $0.skill != -1 }
    let known = words.count { index in marks.contains { $0.tokens.contains(index) } }
    return marks.count > 1 && known * 2 > words.count
  }

  func holdsSkill(_ field: Range<Int>) -> Bool {
    !vocabulary.signs.marks(in: page.text, tokens: field) { $0.skill >= 0 }.isEmpty
  }

  /// "Mid-Level & Senior".
  func holdsLevel(_ field: Range<Int>) -> Bool {
    !vocabulary.signs.marks(in: page.text, tokens: field) { $0.level != nil }.isEmpty
  }

  func isPay(_ field: Range<Int>) -> Bool {
    let text = TokenizedText(page.words(field), lexicon: vocabulary.lexicon)
    return Salary.extract(from: text, using: vocabulary) != nil
  }

  func beforeBracket(_ field: Range<Int>) -> Range<Int> {
    let end = field.first { page.isSymbol($0, "(") } ?? field.upperBound
    return page.trimmed(field.lowerBound..<end)
  }

  func firstPiece(of field: Range<Int>) -> Range<Int> {
    let end = field.first { page.isSymbol($0, ",") || page.isSymbol($0, "(") }
    return page.trimmed(field.lowerBound..<max(end ?? field.upperBound, field.lowerBound))
  }
}
