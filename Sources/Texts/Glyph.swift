/// What one cell of a terminal can hold: a base and the marks on it.
///
/// A plain value without references, for there are twelve thousand of them on a large screen.
package struct Glyph: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// Three scalars of 21 bits; a fourth mark on one base is a vandal's.
  @usableFromInline var packedMarks: UInt64
  @usableFromInline let columns: UInt8

  /// A printable ASCII character.
  @inlinable
  package init(ascii byte: UInt8) {
    base = Unicode.Scalar(byte)
    packedMarks = 0
    columns = 1
  }

  @inlinable
  package init(_ base: Unicode.Scalar, width: Int) {
    precondition(width == 1 || width == 2, "a glyph takes one or two columns")
    self.base = base
    packedMarks = 0
    columns = UInt8(width)
  }

  package static let blank = Glyph(" ", width: 1)

  @inlinable package var width: Int { Int(columns) }
  @inlinable package var isNarrow: Bool { columns == 1 }

  @inlinable package var isASCII: Bool { base.value < 0x80 && packedMarks == 0 }

  /// The combining marks, innermost first.
  package var marks: [Unicode.Scalar] {
    packedMarks == 0
      ? []
      : (0..<3).compactMap { Unicode.Scalar(UInt32(packedMarks >> ($0 * 21) & 0x1F_FFFF)) }
        .filter { $0.value != 0 }
  }

  package var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  package func append(to text: inout String) {
    text.unicodeScalars.append(base)
    if packedMarks != 0 { text.unicodeScalars.append(contentsOf: marks) }
  }

  /// Does nothing when there are three marks already.
  mutating func add(mark: Unicode.Scalar) {
    for shift in stride(from: UInt64(0), to: 63, by: 21) where packedMarks >> shift == 0 {
      packedMarks |= UInt64(mark.value) << shift
      return
    }
  }
}
