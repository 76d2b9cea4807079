import Configuration
import Terminals
import Testing

@Suite struct ThemeFileTests {
  private let places = Places(environment: [:], home: "/nonexistent")

  @Test func theDefaultThemeIsTheStandardOne() throws {
    let file = try ThemeFile(named: "default", places: places)
    #expect(try Theme(changing: file.sections) == .standard)
    #expect(file.sections["roles"]?.count == Theme.standard.looks.count)
    #expect(file.sections["shades"]?.count == Theme.standard.lightShades.count)
  }

  @Test func everyThemeOfOursCanBeRead() throws {
    for file in EmbeddedFile.below("themes") {
      let source = String(decoding: file.bytes, as: UTF8.self)
      let sections = try ThemeFile(path: file.path, source: source).sections
      #expect(throws: Never.self, "\(file.path)") { try Theme(changing: sections) }
    }
  }

  @Test(arguments: ["nonesuch", "../secrets", "", ".hidden"])
  func aNameThatIsNoThemeIsAProblem(name: String) {
    #expect(throws: SettingsProblem.self) { try ThemeFile(named: name, places: places) }
  }

  @Test func aMistakeInAFileHasItsLine() {
    let problem = #expect(throws: SettingsProblem.self) {
      try ThemeFile(path: "mine.toml", source: "[roles]\npay = \n")
    }
    #expect(problem?.line == 2)
  }
}
