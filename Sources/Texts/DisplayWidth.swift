#if canImport(Darwin)
import Darwin
#else
import Glibc

// Glibc declares it under _XOPEN_SOURCE only, which its Swift module does not set.
@_silgen_name("wcwidth")
private func wcwidth(_ scalar: wchar_t) -> CInt
#endif

/// Columns that a scalar takes on a terminal: 0, 1 or 2; nothing printable is 0 too.
///
/// By libc's `wcwidth`, because curses moves its cursor by it.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
  max(0, columns(of: scalar))
}

/// As `wcwidth` has it: negative for what is unknown or a control.
func columns(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x7F { return scalar.value >= 0x20 ? 1 : -1 }
  _ = localeIsSet
  return Int(wcwidth(wchar_t(truncatingIfNeeded: scalar.value)))
}

/// Columns that a character takes once drawn.
package func displayWidth(of character: Character) -> Int {
  displayWidth(of: String(character))
}

/// Columns that a text takes once drawn in one line.
package func displayWidth(of text: some StringProtocol) -> Int {
  var text = String(text)
  return text.withUTF8 { utf8 in
    var glyphs = GlyphReader(utf8)
    var width = 0
    while let glyph = glyphs.next() { width += glyph.width }
    return width
  }
}

private let localeIsSet: Void = useUTF8Locale()

/// Gives libc a UTF-8 locale, the person's own if it is one, as widths and curses need it.
package func useUTF8Locale() {
  if setlocale(LC_CTYPE, "") != nil, wcwidth(0x6771) == 2 { return }
  for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] {
    if setlocale(LC_CTYPE, name) != nil, wcwidth(0x6771) == 2 { return }
  }
}
