import Columns
import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// What the columns answer is what the store's SQL answers, on random boards and random queries.
@Suite struct ColumnAgreementTests {
  @Test(arguments: 0..<4) func columnsAnswerRandomQueriesAsTheStoreDoes(board: Int) throws {
    let (store, _) = try Board.random(count: 140, seed: UInt64(100 + board))
    let columns = try Self.columns(of: store)
    for seed in 0..<Board.queries(120) {
      let query = try Self.query(seed: 1_000_000 + board * 100_000 + seed)
      try Self.expectAgreement(store, columns, query)
    }
  }

  @Test(arguments: 0..<2) func whatACompanyIsHiddenForIsTheSameEverywhere(board: Int) throws {
    let (store, details) = try Board.random(count: 120, seed: UInt64(500 + board))
    for detail in details.filter({ $0.listing.company != nil }).prefix(3) {
      _ = try store.decide([.companyHidden(true)], on: [detail.id], at: 6000)
    }
    let back = details.suffix(20).map(\.id)
    _ = try store.decide([.hidden(false)], on: Array(back), at: 6001)
    let columns = try Self.columns(of: store)
    let subjects = try details.compactMap { try store.detail($0.id) }.map { MatchSubject($0) }
    #expect(subjects.contains { $0.decisions.isHidden && $0.decisions.isCompanyHidden })
    for seed in 0..<Board.queries(60) {
      let query = try Self.query(seed: 3_000_000 + board * 100_000 + seed)
      try Self.expectAgreement(store, columns, query)
      let expected = query.sorted(
        subjects.filter { query.includes($0, in: Board.context) }, in: Board.context)
      #expect(try store.search(query).ids == expected.map(\.id), "\(query)")
    }
  }

  @Test func columnsFollowDecisions() throws {
    let (store, details) = try Board.random(count: 70, seed: 9)
    var columns = try Self.columns(of: store)
    let ids = details.prefix(30).map(\.id)
    for (decision, some) in [
      (Decision.saved(true), ids[0..<20]), (.hidden(true), ids[5..<9]), (.read(true), ids[3..<30]),
      (.stage(.applied), ids[10..<12]), (.hidden(false), ids[6..<7]),
    ] {
      let change = try store.decide([decision], on: Array(some), at: 5000)
      for facts in try store.facts(of: change.ids) {
        let isKnown = columns.update(facts)
        #expect(isKnown)
      }
      for text in ["", "is:saved", "is:hidden", "is:unread", "is:applied -is:saved"] {
        try Self.expectAgreement(store, columns, Query(parsing: text))
      }
    }
  }

  @Test(arguments: [
    "salary>=100k", "title:go remote:no", "source:files,hn", "posted<7d undecided:yes",
  ])
  func rulesLeaveOutTheSameEverywhere(rule: String) throws {
    let (board, details) = try Board.random(count: 100, seed: 41)
    let usual = Board.context
    let rules = ListingRules(hiding: [try Query(parsing: rule), try Query(parsing: "tag:climate")])
    let context = QueryContext(
      today: usual.today, currency: usual.currency, rates: usual.rates, rules: rules)
    let store = try board.speaking(context)
    let columns = try Self.columns(of: store)
    let subjects = details.map { MatchSubject($0) }
    var left = 0
    for seed in 0..<Board.queries(60) {
      let query = try Self.query(seed: 2_000_000 + seed)
      try Self.expectAgreement(store, columns, query)
      let expected = subjects.filter { query.includes($0, in: context) }.map(\.id)
      #expect(try store.search(query).ids.sorted() == expected.sorted(), "\(query)")
      let counts = try store.search(query).counts
      #expect(try board.search(query).counts.matching == counts.matching + counts.ruledOut)
      left += counts.ruledOut
    }
    #expect(left > 0)
    #expect(try store.search(Query(.condition(.state(.any)))).counts.ruledOut == 0)
  }

  @Test func aStoreWithoutListingsHasColumnsToo() throws {
    let store = try Board.empty()
    let columns = try Self.columns(of: store)
    try Self.expectAgreement(store, columns, Query(parsing: "remote:yes"))
  }
}

