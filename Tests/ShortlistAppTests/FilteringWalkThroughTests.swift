import Browsing
import Foundation
import Listings
import Queries
import Screens
import Storage
import TestSupport
import Testing

/// Filters by name, groups and saved searches, over the samples.
@Suite struct FilteringWalkThroughTests {
  @Test(arguments: [(160, 45), (80, 24), (60, 16)])
  func allNamesOfAGroupNarrowAsOneTypes(width: Int, height: Int) throws {
    var driver = try AppDriver(width: width, height: height)
    try driver.press("<s-tab> G")
    if driver.browser.focus != .filters { try driver.press("<s-tab> G") }
    while driver.browser.filters.selectedChoice != .more(.company) { try driver.press("k") }
    try driver.press("<ret> b a <ret> <down> !")
    #expect(driver.browser.query.description.hasPrefix("company:"))
    #expect(driver.browser.query.description.contains(" -company:"))
    try expectGolden(driver.screen.plainText, "names-\(width)x\(height).screen")
  }

  @Test func aNameIsCompletedByTheStoreWithItsCount() throws {
    var driver = try AppDriver(width: 80, height: 24)
    try driver.press("F company:har <tab>")
    #expect(driver.browser.prompt?.text == "company:Harborlight")
    let completion = driver.browser.prompt?.completion
    let found = try driver.store.ids(matching: Query(parsing: "company:harborlight")).count
    #expect(completion?.candidates.first?.meaning == "\(found) listings")
    try driver.press("<ret>")
    #expect(driver.browser.list.count == found)
  }

  @Test func pathsAreCompletedByTheDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "paths-\(UUID())").path
    try FileManager.default.createDirectory(
      atPath: folder + "/boards", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["b.json", ".hidden", "bad\u{1B}.json"] {
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data()))
    }
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press(":")
    driver.handle(.pasted("import \(folder)/"))
    try driver.press("<tab>")
    let ways = driver.browser.prompt?.completion?.candidates.map(\.text)
    #expect(ways == ["\(folder)/b.json", "\(folder)/boards/"])
  }

  @Test func aNumberBesideANameIsWhatChoosingItGives() throws {
    var driver = try AppDriver(width: 160, height: 45)
    try driver.press("h G")
    let named = driver.browser.filters.rows.compactMap { row -> (FilterChoice, Int)? in
      guard case .choice(.name(let facet, let name), _, let count?) = row else { return nil }
      return (.name(facet, name), count)
    }
    #expect(named.count > 15)
    for (choice, count) in named {
      let query = Query().toggling(choice)
      #expect(try driver.store.ids(matching: query).count == count, "\(query)")
    }
  }

  @Test(arguments: [(120, 32), (60, 16)])
  func aCompanyTakesOneRow(width: Int, height: Int) throws {
    var driver = try AppDriver(width: width, height: height)
    let all = driver.browser.list.count
    try driver.press("g c")
    #expect(driver.browser.list.count < all)
    while driver.browser.list.selectedRow?.group == nil { try driver.press("j") }
    let group = try #require(driver.browser.list.selectedRow?.group)
    let folded = driver.browser.list.count
    try driver.press("l j")
    #expect(driver.browser.list.count == folded + group.count - 1)
    #expect(driver.browser.list.selectedRow?.group?.key == group.key)
    try expectGolden(driver.screen.plainText, "grouped-\(width)x\(height).screen")
    try driver.press("h v s")
    let saved = try driver.store.ids(matching: Query(parsing: "is:saved"))
    #expect(saved.count == group.count)
  }

  @Test func groupsAreThoseOfTheStore() throws {
    var driver = try AppDriver(width: 120, height: 32)
    for keys in ["g o", "g t"] {
      try driver.press(keys)
      let counts = driver.browser.list.rows.map { $0.group?.count ?? 1 }
      #expect(counts.reduce(0, +) == driver.browser.counts?.matching, "\(keys)")
    }
  }

  @Test func savedSearchesAreCountedAndRun() throws {
    var driver = try AppDriver(width: 120, height: 32)
    try driver.press("R \" f a r <ret>")
    let found = try #require(driver.browser.counts).matching
    #expect(driver.browser.saved?.map(\.matching) == [found])
    #expect(try driver.store.savedSearches().map(\.query) == ["remote:yes"])
    try driver.press("x")
    #expect(driver.browser.saved?.map(\.matching) == [found - 1])
    try driver.press("u \\ '")
    try expectGolden(driver.screen.plainText, "saved-120x32.screen")
    try driver.press("<ret>")
    #expect(driver.browser.query.description == "remote:yes")
    try driver.press("' d d")
    #expect(try driver.store.savedSearches() == [])
  }
}
