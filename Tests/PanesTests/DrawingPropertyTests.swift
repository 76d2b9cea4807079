import Browsing
import Commands
import Panes
import Screens
import TestSupport
import Testing
import Texts

@Suite struct DrawingPropertyTests {
  private static let sizes = [
    (160, 45), (120, 30), (100, 30), (80, 24), (79, 20), (60, 16), (59, 16), (0, 0),
  ]

  /// Whatever was pressed, a screen comes of it, twice the same, and cells stay whole.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func whateverWasPressedCanBeDrawn(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var fixture = BrowserFixture(width: 100, height: 30)
    var shown = BrowserScreen(fixture.browser).draw()
    for step in 0..<60 {
      let command = Command.allCases.randomElement(using: &random)
      if let keys = command?.info.keys.randomElement(using: &random) {
        fixture.press("\(keys)")
      }
      if Int.random(in: 0..<10, using: &random) == 0,
        let size = Self.sizes.randomElement(using: &random)
      {
        fixture.resize(width: size.0, height: size.1)
      }
      let screen = BrowserScreen(fixture.browser).draw()
      #expect(BrowserScreen(fixture.browser).draw() == screen, "seed \(seed), step \(step)")
      #expect(wideGlyphsAreWhole(in: screen), "seed \(seed), step \(step)")
      if screen.width == shown.width, screen.height == shown.height {
        for run in screen.runs(changedSince: shown) { shown.apply(run) }
        shown.cursor = screen.cursor
        #expect(shown == screen, "seed \(seed), step \(step)")
      }
      shown = screen
    }
  }

  private func wideGlyphsAreWhole(in screen: Screen) -> Bool {
    (0..<screen.height).allSatisfy { row in
      (0..<screen.width).allSatisfy { column in
        guard let glyph = screen[row, column].glyph else {
          return column > 0 && screen[row, column - 1].glyph?.width == 2
        }
        return glyph.width == 1 || column + 1 < screen.width
      }
    }
  }
}
