/// A piece of a query and where it stands, in UTF-8 offsets.
struct QueryToken {
  enum Kind {
    case open
    /// The parenthesis is followed by `?`.
    case close(isMarked: Bool)
    case minus
    case not, and, or
    case word(QueryWord)
  }

  let kind: Kind
  let range: Range<Int>
}

extension QueryToken {
  /// Something must follow.
  var isWaiting: Bool {
    switch kind {
    case .open, .minus, .not, .and, .or: true
    case .close, .word: false
    }
  }
}

/// A word, a quoted phrase, or a field with its values.
struct QueryWord {
  struct Field {
    let name: String
    let range: Range<Int>
    let comparison: QueryComparison
    let sign: String
    let signStart: Int
  }

  struct Item {
    var text: String
    var range: Range<Int>
    var isQuoted = false
    /// Followed by `*`.
    var isPrefix = false
    /// Words joined by a `near`, the last of which stands bare.
    var isJoined = false
  }

  var field: Field?
  var items: [Item] = []
  /// Followed by `?`.
  var isMarked = false
}

/// How a field is compared with its value.
enum QueryComparison: String {
  case equal = ":"
  case unequal = "!="
  case atLeast = ">="
  case atMost = "<="
  case above = ">"
  case below = "<"
  /// A regular expression follows.
  case matches = "~"
}

/// Cuts a query into tokens; marks without a letter or digit are passed over like blanks.
struct QueryLexer {
  private let bytes: [UInt8]
  private var position = 0
  private let isLenient: Bool

  /// `isLenient`: the query is still being typed, so an open quote ends with it.
  static func tokens(
    in source: String, isLenient: Bool = false
  ) throws(QueryError) -> [QueryToken] {
    var lexer = QueryLexer(bytes: Array(source.utf8), isLenient: isLenient)
    var tokens: [QueryToken] = []
    while let token = try lexer.next() {
      if case .word(let word) = token.kind, word.isEmpty {
        // "-&" asks nothing, and its minus must not reach the next word.
        if case .minus? = tokens.last?.kind, tokens.last?.range.upperBound == token.range.lowerBound
        {
          tokens.removeLast()
        }
        continue
      }
      tokens.append(token)
    }
    return tokens
  }

  private init(bytes: [UInt8], isLenient: Bool) {
    self.bytes = bytes
    self.isLenient = isLenient
  }
}

private extension QueryWord {
  var hasExpression: Bool { field?.comparison == .matches }

  var isEmpty: Bool {
    field == nil
      && items.allSatisfy { item in
        SearchText.words(in: item.text).isEmpty && !(item.text.isEmpty && item.isPrefix)
      }
  }
}

private extension QueryLexer {
  mutating func next() throws(QueryError) -> QueryToken? {
    while let size = blank(at: position) { position += size }
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "("):
      position += 1
      return QueryToken(kind: .open, range: start..<position)
    case UInt8(ascii: ")"):
      position += 1
      let range = start..<position
      return QueryToken(kind: .close(isMarked: skip("?")), range: range)
    case UInt8(ascii: "-") where !isEnd(of: position + 1) || isOpening(position + 1):
      position += 1
      return QueryToken(kind: .minus, range: start..<position)
    default:
      let word = try word()
      return QueryToken(kind: keyword(word) ?? .word(word), range: start..<position)
    }
  }

  func keyword(_ word: QueryWord) -> QueryToken.Kind? {
    guard word.field == nil, !word.isMarked, let item = word.items.first, !item.isQuoted,
      !item.isPrefix
    else { return nil }
    return switch item.text.lowercased() {
    case "not": .not
    case "and": .and
    case "or": .or
    default: nil
    }
  }

  mutating func word() throws(QueryError) -> QueryWord {
    var word = QueryWord()
    word.field = field()
    let isListed = word.field != nil && !word.hasExpression
    repeat {
      let item = try item(isListed: isListed, isRaw: word.hasExpression)
      word.items.append(item)
    } while isListed && (skip(",") || skip("|"))
    if word.items[word.items.count - 1].isQuoted { word.isMarked = skip("?") }
    finish(&word)
    return word
  }

  /// Takes the `?` and the `*` off the end of the last bare value.
  func finish(_ word: inout QueryWord) {
    for index in word.items.indices where !word.items[index].isQuoted {
      let isLast = index == word.items.count - 1
      if isLast, word.items[index].text.utf8.last == UInt8(ascii: "?") {
        word.items[index].dropLast()
        word.isMarked = true
      }
      if !word.hasExpression, word.items[index].text.utf8.last == UInt8(ascii: "*") {
        word.items[index].dropLast()
        word.items[index].isPrefix = true
      }
    }
  }

  mutating func item(isListed: Bool, isRaw: Bool) throws(QueryError) -> QueryWord.Item {
    if let quote = quote(at: position) { return try quoted(quote, isRaw: isRaw) }
    let start = position
    while !isEnd(of: position), quote(at: position) == nil {
      let byte = bytes[position]
      if isListed, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|") { break }
      position += 1
    }
    return QueryWord.Item(text: text(start..<position), range: start..<position)
  }

  /// In a regular expression, which is raw, a backslash goes with the letter behind it.
  mutating func quoted(
    _ quote: (size: Int, isPlain: Bool), isRaw: Bool
  ) throws(QueryError) -> QueryWord.Item {
    let start = position
    position += quote.size
    var inner: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        if isRaw, bytes[position + 1] != UInt8(ascii: "\"") { inner.append(bytes[position]) }
        inner.append(bytes[position + 1])
        position += 2
      } else if let end = self.quote(at: position), end.isPlain || !quote.isPlain {
        position += end.size
        let range = start..<position
        let text = String(decoding: inner, as: UTF8.self)
        return QueryWord.Item(
          text: text, range: range, isQuoted: true, isPrefix: !isRaw && skip("*"))
      } else {
        inner.append(bytes[position])
        position += 1
      }
    }
    guard isLenient else {
      throw QueryError(offset: start, length: quote.size, problem: .unclosedQuote)
    }
    let text = String(decoding: inner, as: UTF8.self)
    return QueryWord.Item(text: text, range: start..<position, isQuoted: true)
  }
}

