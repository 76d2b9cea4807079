import Listings

/// What the word at the cursor could become.
package struct QueryCompletion: Hashable, Sendable {
  /// One way to go on.
  package struct Candidate: Hashable, Sendable {
    /// What takes the place of the range.
    package let text: String
    package let help: String
    /// How many listings have the value, where that is known.
    package let count: Int?

    package init(text: String, help: String = "", count: Int? = nil) {
      self.text = text
      self.help = help
      self.count = count
    }
  }

  /// UTF-8 offsets of what is replaced: the name of a field, or one of its values.
  package let range: Range<Int>
  package let candidates: [Candidate]

  package init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }

  /// The field whose value ends at `cursor`, and what is typed of the value, without quotes.
  package static func value(
    in source: String, at cursor: Int
  ) -> (field: QueryFieldName, typed: String)? {
    let bytes = Array(source.utf8.prefix(max(0, cursor)))
    let word = bytes[wordStart(in: bytes)...]
    guard let (name, valueStart) = field(in: word) else { return nil }
    let typed = String(decoding: word[itemStart(in: word, from: valueStart)...], as: UTF8.self)
    return (name, typed.replacing("\"", with: ""))
  }

  /// Completes the word that ends at `cursor`, a UTF-8 offset.
  ///
  /// `values` knows the names that a store holds for a field, most frequent first.
  package init(
    of source: String, at cursor: Int, values: (QueryFieldName) -> [FacetValue] = { _ in [] }
  ) {
    let bytes = Array(source.utf8.prefix(max(0, cursor)))
    let start = Self.wordStart(in: bytes)
    let word = bytes[start...]
    guard let (name, valueStart) = Self.field(in: word) else {
      range = start..<bytes.count
      candidates = Self.names(beginningWith: String(decoding: word, as: UTF8.self).lowercased())
      return
    }
    let itemStart = Self.itemStart(in: word, from: valueStart)
    range = itemStart..<bytes.count
    let typed = String(decoding: word[itemStart...], as: UTF8.self)
    candidates = Self.candidates(
      of: name, beginningWith: typed.replacing("\"", with: ""), known: values(name))
  }
}

private extension QueryCompletion {
  /// Behind the last blank or parenthesis outside quotes, and behind a minus.
  static func wordStart(in bytes: [UInt8]) -> Int {
    var start = 0
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        start = index + 1
      }
    }
    if start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
    return start
  }

  /// The field and where its values begin.
  static func field(in word: ArraySlice<UInt8>) -> (QueryFieldName, valueStart: Int)? {
    let signs = Set(":=<>!".utf8)
    guard let sign = word.firstIndex(where: signs.contains),
      let name = QueryFieldName(written: String(decoding: word[..<sign], as: UTF8.self))
    else { return nil }
    return (name, sign + word[sign...].prefix(while: signs.contains).count)
  }

  /// Behind the last comma outside quotes.
  static func itemStart(in word: ArraySlice<UInt8>, from valueStart: Int) -> Int {
    var start = valueStart
    var isQuoted = false
    for index in word[valueStart...].indices {
      if word[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      let isSeparator = word[index] == UInt8(ascii: ",") || word[index] == UInt8(ascii: "|")
      if !isQuoted, isSeparator { start = index + 1 }
    }
    return start
  }

  static func names(beginningWith typed: String) -> [Candidate] {
    QueryFieldName.allCases.compactMap { name in
      let isNamed = ([name.rawValue] + name.info.aliases).contains { $0.hasPrefix(typed) }
      return isNamed ? Candidate(text: name.rawValue + ":", help: name.info.help) : nil
    }
  }

  static func candidates(
    of name: QueryFieldName, beginningWith typed: String, known: [FacetValue]
  ) -> [Candidate] {
    let key = SearchText.folded(typed)
    var seen: Set<String> = []
    let fixed = name.info.values.map { value in
      Candidate(text: value, count: known.first { $0.name == value }?.count)
    }
    let found = known.map { Candidate(text: $0.name, count: $0.count) }
    return (fixed + found).compactMap { candidate in
      // "-posted" of sort: is told from "posted" by its minus, which folding drops.
      guard SearchText.folded(candidate.text).hasPrefix(key),
        typed.utf8.first != UInt8(ascii: "-") || candidate.text.hasPrefix("-"),
        seen.insert(candidate.text).inserted
      else { return nil }
      return Candidate(
        text: quotedIfNeeded(candidate.text, of: name), help: candidate.help,
        count: candidate.count)
    }
  }

  static func quotedIfNeeded(_ value: String, of name: QueryFieldName) -> String {
    let isPlain = value.utf8.allSatisfy { byte in
      byte > 0x20 && !Set("\"(),|?*\\".utf8).contains(byte)
    }
    if isPlain { return value }
    return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
