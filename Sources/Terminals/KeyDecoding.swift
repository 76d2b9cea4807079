import CCurses
import Commands

/// Turns what curses reads into keys, mouse events and pasted text.
struct KeyDecoding {
  private let alternateKeys: Set<Key>
  private var pasted: String?
  private var isAfterEscape = false

  /// A terminal sends Alt as an Escape before the key; only the keys named here are read so, that
  /// Escape and a key typed fast stay two.
  init(alternateKeys: Set<Key> = []) { self.alternateKeys = alternateKeys }

  /// Nothing when it takes more input to make an event, or when it means nothing to us.
  mutating func events(for input: terminal_input) -> [TerminalEvent] {
    if input.kind == TERMINAL_INPUT_CHARACTER {
      return characters(UInt32(bitPattern: input.value))
    }
    return escapeBefore() + (event(for: input).map { [$0] } ?? [])
  }
}

private extension KeyDecoding {
  mutating func event(for input: terminal_input) -> TerminalEvent? {
    switch input.kind {
    case TERMINAL_INPUT_PASTE_BEGINS:
      pasted = ""
      return nil
    case TERMINAL_INPUT_PASTE_ENDS:
      defer { pasted = nil }
      return pasted.map(TerminalEvent.pasted)
    case TERMINAL_INPUT_KEY: return pasted == nil ? key(input).map(TerminalEvent.key) : nil
    case TERMINAL_INPUT_MOUSE: return mouse(input).map(TerminalEvent.mouse)
    default: return nil
    }
  }

  mutating func characters(_ value: UInt32) -> [TerminalEvent] {
    guard pasted == nil else {
      paste(value)
      return []
    }
    guard let key = Key(controlCode: value) ?? Unicode.Scalar(value).map({ Key($0) }) else {
      return []
    }
    let alternate = Key(key.symbol, key.modifiers.union(.alternate))
    if isAfterEscape, alternateKeys.contains(alternate) {
      isAfterEscape = false
      return [.key(alternate)]
    }
    let before = escapeBefore()
    guard key == .escape, !alternateKeys.isEmpty else { return before + [.key(key)] }
    isAfterEscape = true
    return before
  }

  mutating func escapeBefore() -> [TerminalEvent] {
    defer { isAfterEscape = false }
    return isAfterEscape ? [.key(.escape)] : []
  }

  mutating func paste(_ value: UInt32) {
    // A terminal sends what Enter sends at the end of a pasted line.
    guard let scalar = Unicode.Scalar(value == 13 ? 10 : value) else { return }
    if value >= 32 || value == 9 || value == 10 || value == 13 {
      pasted?.unicodeScalars.append(scalar)
    }
  }

  func key(_ input: terminal_input) -> Key? {
    guard let symbol = KeySymbol(code: Int(input.value)) else { return nil }
    var modifiers: KeyModifiers = []
    if input.modifiers & 1 != 0 { modifiers.insert(.shift) }
    if input.modifiers & 2 != 0 { modifiers.insert(.alternate) }
    if input.modifiers & 4 != 0 { modifiers.insert(.control) }
    return Key(symbol, modifiers)
  }

  func mouse(_ input: terminal_input) -> MouseEvent? {
    let kind: MouseEvent.Kind? =
      switch Int(input.value) {
      case Int(TERMINAL_CLICK): .click
      case Int(TERMINAL_DOUBLE_CLICK): .doubleClick
      case Int(TERMINAL_WHEEL_UP): .wheelUp
      case Int(TERMINAL_WHEEL_DOWN): .wheelDown
      default: nil
      }
    return kind.map { MouseEvent($0, row: Int(input.row), column: Int(input.column)) }
  }
}

private extension Key {
  init(_ scalar: Unicode.Scalar) { self = .character(Character(scalar)) }

  /// What a terminal sends for Control and a letter, and for the keys that share those codes.
  init?(controlCode value: UInt32) {
    switch value {
    case 0: self = Key(.character(" "), .control)
    case 8, 127: self = .backspace
    case 9: self = .tab
    case 13: self = .enter
    case 27: self = .escape
    case 1...26: self = .control(Character(Unicode.Scalar(UInt8(value) + 96)))
    case 28...31: self = .control(Character(Unicode.Scalar(UInt8(value) + 64)))
    default: return nil
    }
  }
}

private extension KeySymbol {
  init?(code: Int) {
    if (1...12).contains(code - Int(TERMINAL_KEY_FUNCTION)) {
      self = .function(code - Int(TERMINAL_KEY_FUNCTION))
      return
    }
    guard let symbol = symbols[code] else { return nil }
    self = symbol
  }
}

private let symbols: [Int: KeySymbol] = [
  Int(TERMINAL_KEY_UP): .up, Int(TERMINAL_KEY_DOWN): .down,
  Int(TERMINAL_KEY_RIGHT): .right, Int(TERMINAL_KEY_LEFT): .left,
  Int(TERMINAL_KEY_HOME): .home, Int(TERMINAL_KEY_END): .end,
  Int(TERMINAL_KEY_PAGE_UP): .pageUp, Int(TERMINAL_KEY_PAGE_DOWN): .pageDown,
  Int(TERMINAL_KEY_INSERT): .insert, Int(TERMINAL_KEY_DELETE): .delete,
  Int(TERMINAL_KEY_BACKSPACE): .backspace, Int(TERMINAL_KEY_ENTER): .enter,
  Int(TERMINAL_KEY_TAB): .tab,
]
