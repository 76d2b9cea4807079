extension PayAmountReader {
  /// The currency before a sum, and the letter that multiplies where it stands there, too.
  func readPrefix(_ amount: inout PayAmount, floor: Int) {
    var end = readThousands(&amount, floor: floor)
    // A sign and a code may both stand there: "EUR €77.000".
    for _ in 0..<2 {
      let stop = skipMarksBack(from: end, floor: floor)
      guard let (start, term) = currencyTerm(endingAt: stop, floor: floor) else { break }
      if amount.currency == nil || amount.isShared {
        amount.currency = term.currency
        amount.isShared = term.isShared
      }
      end = start
    }
    // "K€ 45-55"
    if amount.currency != nil, amount.times == 1, end > floor, isThousands(end - 1),
      !text.tokens[end].followsBlank, !amount.isGrouped
    {
      amount.times = 1000
      end -= 1
    }
    if amount.currency == nil { amount.times = 1 }
    if end < amount.tokens.lowerBound, amount.currency != nil {
      amount.tokens = end..<amount.tokens.upperBound
    }
  }

  /// "€k 45": where the letter between the sign and the sum begins, else where the sum does.
  private func readThousands(_ amount: inout PayAmount, floor: Int) -> Int {
    let start = amount.tokens.lowerBound
    guard start > floor + 1, isThousands(start - 1), text.tokens[start].followsBlank,
      !text.tokens[start - 1].followsBlank, text.tokens[start - 2].kind == .symbol,
      !amount.isGrouped
    else { return start }
    amount.times = 1000
    return start - 1
  }

  private func isThousands(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.length == 1 && text.bytes[Int(token.start)] | 0x20 == 0x6B
  }

  private func skipMarksBack(from index: Int, floor: Int) -> Int {
    var index = index
    while index > floor,
      isMark(text.tokens[index - 1]) || isAbout(text.tokens[index - 1])
        || endsSign(index - 1)
    {
      index -= 1
    }
    return index
  }

  /// Whether a point or a colon stands between a sign and its sum, as in `€. 65.000` and `R$: 8.000`.
  func endsSign(_ index: Int) -> Bool {
    guard [46, 58].contains(text.tokens[index].symbol), !text.tokens[index].followsBlank, index > 0,
      index + 1 < text.tokens.count, text.tokens[index + 1].kind == .number,
      text.tokens[index + 1].followsBlank, text.tokens[index - 1].kind == .symbol,
      // "35.000 €. 13 Gehälter": of a sign that belongs to a sum before it, it ends a sentence.
      index < 2 || text.tokens[index - 2].kind != .number
    else { return false }
    return vocabulary.term(at: index - 1, in: text)?.term.roles.contains(.sign) == true
  }

  /// "CAD ~$90,000".
  private func isAbout(_ token: Token) -> Bool { token.symbol == 126 || token.symbol == 0x2248 }

  private func currencyTerm(endingAt end: Int, floor: Int) -> (start: Int, term: PayTerm)? {
    for start in max(floor, end - 3)..<max(end, floor) {
      guard let (term, length) = currencyTerm(at: start), start + length == end,
        term.roles.contains(.sign)
      else { continue }
      // "60€ 30": the sign belongs to the sum before it.
      if start > floor, text.tokens[start - 1].kind == .number, !text.tokens[start].followsBlank,
        text.tokens[end - 1].kind != .symbol || text.tokens[end].followsBlank
      {
        continue
      }
      return (start, term)
    }
    return nil
  }

  /// The sign or word of a currency that begins at a token; codes may be more than currencies.
  func currencyTerm(at index: Int) -> (term: PayTerm, length: Int)? {
    if let (term, length) = vocabulary.sign(at: index, in: text),
      isWritten(term, from: index, to: index + length)
    {
      return (term, length)
    }
    guard let (term, length) = vocabulary.term(at: index, in: text),
      isWritten(term, from: index, to: index + length)
    else { return nil }
    return (term, length)
  }

  /// Capitals where a code needs them, and no blank inside a sign ("CA $" is a place and a sign).
  func isWritten(_ term: PayTerm, from start: Int, to end: Int) -> Bool {
    if term.needsCapitals {
      for position in text.tokens[start].range
      where text.bytes[position] & 0xDF != text.bytes[position] {
        return false
      }
    }
    guard end - start > 1, text.tokens[start].length < 3 else { return true }
    for index in start + 1..<end where text.tokens[index].kind == .symbol {
      if text.tokens[index].followsBlank { return false }
    }
    return true
  }
}
