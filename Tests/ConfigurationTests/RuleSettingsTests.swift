import Configuration
import Queries
import Testing

/// Rules in the settings: what is brought out and what is left out.
@Suite struct RuleSettingsTests {
  private func read(_ source: String) -> SettingsFile {
    SettingsFile(path: "settings.toml", source: source)
  }

  @Test func rulesAreQueriesWithALook() throws {
    let file = read(
      """
      [[highlight]]
      query = "salary>=180k remote:yes"
      style = "bold green"
      [[highlight]]
      query = "title:rust"
      [[hide]]
      query = "title:intern"
      """)
    #expect(file.problems == [])
    #expect(
      file.settings.rules
        == ListingRules(
          hiding: [try Query(parsing: "title:intern")],
          highlights: [
            try Query(parsing: "salary>=180k remote:yes"), try Query(parsing: "title:rust"),
          ]))
    #expect(file.settings.highlightStyles == ["bold green", nil])
  }

  @Test(
    arguments: [
      ("[[hide]]\nquery = \"salary>=x\"", 2, "salary expects"),
      ("[[highlight]]\nstyle = \"bold\"", 1, "expected a query"),
      ("[hide]\nquery = \"a\"", 1, "expected tables"), ("hide = 3", 1, "expected tables"),
      ("[[hide]]\nquery = \"is:hidden\"", 2, "does not speak of"),
      ("[[hide]]\nquery = \"search:far\"", 2, "far"),
      ("[[hide]]\nquery = \"a\"\ncolor = \"red\"", 3, "has no \"color\""),
    ])
  func aMistakeIsNamedWithItsLine(source: String, line: Int, words: String) throws {
    let file = read(source)
    let problem = try #require(file.problems.first)
    #expect(file.problems.count == 1)
    #expect(problem.line == line, "\(problem)")
    #expect(problem.reason.contains(words), "\(problem)")
  }

  @Test func theRestStandsWhereOneRuleIsWrong() {
    let file = read("[[hide]]\nquery = \"(\"\n[[hide]]\nquery = \"title:intern\"")
    #expect(file.settings.rules.hiding.count == 1 && file.problems.count == 1)
  }

  @Test func moreRulesThanLooksAreRefused() {
    let rule = "[[highlight]]\nquery = \"swift\"\n"
    let file = read(String(repeating: rule, count: 12))
    #expect(file.settings.rules.highlights.count == ListingRules.mostHighlights)
    #expect(file.problems.count == 1)
  }
}
