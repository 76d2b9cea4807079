/// A number as people write sums: `1,234.50`, `1.234,50`, `1 234`, `1'234`, `12,00,000`.
struct PayNumber {
  /// Hundredths; digits beyond them are dropped.
  var hundredths: Int
  /// Index of the token after it.
  var next: Int
  /// It has a separator of thousands.
  var isGrouped = false
  var hasDecimals = false
  /// An apostrophe separates thousands, as in Switzerland.
  var isSwiss = false
  /// Twelve lakh is "12,00,000" in India and around it.
  var isIndian = false
  /// The reading as a decimal, where `1.125` may be that too.
  var asDecimal: Int?
}

extension PayNumber {
  /// Reads the number that begins with the number token at `index`; nil when it is too long.
  init?(at index: Int, in text: TokenizedText) {
    guard let first = text.digits(at: index) else { return nil }
    var reader = PayNumberReader(text: text, whole: first, length: text.digitCount(at: index))
    reader.next = index + 1
    while reader.takeGroup() {}
    guard reader.whole < 1_000_000_000_000_000 else { return nil }
    hundredths = reader.whole * 100 + reader.fraction
    next = reader.next
    isGrouped = reader.separator != nil
    hasDecimals = reader.hasDecimals
    isSwiss = reader.separator == 39
    isIndian = reader.isIndian
    if reader.groups == 1, !reader.hasDecimals, reader.separator == 44 || reader.separator == 46 {
      asDecimal = first * 100 + reader.whole % 1000 / 10
    }
    skipDash(in: text)
  }

  /// "4.000,-", "25,000/-" and "25,000/=" end in a sign that stands for no cents.
  private mutating func skipDash(in text: TokenizedText) {
    let tokens = text.tokens
    guard next + 1 < tokens.count, !tokens[next].followsBlank, !tokens[next + 1].followsBlank
    else { return }
    let mark = tokens[next].symbol
    let dash = tokens[next + 1].symbol
    guard mark == 44 || mark == 46 || mark == 47,
      dash == 45 || dash == 0x2013 || dash == 0x2014 || mark == 47 && dash == 61
    else { return }
    let isRange = next + 2 < tokens.count && tokens[next + 2].kind == .number
    if !isRange { next += 2 }
  }
}

private struct PayNumberReader {
  let text: TokenizedText
  var whole: Int
  /// Digits of the group read last.
  var length: Int
  var next = 0
  var fraction = 0
  var groups = 0
  var hasDecimals = false
  var isIndian = false
  /// The separator of thousands; 32 stands for any blank.
  var separator: UInt32?

  /// Takes one more group of digits with the separator before it, if it belongs to the number.
  mutating func takeGroup() -> Bool {
    guard isEscaped(next) else { return takeNext() }
    let start = next
    next += 1
    let isTaken = takeNext()
    if next == start + 1 { next = start }
    return isTaken
  }

  /// `27\.50`: Markdown may set a backslash before the separator.
  private func isEscaped(_ index: Int) -> Bool {
    index + 1 < text.tokens.count && text.tokens[index].symbol == 92
      && !text.tokens[index].followsBlank && !text.tokens[index + 1].followsBlank
      && (text.tokens[index + 1].symbol == 46 || text.tokens[index + 1].symbol == 44)
  }

  private mutating func takeNext() -> Bool {
    guard !hasDecimals, next < text.tokens.count else { return false }
    let token = text.tokens[next]
    if token.kind == .number {
      guard token.followsBlank, text.isOneBlank(before: next) else { return false }
      return takeThousands(at: next, separator: 32)
    }
    guard token.kind == .symbol, !token.followsBlank, next + 1 < text.tokens.count else {
      return false
    }
    let group = text.tokens[next + 1]
    guard group.kind == .number else { return false }
    if group.followsBlank { return takeSpaced(token.id) }
    switch token.id {
    case 39, 0x2019, 0x2018, 0xB4, 96, 0x2032: return takeThousands(at: next + 1, separator: 39)
    case 44, 46: return takeAfterPoint(token.id)
    case 0xFF0C, 0xFF0E: return takeAfterPoint(token.id - 0xFEE0)
    default: return false
    }
  }

