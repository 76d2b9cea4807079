import CCurses
import Commands
import Testing

@testable import Terminals

@Suite struct KeyDecodingTests {
  private func events(_ inputs: [terminal_input], alternate: Set<Key> = []) -> [TerminalEvent] {
    var decoding = KeyDecoding(alternateKeys: alternate)
    return inputs.flatMap { decoding.events(for: $0) }
  }

  private func typed(_ text: String) -> [terminal_input] {
    text.unicodeScalars.map {
      terminal_input(
        kind: TERMINAL_INPUT_CHARACTER, value: Int32($0.value), modifiers: 0, row: 0, column: 0)
    }
  }

  private func input(
    _ kind: terminal_input_kind, _ value: Int = 0, modifiers: Int32 = 0
  ) -> terminal_input {
    terminal_input(kind: kind, value: Int32(value), modifiers: modifiers, row: 3, column: 4)
  }

  @Test(
    arguments: [
      ("j", "j"), ("G", "G"), (" ", "<space>"), ("é", "é"), ("\r", "<ret>"), ("\t", "<tab>"),
      ("\u{4}", "<c-d>"), ("\u{1A}", "<c-z>"), ("\u{7F}", "<backspace>"), ("\u{1B}", "<esc>"),
      ("\u{1C}", "<c-\\>"), ("\n", "<c-j>"),
    ])
  func namesTypedKeys(text: String, name: String) {
    #expect(events(typed(text)) == [.key(Key(parsing: name) ?? .enter)])
  }

  @Test func namesKeysWithModifiers() {
    let events = events([
      input(TERMINAL_INPUT_KEY, Int(TERMINAL_KEY_UP)),
      input(TERMINAL_INPUT_KEY, Int(TERMINAL_KEY_TAB), modifiers: 1),
      input(TERMINAL_INPUT_KEY, Int(TERMINAL_KEY_PAGE_DOWN), modifiers: 4),
      input(TERMINAL_INPUT_KEY, Int(TERMINAL_KEY_FUNCTION) + 5),
      input(TERMINAL_INPUT_OTHER),
    ])
    #expect(
      events == [
        .key(Key(.up)), .key(.backTab), .key(Key(.pageDown, .control)), .key(Key(.function(5))),
      ])
  }

  @Test func escapeIsAKeyOfItsOwnBeforeAllButTheBoundAltKeys() {
    let bound: Set<Key> = [Key(.character("b"), .alternate), Key(.backspace, .alternate)]
    #expect(events(typed("\u{1B}b")) == [.key(.escape), .key(.character("b"))])
    #expect(events(typed("\u{1B}b"), alternate: bound) == [.key(Key(.character("b"), .alternate))])
    #expect(
      events(typed("\u{1B}j"), alternate: bound) == [.key(.escape), .key(.character("j"))])
    #expect(
      events(typed("\u{1B}\u{1B}") + [input(TERMINAL_INPUT_NONE)], alternate: bound)
        == [.key(.escape), .key(.escape)])
  }

  @Test func aPasteIsOneEventAndPressesNoKeys() {
    let events = events(
      [input(TERMINAL_INPUT_PASTE_BEGINS)] + typed("q\rx\u{1B}\u{7}")
        + [input(TERMINAL_INPUT_PASTE_ENDS)] + typed("j"))
    #expect(events == [.pasted("q\nx"), .key(.character("j"))])
  }

  @Test func tellsWhereTheMouseWas() {
    #expect(
      events([input(TERMINAL_INPUT_MOUSE, Int(TERMINAL_WHEEL_DOWN))])
        == [.mouse(MouseEvent(.wheelDown, row: 3, column: 4))])
  }
}
