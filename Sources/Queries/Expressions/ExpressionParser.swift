/// Reads `^ $ . [a-z] [^…] \d \w \s \b ( ) (?: ) | * + ? {2,3}` and letters.
struct ExpressionParser {
  private let scalars: [UInt32]
  private var position = 0
  private var depth = 0

  static func tree(of source: String) throws(ExpressionProblem) -> ExpressionTree {
    var parser = ExpressionParser(source)
    let tree = try parser.choice()
    if parser.position < parser.scalars.count { throw .strayParenthesis }
    return tree
  }

  private init(_ source: String) { scalars = source.unicodeScalars.map(\.value) }
}

private extension ExpressionParser {
  static let deepest = 64

  var next: UInt32? { position < scalars.count ? scalars[position] : nil }

  func isNext(_ scalar: Unicode.Scalar) -> Bool { next == scalar.value }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard isNext(scalar) else { return false }
    position += 1
    return true
  }

  mutating func choice() throws(ExpressionProblem) -> ExpressionTree {
    var parts = [try row()]
    while skip("|") { parts.append(try row()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  mutating func row() throws(ExpressionProblem) -> ExpressionTree {
    var parts: [ExpressionTree] = []
    while next != nil, !isNext("|"), !isNext(")") { parts.append(try repeated()) }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .row(parts)
  }

  mutating func repeated() throws(ExpressionProblem) -> ExpressionTree {
    var tree = try atom()
    var count = 0
    while let (least, most) = try times() {
      // "Lazy" and "greedy" find the same texts.
      _ = skip("?")
      tree = .repeated(tree, least: least, most: most)
      count += 1
      if count > Self.deepest { throw .tooLarge }
    }
    return tree
  }

  mutating func times() throws(ExpressionProblem) -> (Int, Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard isNext("{") else { return nil }
    let start = position
    position += 1
    let least = number()
    let hasComma = skip(",")
    let most = hasComma ? number() : least
    guard least != nil || (hasComma && most != nil), skip("}") else {
      position = start
      return nil
    }
    if let least, let most, most < least { throw .emptyRange }
    return (least ?? 0, hasComma ? most : least)
  }

  mutating func number() -> Int? {
    let start = position
    var value = 0
    while let digit = next, (0x30...0x39).contains(digit), position - start < 4 {
      value = value * 10 + Int(digit - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  mutating func atom() throws(ExpressionProblem) -> ExpressionTree {
    guard let scalar = next else { return .empty }
    position += 1
    switch Unicode.Scalar(scalar) {
    case "(": return try group()
    case "[": return .set(try bracket())
    case ".": return .set(ScalarSet.newline.inverted)
    case "^": return .boundary(.lineStart)
    case "$": return .boundary(.lineEnd)
    case "*", "+", "?": throw .nothingToRepeat
    case "\\": return try escape()
    default: return .set(ScalarSet(letter: scalar))
    }
  }

  mutating func group() throws(ExpressionProblem) -> ExpressionTree {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw .tooLarge }
    if isNext("?"), position + 1 < scalars.count, scalars[position + 1] == 0x3A { position += 2 }
    let tree = try choice()
    guard skip(")") else { throw .unclosed("(") }
    return tree
  }

  mutating func escape() throws(ExpressionProblem) -> ExpressionTree {
    if skip("b") { return .boundary(.wordEdge) }
    if skip("B") { return .boundary(.noWordEdge) }
    return .set(try escapedSet())
  }

  mutating func escapedSet() throws(ExpressionProblem) -> ScalarSet {
    guard let scalar = next else { throw .unclosed("\\") }
    position += 1
    switch Unicode.Scalar(scalar) {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .blanks
    case "S": return ScalarSet.blanks.inverted
    case "t": return ScalarSet([0x09...0x09])
    case "n": return .newline
    case let letter?:
      let isMark = !WordFolding.isLetter(scalar)
      if !isMark { throw .unknownEscape(String(Character(letter))) }
      return ScalarSet(letter: scalar)
    case nil: return ScalarSet([])
    }
  }

  mutating func bracket() throws(ExpressionProblem) -> ScalarSet {
    let isInverted = skip("^")
    var set = ScalarSet([])
    var isFirst = true
    while isFirst || !isNext("]") {
      guard let scalar = next else { throw .unclosed("[") }
      isFirst = false
      position += 1
      if scalar == 0x5C {
        set = set | (try escapedSet())
      } else if isNext("-"), position + 1 < scalars.count, scalars[position + 1] != 0x5D {
        let end = scalars[position + 1]
        position += 2
        guard scalar <= end else { throw .emptyRange }
        set = set | ScalarSet(letters: scalar...end)
      } else {
        set = set | ScalarSet(letter: scalar)
      }
    }
    position += 1
    return isInverted ? set.inverted : set
  }
}

private extension ScalarSet {
  /// The letter as texts are read: folded.
  init(letter: UInt32) {
    let folded = WordFolding.folded(letter) ?? letter
    self.init([folded...folded])
  }

  /// With what each letter of a range of usual length folds to.
  init(letters: ClosedRange<UInt32>) {
    let folded = letters.prefix(2048).compactMap { WordFolding.folded($0).map { $0...$0 } }
    self = ScalarSet([letters] + folded)
  }
}