  /// "120, 000": a blank slipped in before three zeros.
  private mutating func takeSpaced(_ mark: UInt32) -> Bool {
    guard mark == 44, groups == 0, text.digitCount(at: next + 1) == 3,
      text.digits(at: next + 1) == 0, whole > 0,
      text.isOneBlank(before: next + 1)
    else { return false }
    return takeThousands(at: next + 1, separator: mark)
  }

  /// A comma or a point: of thousands before three digits, else decimal; twelve lakh is "12,00,000".
  private mutating func takeAfterPoint(_ mark: UInt32) -> Bool {
    let size = text.digitCount(at: next + 1)
    // "$5'000.000": in Colombia an apostrophe sets off millions.
    let isOwn = separator == nil || separator == mark || separator == 39 && mark == 46
    if size == 3, isOwn, whole > 0 || groups > 0, groups > 0 || length <= 3 {
      return takeThousands(at: next + 1, separator: mark)
    }
    // "$1200,000": a digit too many, and three behind a comma are no cents.
    if size == 3, mark == 44, groups == 0, length == 4 {
      return take(next + 1, separator: mark, times: 1000)
    }
    if size == 2, mark == 44, separator == nil || separator == 44,
      isIndianGroup(after: next + 2)
    {
      isIndian = true
      return take(next + 1, separator: mark, times: 100)
    }
    guard separator != mark, let digits = text.digits(at: next + 1) else { return false }
    hasDecimals = true
    fraction = size == 1 ? digits * 10 : digits
    for _ in 2..<max(size, 2) where size > 2 { fraction /= 10 }
    next += 2
    return false
  }

  private func isIndianGroup(after index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    let mark = text.tokens[index]
    let group = text.tokens[index + 1]
    return mark.symbol == 44 && !mark.followsBlank && group.kind == .number && !group.followsBlank
      && (group.length == 2 || group.length == 3)
  }

  private mutating func takeThousands(at index: Int, separator: UInt32) -> Bool {
    guard text.digitCount(at: index) == 3,
      self.separator == nil || self.separator == separator || self.separator == 39,
      groups > 0 || length <= 3
    else { return false }
    return take(index, separator: separator, times: 1000)
  }

  private mutating func take(_ index: Int, separator: UInt32, times: Int) -> Bool {
    guard let digits = text.digits(at: index), whole < 1_000_000_000_000 else { return false }
    whole = whole * times + digits
    self.separator = separator
    groups += 1
    length = text.digitCount(at: index)
    next = index + 1
    return true
  }
}

extension Token {
  var length: Int { Int(end - start) }

  /// The scalar of a symbol; 0 for other tokens.
  var symbol: UInt32 { kind == .symbol ? id : 0 }
}

extension TokenizedText {
  /// The value of a number token; nil when it is longer than any sum.
  func digits(at index: Int) -> Int? {
    let token = tokens[index]
    guard digitCount(at: index) <= 12 else { return nil }
    // Of a wide digit the last byte alone tells which it is.
    let isWide = bytes[Int(token.start)] >= 0x80
    var value = 0
    for position in isWide
      ? stride(from: Int(token.start) + 2, to: Int(token.end), by: 3)
      : stride(from: Int(token.start), to: Int(token.end), by: 1)
    {
      value = value * 10 + Int(bytes[position] & 0xF)
    }
    return value
  }

  /// How many digits a number token has; wide ones take three bytes each.
  func digitCount(at index: Int) -> Int {
    let token = tokens[index]
    return bytes[Int(token.start)] < 0x80 ? token.length : token.length / 3
  }

  /// Whether a token follows the one before it after a single blank, no-break ones included.
  func isOneBlank(before index: Int) -> Bool {
    let gap = tokens[index].start - tokens[index - 1].end
    guard gap >= 1, gap <= 3 else { return false }
    let first = bytes[Int(tokens[index - 1].end)]
    return gap == 1 ? first == 32 : first >= 0x80
  }
}
