import Foundation

/// A table of the interface's words in a language: the English ones, a tab, the translation.
package struct LanguageFile {
  package let phrases: [String: String]

  /// One of the person's own comes before one of ours of the same name; English needs none.
  package init(named name: String, places: Places) throws(SettingsProblem) {
    let path = places.language(name)
    let isName = !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
    if name == "en" {
      try self.init(path: path, source: "")
    } else if isName, let bytes = FileManager.default.contents(atPath: path) {
      try self.init(path: path, source: String(decoding: bytes, as: UTF8.self))
    } else if isName, let file = EmbeddedFile.at("languages/\(name).tsv") {
      try self.init(path: file.path, source: String(decoding: file.bytes, as: UTF8.self))
    } else {
      let ours = EmbeddedFile.below("languages").map {
        String($0.path.dropFirst("languages/".count).dropLast(".tsv".count))
      }
      throw SettingsProblem(
        path: path, line: nil,
        reason: "there is no language \"\(name)\"; there are en, \(ours.joined(separator: ", "))")
    }
  }

  package init(path: String, source: String) throws(SettingsProblem) {
    var phrases: [String: String] = [:]
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw SettingsProblem(
          path: path, line: number + 1, reason: "expected the English words, a tab, the translation"
        )
      }
      guard Self.gaps(parts[0]) == Self.gaps(parts[1]) else {
        throw SettingsProblem(
          path: path, line: number + 1, reason: "each {} has to be in the translation too")
      }
      phrases[String(parts[0])] = String(parts[1])
    }
    self.phrases = phrases
  }

  private static func gaps(_ text: Substring) -> Int { text.ranges(of: "{}").count }
}
