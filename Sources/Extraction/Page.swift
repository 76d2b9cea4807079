import Listings

/// A posting's body as lines and tokens, cut once for all that read it.
final class Page: Sendable {
  let body: BodyText
  let text: TokenizedText
  /// The tokens of each line, its end left out.
  let lines: [Range<Int>]

  init(_ blocks: [Block], lexicon: Lexicon) {
    body = BodyText(blocks)
    text = TokenizedText(bytes: body.bytes, lexicon: lexicon)
    var lines: [Range<Int>] = []
    lines.reserveCapacity(body.lines.count)
    var start = 0
    for (index, token) in text.tokens.enumerated() where token.kind == .newline {
      lines.append(start..<index)
      start = index + 1
    }
    self.lines = lines
  }

  func words(_ tokens: Range<Int>) -> String {
    guard let range = bytes(of: tokens) else { return "" }
    return text.words(range)
  }

  /// The UTF-8 range that tokens take, from the first to the last.
  func bytes(of tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return Int(text.tokens[first].start)..<Int(text.tokens[last].end)
  }

  func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .symbol
      && text.tokens[index].id == scalar.value
  }

  /// Whether a word begins with a capital letter, or is a number.
  func isCapitalized(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word else { return token.kind == .number }
    let first = text.bytes[Int(token.start)]
    if first < 0x80 { return first < 97 }
    let scalar = text.bytes.withUnsafeBufferPointer { UTF8Scalar(at: Int(token.start), in: $0) }
    guard let unicode = Unicode.Scalar(scalar.value) else { return false }
    return unicode.properties.isUppercase || !unicode.properties.isLowercase
  }

  /// "eBay", "iO", "easyJet": a small letter first and a capital further on.
  func isCamelCase(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, (97...122).contains(text.bytes[Int(token.start)]) else {
      return false
    }
    return text.bytes[token.range].contains { (65...90).contains($0) }
  }

  /// Whether a word of two letters or more has no small ones, as in "AI".
  func isAllCapitals(_ index: Int) -> Bool {
    let word = text.bytes[text.tokens[index].range]
    return word.count > 1 && word.allSatisfy { (65...90).contains($0) }
  }

  func wordCount(_ tokens: Range<Int>) -> Int {
    tokens.count { text.tokens[$0].kind == .word }
  }

  /// The tokens without symbols at either end, but with brackets that close what they open.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while start < end, text.tokens[start].kind == .symbol, !isSymbol(start, "("),
      !isSymbol(start, "."), !isSymbol(start, "["), !isMoneySign(start)
    { start += 1 }
    while end > start, text.tokens[end - 1].kind == .symbol, !isKeptAtEnd(end - 1),
      !isMoneySign(end - 1)
    { end -= 1 }
    return start..<end
  }

  /// What a sum loses with it is its currency.
  private func isMoneySign(_ index: Int) -> Bool {
    (["$", "€", "£", "¥", "₹", "₩", "₽"] as [Unicode.Scalar]).contains { isSymbol(index, $0) }
  }

  /// The parts of a line between dashes, bars and dots that stand free; the line when none does.
  func parts(of line: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = line.lowerBound
    let separators: [Unicode.Scalar] = ["-", "–", "—", "|", "·", "•"]
    for index in line
    where text.tokens[index].kind == .symbol && separators.contains(where: { isSymbol(index, $0) })
    {
      let isFree =
        text.tokens[index].followsBlank && index + 1 < line.upperBound
        && text.tokens[index + 1].followsBlank
      guard isFree else { continue }
      parts.append(trimmed(start..<index))
      start = index + 1
    }
    parts.append(trimmed(start..<line.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  private func isKeptAtEnd(_ index: Int) -> Bool {
    for closing: Unicode.Scalar in [")", "）", "]", "+", "#", "!"] where isSymbol(index, closing) {
      return true
    }
    return false
  }
}
