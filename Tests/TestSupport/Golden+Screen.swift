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
  ///
  /// Runs alike that stand under each other are one line: `2..<23:79..<80 border`.
  package var dump: String {
    var lines = (0..<height).map { "|" + text(ofRow: $0) + "|" }
    var open: [(look: String, start: Int)] = []
    for row in 0...height {
      let looks = row < height ? self.looks(ofRow: row) : []
      let ended = open.filter { !looks.contains($0.look) }
      lines += ended.map {
        ($0.start + 1 == row ? "\($0.start)" : "\($0.start)..<\(row)") + $0.look
      }
      open.removeAll { !looks.contains($0.look) }
      let old = open.map(\.look)
      open += looks.filter { !old.contains($0) }.map { ($0, row) }
    }
    if let cursor { lines.append("cursor \(cursor.row):\(cursor.column)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func looks(ofRow row: Int) -> [String] {
    runs(ofRow: row).compactMap { run in
      guard run.role != .plain || run.backdrop != .none, !isInvisible(run) else { return nil }
      let backdrop = run.backdrop == .none ? "" : " on \(run.backdrop.rawValue)"
      return
        ":\(run.columns.lowerBound)..<\(run.columns.upperBound) \(run.role.rawValue)\(backdrop)"
    }
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
