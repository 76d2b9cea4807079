/// One press of a key, as a terminal can tell it apart.
package struct Key: Hashable, Sendable {
  package let symbol: KeySymbol
  package let modifiers: KeyModifiers

  /// Folds what a terminal cannot tell apart: `Ctrl-I` is Tab, `Ctrl-M` Enter, `Ctrl-[` Escape.
  package init(_ symbol: KeySymbol, _ modifiers: KeyModifiers = []) {
    guard case .character(let character) = symbol else {
      self.symbol = symbol
      self.modifiers = modifiers
      return
    }
    // Shift is part of the character: "G", not shift and "g".
    let held = modifiers.subtracting(.shift)
    let named = held.contains(.control) ? character.controlSymbol : nil
    self.symbol = named ?? .character(held.contains(.control) ? character.lowered : character)
    self.modifiers = named == nil ? held : held.subtracting(.control)
  }
}

private extension Character {
  var controlSymbol: KeySymbol? {
    switch self {
    case "i", "I": .tab
    case "m", "M": .enter
    case "[": .escape
    default: nil
    }
  }

  var lowered: Character {
    let text = lowercased()
    return text.count == 1 ? Character(text) : self
  }
}

extension Key {
  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  package static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }
  package static let escape = Key(.escape)
  package static let enter = Key(.enter)
  package static let tab = Key(.tab)
  package static let backTab = Key(.tab, .shift)
  package static let space = Key(.character(" "))
  package static let backspace = Key(.backspace)

  /// The text that this key types into a prompt; nil for keys that do something.
  package var typedCharacter: Character? {
    guard case .character(let character) = symbol, modifiers.isEmpty else { return nil }
    return character
  }
}

/// What is printed on a key.
package enum KeySymbol: Hashable, Sendable {
  case character(Character)
  case escape, enter, tab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
}

/// The keys held down with another.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let control = KeyModifiers(rawValue: 1)
  package static let alternate = KeyModifiers(rawValue: 2)
  /// Only with keys that are no characters: `<s-tab>`.
  package static let shift = KeyModifiers(rawValue: 4)
}

/// A press of a mouse button or a turn of its wheel, at a cell counted from 0.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case click, doubleClick, wheelUp, wheelDown }

  package let kind: Kind
  package let row: Int
  package let column: Int

  package init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
