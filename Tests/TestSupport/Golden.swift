import Testing
import Foundation

/// Compares a text with the file `Goldens/<name>` beside the test that asks.
///
/// With `SHORTLIST_UPDATE_GOLDENS=1` a file that differs is written anew, and the test fails all the
/// same: a recording run is never taken for a checking run.
package func expectGolden(
  _ text: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: testFile).deletingLastPathComponent()
    .appending(path: "Goldens").appending(path: name)
  let actual = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
  let expected = try? String(contentsOf: file, encoding: .utf8)
  guard actual != expected else { return }
  let suite = URL(filePath: testFile).deletingPathExtension().lastPathComponent
  if ProcessInfo.processInfo.environment["SHORTLIST_UPDATE_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("wrote Goldens/\(name); read it, then run again", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      """
      \(differences(from: expected, to: actual, name: name))
      if this is right: SHORTLIST_UPDATE_GOLDENS=1 swift test --filter \(suite)
      """, sourceLocation: sourceLocation)
  }
}

private func differences(from expected: String?, to actual: String, name: String) -> Comment {
  guard let expected else { return "there is no Goldens/\(name); it would be\n\(actual)" }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = ["Goldens/\(name) differs:"]
  for index in 0..<max(old.count, new.count) {
    let before = index < old.count ? old[index] : nil
    let after = index < new.count ? new[index] : nil
    guard before != after else { continue }
    if let before { lines.append("\(index + 1) - \(before)") }
    if let after { lines.append("\(index + 1) + \(after)") }
  }
  return Comment(rawValue: lines.prefix(60).joined(separator: "\n"))
}
