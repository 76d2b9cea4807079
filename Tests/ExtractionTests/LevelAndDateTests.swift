import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct LevelAndDateTests {
  @Test(arguments: CaseTable("seniority.tsv"))
  func readsTheLevel(_ line: CaseTable.Line) {
    let level = Seniority(extracting: line["title"], using: .resources)
    #expect(level.rawValue == line["level"], "\(line["title"])")
  }

  @Test(arguments: CaseTable("dates.tsv"))
  func readsTheDay(_ line: CaseTable.Line) throws {
    let today = try #require(Day(2026, 11, 21))
    let language = line["language"].isEmpty ? nil : line["language"]
    let reading = DateReading(
      extracting: line["text"], today: today, language: language, using: .resources)
    #expect(reading?.posted.map { "\($0)" } ?? "" == line["posted"], "\(line["text"])")
    #expect(reading?.reposted.map { "\($0)" } ?? "" == line["reposted"], "\(line["text"])")
  }
}
