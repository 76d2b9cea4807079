/// What a token is made of.
package enum TokenKind: UInt8, Sendable {
  /// Letters; an apostrophe or digits may not be part of one.
  case word
  /// A run of digits, ASCII or as wide as Chinese characters.
  case number
  /// One character that is neither letter, digit nor blank.
  case symbol
  case newline
}

/// A piece of a text; blanks lie between tokens.
package struct Token: Sendable {
  package let kind: TokenKind
  /// A blank or a line's start stands before it.
  package let followsBlank: Bool
  /// UTF-8 offset of its first byte.
  package let start: Int32
  /// UTF-8 offset after its last byte.
  package let end: Int32
  /// The word's number in the lexicon, 0 for words that no vocabulary holds and for symbols
  /// the symbol's scalar value.
  package let id: UInt32
  /// Of a word or a number as it stands, see `FoldedWord`: made while its bytes are at hand.
  let hash: UInt64

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A text cut into words, numbers, symbols and line ends, once for all extractors.
///
/// A class, because every reader of a posting keeps it.
package final class TokenizedText: Sendable {
  package let bytes: [UInt8]
  package let tokens: [Token]

  package convenience init(_ text: String, lexicon: Lexicon) {
    self.init(bytes: Array(text.utf8), lexicon: lexicon)
  }

  package init(bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    var scanner = TokenScanner(lexicon: lexicon)
    bytes.withUnsafeBufferPointer { scanner.scan($0) }
    tokens = scanner.tokens
  }

  package func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

private struct TokenScanner {
  let lexicon: Lexicon
  var tokens: [Token] = []
  private var folded: [UInt8] = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    tokens.reserveCapacity(bytes.count / 4 + 8)
    var position = 0
    var followsBlank = true
    while position < bytes.count {
      let byte = bytes[position]
      if isLetter(byte) {
        scanWord(bytes, &position, followsBlank)
        followsBlank = false
      } else if byte == 32 || byte == 9 || byte == 13 {
        position += 1
        followsBlank = true
      } else if byte == 10 {
        append(.newline, position..<position + 1, id: 10, followsBlank)
        position += 1
        followsBlank = true
      } else if isDigit(byte) {
        let start = position
        var hash = FoldedWord.start
        while position < bytes.count, isDigit(bytes[position]) {
          FoldedWord.add(bytes[position], to: &hash)
          position += 1
        }
        append(.number, start..<position, id: 0, hash: hash, followsBlank)
        followsBlank = false
      } else if byte < 0x80 {
        append(.symbol, position..<position + 1, id: UInt32(byte), followsBlank)
        position += 1
        followsBlank = false
      } else {
        let scalar = UTF8Scalar(at: position, in: bytes)
        switch LetterFolding.fold(scalar.value) {
        case .letter: scanWord(bytes, &position, followsBlank)
        case .blank:
          position += scalar.length
          followsBlank = true
          continue
        case .invisible:
          position += scalar.length
          continue
        case .symbol where scalar.isWideDigit: scanWideNumber(bytes, &position, followsBlank)
        case .symbol:
          append(
            .symbol, position..<position + scalar.length, id: scalar.value, followsBlank)
          position += scalar.length
        }
        followsBlank = false
      }
    }
  }

  private mutating func scanWideNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ followsBlank: Bool
  ) {
    let start = position
    var hash = FoldedWord.start
    while position < bytes.count, bytes[position] >= 0x80 {
      let scalar = UTF8Scalar(at: position, in: bytes)
      guard scalar.isWideDigit else { break }
      FoldedWord.add(UInt8(scalar.value & 0xF) + 48, to: &hash)
      position += scalar.length
    }
    append(.number, start..<position, id: 0, hash: hash, followsBlank)
  }

  /// Nearly all words are ASCII throughout, and folded without a copy.
  private mutating func scanWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ followsBlank: Bool
  ) {
    let start = position
    var hash = FoldedWord.start
    while position < bytes.count, isLetter(bytes[position]) {
      FoldedWord.add(bytes[position] | 0x20, to: &hash)
      position += 1
    }
    if position < bytes.count, bytes[position] >= 0x80 {
      position = start
      return scanMarkedWord(bytes, &position, followsBlank)
    }
    append(.word, start..<position, id: lexicon.id(hash: hash), hash: hash, followsBlank)
  }

  private mutating func scanMarkedWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ followsBlank: Bool
  ) {
    let start = position
    folded.removeAll(keepingCapacity: true)
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        guard isLetter(byte) else { break }
        folded.append(byte | 0x20)
        position += 1
      } else {
        let scalar = UTF8Scalar(at: position, in: bytes)
        guard case .letter = LetterFolding.fold(scalar.value) else { break }
        LetterFolding.append(scalar.value, to: &folded)
        position += scalar.length
      }
    }
    let range = start..<position
    append(
      .word, range, id: lexicon.id(of: folded), hash: FoldedWord.hash(bytes, range), followsBlank)
  }

  @inline(__always)
  private mutating func append(
    _ kind: TokenKind, _ range: Range<Int>, id: UInt32, hash: UInt64 = 0, _ followsBlank: Bool
  ) {
    tokens.append(
      Token(
        kind: kind, followsBlank: followsBlank, start: Int32(range.lowerBound),
        end: Int32(range.upperBound), id: id, hash: hash))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

extension TokenizedText {
  /// The UTF-8 offsets from the first of `tokens` through the last.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}
