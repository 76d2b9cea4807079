import Testing
import Texts

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("東京", 4), ("Señor", 5), ("Sen\u{303}or", 5), ("ｆｕｌｌ", 8),
      ("👍", 2), ("👍🏽", 2), ("👩‍💻", 2), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1), ("🇺🇸", 2),
      ("\u{1B}[31m", 4), ("a\u{202E}b", 2), ("\u{200B}", 0), ("한국", 4), ("\u{301}", 0),
      ("a\tb", 3), ("\u{AD}x", 1), ("\u{85}x", 1), ("किताब", 5),
    ])
  func countsTheColumnsThatAreDrawn(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test(
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abc", 0, ""), ("東京タワー", 7, "東京タ…"),
      ("東京タワー", 6, "東京…"), ("東京", 1, "…"), ("東京", 4, "東京"), ("Señoría", 7, "Señoría"),
    ])
  func cutsBeforeAnEllipsis(text: String, width: Int, expected: String) {
    #expect(fitted(text, to: width) == expected)
    #expect(displayWidth(of: fitted(text, to: width)) <= width)
  }
}
