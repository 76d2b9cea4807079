import Browsing
import Commands
import Listings
import Queries
import Texts

/// A browser at some moment, reached as in the program: by events.
struct BrowserFixture {
  static let today = Day(2026, 11, 21) ?? Day(number: 0)

  static let context = QueryContext(
    today: today, currency: .usd,
    rates: ExchangeRates(day: today, publisher: "none", perEuro: [.usd: 1.1, .gbp: 0.85]))

  private(set) var browser: Browser
  private let rows: [ListingRow]
  private let details: [ListingID: ListingDetail]

  init(
    width: Int, height: Int, query: Query = Query(),
    listings: [ListingDetail] = SampleListings.all, counts: ResultCounts? = nil,
    format: RowFormat? = nil, phrases: Phrasebook = Phrasebook(),
    change: (inout ListingRow) -> Void = { _ in }
  ) {
    browser = Browser(
      context: Self.context, query: query, format: format, phrases: phrases,
      size: Size(width: width, height: height))
    rows = listings.map { detail in
      var row = ListingRow(detail)
      change(&row)
      return row
    }
    details = Dictionary(uniqueKeysWithValues: listings.map { ($0.id, $0) })
    let shown = counts ?? Self.counts(rows.count)
    perform(browser.handle(.started), counts: shown)
  }

  mutating func press(_ keys: String) {
    for key in (try? KeySequence(parsing: keys))?.keys ?? [] {
      perform(browser.handle(.key(key)), counts: Self.counts(rows.count))
    }
  }

  mutating func resize(width: Int, height: Int) {
    perform(
      browser.handle(.resized(Size(width: width, height: height))), counts: Self.counts(rows.count))
  }

  /// Answers what the store would be asked; every search finds every row.
  private mutating func perform(_ effects: [Effect], counts: ResultCounts) {
    for effect in effects {
      switch effect {
      case .search(let search):
        let found = Found(matching: rows.count, position: nil, first: 0, rows: rows)
        perform(browser.handle(.found(generation: search.generation, found)), counts: counts)
        perform(
          browser.handle(.counted(generation: search.generation, counts, Self.facets)),
          counts: counts)
      case .loadDetail(let id):
        perform(browser.handle(.detail(id, details[id])), counts: counts)
      default: break
      }
    }
  }

  static func counts(_ matching: Int) -> ResultCounts {
    var counts = ResultCounts(total: 58_312, matching: matching, undecided: 1_030)
    counts.blamed = [FacetValue(name: "pay", count: 1_030)]
    counts.new = 37
    return counts
  }

  static var facets: FacetCounts {
    var facets = FacetCounts()
    facets.remote = [.remote: 1_204, .hybrid: 3_410, .onsite: 40_112, .unknown: 13_586]
    facets.pay = PayHistogram(
      bars: [2, 9, 40, 160, 420, 610, 590, 380, 210, 120, 60, 31, 12, 6, 3, 9], notStated: 1_030)
    facets.seniority = [.junior: 120, .mid: 900, .senior: 8_210, .staff: 640, .unknown: 48_000]
    facets.employment = [.fullTime: 30_511, .contract: 1_204]
    facets.employmentNotStated = 26_597
    facets.decisions.new = 37
    facets.decisions.unread = 58_001
    facets.decisions.saved = 12
    facets.sources = [
      FacetValue(name: "files", count: 51_002), FacetValue(name: "greenhouse:acme", count: 212),
    ]
    return facets
  }
}

private extension ListingRow {
  init(_ detail: ListingDetail) {
    let listing = detail.listing
    self.init(id: detail.id, title: listing.title, company: listing.company)
    location = listing.location
    remote = listing.remote
    salary = listing.salary
    seniority = listing.seniority
    posted = listing.posted
    isNew = detail.isNew
    isChanged = detail.isChanged
    isClosed = detail.closed != nil
    decisions = detail.decisions
  }
}
