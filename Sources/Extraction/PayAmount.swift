/// A sum with what belongs to it: currency before or behind, and "k" or "million".
struct PayAmount {
  /// Hundredths, not yet multiplied.
  var value: Int
  var times = 1
  /// Index in `PayVocabulary.currencies`.
  var currency: Int?
  /// Several currencies share the sign that it bears.
  var isShared = false
  /// "CAD/USD" behind a sum: it is in both.
  var otherCurrency: Int?
  /// The multiplier says the period ("LPA").
  var periods: PayPeriodSet = []
  /// What the language of the multiplier pays in.
  var spoken: PayCurrencySet = []
  /// With the currency's tokens.
  var tokens: Range<Int>
  /// Index of its first number token.
  let number: Int
  var isGrouped = false
  var hasDecimals = false
  /// "90k+": more is possible.
  var isOpen = false
  /// The word that multiplies ends in "to": "100萬至" goes on with the upper end.
  var goesOn = false
  /// Only the word that multiplies names the currency, which several countries call so.
  var isCounted = false
  /// Grouped as in India: "5,00,000".
  var isIndian = false

  /// Hundredths; nil when it is more than any sum of money.
  var sum: Int? {
    let (product, overflow) = value.multipliedReportingOverflow(by: times)
    return overflow || product > 10_000_000_000_000_000 ? nil : product
  }
}

/// Reads single sums around number tokens.
struct PayAmountReader {
  let text: TokenizedText
  let vocabulary: PayVocabulary

  /// The sum whose first number token is at `index`; its currency begins no earlier than `floor`.
  func amount(at index: Int, floor: Int) -> PayAmount? {
    guard let number = PayNumber(at: index, in: text) else { return nil }
    var amount = PayAmount(value: number.hundredths, tokens: index..<number.next, number: index)
    amount.isGrouped = number.isGrouped
    amount.hasDecimals = number.hasDecimals
    if number.isSwiss { amount.spoken = PayCurrencySet(vocabulary.currency(of: "CHF")) }
    if number.isIndian { amount.spoken = PayCurrencySet(vocabulary.currency(of: "INR")) }
    amount.isIndian = number.isIndian
    readPrefix(&amount, floor: floor)
    let isPart = amount.currency == nil && isPartOfWord(index)
    if isPart, !isChinese(index - 1) { return nil }
    guard amount.times > 1 || readMultiplier(&amount, decimal: number.asDecimal) else {
      return nil
    }
    readSuffix(&amount)
    readOpenEnd(&amount)
    // "時給1,500円": scripts without blanks name the currency behind.
    if isPart, amount.currency == nil, vocabulary.term(at: index - 1, in: text) == nil {
      return nil
    }
    return isCounted(amount) || isLettered(amount) || isStep(amount) ? nil : amount
  }

  /// The currency that begins at a token, however it is written.
  func currency(at index: Int) -> (term: PayTerm, length: Int)? {
    guard let found = currencyTerm(at: index), found.term.roles.contains(.sign) else { return nil }
    return found
  }

  /// Past Markdown's marks, which may stand anywhere between a sum's parts.
  func skipMarks(from index: Int) -> Int {
    var index = index
    while index < text.tokens.count, isMark(text.tokens[index]) { index += 1 }
    return index
  }

  func isMark(_ token: Token) -> Bool {
    switch token.symbol {
    case 42, 95, 96, 92, 34, 0x201C, 0x201D: true
    default: false
    }
  }
}

private extension PayAmountReader {
  func isStep(_ amount: PayAmount) -> Bool {
    amount.number > 0 && amount.tokens.count == 1 && stepEnd(at: amount.number - 1) != nil
  }

