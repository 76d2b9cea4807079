import Commands
import Configuration
import Foundation
import Testing

/// Tables of the interface's words.
@Suite struct LanguageFileTests {
  private let places = Places(environment: [:], home: "/nonexistent")

  @Test func englishNeedsNoTable() throws {
    #expect(try LanguageFile(named: "en", places: places).phrases.isEmpty)
  }

  /// Who translates copies this table, so it has to hold what help shows.
  @Test func theTableOfOursHasAllThatHelpSays() throws {
    for file in EmbeddedFile.below("languages") {
      let source = String(decoding: file.bytes, as: UTF8.self)
      let phrases = try LanguageFile(path: file.path, source: source).phrases
      let said =
        Command.allCases.map(\.info.help) + CommandGroup.allCases.map(\.rawValue)
        + LineCommand.allCases.map(\.help)
      for words in said { #expect(phrases[words] != nil, "\(file.path): \(words)") }
    }
    #expect(!EmbeddedFile.below("languages").isEmpty)
  }

  @Test func aTableOfOnesOwnComesFirst() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID())").path
    let own = Places(environment: [:], home: home)
    try Places.makeFolder(for: own.language("de"))
    defer { try? FileManager.default.removeItem(atPath: home) }
    try "# mine\nFilters\tSiebe\n".write(
      toFile: own.language("de"), atomically: true, encoding: .utf8)
    #expect(try LanguageFile(named: "de", places: own).phrases == ["Filters": "Siebe"])
  }

  @Test(arguments: ["nonesuch", "../secrets", "", ".hidden"])
  func aNameThatIsNoLanguageIsAProblem(name: String) {
    #expect(throws: SettingsProblem.self) { try LanguageFile(named: name, places: places) }
  }

  @Test(arguments: [("Filters", 1), ("a\tb\n\nc\t", 3), ("a\tb\tc", 1), ("{} new\tneu", 1)])
  func aMistakeHasItsLine(source: String, line: Int) {
    let problem = #expect(throws: SettingsProblem.self) {
      try LanguageFile(path: "mine.tsv", source: source)
    }
    #expect(problem?.line == line)
  }
}
