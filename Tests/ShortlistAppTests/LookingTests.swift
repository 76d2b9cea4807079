import Browsing
import Listings
import Queries
import Screens
import Storage
import TestSupport
import Testing

/// Looking closer at the samples: evidence, reasons, folds.
@Suite struct LookingTests {
  @Test(arguments: [(120, 32), (60, 16)])
  func theWordsBehindEachFieldAreMarkedInTheText(width: Int, height: Int) throws {
    var driver = try AppDriver(width: width, height: height, query: "title:search has:salary")
    try driver.press("i")
    while !isAtPayInText(driver), !isAtEnd(driver) { try driver.press("j") }
    try expectGolden(driver.screen, "evidence-\(width)x\(height)")
    try driver.press("<esc>")
    #expect(driver.browser.inspection == nil)
  }

  @Test func theReasonsAreTheClausesOfTheQuery() throws {
    var driver = try AppDriver(width: 120, height: 32, query: "remote:yes salary>=100k engineer")
    try driver.press("w")
    #expect(driver.text.contains("✓ remote:yes") && driver.text.contains("✓ engineer"))
    try expectGolden(driver.screen, "reasons-120x32")
    try driver.press("i w q")
    #expect(driver.browser.inspection == nil)
  }

  @Test func whatTheStoreGivesBackHasTheWordsWhereTheEvidenceSays() throws {
    let store = try AppDriver(width: 80, height: 24).store
    var seen = 0
    for id in try store.ids(matching: Query(parsing: "is:any")) {
      let listing = try #require(try store.detail(id)).listing
      let bytes = Array(listing.body.plainText.utf8)
      for evidence in listing.evidence where evidence.part == .body {
        let isInside = evidence.range.upperBound <= bytes.count
        let words = isInside ? String(decoding: bytes[evidence.range], as: UTF8.self) : "beyond"
        #expect(words == evidence.words, "\(id) \(evidence.field) \(evidence.rule)")
        seen += 1
      }
    }
    #expect(seen > 50)
  }

  private func isAtPayInText(_ driver: AppDriver) -> Bool {
    driver.browser.detail.page.proofLine != nil && driver.browser.inspection?.selection ?? 0 > 3
  }

  private func isAtEnd(_ driver: AppDriver) -> Bool {
    driver.browser.inspection.map { $0.selection + 1 == $0.entries.count } ?? true
  }
}
