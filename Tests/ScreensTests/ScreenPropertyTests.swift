import Screens
import TestSupport
import Testing
import Texts

@Suite struct ScreenPropertyTests {
  private static let pieces = [
    "a", "word ", "東", "京都", "é", "e\u{301}", "\u{301}", "👍🏽", "👩‍💻", "🇺🇸", "\u{1B}[1m", "\t", "\n",
    "\u{202E}", "\u{200D}", "\u{FE0F}", "1\u{FE0F}\u{20E3}", "한", "\u{1112}\u{1161}\u{11AB}", "नि",
    "\u{0}", "\u{9B}31m", "🏽", "\u{FFFF}", "x\u{301}\u{302}\u{303}\u{304}\u{305}", "…", "│",
  ]

  private func scribble(_ screen: inout Screen, _ random: inout some RandomNumberGenerator) {
    let text = (0..<Int.random(in: 1...6, using: &random))
      .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    let row = Int.random(in: -1...screen.height, using: &random)
    let column = Int.random(in: -4...screen.width, using: &random)
    let role = Role.allCases.randomElement(using: &random) ?? .plain
    let rect = Rect(
      row: row, column: column, width: Int.random(in: 0...9, using: &random), height: 1)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: screen.clear(rect)
    case 1: screen.lay(.selected, under: rect)
    case 2: screen.draw(text, row: row, column: column, role: role, clip: rect)
    default: screen.draw(text, row: row, column: column, role: role)
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func applyingTheChangedRunsGivesTheTarget(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var shown = Screen(width: 17, height: 3)
    var target = shown
    for _ in 0..<12 {
      scribble(&target, &random)
      for run in target.runs(changedSince: shown) { shown.apply(run) }
      #expect(shown == target, "seed \(seed)")
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func wideGlyphsStandWholeAndRunsAreAsWideAsTheySay(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var screen = Screen(width: 17, height: 2)
    for _ in 0..<20 { scribble(&screen, &random) }
    for row in 0..<screen.height {
      for column in 0..<screen.width {
        let isWide = screen[row, column].glyph?.width == 2
        let next = column + 1 < screen.width ? screen[row, column + 1].glyph : .blank
        #expect(isWide == (next == nil), "seed \(seed)")
      }
      for run in screen.runs(ofRow: row) {
        #expect(displayWidth(of: run.text) == run.columns.count, "seed \(seed)")
      }
    }
  }
}
