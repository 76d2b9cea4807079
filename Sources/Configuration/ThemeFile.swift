import Foundation
import TOMLKit

/// The looks that a theme names, by section and name; what they mean is the terminal's affair.
package struct ThemeFile {
  package let sections: [String: [String: String]]

  /// A theme of the person's own comes before one of ours of the same name.
  package init(named name: String, places: Places) throws(SettingsProblem) {
    let path = places.theme(name)
    let isName = !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
    if isName, let bytes = FileManager.default.contents(atPath: path) {
      try self.init(path: path, source: String(decoding: bytes, as: UTF8.self))
    } else if isName, let file = EmbeddedFile.at("themes/\(name).toml") {
      try self.init(path: file.path, source: String(decoding: file.bytes, as: UTF8.self))
    } else {
      let known = EmbeddedFile.below("themes").map {
        String($0.path.dropFirst("themes/".count).dropLast(".toml".count))
      }
      throw SettingsProblem(
        path: path, line: nil,
        reason: "there is no theme \"\(name)\"; there are \(known.joined(separator: ", "))")
    }
  }

  package init(path: String, source: String) throws(SettingsProblem) {
    do {
      var sections: [String: [String: String]] = [:]
      for (section, value) in try TOMLTable(string: source) {
        guard let entries = value.table else {
          throw SettingsProblem(
            path: path, line: nil, reason: "expected a section, as in [roles], not \(section)")
        }
        for (name, look) in entries {
          // A color of 256 may be written without quotes.
          sections[section, default: [:]][name] = look.string ?? look.int.map(String.init) ?? "?"
        }
      }
      self.sections = sections
    } catch let error as TOMLParseError {
      throw SettingsProblem(
        path: path, line: Int(error.source.begin.line), reason: error.description)
    } catch let problem as SettingsProblem {
      throw problem
    } catch {
      throw SettingsProblem(path: path, line: nil, reason: "\(error)")
    }
  }
}
