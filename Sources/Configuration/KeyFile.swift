import Foundation

/// Keys of boards: from the environment, or from a file that its owner alone may read.
package struct KeyFile: Sendable {
  package let keys: [String: String]
  /// Why the file was not read, as a sentence that shows nothing of what is in it.
  package let problem: String?

  /// `names` are the keys that are looked for, as in `adzuna_app_id`.
  package init(_ names: [String], path: String, environment: [String: String]) {
    var found: [String: String] = [:]
    var trouble: String?
    switch Self.lines(of: path) {
    case .success(let lines):
      for line in lines {
        let parts = line.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let blank = CharacterSet.whitespaces
        let name = parts[0].trimmingCharacters(in: blank)
        let value = parts[1].trimmingCharacters(in: blank.union(CharacterSet(charactersIn: "\"'")))
        if names.contains(name), !value.isEmpty { found[name] = value }
      }
    case .failure(let failure): trouble = failure.reason
    }
    for name in names {
      if let value = environment["SHORTLIST_\(name.uppercased())"], !value.isEmpty {
        found[name] = value
      }
    }
    // A line end would smuggle another header into a request.
    keys = found.filter { $0.value.utf8.allSatisfy { $0 > 31 && $0 != 127 } }
    problem = trouble
  }

  private struct Refusal: Error {
    let reason: String
  }

  private static func lines(of path: String) -> Result<[Substring], Refusal> {
    var status = stat()
    guard stat(path, &status) == 0 else { return .success([]) }
    guard status.st_mode & 0o077 == 0 else {
      return .failure(
        Refusal(reason: "\(path) can be read by others, so it is not used; chmod 600 it"))
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      return .failure(Refusal(reason: "can't read \(path)"))
    }
    return .success(text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") })
  }
}

extension Places {
  /// Where keys of boards may be: `keys.toml` beside the settings.
  package var keys: String {
    let folder = Self.folder(of: settings)
    return folder.isEmpty ? "keys.toml" : folder + "/keys.toml"
  }
}
