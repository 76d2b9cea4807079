import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

/// The store's SQL means what `Query+Matching` means, on random boards and random queries.
@Suite struct QueryAgreementTests {
  @Test(arguments: 0..<4) func randomQueriesFindWhatMatchesInMemory(board: Int) throws {
    let (store, details) = try Board.random(count: 60, seed: UInt64(board))
    let subjects = details.map { MatchSubject($0) }
    var hits = 0
    for seed in 0..<Board.queries(100) {
      var random = RandomQuery(seed: UInt64(board * 100_000 + seed), namingSearches: true)
      let text = random.text()
      let query = try Query(parsing: text, searches: NamedQueries(RandomQuery.searches))
      let found = try store.search(query)
      let expected = query.sorted(
        subjects.filter { query.includes($0, in: Board.context) }, in: Board.context)
      #expect(found.ids == expected.map(\.id), "board \(board), seed \(seed): \(text)")
      let first = try store.firstRows(of: query, limit: 10).map(\.id)
      #expect(first == Array(expected.prefix(10)).map(\.id), "\(text)")
      try expectCounts(found.counts, of: query, text, subjects)
      try expectFacets(store.facets(of: query), of: query, text, subjects)
      if found.ids != expected.map(\.id) { break }
      hits += found.ids.isEmpty ? 0 : 1
    }
    #expect(hits > Board.queries(40), "too few of the queries find anything")
  }

  @Test func aQueryMayBeAsLongAsAPastedPage() throws {
    let (store, _) = try Board.random(count: 3, seed: 1)
    for text in [
      (0..<3000).map { "word\($0)" }.joined(separator: " "),
      (0..<1500).map { "salary>=\($0)k" }.joined(separator: " or "),
    ] {
      let query = try Query(parsing: text)
      #expect(try store.search(query).counts.total == 3)
      _ = try store.facets(of: query)
    }
  }

  @Test func whatIsStoredIsWhatWasGiven() throws {
    let (store, details) = try Board.random(count: 40, seed: 77)
    for detail in details {
      let found = try #require(try store.detail(detail.id))
      #expect(found.listing.title == detail.listing.title)
      #expect(found.listing.salary == detail.listing.salary)
      #expect(found.listing.remote == detail.listing.remote)
      #expect(found.listing == detail.listing)
      var decisions = detail.decisions
      decisions.tags.sort()
      #expect(found.decisions == decisions)
      #expect(found.isNew == detail.isNew && found.isChanged == detail.isChanged)
      #expect(found.closed == detail.closed && found.firstSeen == detail.firstSeen)
      #expect(Set(found.postings.map(\.source)) == Set(detail.postings.map(\.source)))
    }
  }
}

private extension QueryAgreementTests {
  func expectCounts(
    _ counts: ResultCounts, of query: Query, _ text: String, _ subjects: [MatchSubject]
  ) throws {
    let answers = subjects.map { ($0, query.answer(for: $0, in: Board.context)) }
    let listed = subjects.filter { query.includes($0, in: Board.context) }
    #expect(counts.matching == listed.count, "\(text)")
    #expect(counts.new == listed.count(where: \.isNew), "\(text)")
    #expect(counts.total == subjects.count)
    guard !query.includesUndecided else { return }
    let undecided = answers.filter { $0.1.answer == .undecided }
    #expect(counts.undecided == undecided.count, "\(text)")
    var blamed: [String: Int] = [:]
    for field in undecided.flatMap(\.1.blamed) { blamed[field.rawValue, default: 0] += 1 }
    let found = Dictionary(uniqueKeysWithValues: counts.blamed.map { ($0.name, $0.count) })
    #expect(found == blamed, "\(text)")
  }

  /// A choice's count is what the query finds with its own group taken out and that choice put in.
  func expectFacets(
    _ facets: FacetCounts, of query: Query, _ text: String, _ subjects: [MatchSubject]
  ) throws {
    func listed(without facet: Facet) -> [MatchSubject] {
      var query = query
      let parts: [QueryExpression] =
        if case .and(let parts) = query.expression { parts } else { [query.expression] }
      let isHiddenAsked = query.mentionsHidden
      query.expression = .and(parts.filter { Facet(of: $0) != facet })
      if isHiddenAsked || facet == .decisions {
        query.expression = .and([query.expression, .condition(.state(.any))])
      }
      return subjects.filter { query.includes($0, in: Board.context) }
    }
    let byRemote = Dictionary(grouping: listed(without: .remote), by: \.remote.kind)
    #expect(facets.remote == byRemote.mapValues(\.count), "\(text)")
    let byLevel = Dictionary(grouping: listed(without: .level), by: \.seniority)
    #expect(facets.seniority == byLevel.mapValues(\.count), "\(text)")
    let forms = listed(without: .employment)
    #expect(facets.employmentNotStated == forms.count(where: \.employment.isEmpty), "\(text)")
    for form in Employment.allCases {
      #expect(facets.employment[form, default: 0] == forms.count { $0.employment.contains(form) })
    }
    for source in RandomListing.sources {
      let count = listed(without: .source).count { $0.sources.contains(source) }
      #expect(facets.sources.first { $0.name == source }?.count ?? 0 == count, "\(text) \(source)")
    }
    let paid = listed(without: .pay).count
    #expect(facets.pay.bars.reduce(facets.pay.notStated, +) == paid, "\(text)")
    let marked = listed(without: .decisions)
    #expect(facets.decisions.hidden == marked.count(where: \.decisions.isHidden), "\(text)")
    let shown = marked.filter { !$0.decisions.isHidden }
    #expect(facets.decisions.saved == shown.count(where: \.decisions.isSaved), "\(text)")
    #expect(facets.decisions.unread == shown.count { !$0.decisions.isRead }, "\(text)")
  }
}
