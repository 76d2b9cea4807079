import Listings
import Queries
import TestSupport
import Testing

@testable import Storage

@Suite struct SummaryTests {
  /// The numbers are those of the listings that the same query finds in memory.
  @Test(arguments: [
    "", "remote:yes", "salary>=100k", "salary>=100k?", "is:any", "is:hidden", "level:senior,staff",
    "is:saved or is:flagged",
  ])
  func numbersAreOfWhatIsFound(text: String) throws {
    let (store, details) = try Board.random(count: 150, seed: 41)
    let query = try Query(parsing: text)
    let found = details.filter { query.includes(MatchSubject($0), in: Board.context) }
    let summary = try store.summary(of: query)
    #expect(try summary.counts == store.search(query).counts)
    #expect(summary.remote == counted(found.map(\.listing.remote.kind)))
    #expect(summary.seniority == counted(found.map(\.listing.seniority)))
    #expect(summary.employment == counted(found.flatMap(\.listing.employment)))
    #expect(summary.employmentNotStated == found.count { $0.listing.employment.isEmpty })
    #expect(summary.saved == found.count(where: \.decisions.isSaved))
    #expect(summary.flagged == found.count(where: \.decisions.isFlagged))
    #expect(summary.unread == found.count { !$0.decisions.isRead })
    #expect(summary.posted.first == found.compactMap(\.listing.posted).min())
    #expect(summary.posted.last == found.compactMap(\.listing.posted).max())
    #expect(
      summary.companies.map(\.count).reduce(summary.companyNotStated, +) == found.count)
    #expect(
      summary.stages.map(\.stage) == Set(found.compactMap(\.decisions.stage)).sorted())
    for source in summary.sources {
      #expect(found.count { $0.postings.contains { $0.source == source.name } } == source.count)
    }
    let any = try store.search(query.adding(.state(.hidden))).counts.matching
    #expect(summary.hidden == any)
  }

  @Test(arguments: ["", "remote:yes", "is:any"])
  func payIsComparedInThePersonsCurrency(text: String) throws {
    let (store, details) = try Board.random(count: 150, seed: 42)
    let query = try Query(parsing: text)
    let found = details.filter { query.includes(MatchSubject($0), in: Board.context) }
    let pay = try store.summary(of: query).pay
    let sums = found.compactMap(\.listing.salary).map {
      RandomListing.rates.comparable($0, in: .usd)
    }
    let comparable = sums.compactMap { $0 }
    #expect(pay.notStated == found.count { $0.listing.salary == nil })
    #expect(pay.comparable == comparable.count)
    #expect(pay.notComparable == sums.count - comparable.count)
    #expect(pay.converted == comparable.count(where: \.isConverted))
    #expect(pay.low == Quartiles(of: comparable.compactMap(\.low)))
    #expect(pay.high == Quartiles(of: comparable.compactMap(\.high)))
  }

  @Test(arguments: [
    ([5], [5, 5, 5]), ([2, 1], [1, 1, 2]), ([3, 1, 2], [1, 2, 3]), ([4, 3, 2, 1], [1, 2, 3]),
    ([1, 2, 3, 4, 5], [2, 3, 4]), (Array(1...100), [25, 50, 75]),
  ])
  func quartilesAreOfTheNearestRank(values: [Int], expected: [Int]) throws {
    let quartiles = try #require(Quartiles(of: values))
    #expect([quartiles.lower, quartiles.median, quartiles.upper] == expected)
    #expect(Quartiles(of: []) == nil)
  }

  @Test func aStageHasTheDaysOnWhichListingsCameToIt() throws {
    let store = try Board.empty()
    let outcomes = try store.merge(
      (1...3).map { Board.posting("Job \($0)", id: "\($0)") }, seenOn: RandomListing.today, at: 1)
    #expect(outcomes.count == 3)
    let ids = (1...3).map { ListingID($0) }
    for (day, id) in zip([100, 103, 101], ids) {
      _ = try store.decide([.stage(.applied)], on: [id], at: day * 86_400)
    }
    _ = try store.decide([.stage(.offer)], on: [ids[2]], at: 110 * 86_400)
    let stages = try store.summary(of: Query()).stages
    #expect(stages.map(\.stage) == [.applied, .offer])
    #expect(stages.map(\.count) == [2, 1])
    #expect(stages.map(\.first) == [Day(number: 100), Day(number: 110)])
    #expect(stages.map(\.last) == [Day(number: 103), Day(number: 110)])
  }

  @Test func companiesThatDifferInCapitalsAreOne() throws {
    let store = try Board.empty()
    let names = ["Acme", "ACME", "Acme", "Basalt"]
    _ = try store.merge(
      names.enumerated().map { Board.posting("Job \($0)", id: "\($0)", company: $1) },
      seenOn: RandomListing.today, at: 1)
    let companies = try store.summary(of: Query()).companies
    #expect(
      companies == [FacetValue(name: "Acme", count: 3), FacetValue(name: "Basalt", count: 1)])
  }

  private func counted<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