  /// "PHP7", "v2.5", "#196": a number that belongs to what stands before it.
  func isPartOfWord(_ index: Int) -> Bool {
    guard index > 0, !text.tokens[index].followsBlank else { return false }
    let before = text.tokens[index - 1]
    if before.kind == .word { return true }
    switch before.symbol {
    case 46, 35, 64, 38, 61, 43: return true
    // "Cook,15-20k": a list without blanks; "1,5" is a number.
    case 44: return index == 1 || text.tokens[index - 2].kind != .word
    case 45, 58:
      return index > 1 && !before.followsBlank && text.tokens[index - 2].kind != .symbol
        && before.symbol == 45 && vocabulary.term(at: index - 2, in: text) == nil
        && text.tokens[index - 2].kind == .word
    default: return false
    }
  }

  /// A word that ends in Chinese characters, kana or Hangul, which have no blanks around them.
  func isChinese(_ index: Int) -> Bool {
    let end = Int(text.tokens[index].end)
    return end >= 3 && text.bytes[end - 3] >= 0xE3 && text.bytes[end - 1] >= 0x80
  }

  /// False when the number is glued to a word that makes it something else ("13th", "3x").
  func readMultiplier(_ amount: inout PayAmount, decimal: Int?) -> Bool {
    let index = skipMarks(from: amount.tokens.upperBound)
    if readApostrophe(&amount) { return true }
    guard index < text.tokens.count, text.tokens[index].kind == .word else { return true }
    let token = text.tokens[index]
    let isGlued = !token.followsBlank && index == amount.tokens.upperBound
    guard let (term, length) = vocabulary.term(at: index, in: text) else {
      return !isGlued || isNextItem(index, amount)
    }
    if term.roles.contains(.times) {
      // "5 m" is a length; "35 K€" is a sum.
      let isLetter = length == 1 && token.length == 1 && text.bytes[Int(token.start)] | 0x20 != 0x6B
      guard isGlued || !isLetter || isLakh(token, amount) else { return true }
      amount.times = isRedundant(term, amount) ? 1 : term.times
      if term.times >= 1_000_000, let decimal { amount.value = decimal }
      if let currency = term.currency, amount.currency == nil {
        amount.currency = currency
        amount.isShared = false
        amount.isCounted = isChinese(index)
      }
      amount.periods = term.periods
      // "w" is ten thousand in China, and a week elsewhere.
      amount.spoken =
        term.times == 10_000 ? term.spoken.subtracting(vocabulary.dollar) : term.spoken
      let word = text.words(token.range)
      amount.isOpen = vocabulary.beside.ends(word, as: .orMore)
      amount.goesOn = vocabulary.beside.ends(word, as: .goesOn)
      amount.tokens = amount.tokens.lowerBound..<index + length
      readRemainder(&amount)
      return true
    }
    let belongs: PayRoles = [
      .sign, .suffix, .per, .periodNoun, .periodWord, .to, .and, .filler, .mark, .months,
    ]
    return !isGlued || !term.roles.isDisjoint(with: belongs) || isNextItem(index, amount)
  }

  /// "65.000k": the thousands are written out already.
  func isRedundant(_ term: PayTerm, _ amount: PayAmount) -> Bool {
    term.times == 1000 && amount.isGrouped && amount.value >= 10_000_00
  }

  /// Behind rupees the letter of "2.5 L" is a lakh, and no length.
  func isLakh(_ token: Token, _ amount: PayAmount) -> Bool {
    text.bytes[Int(token.start)] == 76 && amount.currency == vocabulary.currency(of: "INR")
  }

  /// "Salary: Up to PHP 183,000Work setup": a page lost the line's end between two of its items.
  func isNextItem(_ index: Int, _ amount: PayAmount) -> Bool {
    let word = text.bytes[text.tokens[index].range]
    guard amount.currency != nil, amount.isGrouped, word.count >= 4, let first = word.first else {
      return false
    }
    return first >= 65 && first <= 90 && word.dropFirst().allSatisfy { $0 > 96 }
  }

