import TestSupport
import Testing

@testable import Extraction

@Suite struct MojibakeTests {
  @Test(arguments: CaseTable("mojibake.tsv"))
  func mendsDamageAndLeavesRightText(line: CaseTable.Line) {
    let expected = line["right"].isEmpty ? line["damaged"] : line["right"]
    #expect(Array(Mojibake.mended(line["damaged"]).utf8) == Array(expected.utf8), "\(line)")
  }

  @Test func mendingWhatWasDamagedGivesItBack() {
    let text = "Prüfung – „Größe“ für 50 € 🚀 déjà vu, naïf… czytać, žluťoučký"
    let damaged = String(String.UnicodeScalarView(text.utf8.compactMap { Unicode.Scalar($0) }))
    #expect(Mojibake.mended(damaged) == text)
  }

  @Test func anyBytesEndInText() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<500 {
      let bytes = (0..<60).map { _ -> UInt8 in
        [0xC3, 0xC2, 0xA2, 0xE2, 0x80, 0x99, 0x26, 0x61, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      let mended = Mojibake.mended(String(decoding: bytes, as: UTF8.self))
      #expect(mended.utf8.count <= bytes.count * 3)
    }
  }
}
