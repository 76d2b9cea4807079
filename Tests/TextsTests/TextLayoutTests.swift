import TestSupport
import Testing
import Texts

@Suite struct TextLayoutTests {
  private enum Style { case plain, strong }

  private func lines(_ text: String, _ width: Int, first: Int = 0, hanging: Int = 0) -> [String] {
    TextLayout(width: width, firstIndent: first, hangingIndent: hanging)
      .lines(of: StyledText(text, style: Style.plain)).map(\.text)
  }

  @Test(
    arguments: [
      ("", 10, [""]),
      ("one two three", 20, ["one two three"]),
      ("one two three", 9, ["one two", "three"]),
      ("one two   three", 7, ["one two", "three"]),
      ("one\ntwo", 10, ["one", "two"]),
      ("one\n\ntwo", 10, ["one", "", "two"]),
      ("one\n", 10, ["one"]),
      ("incomprehensibilities", 10, ["incomprehe", "nsibilitie", "s"]),
      ("a incomprehensibilities", 10, ["a", "incomprehe", "nsibilitie", "s"]),
      ("東京タワーの仕事", 9, ["東京タ", "ワーの仕", "事"]),
      ("job 東京タワー", 9, ["job 東京", "タワー"]),
      ("東京で、働く。", 6, ["東京", "で、働", "く。"]),
      ("Swiftを使う", 6, ["Swift", "を使う"]),
      ("使うSwift3", 9, ["使う", "Swift3"]),
      ("backend-engineer", 10, ["backend-", "engineer"]),
      ("60-80k a year", 8, ["60-80k a", "year"]),
      ("Sen\u{303}ori\u{301}a y sen\u{303}or", 9, ["Sen\u{303}ori\u{301}a y", "sen\u{303}or"]),
      ("ends in blanks    ", 14, ["ends in blanks"]),
      ("\u{200B}\nx", 5, ["", "x"]),
    ])
  func breaksLines(text: String, width: Int, expected: [String]) {
    #expect(lines(text, width) == expected)
  }

  @Test func laterLinesHang() {
    #expect(
      lines("1. first words then more of them", 16, first: 2, hanging: 5)
        == ["  1. first words", "     then more", "     of them"])
  }

  @Test func anIndentLeavesRoomForText() {
    #expect(lines("word word", 9, first: 8, hanging: 8) == [" word", " word"])
  }

  @Test func stylesFollowTheirWords() {
    var text = StyledText("plain ", style: Style.plain)
    text.append("strong words", style: .strong)
    text.append(" end", style: .plain)
    let lines = TextLayout(width: 12).lines(of: text)
    #expect(lines.map(\.text) == ["plain strong", "words end"])
    #expect(lines[0].runs.map(\.style) == [.plain, .strong])
    #expect(
      lines[1].runs == [.init(text: "words", style: .strong), .init(text: " end", style: .plain)])
    #expect(lines[1].range == 13..<22)
  }

  @Test func restylingSplitsRuns() {
    var text = StyledText("one two three", style: Style.plain)
    text.restyle([4..<7, 8..<9]) { _ in .strong }
    #expect(text.runs.map(\.text) == ["one ", "two", " ", "t", "hree"])
    #expect(text.runs.map(\.style) == [.plain, .strong, .plain, .strong, .plain])
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func everyLineFitsAndNoLetterIsLost(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "word", "long-winded", " ", "  ", "\n", "東", "、", "京都", "é", "e\u{301}", "👩‍💻", "\u{200B}",
      "-", "/",
      "\t", "\u{0}", "incomprehensibilities",
    ]
    let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let layout = TextLayout(
      width: Int.random(in: 2...30, using: &random),
      firstIndent: Int.random(in: 0...9, using: &random),
      hangingIndent: Int.random(in: 0...9, using: &random))
    let lines = layout.lines(of: StyledText(text, style: Style.plain))
    for line in lines {
      let shown = String(line.text.filter { !$0.isNewline })
      #expect(displayWidth(of: shown) <= layout.width, "seed \(seed)")
    }
    let blanks: Set<Character> = [" ", "\n", "\t", "\u{0}", "\u{200B}"]
    #expect(
      lines.map(\.text).joined().filter { !blanks.contains($0) }
        == text.filter { !blanks.contains($0) }, "seed \(seed)")
  }
}
