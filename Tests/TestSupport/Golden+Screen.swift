import Screens
import Testing

/// Compares a screen with `Goldens/<name>.screen`: its rows between bars, then the runs not plain.
package func expectGolden(
  _ screen: Screen, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(
    screen.dump, name + ".screen", testFile: testFile, sourceLocation: sourceLocation)
}

extension Screen {
  /// The rows between bars, so that trailing blanks show; then `row:columns role`, cursor last.
  package var dump: String {
    var lines = (0..<height).map { "|" + text(ofRow: $0) + "|" }
    for row in 0..<height {
      for run in runs(ofRow: row) {
        guard run.role != .plain || run.backdrop != .none, !isInvisible(run) else { continue }
        let backdrop = run.backdrop == .none ? "" : " on \(run.backdrop.rawValue)"
        lines.append(
          "\(row):\(run.columns.lowerBound)..<\(run.columns.upperBound) \(run.role.rawValue)"
            + backdrop)
      }
    }
    if let cursor { lines.append("cursor \(cursor.row):\(cursor.column)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows alone, without trailing blanks: for a look at a whole screen.
  package var plainText: String {
    (0..<height).map { row in
      var line = text(ofRow: row)[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n") + "\n"
  }

  private func isInvisible(_ run: Run) -> Bool {
    run.backdrop == .none && run.text.allSatisfy { $0 == " " }
  }
}
