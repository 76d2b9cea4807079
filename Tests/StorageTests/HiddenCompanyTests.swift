import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// Hiding all listings of a company, those to come among them.
@Suite struct HiddenCompanyTests {
  private let store: Store

  init() throws {
    store = try Board.of(companies: ["Acme", "ACME, Inc.", "Acme Rockets", "Globex", nil])
  }

  private func shown() throws -> [Int64] {
    try store.ids(matching: Query()).map(\.number).sorted()
  }

  private func decide(_ decision: Decision, _ number: Int64, at seconds: Int) throws -> [Int64] {
    try store.decide([decision], on: [ListingID(number)], at: seconds).ids.map(\.number)
  }

  private func add(_ title: String, company: String) throws {
    let posting = Board.posting(title, id: title, company: company, text: "About \(title).")
    _ = try store.merge([posting], seenOn: Day(number: 2), at: 20)
  }

  @Test func allListingsOfACompanyGoWithWhatIsStillToCome() throws {
    #expect(try decide(.companyHidden(true), 1, at: 10) == [1, 2])
    #expect(try shown() == [3, 4, 5])
    try add("Baker", company: "acme gmbh")
    try add("Miller", company: "Acme Bakery")
    #expect(try shown() == [3, 4, 5, 7])
    let row = try #require(try store.rows([ListingID(6)]).first)
    #expect(row.decisions.isHidden && row.decisions.isCompanyHidden)
  }

  @Test func oneUndoBringsAllOfItBack() throws {
    _ = try decide(.companyHidden(true), 2, at: 10)
    try add("Baker", company: "Acme")
    #expect(try store.undo(at: 11)?.ids.map(\.number) == [1, 2, 6])
    #expect(try shown() == [1, 2, 3, 4, 5, 6])
    #expect(try store.redo(at: 12)?.ids.count == 3)
    #expect(try shown() == [3, 4, 5])
    _ = try decide(.companyHidden(false), 1, at: 13)
    #expect(try shown().count == 6)
    _ = try store.undo(at: 14)
    #expect(try shown() == [3, 4, 5])
  }

  @Test func aListingThatIsShownAgainStays() throws {
    _ = try decide(.companyHidden(true), 1, at: 10)
    #expect(try decide(.hidden(false), 2, at: 10) == [2])
    #expect(try shown() == [2, 3, 4, 5])
    #expect(try store.rows([ListingID(2)])[0].decisions.isCompanyHidden)
    // Hiding the company anew is the later decision.
    _ = try decide(.companyHidden(false), 1, at: 11)
    _ = try decide(.companyHidden(true), 1, at: 12)
    #expect(try shown() == [3, 4, 5])
  }

  @Test func whatIsHiddenForItselfStaysHidden() throws {
    _ = try decide(.hidden(true, reason: "agency"), 1, at: 9)
    _ = try decide(.companyHidden(true), 2, at: 10)
    _ = try decide(.companyHidden(false), 2, at: 11)
    #expect(try shown() == [2, 3, 4, 5])
    #expect(try store.rows([ListingID(1)])[0].decisions.hiddenReason == "agency")
  }

  @Test func aNamelessCompanyHidesNothing() throws {
    #expect(try decide(.companyHidden(true), 5, at: 10) == [])
    #expect(try store.statistics().journalEntries == 0)
  }

  @Test func itsListingsAreAmongTheHidden() throws {
    _ = try decide(.companyHidden(true), 1, at: 10)
    let hidden = try store.ids(matching: Query(.condition(.state(.hidden))))
    #expect(hidden.map(\.number).sorted() == [1, 2])
    #expect(try store.facets(of: Query()).decisions.hidden == 2)
  }
}
