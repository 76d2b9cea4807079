import GRDB
import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// What an import adds, updates and leaves alone.
@Suite struct MergingTests {
  private let store: Store
  private let monday = Day(number: 20_000)
  private let tuesday = Day(number: 20_001)

  init() throws { store = try Board.empty() }

  private func merge(_ postings: ReadPosting..., on day: Day? = nil) throws -> [MergeOutcome] {
    try store.merge(postings, seenOn: day ?? monday, at: (day ?? monday).number * 86_400)
  }

  @Test func theSamePostingTwiceIsOneListing() throws {
    let posting = Board.posting("Engineer", id: "1")
    #expect(try merge(posting, posting) == [.added(ListingID(1)), .unchanged(ListingID(1))])
    #expect(try merge(posting, on: tuesday) == [.unchanged(ListingID(1))])
    let detail = try #require(try store.detail(ListingID(1)))
    #expect(detail.firstSeen == monday && detail.lastSeen == tuesday)
  }

  @Test func anExternalIDIsOneOfItsSource() throws {
    let outcomes = try merge(
      Board.posting("Engineer", id: "1", source: "lever:acme"),
      Board.posting("Engineer", id: "1", source: "lever:initech"))
    #expect(outcomes == [.added(ListingID(1)), .added(ListingID(2))])
  }

  @Test func addressesThatMeanTheSamePageAreOne() throws {
    let outcomes = try merge(
      Board.posting("Engineer", url: "https://www.example.com/jobs/1/?utm_source=x#apply"),
      Board.posting("Engineer", url: "HTTP://Example.com/jobs/1"))
    #expect(outcomes == [.added(ListingID(1)), .updated(ListingID(1))])
    #expect(try store.statistics().listings == 1)
  }

  @Test func jobsOfOneCareersPageStayApartOnEachImport() throws {
    let page = "https://example.com/careers"
    let jobs = ["Engineer", "Designer", "Nurse"].map { Board.posting($0, url: page) }
    #expect(try store.merge(jobs, seenOn: monday, at: 1).count(where: \.isAdded) == 3)
    for batch in [jobs, jobs.reversed(), Array(jobs[1...])] {
      #expect(try store.merge(batch, seenOn: monday, at: 2).allSatisfy(\.isUnchanged))
    }
  }

  @Test func withoutIDAndAddressItIsKnownByWhatItSays() throws {
    _ = try merge(Board.posting("Engineer"))
    #expect(try merge(Board.posting("Engineer")) == [.unchanged(ListingID(1))])
    #expect(try merge(Board.posting("Engineer", text: "Other.")) == [.added(ListingID(2))])
  }

  @Test func anUpdateIsFoundByItsNewWordsOnlyAndCountsAsChanged() throws {
    _ = try merge(Board.posting("Engineer", id: "1", text: "Oxidizer pumps."))
    try store.endVisit(store.beginVisit(at: monday.number * 86_400), at: monday.number * 86_400 + 9)
    let updated = Board.posting("Engineer", id: "1", text: "Turbine blades.")
    #expect(try merge(updated, on: tuesday) == [.updated(ListingID(1))])
    #expect(try store.ids(matching: Query(parsing: "oxidizer")) == [])
    #expect(try store.ids(matching: Query(parsing: "turbine changed:yes")) == [ListingID(1)])
    #expect(try store.problems() == [])
  }

  @Test func theIndexStaysInStepWhateverTheBody() throws {
    let links: [Inline] = [
      .text("C++  and "), .link([.text("Node.js")], url: "https://example.com/a_(b)"), .lineBreak,
      .strong([.text("*C#* \\ <b> & _x_ ")]), .code("a`b"), .text("\n\n# no heading\n- no item"),
    ]
    let bodies: [[Block]] = [
      [.paragraph(links), .rule, .quote([.paragraph(links), .code("x\n```\ny")])],
      [.list(start: 3, items: [[.paragraph(links)], [.paragraph([.text("1. one")]), .rule]])],
      [.table([[links, [.text("a|b")]], [[.code("|")], links]]), .heading(level: 2, links)],
      [.paragraph([.text("")]), .list(start: nil, items: [[]])], [],
    ]
    for body in bodies + bodies.reversed() + [[]] {
      let posting = Posting(externalID: "1", title: "C++ Dev", body: body)
      let listing = Listing(title: "C++ Dev (Node.js)", body: body)
      _ = try merge(ReadPosting(posting: posting, listing: listing))
    }
    #expect(try store.ids(matching: Query(parsing: "c++ nodejs")) == [ListingID(1)])
    let wordsOfBodies = try store.database.write { db in
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'words', 'col')")
      return try String.fetchAll(db, sql: "SELECT term FROM word WHERE col = 'body'")
    }
    #expect(wordsOfBodies == [])
    #expect(try store.problems() == [])
  }

  @Test func importingNeverTouchesWhatWasDecided() throws {
    _ = try merge(Board.posting("Engineer", id: "1"))
    _ = try store.decide([.saved(true), .note("call Ann")], on: [ListingID(1)], at: 5)
    let before = try dump(["decision", "journal", "journalChange"])
    _ = try merge(Board.posting("Engineer II", id: "1"), on: tuesday)
    _ = try merge(Board.posting("Nurse", id: "2"))
    #expect(try dump(["decision", "journal", "journalChange"]) == before)
    #expect(try store.rows([ListingID(1)])[0].decisions.isSaved)
  }

  @Test func aRehearsalAnswersLikeTheImportAndWritesNothing() throws {
    _ = try merge(Board.posting("Engineer", id: "1"))
    let batch = [
      Board.posting("Engineer", id: "1"), Board.posting("Engineer II", id: "1"),
      Board.posting("Nurse", id: "2"), Board.posting("Nurse", id: "2"),
    ]
    var rehearsal = Rehearsal(store, seenOn: monday)
    let words = try rehearsal.merge(batch).map(\.word)
    #expect(words == ["unchanged", "updated", "added", "unchanged"])
    #expect(try store.statistics().postings == 1)
    #expect(try store.merge(batch, seenOn: monday, at: 1).map(\.word) == words)
  }

  @Test func payIsComparedAnewInAnotherCurrency() throws {
    let posting = Board.posting("Engineer", id: "1")
    var listing = posting.listing
    listing.salary = Salary(
      range: PayRange(low: 100_000_00, high: nil, currency: .eur, period: .year), text: "100k €")
    _ = try merge(ReadPosting(posting: posting.posting, listing: listing))
    #expect(try store.ids(matching: Query(parsing: "salary>=105k")) == [ListingID(1)])
    let euros = try store.speaking(
      QueryContext(today: monday, currency: .eur, rates: Board.context.rates))
    #expect(try euros.search(Query(parsing: "salary>=105k")).counts.undecided == 1)
  }

  private func dump(_ tables: [String]) throws -> [Row] {
    try store.database.read { db in
      try tables.flatMap { try Row.fetchAll(db, sql: "SELECT * FROM \($0)") }
    }
  }
}

private extension MergeOutcome {
  var word: String {
    switch self {
    case .added: "added"
    case .updated: "updated"
    case .unchanged: "unchanged"
    case .duplicate: "duplicate"
    }
  }

  var isAdded: Bool { word == "added" }
  var isUnchanged: Bool { word == "unchanged" }
}
