import Screens
import TestSupport
import Testing

@Suite struct ScreenTests {
  @Test func drawsListsOfRunsAsTheGoldenShows() throws {
    var screen = Screen(width: 24, height: 4)
    screen.draw("Backend Engineer", row: 0, column: 1, role: .strong)
    screen.draw("東京 Platform", row: 1, column: 1, role: .plain)
    screen.draw("Señor Dev, clipped at the edge", row: 2, column: 1, role: .dimmed)
    screen.draw("\u{1B}]52;c;aGk=\u{7}\u{202E}safe", row: 3, column: 1, role: .problem)
    screen.lay(.selected, under: Rect(row: 1, column: 0, width: 24, height: 1))
    screen.cursor = Position(row: 3, column: 4)
    try expectGolden(screen, "screen-runs")
  }

  @Test(
    arguments: [
      ("東京", 0, "東京  "), ("東京", 3, "   東 "), ("東京", 4, "    東"), ("東京", 5, "      "),
      ("東京", -1, " 京   "), ("東京", -2, "京    "), ("abc", -1, "bc    "), ("x", 9, "      "),
    ])
  func neverHalvesAWideGlyphAtAnEdge(text: String, column: Int, expected: String) {
    var screen = Screen(width: 6, height: 1)
    screen.draw(text, row: 0, column: column, role: .plain)
    #expect(screen.text(ofRow: 0) == expected)
  }

  @Test func whatIsDrawnOverHalfAWideGlyphBlanksTheOtherHalf() {
    var screen = Screen(width: 6, height: 1)
    screen.draw("東京", row: 0, column: 0, role: .plain)
    screen.draw("x", row: 0, column: 1, role: .plain)
    #expect(screen.text(ofRow: 0) == " x京  ")
    screen.draw("y", row: 0, column: 2, role: .plain)
    #expect(screen.text(ofRow: 0) == " xy   ")
  }

  @Test func onlyChangedPartsAreRuns() {
    var earlier = Screen(width: 12, height: 2)
    earlier.draw("same words", row: 0, column: 0, role: .plain)
    var later = earlier
    later.draw("東", row: 0, column: 5, role: .match)
    #expect(
      later.runs(changedSince: earlier) == [Run(row: 0, columns: 5..<7, text: "東", role: .match)])
    #expect(later.runs(changedSince: later).isEmpty)
  }
}
