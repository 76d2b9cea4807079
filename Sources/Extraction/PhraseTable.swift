/// Phrases of one or more words, each with a value; the longest that stands at a place is found.
///
/// Words of a phrase are tokens: "c++" is the word `c` and two symbols, "e-mail" two words and a
/// symbol. Blanks do not matter, except that a phrase never crosses a line end.
package struct PhraseTable<Value: Sendable>: Sendable {
  private var values: [Value] = []
  // The value of each node of the tree of phrases, -1 where no phrase ends; node 0 is the root.
  private var ends: [Int32] = [-1]
  // For each node a bit by the last six of each element that leads on: mostly none does, and then
  // nothing is looked up.
  private var branches: [UInt64] = [0]
  // By the number of a phrase's first word: the fast way to say no. 0 is none.
  private var roots: [UInt32] = []
  // The same by the ASCII symbol that a phrase begins with.
  private var symbolRoots = [UInt32](repeating: 0, count: 128)
  // Open addressing from (node, element) to node; a free slot holds 0. At most half full.
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var targets: [UInt32] = Array(repeating: 0, count: 64)
  private var used = 0

  package init() {}

  /// Adds the words of `phrase` to the lexicon; of two phrases of the same words the first counts.
  package mutating func add(_ phrase: String, _ value: Value, to lexicon: inout Lexicon) {
    let node = nodes(below: [0], by: [elements(of: phrase[...], &lexicon)])[0]
    if node != 0, ends[Int(node)] < 0 { set(value, at: node) }
  }

  /// Changes the value of every phrase that `pattern` stands for: of `{no|not} remote{| work}`
  /// those of four.
  ///
  /// Braces hold whole words, and do not nest.
  mutating func update(
    _ pattern: some StringProtocol, in lexicon: inout Lexicon, _ change: (Value?) -> Value
  ) {
    var frontier: [UInt32] = [0]
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      frontier = nodes(below: frontier, by: [elements(of: rest[..<open], &lexicon)])
      let choices = rest[rest.index(after: open)..<close]
        .split(separator: "|", omittingEmptySubsequences: false)
        .map { elements(of: $0, &lexicon) }
      frontier = nodes(below: frontier, by: choices)
      rest = rest[rest.index(after: close)...]
    }
    for node in nodes(below: frontier, by: [elements(of: rest, &lexicon)]) where node != 0 {
      let end = ends[Int(node)]
      set(change(end < 0 ? nil : values[Int(end)]), at: node)
    }
  }

  /// The longest phrase that begins with the token at `index`, and how many tokens it takes.
  @inline(__always)
  package func match(at index: Int, in text: TokenizedText) -> (value: Value, length: Int)? {
    // Said at once for nearly all tokens, without a call.
    let first = root(of: text.tokens[index], in: text)
    return first == 0 ? nil : match(below: first, at: index, in: text)
  }

  @inline(never)
  private func match(
    below root: UInt32, at index: Int, in text: TokenizedText
  ) -> (value: Value, length: Int)? {
    match(below: root, at: index, in: text) { _ in true }
  }

  /// The longest phrase there whose value is wanted.
  @inline(__always)
  func match(
    at index: Int, in text: TokenizedText, where isWanted: (Value) -> Bool
  )
    -> (value: Value, length: Int)?
  {
    let first = root(of: text.tokens[index], in: text)
    return first == 0 ? nil : match(below: first, at: index, in: text, where: isWanted)
  }

  /// The node of the phrases that begin with a token; 0 for none.
  @inline(__always)
  private func root(of first: Token, in text: TokenizedText) -> UInt32 {
    if first.kind == .word {
      return first.id != 0 && Int(first.id) < roots.count ? roots[Int(first.id)] : 0
    }
    if first.kind == .symbol, first.id < 128 { return symbolRoots[Int(first.id)] }
    return target(of: 0, by: Self.element(first, in: text.bytes))
  }

  @inline(__always)
  private func match(
    below root: UInt32, at index: Int, in text: TokenizedText, where isWanted: (Value) -> Bool
  ) -> (value: Value, length: Int)? {
    var node = root
    var found: (end: Int32, length: Int)?
    var length = 1
    while node != 0 {
      let end = ends[Int(node)]
      if end >= 0, isWanted(values[Int(end)]) { found = (end, length) }
      guard index + length < text.tokens.count else { break }
      node = target(of: node, by: Self.element(text.tokens[index + length], in: text.bytes))
      length += 1
    }
    guard let found else { return nil }
    return (values[Int(found.end)], found.length)
  }
}

