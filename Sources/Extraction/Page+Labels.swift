import Listings

extension Page {
  /// The value behind a label, as in "Company: Acme" or "Position | Cook"; nil without one.
  func value(of label: PostingLabel, line: Int, _ vocabulary: PageVocabulary) -> Range<Int>? {
    guard let (found, value) = labeled(line, vocabulary), found == label else { return nil }
    return value
  }

  /// The label that a line begins with, and the tokens of its value.
  func labeled(_ line: Int, _ vocabulary: PageVocabulary) -> (PostingLabel, Range<Int>)? {
    let tokens = lines[line]
    guard let first = tokens.prefix(4).first(where: { text.tokens[$0].kind == .word }),
      let (label, length) = vocabulary.labels.match(at: first, in: text)
    else { return nil }
    let next = first + length
    let isCell = body.lines[line].kind == .tableRow && isSymbol(next, "|")
    if next == tokens.upperBound || isColon(next) && next + 1 == tokens.upperBound {
      return valueBelow(line, label, vocabulary)
    }
    guard next < tokens.upperBound,
      isColon(next) || isCell || isDash(next, behind: label, first, line)
    else { return nil }
    let end = labelBehind(next, in: tokens, vocabulary) ?? tokens.upperBound
    let value = trimmed(next + 1..<end)
    // "Location: Pay:" heads the columns of a lost table.
    return value.isEmpty || isColon(tokens.upperBound - 1) ? nil : (label, value)
  }

  /// "Company – Kilnhaus": a free dash in place of the colon, on a line that is no sentence.
  private func isDash(
    _ index: Int, behind label: PostingLabel, _ first: Int, _ line: Int
  ) -> Bool {
    let isDash = (["-", "–", "—"] as [Unicode.Scalar]).contains { isSymbol(index, $0) }
    guard isDash, [.title, .company, .location].contains(label), isCapitalized(first),
      text.tokens[index].followsBlank, lines[line].count <= 24, index + 1 < lines[line].upperBound
    else { return false }
    return text.tokens[index + 1].followsBlank && isCapitalized(index + 1)
  }

  /// The labels of a line that has several, as in "Company: Acme · Location: Porto", with their values.
  func labels(_ line: Int, _ vocabulary: PageVocabulary) -> [(PostingLabel, Range<Int>)] {
    let first = labeled(line, vocabulary)
    if let first, first.1.upperBound >= lines[line].upperBound { return [first] }
    var found = first.map { [$0] } ?? []
    // A table's cells are no labels, and a paragraph has no parts.
    guard first != nil || lines[line].count <= 60, body.lines[line].kind != .tableRow,
      lines[line].contains(where: isColon)
    else { return found }
    for part in parts(of: lines[line]).dropFirst() {
      guard let (label, length) = vocabulary.labels.match(at: part.lowerBound, in: text),
        isColon(part.lowerBound + length), part.lowerBound + length < part.upperBound
      else { continue }
      let value = trimmed(part.lowerBound + length + 1..<part.upperBound)
      if !value.isEmpty { found.append((label, value)) }
    }
    return found
  }

  /// Where a part with a label of its own begins behind a free dash, bar or dot.
  private func labelBehind(
    _ start: Int, in line: Range<Int>, _ vocabulary: PageVocabulary
  ) -> Int? {
    guard line[start...].dropFirst().contains(where: isColon) else { return nil }
    return parts(of: line).dropFirst().first { part in
      vocabulary.labels.match(at: part.lowerBound, in: text)
        .map { isColon(part.lowerBound + $0.length) } ?? false
    }?.lowerBound
  }

  /// "Kilnhaus is where its people are": a sentence where a place should stand.
  func tellsOfUs(_ value: Range<Int>, _ vocabulary: PageVocabulary) -> Bool {
    wordCount(value) > 6
      && value.contains { index in
        !isCapitalized(index) && text.tokens[index].kind == .word
          && vocabulary.titleWords.match(at: index, in: text)?.value == .sentence
      }
  }

  /// Pages that lose their layout put the value on a line of its own below the label.
  private func valueBelow(
    _ line: Int, _ label: PostingLabel, _ vocabulary: PageVocabulary
  ) -> (PostingLabel, Range<Int>)? {
    guard line + 1 < lines.count, let first = lines[line + 1].first, label != .title,
      lines[line + 1].count <= 14, body.lines[line + 1].kind == .paragraph,
      isCapitalized(first) || text.tokens[first].kind == .symbol,
      !isKnown(lines[line + 1], vocabulary),
      !lines[line + 1].contains(where: { index in
        vocabulary.titleWords.match(at: index, in: text)?.value == .sentence
      })
    else { return nil }
    let value = trimmed(lines[line + 1])
    // "Locations", then "0", then "selected": how many a filter of a board has chosen.
    if label == .location, value.allSatisfy({ text.tokens[$0].kind == .number }) { return nil }
    return value.isEmpty ? nil : (label, value)
  }

  /// Whether a line is a heading, a label or a button, and nothing else.
  func isKnown(_ line: Range<Int>, _ vocabulary: PageVocabulary) -> Bool {
    guard let first = line.first else { return true }
    let lengths = [
      vocabulary.labels.match(at: first, in: text)?.length,
      vocabulary.sections.match(at: first, in: text)?.length,
      vocabulary.boilerplate.match(at: first, in: text)?.length,
      vocabulary.hiringWords.match(at: first, in: text)?.length,
    ]
    return lengths.contains { length in
      guard let length else { return false }
      return (first + length..<line.upperBound).allSatisfy { text.tokens[$0].kind == .symbol }
        || isColon(first + length)
    }
  }

  /// A colon, or the wide one of Chinese text.
  func isColon(_ index: Int) -> Bool { isSymbol(index, ":") || isSymbol(index, "\u{FF1A}") }
}