extension ColumnAgreementTests {
  private static func query(seed: Int) throws -> Query {
    var random = RandomQuery(seed: UInt64(seed), namingSearches: true)
    return try Query(parsing: random.text(), searches: NamedQueries(RandomQuery.searches))
  }

  fileprivate static func columns(of store: Store) throws -> ListingColumns {
    var columns = try #require(
      try ListingColumns(context: store.context, StoreReading(store)))
    columns.names = try NameIndex(of: columns, StoreReading(store))
    columns.openness = try OpennessColumn(of: columns, StoreReading(store))
    return columns
  }

  private static func expectAgreement(
    _ store: Store, _ columns: ListingColumns, _ query: Query
  ) throws {
    let search = try ColumnSearch(query, in: columns, from: StoreReading(store))
    let expected = try store.search(query)
    let matching = search.matching
    #expect(search.counts(matching) == expected.counts, "\(query)")
    let facets = try store.facets(of: query)
    #expect(search.facets(step: facets.pay.step) == facets, "\(query)")
    let found = try search.found(matching, from: StoreReading(store))
    #expect(found.ids == expected.ids, "\(query)")
    for (place, id) in expected.ids.enumerated() where place % 7 == 0 {
      #expect(found.position(of: id) == place, "\(query)")
    }
    #expect(found.ids(at: 3..<20) == Array(expected.ids.dropFirst(3).prefix(17)), "\(query)")
  }
}

/// Beside each name stands how many listings the query with that name would find.
@Suite struct NameCountTests {
  @Test(arguments: 0..<3) func aNameCountsWhatChoosingItFinds(seed: Int) throws {
    let (store, _) = try Board.random(count: 120, seed: UInt64(300 + seed))
    let columns = try ColumnAgreementTests.columns(of: store)
    var names = try ListingNames(of: columns) { try store.forEachNames($0) }
    try names.takeTags(of: columns) { try store.forEachTag($0) }
    for text in ["", "remote:yes", "salary>=100k", "is:any"] {
      let query = try Query(parsing: text)
      let search = try ColumnSearch(query, in: columns, from: StoreReading(store))
      for facet in [NamedFacet.company, .place, .skill, .tag] {
        let counts = search.counts(of: facet, in: names)
        #expect(facet == .tag || counts.total > 1, "\(facet) of \(text)")
        for value in counts.most(.max) {
          let chosen = query.adding(facet.condition(value.name))
          #expect(try store.search(chosen).ids.count == value.count, "\(chosen)")
        }
        guard facet == .company || facet == .place else { continue }
        let unstated = query.adding(.not(.condition(.has(facet.field))))
        #expect(try store.search(unstated).ids.count == counts.notStated, "\(unstated)")
      }
    }
  }

  @Test func theGroupsOwnFilterIsLeftOutAndNamesNarrow() throws {
    let store = try Board.empty()
    for (number, company) in ["Acme", "ACME", "Acme Robotics", "Initech", "Acorn"].enumerated() {
      _ = try store.merge(
        [
          Board.posting("Job \(number)", id: "\(number)", company: company, text: "Text \(number).")
        ],
        seenOn: Day(number: 1), at: 1)
    }
    let columns = try ColumnAgreementTests.columns(of: store)
    let names = try ListingNames(of: columns) { try store.forEachNames($0) }
    let search = try ColumnSearch(
      Query(parsing: "-company:initech"), in: columns, from: StoreReading(store))
    let counts = search.counts(of: .company, in: names)
    #expect(counts.total == 4)
    #expect(counts.most(2).map(\.count) == [3, 1])
    #expect(counts.most(1).map { $0.name.lowercased() } == ["acme"])
    #expect(counts.most(9, beginning: "ro").values.map(\.name) == ["Acme Robotics"])
    #expect(counts.most(9, beginning: "ac").total == 3)
    #expect(counts.value(of: "initech")?.count == 1)
  }
}
