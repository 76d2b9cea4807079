import Texts

/// One column of one row: a glyph, the second half of the wide glyph before it, or a blank.
package struct Cell: Hashable, Sendable {
  /// Nil in the second half of a wide glyph.
  package let glyph: Glyph?
  package let role: Role
  package let backdrop: Backdrop

  init(glyph: Glyph?, role: Role, backdrop: Backdrop = .none) {
    self.glyph = glyph
    self.role = role
    self.backdrop = backdrop
  }

  /// Neither half of a wide glyph.
  var isNarrow: Bool { glyph.map { $0.isNarrow } ?? false }

  package static let blank = Cell(glyph: .blank, role: .plain)
}
