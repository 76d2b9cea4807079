/// Neighboring cells of one row that look alike.
package struct Run: Hashable, Sendable {
  package let row: Int
  package let columns: Range<Int>
  package let text: String
  package let role: Role
  package let backdrop: Backdrop

  package init(
    row: Int, columns: Range<Int>, text: String, role: Role, backdrop: Backdrop = .none
  ) {
    self.row = row
    self.columns = columns
    self.text = text
    self.role = role
    self.backdrop = backdrop
  }

  package var isBlank: Bool { text.utf8.allSatisfy { $0 == 32 } }
}
