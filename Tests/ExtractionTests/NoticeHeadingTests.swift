import Listings
import TestSupport
import Testing

@testable import Extraction

@Suite struct NoticeHeadingTests {
  @Test(arguments: CaseTable("notices.tsv"))
  func readsTitleCompanyAndPlace(line: CaseTable.Line) {
    let body = [.heading(level: 1, [.text(line["heading"])])] + paragraphs(line["body"])
    let listing = Listing(extracting: Posting(body: body))
    #expect(listing.title ?? "" == line["title"], "\(line)")
    #expect(listing.company ?? "" == line["company"], "\(line)")
    #expect(listing.location ?? "" == line["location"], "\(line)")
  }

  @Test func whatTheTagsSayOfTheWorkplaceCounts() {
    func read(_ heading: String) -> RemoteKind {
      Listing(extracting: Posting(body: [.heading(level: 1, [.text(heading)])])).remote.kind
    }
    #expect(read("[上海-可远程] Ovenia诚聘 面包工程师 20K") == .remote)
    #expect(read("[上海] Ovenia诚聘 面包工程师 20K") == .unknown)
  }

  @Test func tagsOfAStatedTitleAreFields() {
    let title = "[Porto - Remote] Night Baker - Ovenia"
    let listing = Listing(extracting: Posting(title: title, body: paragraphs("Ovenia bakes.")))
    #expect(listing.title == "Night Baker" && listing.location == "Porto")
    #expect(listing.company == "Ovenia")
    let plain = Listing(extracting: Posting(title: "Night Baker | Remote | Porto"))
    #expect(plain.title == "Night Baker | Remote | Porto" && plain.company == nil)
  }

  @Test func aStatedTitlesOtherPartIsTheCompanyWhereThePageShowsEither() {
    func read(_ title: String, _ body: [Block]) -> Listing {
      Listing(extracting: Posting(title: title, body: body))
    }
    let headed = read("Ovenia/Night Baker", [.heading(level: 1, [.text("Ovenia")])])
    #expect(headed.title == "Night Baker" && headed.company == "Ovenia")
    let clipped = read("Night Baker | Ovenia", paragraphs("Night Baker\nToday"))
    #expect(clipped.title == "Night Baker" && clipped.company == "Ovenia")
    let board = read("Night Baker | LinkedIn", paragraphs("Night Baker\nToday"))
    #expect(board.company == nil)
    #expect(read("Night Baker | Rye", paragraphs("You bake.")).company == nil)
  }

  @Test func aLabelIsNoneOfTheTitle() {
    #expect(Listing(extracting: Posting(title: "Poste : Boulanger")).title == "Boulanger")
    #expect(Listing(extracting: Posting(title: "Baker: Nights")).title == "Baker: Nights")
  }
}
