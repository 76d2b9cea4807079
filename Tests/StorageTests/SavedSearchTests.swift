import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

@Suite struct SavedSearchTests {
  private let store: Store

  init() throws {
    store = try Board.empty()
    try add("Kite Designer", id: "1", at: 100)
  }

  private func add(_ title: String, id: String, at seconds: Int) throws {
    _ = try store.merge(
      [Board.posting(title, id: id, company: "Acme \(id)")], seenOn: Day(number: 1), at: seconds)
  }

  private var numbers: [[Int]] {
    get throws { try store.savedResults().map { [$0.matching, $0.new] } }
  }

  @Test func aSearchIsKeptAsItWasWrittenAndFoundWhateverTheCapitals() throws {
    #expect(try store.saveSearch("kite  sort:-posted", as: "Sky", at: 1) == nil)
    #expect(try store.savedSearch(named: "sKY")?.query == "kite  sort:-posted")
    #expect(try store.saveSearch("boat", as: "sky", at: 2)?.query == "kite  sort:-posted")
    #expect(try store.savedSearches().map(\.name) == ["sky"])
    #expect(try store.removeSearch(named: "SKY"))
    #expect(try !store.removeSearch(named: "SKY"))
    #expect(try store.savedSearches() == [])
  }

  @Test func aSearchCanNameAnother() throws {
    try store.saveSearch("kite", as: "sky", at: 1)
    try store.saveSearch("search:sky -designer", as: "rest", at: 1)
    try store.saveSearch("search:gone", as: "broken", at: 1)
    try add("Kite Tester", id: "2", at: 100)
    let results = try store.savedResults()
    #expect(results.map(\.matching) == [0, 1, 2])
    #expect(results[0].problem?.contains("gone") == true)
    let named = try Query(
      parsing: "-search:rest", searches: NamedQueries(store.savedSearches()))
    #expect(try store.search(named).ids.count == 1)
  }

  @Test func untilAVisitHasEndedNewIsWhatCameSinceItWasSaved() throws {
    try store.saveSearch("kite", as: "sky", at: 100)
    #expect(try numbers == [[1, 0]])
    try add("Kite Tester", id: "2", at: 100)
    #expect(try numbers == [[2, 1]])
    try store.endVisit(store.beginVisit(at: 200), at: 300)
    #expect(try numbers == [[2, 0]])
    try add("Kite Painter", id: "3", at: 301)
    #expect(try numbers == [[3, 1]])
  }

  @Test func theNewOnesAreThoseThatRunningGives() throws {
    try store.saveSearch("kite sort:title", as: "sky", at: 100)
    try add("Kite Tester", id: "2", at: 100)
    let saved = try #require(try store.savedSearch(named: "sky"))
    let query = try Query(parsing: saved.query)
    #expect(try store.search(saved, query, onlyNew: true).ids.map(\.number) == [2])
    #expect(try store.search(saved, query, onlyNew: false).ids.map(\.number) == [1, 2])
    try store.endVisit(store.beginVisit(at: 200), at: 300)
    #expect(try store.search(saved, query, onlyNew: true).ids == [])
  }

  @Test func whatCanNoLongerBeReadIsToldAndStays() throws {
    try store.saveSearch("kite", as: "a", at: 1)
    try store.saveSearch("pets>=2", as: "b", at: 1)
    let results = try store.savedResults()
    #expect(results.map { $0.problem == nil } == [true, false])
    #expect(results.map(\.matching) == [1, 0])
    #expect(try store.savedSearches().count == 2)
  }

  @Test func decisionsMoveTheNumbers() throws {
    try store.saveSearch("kite", as: "sky", at: 1)
    _ = try store.decide([.hidden(true)], on: [ListingID(1)], at: 2)
    #expect(try numbers == [[0, 0]])
    _ = try store.undo(at: 3)
    #expect(try numbers == [[1, 0]])
  }
}
