import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct HackerNewsLineTests {
  @Test(arguments: CaseTable("hn.tsv"))
  func readsHiringLines(line: CaseTable.Line) {
    let read = HackerNewsLine(parsing: line["line"], using: .resources)
    #expect(read.company ?? "" == line["company"], "\(line)")
    #expect(read.titles.joined(separator: "; ") == line["titles"], "\(line)")
    if !line["location"].isEmpty {
      #expect(
        read.location?.hasPrefix(line["location"]) == true, "\(line): \(read.location ?? "-")")
    }
  }

  @Test(arguments: [
    ("Remote Loaves | Baker | Riga | onsite", RemoteKind.onsite),
    ("Remote Loaves | Baker | Riga", .unknown), ("Hybrid Ovens | Baker | remote", .remote),
    ("REMOTE | Loaves | Baker", .remote),
  ])
  func theNameOfACompanyTellsNothingOfTheWorkplace(_ line: String, _ kind: RemoteKind) {
    #expect(HackerNewsLine(parsing: line, using: .resources).remote.kind == kind, "\(line)")
  }

  @Test func emptyAndOddLinesHaveNothing() {
    for line in ["", " ", "|", "| | |", "-", " - ", "((((", "))", "\u{FFFD}"] {
      #expect(HackerNewsLine(parsing: line, using: .resources).titles.isEmpty)
    }
  }

  @Test(arguments: ["hn", "files"])
  func aCommentOfTheThreadOrAFileGetsItsFieldsFromTheLine(source: String) {
    let line = "Quillworks | Ink Engineer | Remote (EU) | €60k–70k"
    let body: [Block] = [.paragraph([.text(line)]), .paragraph([.text("We make ink.")])]
    let today = Day(number: 20_000)
    let read = Listing(
      extracting: Posting(source: source, body: body), using: .resources, today: today)
    #expect(read.company == "Quillworks")
    #expect(read.title == "Ink Engineer")
    #expect(read.remote.kind == .remote)
  }
}

@Suite struct HiringCommentTests {
  private func title(of text: String) -> String? {
    var posting = Posting(body: [.paragraph([.text(text)])])
    posting.source = "hn"
    return Listing(extracting: posting, using: .resources, today: Day(number: 20_778)).title
  }

  @Test func aCommentWithoutARoleIsKnownByItsFirstLine() {
    #expect(title(of: "Acme | Oslo | REMOTE") == "Acme | Oslo | REMOTE")
    let long = "Acme - Oslo - " + String(repeating: "wide open spaces ", count: 20)
    let cut = title(of: long)
    #expect(cut.map { long.hasPrefix($0) && $0.utf8.count <= 100 && !$0.hasSuffix(" ") } == true)
  }
}
