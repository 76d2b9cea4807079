/// The text itself, or as much of it as fits before an ellipsis.
package func fitted(_ text: String, to width: Int) -> String {
  guard text.utf8.count > width else { return text }
  guard width > 0 else { return "" }
  var copy = text
  return copy.withUTF8 { utf8 in
    var reader = GlyphReader(utf8)
    var column = 0
    var end = 0
    while let glyph = reader.next() {
      column += glyph.width
      if column > width { return String(decoding: utf8[..<end], as: UTF8.self) + "…" }
      if column < width { end = reader.position }
    }
    return text
  }
}
