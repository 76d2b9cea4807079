import GRDB
import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// Postings of one job in one listing, and the person's word about it.
@Suite struct JoiningTests {
  private let store: Store
  private let monday = Day(number: 20_000)
  private let tuesday = Day(number: 20_001)

  init() throws { store = try Board.empty() }

  private func posting(
    _ id: String, job: UInt64 = 1, changed: Int = 0, city: UInt32 = 0, source: String = "mirror",
    pay: Int? = nil, text: String = "We make rockets."
  ) -> ReadPosting {
    let plain = Board.posting("Engineer", id: id, source: source, text: text)
    var listing = plain.listing
    listing.salary = pay.map { ListingBuilder.pay($0, $0) }
    listing.fingerprint = Fingerprint(
      company: 7, title: 9, places: city == 0 ? [] : [PlaceKey(country: 1, city: city)],
      words: sketch(of: job, changed: changed))
    return ReadPosting(posting: plain.posting, listing: listing)
  }

  /// A text of its own for each job, some of its words changed.
  private func sketch(of job: UInt64, changed: Int) -> WordSketch {
    var random = SplitMix64(seed: job)
    var slots = (0..<WordSketch.slotCount).map { _ in UInt8.random(in: 1...255, using: &random) }
    for index in 0..<changed { slots[index] = slots[index] &+ 1 }
    return WordSketch(slots: slots, count: 300, marks: [job, job + 1])
  }

  private func merge(_ postings: ReadPosting..., on day: Day? = nil) throws -> [MergeOutcome] {
    try store.merge(postings, seenOn: day ?? monday, at: (day ?? monday).number * 86_400)
  }

  private func detail(_ number: Int64) throws -> ListingDetail {
    try #require(try store.detail(ListingID(number)))
  }

