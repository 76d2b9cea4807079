import Listings
import Queries
import TestSupport
import Testing

@Suite struct NamedQueryTests {
  private let searches = NamedQueries([
    SavedSearch(name: "far", query: "remote:yes,hybrid sort:title"),
    SavedSearch(name: "Well paid", query: "salary>=150k or is:hidden"),
    SavedSearch(name: "both", query: "search:FAR -search:\"well paid\""),
    SavedSearch(name: "lenient", query: "level:senior undecided:yes"),
    SavedSearch(name: "broken", query: "salary>=much"),
    SavedSearch(name: "hen", query: "search:egg"), SavedSearch(name: "egg", query: "search:hen"),
  ])

  private func read(_ source: String) throws(QueryError) -> Query {
    try Query(parsing: source, searches: searches)
  }

  private func message(of source: String) -> String? {
    do throws(QueryError) {
      _ = try read(source)
      return nil
    } catch {
      return error.rendered(in: source)
    }
  }

  @Test(
    arguments: [
      ("search:far", "search:far"), ("saved:FAR swift", "search:far swift"),
      ("-search:\"well  paid\"", nil), ("-search:\"well paid\"", "-search:\"Well paid\""),
      ("search:far,both?", "(search:far or search:both)?"), ("search!=far", "-search:far"),
    ] as [(String, String?)])
  func aSearchIsNamedAndPrintedByItsName(source: String, printed: String?) throws {
    guard let printed else { return #expect(message(of: source) != nil) }
    #expect(try read(source).description == printed)
    #expect(try read(printed) == read(source))
  }

  @Test func aNameMeansWhatItsQueryMeans() throws {
    let inner = try Query(parsing: "remote:yes,hybrid").expression
    #expect(try read("search:far").expression == .search("far", inner))
    #expect(try read("search:far").sort == [], "the order of a named search is its own")
    #expect(try read("search:both").mentionsHidden)
    #expect(try !read("search:far").mentionsHidden)
    #expect(try !read("search:lenient").expression.mayBeUndecided)
    #expect(try read("search:both").names(search: "Far"))
    #expect(try !read("search:far").names(search: "both"))
  }

  @Test func answersAreThoseOfTheQueryWrittenOut() throws {
    let out = "(remote:yes,hybrid) -(salary>=150k or is:hidden)"
    let context = QueryContext(
      today: RandomListing.today, currency: .usd, rates: RandomListing.rates)
    var listings = RandomListing(seed: 7)
    for number in 1...200 {
      let subject = MatchSubject(listings.detail(id: Int64(number)))
      let named = try read("search:both").answer(for: subject, in: context)
      let written = try Query(parsing: out).answer(for: subject, in: context)
      #expect(named.answer == written.answer && named.blamed == written.blamed)
    }
  }

  @Test(
    arguments: [
      ("search:fra", "not \"fra\" (did you mean far?)"),
      ("search:broken", "in the search \"broken\": salary expects"),
      ("x search:hen", "asks for itself"),
      ("search:", "search expects the name of a saved search"),
    ])
  func whatIsWrongIsSaid(source: String, words: String) {
    #expect(message(of: source)?.contains(words) == true, "\(message(of: source) ?? "")")
  }
}
