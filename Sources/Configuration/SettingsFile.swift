import Commands
import Foundation
import TOMLKit

/// Something in the settings file that can't be used, with its place.
package struct SettingsProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// From 1; nil when the place is not known.
  package let line: Int?
  package let reason: String

  package var description: String {
    line.map { "\(path):\($0): \(reason)" } ?? "\(path): \(reason)"
  }
}

/// Reads `settings.toml`; a mistake in it never keeps the rest from being read.
package struct SettingsFile {
  package internal(set) var settings = Settings()
  package internal(set) var problems: [SettingsProblem] = []
  let path: String
  let source: String

  /// A missing file is the defaults.
  package init(path: String) {
    let bytes = FileManager.default.contents(atPath: path)
    self.init(path: path, source: bytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  package init(path: String, source: String) {
    self.path = path
    self.source = source
    if let line = Self.lineOfUnreadableHeading(in: source) {
      problems.append(
        SettingsProblem(path: path, line: line, reason: "expected a name after \"[\""))
      return
    }
    do {
      try read(TOMLTable(string: source))
    } catch let error as TOMLParseError {
      problems.append(
        SettingsProblem(
          path: path, line: Int(error.source.begin.line), reason: error.description))
    } catch {
      problems.append(SettingsProblem(path: path, line: nil, reason: "\(error)"))
    }
  }
}

private extension SettingsFile {
  /// TOMLKit's parser ends the program at a heading that begins with neither letter nor quote
  /// (version 0.6.0, seen 2026-11-21 with `[!keys]`).
  static func lineOfUnreadableHeading(in source: String) -> Int? {
    var isInArray = false
    let lines = source.utf8.split(separator: 10, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0 == 32 || $0 == 9 }
      if words.first == UInt8(ascii: "["), !isInArray {
        let name = words.dropFirst().drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: "[") }
        guard let first = name.first, isNameStart(first) else { return index + 1 }
      }
      let last = words.last { $0 > 32 }
      if let last { isInArray = last == UInt8(ascii: "[") || last == UInt8(ascii: ",") }
    }
    return nil
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  mutating func read(_ table: TOMLTable) {
    for (key, value) in table {
      guard let name = SettingName(rawValue: key) else {
        let known = SettingName.allCases.map(\.rawValue).joined(separator: ", ")
        problem(at: key, "there is no setting \"\(key)\"; there are \(known)")
        continue
      }
      switch name {
      case .currency: readCurrency(value)
      case .mouse: settings.usesMouse = expect(value.bool, name, "true or false") ?? true
      case .theme: settings.theme = expect(value.string, name, "a name in quotes") ?? "default"
      case .language: settings.language = expect(value.string, name, "a name in quotes") ?? "en"
      case .opener: readOpener(value)
      case .columns: readColumns(value)
      case .highlight: readHighlights(value)
      case .hide: readHides(value)
      case .keys: readKeys(value)
      }
    }
  }

  mutating func readCurrency(_ value: any TOMLValueConvertible) {
    guard let code = value.string, code.utf8.count == 3,
      code.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 })
    else {
      problem(at: "currency", "expected three letters in quotes, as in \"EUR\"")
      return
    }
    settings.currency = code.uppercased()
  }

  mutating func readOpener(_ value: any TOMLValueConvertible) {
    let words = value.array.map { $0.compactMap(\.string) } ?? value.string.map { [$0] } ?? []
    guard !words.isEmpty, !words[0].isEmpty else {
      problem(at: "opener", "expected a program, as in [\"firefox\", \"--new-tab\"]")
      return
    }
    settings.opener = words
  }

  mutating func readColumns(_ value: any TOMLValueConvertible) {
    let words = value.array.map { $0.map(\.string) } ?? []
    guard !words.isEmpty, !words.contains(nil) else {
      problem(at: "columns", "expected names in quotes, as in [\"company\", \"pay:16\"]")
      return
    }
    settings.columns = words.compactMap { $0 }
  }

  mutating func readKeys(_ value: any TOMLValueConvertible) {
    guard let panes = value.table else {
      problem(at: "keys", "expected tables, as in [keys.list]")
      return
    }
    for (name, bindings) in panes {
      guard let context = KeyContext(rawValue: name), let bindings = bindings.table else {
        let known = KeyContext.allCases.map(\.rawValue).joined(separator: ", ")
        problem(at: name, "there are no keys for \"\(name)\"; there are \(known)")
        continue
      }
      for (keys, command) in bindings {
        if let lines = command.lines {
          bind(keys, toLines: lines, in: context)
        } else {
          bind(keys, to: command.string ?? "", in: context)
        }
      }
    }
  }

  mutating func bind(_ keys: String, to name: String, in context: KeyContext) {
    do {
      let sequence = try KeySequence(parsing: keys)
      if name == "nothing" {
        settings.keymap.bind(sequence, to: nil, in: context)
      } else if let command = Command(name: name) {
        settings.keymap.bind(sequence, to: command, in: context)
      } else {
        problem(at: keys, "there is no command \"\(name)\"; ? lists them in the browser")
      }
    } catch {
      problem(at: keys, error.description)
    }
  }

  mutating func bind(_ keys: String, toLines lines: [String], in context: KeyContext) {
    do {
      let command = Command.own(try OwnCommand(parsing: lines))
      settings.keymap.bind(try KeySequence(parsing: keys), to: command, in: context)
    } catch {
      problem(at: keys, "\(error)")
    }
  }

  mutating func expect<Value>(_ value: Value?, _ name: SettingName, _ what: String) -> Value? {
    if value == nil { problem(at: name.rawValue, "expected \(what)") }
    return value
  }
}

extension SettingsFile {
  // TOMLKit keeps no places of values; the first line that begins with the key is it.
  mutating func problem(at key: String, _ reason: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { line in
      let start = line.drop { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "[" }
      return start.hasPrefix(key) || start.hasPrefix("keys.\(key)")
    }
    problems.append(
      SettingsProblem(path: path, line: index.map { $0 + 1 }, reason: reason))
  }
}

private extension TOMLValueConvertible {
  /// Lines as they are typed after ":"; nil for the name of a command.
  var lines: [String]? {
    if let array { return array.map { $0.string ?? "" } }
    return string.flatMap { $0.hasPrefix(":") ? [$0] : nil }
  }
}
