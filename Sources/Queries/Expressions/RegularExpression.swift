/// A regular expression over text as it is sought: case and diacritics folded, `^` and `$` at lines.
///
/// It is run as an automaton, never by trying and going back, so that no pattern and no text can
/// make it hang.
package struct RegularExpression: Sendable {
  let program: ExpressionProgram

  package init(_ source: String) throws(ExpressionProblem) {
    program = try ExpressionProgram(ExpressionParser.tree(of: source))
  }

  /// It is found somewhere in the text.
  package func isFound(in text: String) -> Bool {
    var matcher = ExpressionMatcher(self)
    var text = text
    return text.withUTF8 { matcher.isFound(in: $0) }
  }
}

/// Goes through the scalars of UTF-8 as they are compared: folded, without combining marks.
struct FoldedScalars {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the scalar handed out last begins, and where the next one does.
  private(set) var start = 0
  private(set) var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> UInt32? {
    while end < bytes.count {
      start = end
      let byte = bytes[start]
      if byte < 0x80 {
        end = start + 1
        return byte >= 0x41 && byte <= 0x5A ? UInt32(byte | 0x20) : UInt32(byte)
      }
      let (scalar, size) = WordFolding.scalar(at: start, in: bytes)
      end = start + size
      if let folded = WordFolding.folded(scalar) { return folded }
    }
    start = end
    return nil
  }
}
