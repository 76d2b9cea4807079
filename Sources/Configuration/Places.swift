import Foundation

/// Where shortlist keeps its files: the XDG folders, or what the environment says.
package struct Places: Sendable {
  private let environment: [String: String]
  /// The person's own folder.
  package let home: String

  package init(environment: [String: String], home: String) {
    self.environment = environment
    self.home = home
  }

  package static var current: Places {
    let environment = ProcessInfo.processInfo.environment
    // Foundation asks the list of users first, but `HOME` is how a person says otherwise.
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return Places(environment: environment, home: home ?? NSHomeDirectory())
  }

  /// The listings file: `SHORTLIST_DB`, else `shortlist.sqlite` in the XDG data folder.
  package var store: String {
    if let path = value("SHORTLIST_DB") { return path }
    return folder("XDG_DATA_HOME", else: ".local/share") + "/shortlist.sqlite"
  }

  /// The settings file: `SHORTLIST_SETTINGS`, else `settings.toml` in the XDG config folder.
  package var settings: String {
    if let path = value("SHORTLIST_SETTINGS") { return path }
    return folder("XDG_CONFIG_HOME", else: ".config") + "/settings.toml"
  }

  /// The table of the person's own: `SHORTLIST_RATES`, else `rates.tsv` in the XDG data folder.
  ///
  /// It serves every listings file, as the currency in the settings does.
  package var rates: String {
    value("SHORTLIST_RATES") ?? folder("XDG_DATA_HOME", else: ".local/share") + "/rates.tsv"
  }

  /// Where a theme of the person's own would be.
  package func theme(_ name: String) -> String {
    folder("XDG_CONFIG_HOME", else: ".config") + "/themes/\(name).toml"
  }

  /// Where a table of the interface's words in another language would be.
  package func language(_ name: String) -> String {
    folder("XDG_CONFIG_HOME", else: ".config") + "/languages/\(name).tsv"
  }

  // The specification says that a relative path is to be ignored.
  private func folder(_ variable: String, else fallback: String) -> String {
    let base = value(variable).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
    return base + "/shortlist"
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Places {
  /// Makes the folder that `path` is in, readable by its owner alone.
  package static func makeFolder(for path: String) throws {
    let folder = Self.folder(of: path)
    guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Empty for a mere name; Foundation's own traps on a name of one letter.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
