import Screens

/// A word of a theme that means nothing.
package struct ThemeError: Error, Hashable, CustomStringConvertible {
  /// The section and the key, as in `roles.pay`.
  package let place: String
  package let reason: String

  package var description: String { "\(place): \(reason)" }
}

extension Theme {
  /// The standard theme with other looks, by section (`roles`, `backdrops`, `shades`) and name.
  ///
  /// A look is written `bold 39 on #1d2021`: traits, a color, a color after "on", each at will.
  package init(changing sections: [String: [String: String]]) throws(ThemeError) {
    self = .standard
    for (section, entries) in sections.sorted(by: { $0.key < $1.key }) {
      for (name, text) in entries.sorted(by: { $0.key < $1.key }) {
        let place = "\(section).\(name)"
        let look = try Look(parsing: text, place: place)
        switch section {
        case "roles": looks[try Role(name: name, place: place)] = look
        case "shades": lightShades[try Role(name: name, place: place)] = look.foreground
        case "backdrops": backdrops[try Backdrop(name: name, place: place)] = look
        default: throw ThemeError(place: section, reason: "expected roles, backdrops or shades")
        }
      }
    }
  }
}

extension Look {
  init(parsing text: String, place: String) throws(ThemeError) {
    self.init()
    var isGround = false
    for word in text.split(separator: " ") {
      if word == "on" {
        isGround = true
      } else if let trait = traitNames[String(word)] {
        traits.insert(trait)
      } else if let color = Color(name: String(word)) {
        if isGround { background = color } else { foreground = color }
      } else if word != "default" {
        throw ThemeError(place: place, reason: "\u{201C}\(word)\u{201D} is no color and no trait")
      }
    }
  }
}

private let traitNames: [String: Traits] = [
  "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
]

private let colorNames = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

private extension Color {
  /// `red`, `bright-red`, `0` to `255`, `#rrggbb`.
  init?(name: String) {
    if let index = colorNames.firstIndex(of: name) {
      self = .basic(UInt8(index))
    } else if name.hasPrefix("bright-"),
      let index = colorNames.firstIndex(of: String(name.dropFirst(7)))
    {
      self = .basic(UInt8(index + 8))
    } else if let index = UInt8(name) {
      self = .indexed(index)
    } else if name.hasPrefix("#"), name.utf8.count == 7,
      let value = UInt32(name.dropFirst(), radix: 16)
    {
      self = .rgb(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    } else {
      return nil
    }
  }
}

private extension Role {
  init(name: String, place: String) throws(ThemeError) {
    guard let role = Role.allCases.first(where: { $0.rawValue.hyphenated == name }) else {
      let known = Role.allCases.map(\.rawValue.hyphenated).joined(separator: ", ")
      throw ThemeError(place: place, reason: "there is no such role; there are \(known)")
    }
    self = role
  }
}

private extension Backdrop {
  init(name: String, place: String) throws(ThemeError) {
    guard let backdrop = Backdrop.allCases.first(where: { $0.rawValue.hyphenated == name }),
      backdrop != .none
    else {
      throw ThemeError(place: place, reason: "expected selected or selected-elsewhere")
    }
    self = backdrop
  }
}

private extension String {
  /// As TOML keys are written: `focused-border`.
  var hyphenated: String {
    reduce(into: "") { text, character in
      if character.isUppercase { text.append("-") }
      text.append(character.lowercased())
    }
  }
}