private extension PhraseTable {
  mutating func set(_ value: Value, at node: UInt32) {
    if ends[Int(node)] >= 0 {
      values[Int(ends[Int(node)])] = value
    } else {
      ends[Int(node)] = Int32(values.count)
      values.append(value)
    }
  }

  /// The nodes that each of `choices` leads to from each of `starts`; new ones are made.
  mutating func nodes(below starts: [UInt32], by choices: [[UInt32]]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(starts.count * choices.count)
    for start in starts {
      for choice in choices {
        var node = start
        for code in choice { node = child(of: node, by: code) }
        result.append(node)
      }
    }
    return result
  }

  func elements(of words: some StringProtocol, _ lexicon: inout Lexicon) -> [UInt32] {
    let text = TokenizedText(String(words), lexicon: lexicon)
    // A number too long to be part of a phrase has no element.
    return text.tokens.compactMap { token in
      if token.kind == .newline { return nil }
      let code =
        token.kind == .word
        ? lexicon.add(text.words(token.range)) : Self.element(token, in: text.bytes)
      return code == 0 ? nil : code
    }
  }

  /// A number for the token as phrases compare it; 0 for what no phrase holds.
  static func element(_ token: Token, in bytes: [UInt8]) -> UInt32 {
    switch token.kind {
    case .word: return token.id
    case .newline: return 0
    case .symbol: return 1 << 31 | token.id
    case .number:
      guard token.end - token.start <= 7, bytes[Int(token.start)] < 0x80 else { return 0 }
      // Leading zeros are told apart by the length.
      let value = bytes[token.range].reduce(UInt32(0)) { $0 * 10 + UInt32($1 &- 48) }
      return 1 << 30 | UInt32(token.end - token.start) << 24 | value
    }
  }

  mutating func child(of node: UInt32, by code: UInt32) -> UInt32 {
    let known = target(of: node, by: code)
    if known != 0 { return known }
    let new = UInt32(ends.count)
    ends.append(-1)
    branches.append(0)
    branches[Int(node)] |= 1 << UInt64(code & 63)
    insert(UInt64(node) << 32 | UInt64(code), new)
    if node == 0, code < 1 << 30 {
      if roots.count <= Int(code) {
        roots.append(contentsOf: repeatElement(0, count: Int(code) + 1 - roots.count))
      }
      roots[Int(code)] = new
    } else if node == 0, code >= 1 << 31, code & 0xFF_FFFF < 128 {
      symbolRoots[Int(code & 0x7F)] = new
    }
    return new
  }

  func target(of node: UInt32, by code: UInt32) -> UInt32 {
    guard code != 0, branches[Int(node)] & 1 << UInt64(code & 63) != 0 else { return 0 }
    let key = UInt64(node) << 32 | UInt64(code)
    var slot = Self.slot(of: key, in: keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  mutating func insert(_ key: UInt64, _ target: UInt32) {
    used += 1
    if used * 2 > keys.count { grow() }
    place(key, target)
  }

  mutating func place(_ key: UInt64, _ target: UInt32) {
    var slot = Self.slot(of: key, in: keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    targets[slot] = target
  }

  mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    targets = Array(repeating: 0, count: targets.count * 2)
    for (key, target) in old { place(key, target) }
  }

  static func slot(of key: UInt64, in count: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }
}