  @Test func aRepostJoinsItsListing() throws {
    #expect(
      try merge(posting("1"), posting("2", changed: 9)) == [
        .added(ListingID(1)), .duplicate(ListingID(1)),
      ])
    #expect(try merge(posting("2", changed: 9), on: tuesday) == [.unchanged(ListingID(1))])
    let detail = try detail(1)
    #expect(detail.postings.map(\.externalID) == ["1", "2"])
    #expect(detail.firstSeen == monday && detail.lastSeen == tuesday)
    #expect(try store.statistics().listings == 1)
    #expect(try store.problems() == [])
  }

  @Test func otherTextsAndOtherCitiesAreOtherJobs() throws {
    let outcomes = try merge(
      posting("1", city: 1), posting("2", city: 2), posting("3", job: 2, city: 1),
      posting("4", changed: 60, city: 1))
    #expect(outcomes == (1...4).map { .added(ListingID($0)) })
  }

  @Test func aPlaceThatOnePostingNamesBindsTheWholeListing() throws {
    let outcomes = try merge(posting("1"), posting("2", city: 1), posting("3", city: 2))
    #expect(
      outcomes == [
        .added(ListingID(1)), .duplicate(ListingID(1)), .added(ListingID(3)),
      ])
  }

  @Test func twoOpeningsOnTheEmployersOwnBoardStayTwo() throws {
    let first = posting("1", source: "lever:acme")
    let second = posting("2", source: "lever:acme")
    #expect(try merge(first, second) == [.added(ListingID(1)), .added(ListingID(2))])
    // The first is gone from the board: the next of its kind is a repost.
    #expect(try merge(posting("3", source: "lever:acme"), on: tuesday).first?.isDuplicate == true)
  }

  @Test func theListingSpeaksWithTheBestPostingAndFillsGapsFromTheOthers() throws {
    let whole = String(repeating: "Oxidizer pumps. ", count: 20)
    _ = try merge(
      posting("1", source: "files", pay: 90_000, text: "Pumps…"),
      posting("2", source: "greenhouse:acme", text: whole))
    let detail = try detail(1)
    #expect(detail.listing.body.plainText.hasPrefix("Oxidizer"))
    #expect(detail.listing.salary?.range.low == 90_000_00)
    #expect(try store.ids(matching: Query(parsing: "oxidizer salary>=80k")) == [ListingID(1)])
  }

  @Test func anUpdateOfOnePostingIsAnUpdateOfTheListing() throws {
    _ = try merge(posting("1"), posting("2", source: "greenhouse:acme"))
    let update = posting("2", source: "greenhouse:acme", text: "Turbine blades.")
    #expect(try merge(update, on: tuesday) == [.updated(ListingID(1))])
    #expect(try store.ids(matching: Query(parsing: "turbine")) == [ListingID(1)])
    #expect(try store.ids(matching: Query(parsing: "rockets")) == [])
    #expect(try store.problems() == [])
  }

  @Test func splittingGivesEachPostingItsOwnDecisions() throws {
    _ = try merge(posting("1"))
    _ = try store.decide([.saved(true), .tag("climate")], on: [ListingID(1)], at: 5)
    _ = try merge(posting("2", text: "We make rockets, too."))
    #expect(try detail(1).decisions.isSaved)
    #expect(try store.split(ListingID(1), at: 6).ids == [ListingID(1), ListingID(2)])
    #expect(try detail(1).decisions.tags == ["climate"] && detail(2).decisions == Decisions())
    #expect(try store.ids(matching: Query(parsing: "is:saved")) == [ListingID(1)])
    #expect(try store.ids(matching: Query(parsing: "too")) == [ListingID(2)])
    #expect(
      try merge(posting("1"), posting("2", text: "We make rockets, too.")).map(\.id) == [
        ListingID(1), ListingID(2),
      ])
    #expect(try store.split(ListingID(2), at: 7).ids == [])
    #expect(try store.problems() == [])
  }

  @Test func mergingByHandUnitesDecisionsAndLasts() throws {
    _ = try merge(posting("1", job: 1), posting("2", job: 2), posting("3", job: 3))
    _ = try store.decide(
      [.stage(.interviewing), .note("Ann"), .tag("a")], on: [ListingID(1)], at: 1)
    _ = try store.decide([.stage(.applied), .note("Bob"), .tag("b")], on: [ListingID(2)], at: 2)
    let change = try store.join([ListingID(2), ListingID(3)], to: ListingID(1), at: 3)
    #expect(change.ids == [ListingID(1), ListingID(2), ListingID(3)])
    let united = try detail(1).decisions
    #expect(united.stage == .interviewing && united.tags == ["a", "b"])
    #expect(united.note == "Ann\nBob")
    #expect(try store.ids(matching: Query(parsing: "stage:interviewing")) == [ListingID(1)])
    #expect(
      try merge(posting("2", job: 2), posting("3", job: 3), on: tuesday).map(\.id) == [
        ListingID(1), ListingID(1),
      ])
    #expect(try store.detail(ListingID(2)) == nil)
    #expect(try store.current(ListingID(2)) == ListingID(1))
    #expect(try store.statistics().listings == 1 && store.problems() == [])
  }

  @Test func splitsAndMergesAreUndoneAndRedone() throws {
    _ = try merge(posting("1", job: 1), posting("2", job: 2), posting("3", job: 2))
    _ = try store.decide([.flagged(true)], on: [ListingID(2)], at: 1)
    let before = try [1, 2].map { try detail($0) }
    _ = try store.join([ListingID(2)], to: ListingID(1), at: 2)
    let joined = try detail(1)
    #expect(try store.undo(at: 3)?.ids == [ListingID(1), ListingID(2)])
    #expect(try [1, 2].map { try detail($0) } == before)
    #expect(try store.redo(at: 4)?.kind == .redone)
    #expect(try detail(1) == joined)
    _ = try store.split(ListingID(1), at: 5)
    #expect(try store.statistics().listings == 3)
    _ = try store.undo(at: 6)
    #expect(try detail(1) == joined && store.statistics().listings == 1)
    #expect(try store.problems() == [])
  }

  /// Jobs with several postings each, their order and batches left to chance.
  @Test(arguments: [1, 2, 3] as [UInt64]) func anyOrderGivesTheSameListings(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var postings: [ReadPosting] = []
    for job in 1...20 as ClosedRange<UInt64> {
      for copy in 0..<Int.random(in: 1...4, using: &random) {
        postings.append(posting("\(job)-\(copy)", job: job, changed: copy * 5))
      }
    }
    var groups: Set<Set<[String?]>> = []
    for _ in 0..<3 {
      let store = try Board.empty()
      let batch = postings.shuffled(using: &random)
      _ = try store.merge(batch, seenOn: monday, at: 1)
      let listings = try store.statistics().listings
      #expect(listings == 20)
      #expect(try store.merge(batch.reversed(), seenOn: monday, at: 2).allSatisfy(\.isUnchanged))
      #expect(try store.statistics().listings == listings)
      groups.insert(
        Set(
          try store.ids(matching: Query(parsing: "")).map { id in
            try #require(try store.detail(id)).postings.map(\.externalID).sorted {
              "\($0 ?? "")" < "\($1 ?? "")"
            }
          }))
    }
    #expect(groups.count == 1)
  }

  private func segmentsOfWords() throws -> Int {
    try store.database.read { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM words_idx") ?? 0
    }
  }

  /// Each time it is written out costs as much as a hundred postings.
  @Test func theIndexOfWordsIsWrittenOutTwiceAtMost() throws {
    let batch = (0..<60).map { posting("\($0)", job: UInt64($0 % 40)) }
    let outcomes = try store.merge(batch, seenOn: monday, at: 1)
    #expect(outcomes.filter(\.isDuplicate).count == 20)
    // What joined says nothing that the listing had not said.
    #expect(try segmentsOfWords() == 1)
    // An early number changes again while later ones are pending.
    let texts = batch.map { posting($0.posting.externalID ?? "", text: "We make kites.") }
    _ = try store.merge(Array(texts[30..<40] + texts[..<10]), seenOn: tuesday, at: 2)
    #expect(try segmentsOfWords() <= 3)
    #expect(try store.search(Query(parsing: "kites")).ids.count == 20)
    #expect(try store.problems() == [])
  }

  @Test func aRehearsalForeseesWhatJoins() throws {
    _ = try merge(posting("1"))
    let batch = [posting("2"), posting("3", job: 2), posting("4", job: 2)]
    var rehearsal = Rehearsal(store, seenOn: monday)
    #expect(try rehearsal.merge(batch).map(\.isDuplicate) == [true, false, true])
    #expect(try store.statistics().postings == 1)
    #expect(
      try store.merge(batch, seenOn: monday, at: 1).map(\.isDuplicate) == [true, false, true])
  }
}

private extension MergeOutcome {
  var id: ListingID {
    switch self {
    case .added(let id), .updated(let id), .unchanged(let id), .duplicate(let id): id
    }
  }

  var isDuplicate: Bool { if case .duplicate = self { true } else { false } }

  var isUnchanged: Bool { if case .unchanged = self { true } else { false } }
}
