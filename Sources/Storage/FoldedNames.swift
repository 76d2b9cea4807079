import Queries

/// Names as they are compared: folded, each between bars, as in `|swift|node js nodejs|`.
enum FoldedNames {
  /// Nil when there are none.
  static func column(_ names: [String]) -> String? {
    names.isEmpty ? nil : "|" + names.map { folded($0) + "|" }.joined()
  }

  /// What `column` holds when this is one of its names.
  static func needle(_ name: String) -> String { "|\(folded(name))|" }

  private static func folded(_ name: String) -> String { SearchText.folded(name) }
}
