import Listings
import Testing

@Suite struct TextCleaningTests {
  @Test(arguments: [
    ("plain words, naïve café – “quoted” 東京 👩‍💻", "plain words, naïve café – “quoted” 東京 👩‍💻"),
    ("a\u{1B}[31mred\u{1B}[0m b", "ared b"),
    ("a\u{1B}]0;title\u{07}b", "ab"),
    ("a\u{1B}]52;c;c2VjcmV0\u{1B}\\b", "ab"),
    ("\u{1B}]8;;https://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("a\u{1B}Pq#0;2;0\u{1B}\\b", "ab"),
    ("a\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{07}\u{1B}\\b", "ab"),
    ("a\u{1B}_payload\u{1B}\\b\u{1B}^pm\u{1B}\\c\u{1B}Xsos\u{1B}\\d", "abcd"),
    ("a\u{9B}31mb\u{9D}0;title\u{9C}c\u{90}dcs\u{9C}d", "abcd"),
    ("a\u{1B}(Bb\u{1B}cd", "abd"),
    ("a\u{0}b\u{8}c\u{7F}d\u{9F}", "abcd"),
    ("one\r\ntwo\rthree\u{85}four\u{2028}five", "one\ntwo\nthree\nfour\nfive"),
    ("\u{202E}abc\u{202C} \u{2066}d\u{2069}\u{200E}\u{200F}\u{61C}", "abc d"),
    ("\u{FEFF}soft\u{AD}hyphen\u{200B}zero\u{2060}width\u{E0041}", "softhyphenzerowidth"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("tab\tstays", "tab\tstays"),
    ("end\u{1B}", "end"),
    ("end\u{1B}[", "end"),
    ("end\u{1B}[31\nnext", "end\nnext"),
  ])
  func leavesTheWords(dirty: String, clean: String) {
    #expect(dirty.cleaned() == clean)
    #expect(clean.cleaned() == clean)
  }

  @Test func aStringThatNeverEndsLosesOnlyItsFirstWord() {
    let rest = String(repeating: " more words\n", count: 1000)
    #expect("a \u{1B}]52;c;c2VjcmV0\(rest)".cleaned() == "a \(rest)")
    #expect("a\u{9D}0;x\(rest)\u{1B}[1mz".cleaned() == "a\(rest)z")
  }

  @Test(arguments: [
    ("  two   words \n", "two words"), ("a\tb\r\n c", "a b c"), ("", ""), ("   ", ""),
    ("fine as it is", "fine as it is"), ("\u{1B}[1m", ""),
  ])
  func aSingleLineHasNoLayout(text: String, line: String) {
    #expect(text.cleaned(.singleLine) == line)
  }

  @Test func anyBytesComeOutClean() {
    var state: UInt64 = 42
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x5D, 0x50, 0x07, 0x5C, 0xC2, 0x9B, 0x9C, 0x9D, 0x90, 0x20, 0x41, 0x0A, 0x0D,
      0xE2, 0x80, 0xAE, 0xF3, 0xA0, 0x81, 0x18, 0x28, 0x3B,
    ]
    for _ in 0..<3000 {
      let bytes = (0..<24).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let once = String(decoding: bytes, as: UTF8.self).cleaned()
      #expect(!once.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
      #expect(!once.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
      #expect(once.cleaned() == once, "\(bytes)")
    }
  }
}
