import Listings
import Queries
import Testing

@testable import Storage

/// What is kept of what a source said before.
@Suite struct ChangeLogTests {
  private let monday = Day(number: 20_000)

  private func posting(pay: String?, place: String?, text: [String]) -> ReadPosting {
    let body = text.map { Block.paragraph([.text($0)]) }
    var posting = Posting(source: "files", externalID: "1", title: "Engineer", body: body)
    posting.payText = pay
    posting.location = place
    var listing = Listing(title: "Engineer", body: body)
    listing.location = place
    listing.salary = pay.flatMap { words in
      Int(words.filter(\.isNumber)).map { pay in
        Salary(
          range: PayRange(low: pay * 100, high: pay * 100, currency: .usd, period: .year),
          text: words)
      }
    }
    return ReadPosting(posting: posting, listing: listing)
  }

  @Test func itSaysWhatChangedFromWhatToWhatAndWhen() throws {
    let store = try Board.empty()
    let steps = [
      posting(pay: nil, place: "Berlin", text: ["We build.", "Come."]),
      posting(pay: "$90,000", place: "Berlin", text: ["We build.", "Come."]),
      posting(pay: "$95,000", place: "Paris", text: ["We build.", "Come soon."]),
      posting(pay: "$95,000", place: "Paris", text: ["We build.", "Come soon."]),
    ]
    for (index, step) in steps.enumerated() {
      _ = try store.merge([step], seenOn: monday.adding(days: index), at: index)
    }
    let changes = try #require(try store.detail(ListingID(1))).changes
    let tuesday = monday.adding(days: 1)
    let wednesday = monday.adding(days: 2)
    #expect(
      changes == [
        ListingChange(field: .pay, before: "$90,000", after: "$95,000", day: wednesday),
        ListingChange(field: .place, before: "Berlin", after: "Paris", day: wednesday),
        ListingChange(field: .text, before: "Come.", after: "Come soon.", day: wednesday),
        ListingChange(field: .pay, before: nil, after: "$90,000", day: tuesday),
      ])
  }

  @Test func payThatABoardGivesAsNumbersIsPutInWords() throws {
    let store = try Board.empty()
    for low in [90_000, 95_000] {
      let read = posting(pay: nil, place: nil, text: ["We build."])
      var published = read.posting
      published.payText = "\(low)"
      var listing = read.listing
      let range = PayRange(
        low: low * 100, high: 120_000_00, currency: .usd, period: .year)
      listing.salary = Salary(range: range, text: "")
      _ = try store.merge(
        [ReadPosting(posting: published, listing: listing)], seenOn: monday, at: 1)
    }
    let change = try #require(try store.detail(ListingID(1))?.changes.first)
    #expect(change.before == "90000–120000 USD a year")
    #expect(change.after == "95000–120000 USD a year")
  }

  @Test func changesSinceTheLastVisitAreFoundAndCounted() throws {
    let store = try Board.empty()
    _ = try store.merge(
      [posting(pay: nil, place: nil, text: ["We build."])], seenOn: monday, at: 100)
    try store.endVisit(store.beginVisit(at: 200), at: 300)
    _ = try store.beginVisit(at: 400)
    #expect(try store.search(Query(parsing: "changed:yes")).ids.isEmpty)
    _ = try store.merge(
      [posting(pay: "$90,000", place: nil, text: ["We build."])], seenOn: monday, at: 500)
    #expect(try store.search(Query(parsing: "changed:yes")).ids == [ListingID(1)])
    let counts = try store.search(Query()).counts
    #expect(counts.changed == 1 && counts.new == 0)
  }
}
