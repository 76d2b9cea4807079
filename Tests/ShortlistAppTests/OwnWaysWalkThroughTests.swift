import Browsing
import Foundation
import Listings
import Queries
import Storage
import TestSupport
import Testing

/// Companies hidden, rules of one's own, applications and other programs, over the samples.
@Suite struct OwnWaysWalkThroughTests {
  @Test(arguments: [(160, 45), (80, 24), (60, 16)])
  func aHiddenCompanyGoesAndComesBack(width: Int, height: Int) throws {
    var driver = try AppDriver(width: width, height: height)
    let all = driver.browser.list.count
    while driver.browser.list.selectedRow?.company != "Harborlight" { try driver.press("j") }
    let theirs = try driver.store.ids(matching: Query(parsing: "company:harborlight")).count
    try #require(theirs > 1)
    try driver.press("X")
    #expect(driver.browser.list.count == all - theirs)
    #expect(driver.text.contains("hid Harborlight: \(theirs) listings"))
    #expect(driver.browser.counts?.matching == all - theirs)
    try driver.press("u")
    #expect(driver.browser.list.count == all)
    try driver.press("X F is:hidden <ret>")
    #expect(driver.browser.list.count == theirs)
    if width < 80 { try driver.press("<ret>") }
    #expect(driver.text.contains("with all of its company") || height < 20)
  }

  @Test(arguments: [(120, 32), (60, 16)])
  func anApplicationIsToldOnOtherJobsOfTheCompany(width: Int, height: Int) throws {
    var driver = try AppDriver(width: width, height: height, query: "company:harborlight")
    let title = try #require(driver.browser.list.selectedRow?.title)
    try driver.press("a m i j")
    #expect(driver.browser.list.rows.map(\.otherStage).contains(.interviewing))
    if width < 80 { try driver.press("<ret>") }
    #expect(driver.text.contains("here already: \(title.prefix(6))"), "\(driver.text)")
    #expect(driver.text.contains("interviewing"))
    try driver.press("<esc> k u u")
    #expect(driver.browser.list.rows.allSatisfy { $0.otherStage == nil })
  }

  @Test func rulesBringOutAndLeaveOut() throws {
    let samples = try AppDriver.sampleStore()
    let usual = samples.context
    let rules = ListingRules(
      hiding: [try Query(parsing: "title:barista or company:harborlight")],
      highlights: [try Query(parsing: "is:flagged"), try Query(parsing: "salary>=150k")])
    let store = try samples.speaking(
      QueryContext(
        today: usual.today, currency: usual.currency, rates: usual.rates, rules: rules))
    var driver = try AppDriver(width: 120, height: 32, store: store)
    let all = try samples.ids(matching: Query()).count
    let left = driver.browser.list.count
    #expect(left < all && driver.browser.counts?.ruledOut == all - left)
    #expect(driver.text.contains("\(left) match · \(all - left) ruled out"))
    let paid = Set(try store.ids(matching: Query(parsing: "salary>=150k")))
    #expect(driver.browser.list.rows.allSatisfy { ($0.highlight == 1) == paid.contains($0.id) })
    try driver.press("f")
    #expect(driver.browser.list.rows[0].highlight == 0)
    try driver.press("F is:any <ret>")
    #expect(driver.browser.list.count == all && driver.browser.counts?.ruledOut == 0)
  }

  @Test func aProgramReadsThePosting() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "piped-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var driver = try AppDriver(width: 80, height: 24)
    let title = try #require(driver.browser.list.selectedRow?.title)
    try driver.press("|")
    driver.handle(.pasted("cp /dev/stdin '\(folder)/a b.md'"))
    try driver.press("<ret>")
    #expect(driver.text.contains("gave it to cp"))
    let text = try String(contentsOfFile: "\(folder)/a b.md", encoding: .utf8)
    #expect(text.hasPrefix("# [\(title)]"))
    try driver.press("|")
    driver.handle(.pasted("false"))
    try driver.press("<ret>")
    #expect(driver.text.contains("false ended with status 1"))
  }

  @Test(arguments: [(160, 45), (80, 24), (60, 16)])
  func twoListingsAreComparedAtAnySize(width: Int, height: Int) throws {
    var driver = try AppDriver(width: width, height: height)
    let first = try #require(driver.browser.list.selectedRow?.company)
    try driver.press("C 2 0 j C")
    let second = try #require(driver.browser.list.selectedRow?.company)
    #expect(driver.text.contains("Side by side"))
    #expect(driver.text.contains(String(first.prefix(8))))
    #expect(driver.text.contains(String(second.prefix(8))))
    driver.resize(width: 100, height: 30)
    #expect(driver.text.contains("Side by side"))
    try driver.press("q")
    #expect(!driver.text.contains("Side by side"))
  }
}