  /// "600-700' NOK", "NOK 600' - 700'": in Scandinavia an apostrophe stands for three zeros.
  func readApostrophe(_ amount: inout PayAmount) -> Bool {
    let index = amount.tokens.upperBound
    guard !amount.isGrouped, amount.value < 2000_00, index < text.tokens.count,
      !text.tokens[index].followsBlank, [39, 0x2019, 0xB4].contains(text.tokens[index].symbol)
    else { return false }
    let behind = index + 1 < text.tokens.count ? currencyTerm(at: index + 1)?.term.currency : nil
    guard let currency = amount.currency ?? behind, vocabulary.isSigned(currency, "kr") else {
      return false
    }
    amount.times = 1000
    amount.tokens = amount.tokens.lowerBound..<index + 1
    return true
  }

  /// "21万5千円", "1億2000万円": what is left over below the larger unit.
  func readRemainder(_ amount: inout PayAmount) {
    let index = amount.tokens.upperBound
    guard amount.times >= 10_000, index < text.tokens.count, text.tokens[index].kind == .number,
      !text.tokens[index].followsBlank, isChinese(index - 1),
      let rest = PayNumber(at: index, in: text)
    else { return }
    var end = rest.next
    var times = 1
    if end < text.tokens.count, let (term, length) = vocabulary.term(at: end, in: text),
      term.roles.contains(.times)
    {
      times = term.times
      end += length
      if amount.currency == nil { amount.currency = term.currency }
    } else if text.digitCount(at: index) == 1, end == index + 1 {
      // "2萬8" is 28,000.
      times = amount.times / 10
    }
    let (part, overflow) = rest.hundredths.multipliedReportingOverflow(by: times)
    guard let whole = amount.sum, !overflow, part < amount.times * 100 else { return }
    // Kept in thousands where that loses nothing, as what has a multiplier.
    let isEven = (whole + part) % 1000 == 0
    amount.value = isEven ? (whole + part) / 1000 : whole + part
    amount.times = isEven ? 1000 : 1
    amount.tokens = amount.tokens.lowerBound..<end
  }

  /// "538-Euro-Basis": past the hyphen to a currency's name that another one follows.
  private func skipHyphen(from index: Int) -> Int {
    guard index + 2 < text.tokens.count, text.tokens[index].symbol == 45,
      (index...index + 2).allSatisfy({ !text.tokens[$0].followsBlank }),
      text.tokens[index + 1].kind == .word, text.tokens[index + 2].symbol == 45,
      currency(at: index + 1)?.length == 1
    else { return index }
    return index + 1
  }

  func readSuffix(_ amount: inout PayAmount) {
    for _ in 0..<2 {
      let index = skipHyphen(from: skipMarks(from: amount.tokens.upperBound))
      guard let (end, term) = suffix(at: index, of: amount) else { return }
      if amount.currency == nil || amount.isShared {
        amount.currency = term.currency
        amount.isShared = term.isShared
      }
      amount.tokens = amount.tokens.lowerBound..<end
      readOtherCurrency(&amount)
    }
  }

  func suffix(at index: Int, of amount: PayAmount) -> (end: Int, term: PayTerm)? {
    guard index < text.tokens.count, let (term, length) = currencyTerm(at: index) else {
      return nil
    }
    let end = index + length
    // "63415P" is the number of a job: a lone letter stands before its sum.
    if text.tokens[index].kind == .word, text.tokens[index].length == 1, length == 1,
      text.bytes[Int(text.tokens[index].start)] < 128, !text.tokens[index].followsBlank
    {
      return nil
    }
    let isSuffix = term.roles.contains(.suffix) && amount.currency != nil && amount.isShared
    guard term.roles.contains(.sign) || isSuffix else { return nil }
    if let known = amount.currency, !amount.isShared, known != term.currency,
      !term.isShared || !hasSignOf(term, known)
    {
      return nil
    }
    guard end < text.tokens.count else { return (end, term) }
    let next = text.tokens[end]
    // "100000 $MUSIC" is no money; "€50 €60" are two sums.
    if text.tokens[end - 1].kind == .symbol, !next.followsBlank, next.kind == .word,
      text.tokens[index].followsBlank
    {
      return nil
    }
    if next.kind == .number, !next.followsBlank || text.tokens[index].followsBlank,
      amount.currency != nil || !next.followsBlank
    {
      return nil
    }
    return (end, term)
  }