private extension QueryLexer {
  /// A name and its sign, as in `salary>=`; the position moves behind them.
  mutating func field() -> QueryWord.Field? {
    let start = position
    var end = start
    while end < bytes.count, isNamePart(bytes[end], isFirst: end == start) { end += 1 }
    guard end > start else { return nil }
    let name = text(start..<end)
    if let (comparison, size) = comparison(at: end), !isAddress(after: end + size),
      comparison != .matches || QueryFieldName(written: name) != nil
    {
      position = end + size
      if comparison.isOrdering { skipBlanks() }
      return QueryWord.Field(
        name: name, range: start..<end, comparison: comparison, sign: text(end..<end + size),
        signStart: end)
    }
    return spacedField(name, start..<end)
  }

  /// As in `salary >= 150k`: only after the name of a field, so that words stay words.
  mutating func spacedField(_ name: String, _ range: Range<Int>) -> QueryWord.Field? {
    var end = range.upperBound
    while let size = blank(at: end) { end += size }
    guard end > range.upperBound, QueryFieldName(written: name) != nil,
      let (comparison, size) = comparison(at: end), comparison.isOrdering
    else { return nil }
    position = end + size
    skipBlanks()
    return QueryWord.Field(
      name: name, range: range, comparison: comparison, sign: text(end..<end + size),
      signStart: end)
  }

  mutating func skipBlanks() {
    while let size = blank(at: position) { position += size }
  }

  func comparison(at start: Int) -> (QueryComparison, size: Int)? {
    guard start < bytes.count else { return nil }
    let hasColon = bytes[start] == UInt8(ascii: ":")
    let sign = hasColon ? start + 1 : start
    let first = sign < bytes.count ? bytes[sign] : 0
    let isDouble = sign + 1 < bytes.count && bytes[sign + 1] == UInt8(ascii: "=")
    let colon = hasColon ? 1 : 0
    switch first {
    case UInt8(ascii: ">"): return (isDouble ? .atLeast : .above, colon + (isDouble ? 2 : 1))
    case UInt8(ascii: "<"): return (isDouble ? .atMost : .below, colon + (isDouble ? 2 : 1))
    case UInt8(ascii: "!") where isDouble: return (.unequal, colon + 2)
    case UInt8(ascii: "~"): return (.matches, colon + 1)
    case UInt8(ascii: "="): return (.equal, colon + 1)
    default: return hasColon ? (.equal, 1) : nil
    }
  }

  /// `https://…` is text.
  func isAddress(after position: Int) -> Bool {
    bytes[min(position, bytes.count)...].starts(with: "//".utf8)
  }

  func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): !isFirst
    default: false
    }
  }
}

private extension QueryLexer {
  /// The size of the blank there: ASCII's, U+00A0, U+3000.
  func blank(at position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where matches([0xC2, 0xA0], at: position): return 2
    case 0xE3 where matches([0xE3, 0x80, 0x80], at: position): return 3
    default: return nil
    }
  }

  /// The size of the double quote there; `"` or one of “ ” „ « ».
  func quote(at position: Int) -> (size: Int, isPlain: Bool)? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return (1, true)
    case 0xC2
    where matches([0xC2, 0xAB], at: position) || matches([0xC2, 0xBB], at: position):
      return (2, false)
    case 0xE2
    where matches([0xE2, 0x80], at: position) && position + 2 < bytes.count
      && (0x9C...0x9E).contains(bytes[position + 2]):
      return (3, false)
    default: return nil
    }
  }

  func isEnd(of position: Int) -> Bool {
    position >= bytes.count || blank(at: position) != nil
      || bytes[position] == UInt8(ascii: "(") || bytes[position] == UInt8(ascii: ")")
  }

  func isOpening(_ position: Int) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: "(")
  }

  func matches(_ expected: [UInt8], at position: Int) -> Bool {
    bytes[position...].starts(with: expected)
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

private extension QueryWord.Item {
  mutating func dropLast() {
    text = String(text.unicodeScalars.dropLast())
    range = range.lowerBound..<range.upperBound - 1
  }
}

extension QueryComparison {
  var isOrdering: Bool {
    switch self {
    case .equal, .unequal, .matches: false
    case .atLeast, .atMost, .above, .below: true
    }
  }
}
