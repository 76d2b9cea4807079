import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// What is kept of a listing brings it back in another store, decisions and their days included.
@Suite struct KeepingTests {
  private static let day = RandomListing.today

  /// Two postings, and what is decided about them on several days.
  private static func source() throws -> Store {
    let store = try Board.empty()
    _ = try store.merge(
      [
        Board.posting("Rocket Engineer", id: "1"),
        Board.posting("Gardener", url: "https://a.example/2"),
      ],
      seenOn: day.adding(days: -9), at: 1)
    let ids = [ListingID(1), ListingID(2)]
    for (moment, decision) in [
      (1000, Decision.saved(true)), (2000, .stage(.applied)), (3000, .note("Ask for Ines.")),
      (4000, .tag("climate")), (5000, .stage(.interviewing)), (6000, .rating(4)),
      (7000, .followUp(day)), (8000, .tag("near")), (9000, .saved(false)),
    ] {
      _ = try store.decide([decision], on: [ids[0]], at: moment)
    }
    _ = try store.decide([.hidden(true, reason: "agency")], on: [ids[1]], at: 2500)
    _ = try store.decide([.flagged(true)], on: [ids[1]], at: 2600)
    _ = try store.undo(at: 2700)
    return store
  }

  private static func kept(_ store: Store) throws -> [KeptListing] {
    let history = try store.decisionHistory()
    return try store.ids(matching: Query(parsing: "is:any")).sorted { $0.number < $1.number }
      .compactMap { try store.kept($0, history) }
  }

  private static func restore(_ kept: [KeptListing], into store: Store) throws {
    let postings = kept.flatMap { listing in
      listing.postings.map { ReadPosting(posting: $0, listing: listing.detail.listing) }
    }
    _ = try store.merge(postings, seenOn: day, at: 10_000)
  }

  @Test func anEmptyStoreBecomesTheSame() throws {
    let kept = try Self.kept(Self.source())
    let stages = kept[0].detail.stages
    #expect(stages.map(\.stage) == [.applied, .interviewing])
    #expect(stages.map(\.day) == [Day(number: 0), Day(number: 0)])
    let copy = try Board.empty()
    try Self.restore(kept, into: copy)
    let again = try Self.kept(copy)
    #expect(again.map(\.postings) == kept.map(\.postings))
    #expect(again.map(\.detail.decisions) == kept.map(\.detail.decisions))
    #expect(again.map(\.detail.stages) == kept.map(\.detail.stages))
    #expect(again.map(\.detail.firstSeen) == kept.map(\.detail.firstSeen))
    #expect(again.map(\.detail.lastSeen) == kept.map(\.detail.lastSeen))
    #expect(try copy.ids(matching: Query(parsing: "stage:interviewing")).count == 1)
    #expect(try copy.ids(matching: Query()).count == 1, "the hidden one is hidden here, too")
  }

  @Test func toDoItTwiceChangesNothing() throws {
    let store = try Self.source()
    let before = try (Self.kept(store), store.statistics())
    try Self.restore(before.0, into: store)
    #expect(try Self.kept(store) == before.0)
    #expect(try store.statistics() == before.1)
  }

  @Test func theLaterDecisionStays() throws {
    let kept = try Self.kept(Self.source())
    let copy = try Board.empty()
    _ = try copy.merge([Board.posting("Rocket Engineer", id: "1")], seenOn: Self.day, at: 1)
    _ = try copy.decide([.stage(.offer), .note("Mine.")], on: [ListingID(1)], at: 5500)
    _ = try copy.decide([.rating(1)], on: [ListingID(1)], at: 500)
    try Self.restore(kept, into: copy)
    let decisions = try #require(try copy.detail(ListingID(1))).decisions
    #expect(decisions.stage == .offer)
    #expect(decisions.note == "Mine.")
    #expect(decisions.rating == 4)
    #expect(decisions.tags == ["climate", "near"])
  }

  @Test func undoPassesOverWhatWasTakenOver() throws {
    let kept = try Self.kept(Self.source())
    let copy = try Board.empty()
    try Self.restore(kept, into: copy)
    #expect(try copy.undo(at: 20_000) == nil)
  }

  @Test(arguments: [
    ("saved", "2"), ("stage", "ruler"), ("rating", "6"), ("tags", "climate"), ("tags", "{}"),
    ("followUp", "tomorrow"), ("listing", "1"), ("password", "x"), ("note", ""),
  ])
  func whatTheTablesDoNotTakeIsLeftOut(field: String, value: String) throws {
    let store = try Board.empty()
    let read = Board.posting("Rocket Engineer", id: "1")
    var posting = read.posting
    posting.history = PostingHistory()
    posting.history?.decisions = [
      DatedDecision(field: field, value: value, at: 1000),
      DatedDecision(field: "flagged", value: "1", at: -5),
      DatedDecision(field: "note", value: "kept", at: 1000),
    ]
    posting.history?.changes = [DatedDecision(field: field, before: value, value: nil, at: 1000)]
    _ = try store.merge(
      [ReadPosting(posting: posting, listing: read.listing)], seenOn: Self.day, at: 1)
    var expected = Decisions()
    expected.note = "kept"
    #expect(try #require(try store.detail(ListingID(1))).decisions == expected)
    #expect(try store.problems().isEmpty)
  }
}