  /// "DKK 866.000 kr.": the shared sign repeats what the code said.
  func hasSignOf(_ term: PayTerm, _ known: Int) -> Bool {
    guard let currency = term.currency else { return false }
    return vocabulary.currencies[currency].sign == vocabulary.currencies[known].sign
  }

  /// "$160,000 CAD/USD".
  func readOtherCurrency(_ amount: inout PayAmount) {
    let end = amount.tokens.upperBound
    guard end + 1 < text.tokens.count, text.tokens[end].symbol == 47, amount.otherCurrency == nil,
      let (term, length) = currencyTerm(at: end + 1), term.roles.contains(.sign),
      term.currency != amount.currency, text.tokens[end + 1].kind == .word
    else { return }
    amount.otherCurrency = term.currency
    amount.tokens = amount.tokens.lowerBound..<end + 1 + length
  }

  /// A plus sign that touches the sum and nothing behind it.
  func readOpenEnd(_ amount: inout PayAmount) {
    let end = amount.tokens.upperBound
    if isOpenTilde(end) {
      amount.isOpen = true
      amount.tokens = amount.tokens.lowerBound..<end + 1
      return
    }
    guard end < text.tokens.count, text.tokens[end].symbol == 43 else { return }
    // "$100,000 +" with nothing to add.
    let isLast = end + 1 == text.tokens.count || text.tokens[end + 1].kind == .newline
    guard !text.tokens[end].followsBlank || isLast else { return }
    if end + 1 < text.tokens.count, !text.tokens[end + 1].followsBlank,
      text.tokens[end + 1].kind == .word && currency(at: end + 1) == nil
        || text.tokens[end + 1].kind == .number
    {
      return
    }
    amount.isOpen = true
    amount.tokens = amount.tokens.lowerBound..<end + 1
    // "90k+ USD"
    readSuffix(&amount)
  }

  /// "148,000円～" with nothing behind the tilde.
  func isOpenTilde(_ index: Int) -> Bool {
    guard index < text.tokens.count,
      text.tokens[index].symbol == 0xFF5E || text.tokens[index].symbol == 0x301C
    else { return false }
    guard index + 1 < text.tokens.count else { return true }
    let next = text.tokens[index + 1]
    return next.kind != .number && currencyTerm(at: index + 1) == nil
  }

  /// "P95": a letter is a currency's sign before larger sums only.
  func isLettered(_ amount: PayAmount) -> Bool {
    guard amount.tokens.lowerBound < amount.number, amount.times == 1, amount.value < 100_00 else {
      return false
    }
    let sign = text.tokens[amount.number - 1]
    guard sign.kind == .word, sign.length == 1, amount.tokens.upperBound < text.tokens.count
    else { return false }
    let next = text.tokens[amount.tokens.upperBound]
    return next.kind == .word || next.kind == .newline || next.followsBlank
  }

  /// "5 %" and "401(k)" are no sums.
  func isCounted(_ amount: PayAmount) -> Bool {
    let end = amount.tokens.upperBound
    guard end < text.tokens.count else { return false }
    let symbol = text.tokens[end].symbol
    if symbol == 37 { return true }
    let isPlan =
      symbol == 40 && end + 1 < text.tokens.count
      && text.tokens[end + 1].length == 1
      && text.bytes[Int(text.tokens[end + 1].start)] | 0x20 == 0x6B
    return amount.value == 401_00 && (isPlan || amount.times == 1000)
  }
}
