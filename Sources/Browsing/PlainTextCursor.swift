/// Where in a body's plain text the words stand that are set next, by the rules of `BodyText`.
struct PlainTextCursor {
  /// UTF-8 offset of the line's first byte.
  private var lineStart = 0
  private var length = 0
  private var holdsWords = false

  /// Goes past a text of one line, and returns where it stands.
  mutating func pass(_ text: String) -> Range<Int> {
    let start = lineStart + length
    for byte in text.utf8 {
      length += 1
      if byte != 32 { holdsWords = true }
    }
    return start..<lineStart + length
  }

  /// A line without words is not in the plain text.
  mutating func endLine() {
    if holdsWords { lineStart += length + 1 }
    length = 0
    holdsWords = false
  }
}
