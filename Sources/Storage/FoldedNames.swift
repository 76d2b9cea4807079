import Queries

/// Names as they are compared: folded, each between bars, as in `|swift|node js nodejs|`.
enum FoldedNames {
  /// Appends the names as one text, NULL when there are none.
  static func append(_ names: [String], to row: inout RowValues) {
    guard !names.isEmpty else { return row.append(nil as Int?) }
    row.appendText { bytes in
      bytes.append(UInt8(ascii: "|"))
      for name in names {
        SearchText.appendFolded(name, to: &bytes)
        bytes.append(UInt8(ascii: "|"))
      }
    }
  }

  /// What `column` holds when this is one of its names.
  static func needle(_ name: String) -> String { "|\(folded(name))|" }

  private static func folded(_ name: String) -> String { SearchText.folded(name) }
}
