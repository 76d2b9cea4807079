import Foundation
import Importing
import Listings
import Storage
import Testing

@Suite struct BoardTableTests {
  @Test func theDocumentationIsMadeOfTheTable() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/Importing/Documentation.docc/Following.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let from = try #require(text.range(of: "<!-- boards -->\n")?.upperBound)
    let to = try #require(text.range(of: "<!-- /boards -->")?.lowerBound)
    guard text[from..<to] != BoardTable.markdown else { return }
    if ProcessInfo.processInfo.environment["SHORTLIST_UPDATE_GOLDENS"] == "1" {
      try (text[..<from] + BoardTable.markdown + text[to...])
        .write(to: file, atomically: true, encoding: .utf8)
    }
    Issue.record("the boards are stale: SHORTLIST_UPDATE_GOLDENS=1 swift test --filter BoardTable")
  }

  @Test func namesAreOfOneBoardEach() {
    #expect(Set(Board.all.map(\.name)).count == Board.all.count)
  }

  @Test(arguments: Board.all.filter(\.isFollowable).map(\.name))
  func whatTheTableShowsCanBeFollowed(name: String) throws {
    let board = try #require(Board.named(name))
    let typed = board.plain == nil || board.leadsToThread ? board.spelling : board.name
    let address = try SourceAddress(typed: typed)
    #expect(address.kind == name)
    let url = try #require(
      board.address(name: address.name, query: address.query, page: 1, base: nil))
    #expect(url.hasPrefix("https://") && !url.contains("{"), "\(url)")
  }

  @Test func pagesAndNamesFillTheAddress() throws {
    let lever = try #require(Board.named("lever"))
    #expect(
      lever.address(name: "a b", query: "team=x", page: 2, base: "http://localhost:1/")
        == "http://localhost:1/v0/postings/a%20b?mode=json&skip=200&limit=100&team=x")
  }

  @Test(
    arguments: [
      "greenhouse", "greenhouse:", "greenhouse:../x", "remoteok:acme", "nonesuch:acme", "acme",
      "https://", "ftp://example.com/x", "greenhouse:a b/c", "", "linkedin", "indeed:x", "eures",
      "adzuna:gb?what=x&app_key=1", "workday:acme", "workday:acme.wd5/", "workday:acme.wd5/../x",
      "workday:a/b/c",
    ])
  func whatCanNotBeFollowedIsRefusedWithASentence(typed: String) {
    #expect(throws: SourceAddressError.self) { try SourceAddress(typed: typed) }
  }

  @Test(
    arguments: [
      ("https://jobs.lever.co/acme", "lever:acme"),
      ("https://jobs.eu.lever.co/acme/", "lever-eu:acme"),
      ("https://boards.greenhouse.io/acme?gh_src=x", "greenhouse:acme"),
      ("https://acme.recruitee.com", "recruitee:acme"),
      ("https://acme.jobs.personio.com/", "personio-com:acme"),
      ("https://acme.wd5.myworkdayjobs.com/en-US/Careers", "workday:acme.wd5/Careers"),
      ("https://jobs.lever.co/acme/a-job", "https://jobs.lever.co/acme/a-job"),
      ("https://www.recruitee.com", "https://www.recruitee.com"),
    ])
  func aPageOfABoardIsFollowedAsTheBoard(typed: String, meant: String) throws {
    let address = try SourceAddress(typed: typed)
    let isBoard = !meant.hasPrefix("http")
    #expect((isBoard ? address.kind + ":" : "") + address.text == meant)
  }

  @Test func whatIsSentNamesThePage() throws {
    let workday = try #require(Board.named("workday"))
    #expect(
      workday.address(name: "acme.wd5/Careers", query: nil, page: 2, base: nil)
        == "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs")
    #expect(workday.question(name: "", page: 2)?.contains("\"offset\":40,") == true)
    let eures = try #require(Board.named("eures"))
    let question = try #require(eures.question(name: "a\"b", page: 0))
    #expect(question.contains("\"page\":1,") && question.contains("\"keyword\":\"ab\""))
  }

  @Test func usualNamesTellSourcesApart() throws {
    let names = [
      "greenhouse:acme": "greenhouse:acme", "remoteok": "remoteok",
      "adzuna:gb?what=swift": "adzuna:gb?what=swift",
      "https://example.com/jobs/": "example.com/jobs",
    ]
    for (typed, name) in names { #expect(try SourceAddress(typed: typed).usualName == name) }
  }
}
