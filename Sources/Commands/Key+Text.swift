private let namedSymbols: [(name: String, symbol: KeySymbol)] = [
  ("space", .character(" ")), ("lt", .character("<")), ("ret", .enter), ("esc", .escape),
  ("tab", .tab), ("backspace", .backspace), ("del", .delete), ("ins", .insert),
  ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home),
  ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown),
]

extension Key: CustomStringConvertible {
  /// The form that settings, tests and help use: `j`, `<space>`, `<c-d>`, `<s-tab>`.
  package var description: String {
    let name = symbol.name
    var prefix = ""
    if modifiers.contains(.control) { prefix += "c-" }
    if modifiers.contains(.alternate) { prefix += "a-" }
    if modifiers.contains(.shift) { prefix += "s-" }
    return name.count == 1 && prefix.isEmpty ? name : "<\(prefix)\(name)>"
  }

  /// Nil when `text` names no key that a terminal can send.
  package init?(parsing text: some StringProtocol) {
    if text.count == 1, let only = text.first {
      guard only.isTypeable, only != " " else { return nil }
      self = .character(only)
      return
    }
    guard text.count > 2, text.first == "<", text.last == ">" else { return nil }
    var name = text.dropFirst().dropLast()
    var modifiers: KeyModifiers = []
    while name.count > 2, let modifier = KeyModifiers(prefix: name.prefix(2)) {
      guard !modifiers.contains(modifier) else { return nil }
      modifiers.insert(modifier)
      name = name.dropFirst(2)
    }
    guard let symbol = KeySymbol(name: String(name), isModified: !modifiers.isEmpty) else {
      return nil
    }
    if case .character = symbol, modifiers.contains(.shift) { return nil }
    self.init(symbol, modifiers)
  }
}

private extension KeySymbol {
  var name: String {
    if let named = namedSymbols.first(where: { $0.symbol == self }) { return named.name }
    return switch self {
    case .character(let character): String(character)
    case .function(let number): "f\(number)"
    default: ""
    }
  }

  init?(name: String, isModified: Bool) {
    if isModified, name.count == 1, let only = name.first {
      guard only.isTypeable, only != " " else { return nil }
      self = .character(only)
      return
    }
    let lowered = name.lowercased()
    if let named = namedSymbols.first(where: { $0.name == lowered }) {
      self = named.symbol
    } else if lowered.first == "f", let number = Int(lowered.dropFirst()),
      (1...12).contains(number), lowered == "f\(number)"
    {
      self = .function(number)
    } else {
      return nil
    }
  }
}

private extension KeyModifiers {
  init?(prefix: some StringProtocol) {
    switch prefix.lowercased() {
    case "c-": self = .control
    case "a-": self = .alternate
    case "s-": self = .shift
    default: return nil
    }
  }
}

extension Character {
  /// Whether a key can stand for it: no control character, no blank but the space.
  var isTypeable: Bool {
    self == " "
      || unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator,
          .paragraphSeparator:
          false
        default: true
        }
      }
  }
}
