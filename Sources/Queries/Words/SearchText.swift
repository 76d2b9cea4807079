/// How text is sought: the words of `WordFolding`, and names such as `c++` kept in one piece.
///
/// The full-text index holds `normalized(_:)` of each text; queries are read by the same rules, so
/// that SQL and memory agree. `C++` becomes the word `cplusplus` (`c` does not find it), `C#`
/// `csharp`, `.NET` `dotnet`; `Node.js` and `NodeJS` alike become `node js nodejs`.
package enum SearchText {
  /// The text with the names that folding would tear apart spelled as words.
  package static func normalized(_ text: String) -> String {
    var text = text
    let result: [UInt8]? = text.withUTF8 { bytes in
      let names = NameScan(bytes: bytes).names()
      if names.isEmpty { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 16 * names.count)
      append(bytes, names, to: &result)
      return result
    }
    return result.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// Appends what `normalized` gives.
  package static func appendNormalized(
    _ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]
  ) {
    append(bytes, NameScan(bytes: bytes).names(), to: &result)
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ names: [NameScan.Name], to result: inout [UInt8]
  ) {
    var end = 0
    for name in names {
      result += bytes[end..<name.range.lowerBound]
      for word in name.words {
        result.append(0x20)
        result += word
      }
      result.append(0x20)
      end = name.range.upperBound
    }
    result += bytes[end...]
  }

  /// The folded words of a text, in order.
  package static func words(in text: String) -> [String] {
    var words: [String] = []
    forEachWord(in: text) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// The folded words joined by blanks: the key by which names are compared.
  package static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendFolded(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what `folded` gives.
  package static func appendFolded(_ text: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    forEachWord(in: text) { word, _ in
      if bytes.count > start { bytes.append(0x20) }
      bytes += word
    }
  }

  /// Hands over each word's folded bytes, good only during the call, and its UTF-8 range in `text`;
  /// the words of one name share its range.
  static func forEachWord(
    in text: String, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    var text = text
    text.withUTF8 { forEachWord(in: $0, body) }
  }

  package static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    var end = 0
    for name in NameScan(bytes: bytes).names() {
      WordFolding.forEachWord(in: bytes, end..<name.range.lowerBound, body)
      for word in name.words { word.withUnsafeBufferPointer { body($0, name.range) } }
      end = name.range.upperBound
    }
    WordFolding.forEachWord(in: bytes, end..<bytes.count, body)
  }
}

/// Finds the names that are words although they hold marks.
private struct NameScan {
  struct Name {
    let range: Range<Int>
    let words: [[UInt8]]
  }

  let bytes: UnsafeBufferPointer<UInt8>

  func names() -> [Name] {
    var names: [Name] = []
    var position = 0
    while let mark = nextMark(from: position) {
      guard let name = name(markedAt: mark),
        name.range.lowerBound >= names.last?.range.upperBound ?? 0
      else {
        position = mark + 1
        continue
      }
      names.append(name)
      position = name.range.upperBound
    }
    return names
  }

  /// Where a name could be marked; a glance at each byte of a body has to be short.
  ///
  /// A "j" is what an "s" is looked for behind: few words have one.
  private func nextMark(from start: Int) -> Int? {
    if start > 0, isEndOfJS(start) { return start }
    let words = UnsafeRawBufferPointer(bytes)
    var position = start
    while position < bytes.count {
      if position + 8 <= bytes.count {
        let found = Self.marks(
          in: UInt64(littleEndian: words.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
        guard found != 0 else {
          position += 8
          continue
        }
        position += found.trailingZeroBitCount / 8
      }
      switch bytes[position] {
      case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "."): return position
      case UInt8(ascii: "j"), UInt8(ascii: "J"):
        if isEndOfJS(position + 1) { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }

  private func isEndOfJS(_ position: Int) -> Bool {
    position < bytes.count && bytes[position] | 0x20 == UInt8(ascii: "s")
      && bytes[position - 1] | 0x20 == UInt8(ascii: "j")
  }

  /// Of eight bytes those that are `+`, `#`, `.` or a "j"; of those set only the lowest is sure.
  private static func marks(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zeros(_ difference: UInt64) -> UInt64 { (difference &- ones) & ~difference }
    let found =
      zeros(word ^ ones &* 0x2B) | zeros(word ^ ones &* 0x23) | zeros(word ^ ones &* 0x2E)
      | zeros((word | ones &* 0x20) ^ ones &* 0x6A)
    return found & 0x8080_8080_8080_8080
  }

  private func name(markedAt position: Int) -> Name? {
    switch bytes[position] {
    case UInt8(ascii: "+"): plusPlus(at: position)
    case UInt8(ascii: "#"): sharp(at: position)
    case UInt8(ascii: "."): dotNet(at: position) ?? dotJS(at: position)
    case UInt8(ascii: "s"), UInt8(ascii: "S"): solidJS(endingAt: position + 1)
    default: nil
    }
  }

  private func plusPlus(at position: Int) -> Name? {
    guard letter(position + 1) == UInt8(ascii: "+"), letter(position + 2) != UInt8(ascii: "+"),
      let initial = loneLetter(before: position, oneOf: "cg")
    else { return nil }
    return Name(range: position - 1..<position + 2, words: [[initial] + "plusplus".utf8])
  }

  private func sharp(at position: Int) -> Name? {
    guard let initial = loneLetter(before: position, oneOf: "cf") else { return nil }
    return Name(range: position - 1..<position + 1, words: [[initial] + "sharp".utf8])
  }

  /// `.NET`, `ASP.NET`, `.NET8`, but no `example.net`.
  private func dotNet(at position: Int) -> Name? {
    guard spells("net", at: position + 1), !isLetter(letter(position + 4)) else { return nil }
    let family = wordStart(before: position)..<position
    guard family.isEmpty || ["asp", "vb", "ado"].contains(where: { spells($0, in: family) })
    else { return nil }
    return Name(range: position..<position + 4, words: [Array("dotnet".utf8)])
  }

  private func dotJS(at position: Int) -> Name? {
    guard spells("js", at: position + 1), !isWord(letter(position + 3)) else { return nil }
    let start = wordStart(before: position)
    guard position - start >= 2 else { return nil }
    return script(start..<position, through: position + 3)
  }

  /// `NodeJS` and its like are known by name: other words end in "js" for other reasons.
  private func solidJS(endingAt end: Int) -> Name? {
    guard end >= 2, letter(end - 2) == UInt8(ascii: "j"), !isWord(letter(end)) else { return nil }
    let stem = wordStart(before: end - 2)..<end - 2
    let known = [
      "node", "react", "vue", "next", "nest", "nuxt", "three", "angular", "ember", "express",
      "alpine", "backbone", "discord", "electron", "solid",
    ]
    guard stem.count >= 3, known.contains(where: { spells($0, in: stem) }) else { return nil }
    return script(stem, through: end)
  }

  private func script(_ stem: Range<Int>, through end: Int) -> Name {
    let name = stem.compactMap(letter)
    let js = Array("js".utf8)
    return Name(range: stem.lowerBound..<end, words: [name, js, name + js])
  }
}

private extension NameScan {
  /// The byte with ASCII capitals folded; nil outside the text.
  func letter(_ position: Int) -> UInt8? {
    guard bytes.indices.contains(position) else { return nil }
    let byte = bytes[position]
    return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  func isLetter(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x61 && $0 <= 0x7A } ?? false }

  func isWord(_ byte: UInt8?) -> Bool {
    isLetter(byte) || (byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false)
  }

  func loneLetter(before position: Int, oneOf letters: String) -> UInt8? {
    guard let initial = letter(position - 1), letters.utf8.contains(initial),
      !isWord(letter(position - 2))
    else { return nil }
    return initial
  }

  func wordStart(before end: Int) -> Int {
    var start = end
    while isWord(letter(start - 1)) { start -= 1 }
    return start
  }

  func spells(_ word: String, in range: Range<Int>) -> Bool {
    range.count == word.utf8.count && spells(word, at: range.lowerBound)
  }

  func spells(_ word: String, at start: Int) -> Bool {
    var position = start
    for byte in word.utf8 {
      guard letter(position) == byte else { return false }
      position += 1
    }
    return true
  }
}
