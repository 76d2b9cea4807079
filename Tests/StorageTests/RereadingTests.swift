import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// What another reading of the same postings changes, and what it leaves.
@Suite struct RereadingTests {
  private let store: Store
  private let monday = Day(number: 20_000)
  private let tuesday = Day(number: 20_001)

  init() throws { store = try Board.empty() }

  private func onlyPosting() throws -> StoredPosting {
    try #require(try store.postings(after: 0, limit: 10).first)
  }

  @Test func aPostingComesBackAsItWasPublished() throws {
    var posting = Posting(
      source: "lever:acme", externalID: "1", url: "https://acme.example/1", title: "Engineer",
      company: "Acme", location: "Berlin",
      body: [.heading(level: 2, [.text("You")]), .list(start: nil, items: [[.code("x = 1")]])])
    posting.payText = "60k"
    posting.pay = PostedPay(low: 60_000_00, high: nil, currency: .eur, period: .year)
    posting.dateText = "2 days ago"
    posting.posted = monday
    posting.closes = tuesday
    posting.workplace = .hybrid
    posting.eligibilityTexts = ["Germany", "Austria"]
    posting.employmentText = "Full time"
    posting.seniorityText = "Senior"
    posting.tags = ["swift", "a, b"]
    _ = try store.merge(
      [ReadPosting(posting: posting, listing: Listing(title: "Engineer"))], seenOn: monday, at: 1)
    #expect(try onlyPosting().posting == posting)
  }

  @Test func wordsCountFromTheDayTheyWereSaid() throws {
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: monday, at: 1)
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: tuesday, at: 2)
    #expect(try onlyPosting().saidOn == monday)
    _ = try store.merge([Board.posting("Engineer II", id: "1")], seenOn: tuesday, at: 3)
    #expect(try onlyPosting().saidOn == tuesday)
  }

  @Test func anotherReadingReplacesFieldsWordsAndNothingElse() throws {
    try store.endVisit(store.beginVisit(at: 1), at: 2)
    _ = try store.merge(
      [Board.posting("Engineer", id: "1", text: "Oxidizer pumps.")], seenOn: monday, at: 1)
    _ = try store.decide([.saved(true), .note("call Ann")], on: [ListingID(1)], at: 5)
    let before = try #require(try store.detail(ListingID(1)))
    var listing = before.listing
    listing.title = "Pump Engineer"
    listing.seniority = .senior
    listing.body = [.paragraph([.text("Turbine blades.")])]
    listing.evidence = [
      Evidence(field: .title, part: .body, range: 0..<7, words: "Turbine", rule: "test")
    ]
    try store.replace([(posting: onlyPosting(), listing: listing)])
    var after = before
    after.listing = listing
    #expect(try store.detail(ListingID(1)) == after)
    #expect(try store.ids(matching: Query(parsing: "oxidizer")) == [])
    #expect(try store.ids(matching: Query(parsing: "turbine level:senior")) == [ListingID(1)])
    #expect(try store.problems() == [])
  }

  @Test func whatWasImportedInBetweenStays() throws {
    _ = try store.merge([Board.posting("Engineer", id: "1")], seenOn: monday, at: 1)
    let old = try onlyPosting()
    _ = try store.merge([Board.posting("Nurse", id: "1")], seenOn: tuesday, at: 2)
    try store.replace([(posting: old, listing: old.listing)])
    #expect(try store.detail(ListingID(1))?.listing.title == "Nurse")
    #expect(try store.problems() == [])
  }

  @Test func batchesFollowOneAnother() throws {
    _ = try store.merge(
      (1...5).map { Board.posting("Engineer \($0)", id: "\($0)") }, seenOn: monday, at: 1)
    var numbers: [Int64] = []
    while let end = try store.postings(after: numbers.last ?? 0, limit: 2).map(\.number).last {
      numbers.append(end)
    }
    #expect(numbers == [2, 4, 5])
    #expect(try store.countOfPostings() == 5)
  }

  @Test func aListingOfSeveralPostingsIsMadeAnewOfWhatEachSaysNow() throws {
    _ = try store.merge(
      [Board.posting("Engineer", id: "1"), Board.posting("Engineer", id: "2", text: "Rockets.")],
      seenOn: monday, at: 1)
    _ = try store.join([ListingID(2)], to: ListingID(1), at: 2)
    _ = try store.decide([.saved(true)], on: [ListingID(1)], at: 5)
    let postings = try store.postings(after: 0, limit: 10)
    #expect(postings.map(\.id.number) == [1, 1])
    try store.replace(
      postings.map { posting in
        var listing = posting.listing
        listing.title = "Rocket Engineer"
        if posting.number == 2 { listing.seniority = .senior }
        return (posting: posting, listing: listing)
      })
    let detail = try #require(try store.detail(ListingID(1)))
    #expect(detail.listing.title == "Rocket Engineer" && detail.listing.seniority == .senior)
    #expect(detail.decisions.isSaved && detail.postings.count == 2)
    #expect(try store.ids(matching: Query(parsing: "title:rocket")) == [ListingID(1)])
    #expect(try store.problems() == [])
  }

  @Test func asidesAreKeptAndFoundByNoSearch() throws {
    let texts = ["Weld.", "About Acme: anvils.", "Equal chances.", "Riveter wanted", "Cookies"]
    let body = texts.map { Block.paragraph([.text($0)]) }
    var listing = Listing(title: "Welder", body: body)
    listing.asides = [
      Aside(.company, blocks: 1..<2), Aside(.legal, blocks: 2..<3),
      Aside(.otherJobs, blocks: 3..<4), Aside(.navigation, blocks: 4..<5),
    ]
    let posting = Posting(externalID: "1", title: "Welder", body: body)
    _ = try store.merge([ReadPosting(posting: posting, listing: listing)], seenOn: monday, at: 1)
    #expect(try store.detail(ListingID(1))?.listing == listing)
    let found = try ["weld", "anvils", "chances", "riveter", "cookies"].filter {
      try !store.ids(matching: Query(parsing: $0)).isEmpty
    }
    #expect(found == ["weld"])
    let updated = Board.posting("Welder", id: "1", text: "Solder.")
    _ = try store.merge([updated], seenOn: tuesday, at: 2)
    #expect(try store.ids(matching: Query(parsing: "weld")) == [])
    #expect(try store.problems() == [])
  }
}
