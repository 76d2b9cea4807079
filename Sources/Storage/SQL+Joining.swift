import GRDB

extension [SQL] {
  /// In parentheses, as a tree that is no deeper than it must be.
  ///
  /// SQLite takes `a AND b AND …` for a tree as deep as it is long, and refuses one of a thousand.
  func joinedInHalves(by separator: String) -> SQL {
    guard count > 16 else { return "(\(joined(separator: separator)))" }
    let halves = [Array(self[..<(count / 2)]), Array(self[(count / 2)...])]
    return "(\(halves.map { $0.joinedInHalves(by: separator) }.joined(separator: separator)))"
  }
}
