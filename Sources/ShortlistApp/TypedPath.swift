import Foundation

/// A path as a person types it, `~` for their own folder.
struct TypedPath {
  let text: String
  /// The person's own folder.
  let home: String

  init(_ text: String, home: String) {
    self.text = text
    self.home = home
  }

  var expanded: String {
    if text == "~" || text.hasPrefix("~/") { return home + text.dropFirst() }
    // The folders of others stand in the list of users.
    return NSString(string: text).expandingTildeInPath
  }

  static let mostWays = 200

  /// How it can go on, as it would be typed; folders end in a slash.
  ///
  /// Hidden files are told to who types their dot; names that a line can't hold to nobody.
  var ways: [String] {
    if text == "~" { return ["~/"] }
    let folder = text.lastIndex(of: "/").map { text[...$0] } ?? ""
    let beginning = text.dropFirst(folder.count)
    let place = folder.isEmpty ? "." : TypedPath(String(folder), home: home).expanded
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let fitting = names.filter { name in
      name.hasPrefix(beginning) && (beginning.hasPrefix(".") || !name.hasPrefix("."))
        && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return fitting.sorted().prefix(Self.mostWays).map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(place)/\(name)", isDirectory: &isFolder)
      return folder + name + (isFolder.boolValue ? "/" : "")
    }
  }
}
