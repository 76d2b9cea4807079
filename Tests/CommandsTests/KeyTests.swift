import Commands
import TestSupport
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    "j", "G", "$", "\\", ">", "é", "<space>", "<lt>", "<ret>", "<esc>", "<tab>", "<s-tab>",
    "<c-d>", "<a-x>", "<c-a-x>", "<pagedown>", "<f1>", "<f12>", "<c-left>", "<c-space>",
    "g g", "m a <c-r>",
  ])
  func printsWhatItReads(text: String) throws {
    let keys = try KeySequence(parsing: text)
    #expect(keys.description == text)
    #expect(try KeySequence(parsing: keys.description) == keys)
  }

  @Test(arguments: [
    "", " ", "jj", "<>", "<nonsense>", "<c->", "<x-d>", "<c-c-d>", "<s-a>", "<f0>", "<f13>",
    "<f01>", "<c-d", "g <c-", "\u{1b}", "\u{7f}", "<c-ab>", "\u{200b}",
  ])
  func nonsenseIsNoKey(text: String) {
    #expect(throws: KeyError.self) { try KeySequence(parsing: text) }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func anyTextIsKeysOrAnError(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parts = ["<", ">", "c-", "s-", "a-", "f1", "g", " ", "tab", "é", "\u{301}", "-", "ret"]
    let text = (0..<6).compactMap { _ in parts.randomElement(using: &random) }.joined()
    guard let keys = try? KeySequence(parsing: text) else { return }
    #expect(try KeySequence(parsing: keys.description) == keys, "\(text)")
  }

  @Test func anErrorPointsAtTheWord() {
    let error = #expect(throws: KeyError.self) { try KeySequence(parsing: "é <oops> g") }
    #expect(error?.offset == 3)
    #expect(error?.word == "<oops>")
  }

  @Test func foldsWhatTerminalsCannotTellApart() throws {
    #expect(try KeySequence(parsing: "<c-i>").keys == [.tab])
    #expect(try KeySequence(parsing: "<c-M>").keys == [.enter])
    #expect(try KeySequence(parsing: "<c-[>").keys == [.escape])
    #expect(try KeySequence(parsing: "<C-D>").keys == [.control("d")])
    #expect(Key(.character("G"), .shift) == .character("G"))
  }
}
