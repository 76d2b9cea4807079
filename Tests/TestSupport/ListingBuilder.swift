import Listings

/// Listings for tests: says only what matters to the case.
package enum ListingBuilder {
  package static let today = Day(2026, 11, 21) ?? Day(number: 0)

  package static func detail(
    _ number: Int64, _ title: String?, company: String? = nil,
    change: (inout ListingDetail) -> Void = { _ in }
  ) -> ListingDetail {
    let listing = Listing(title: title, company: company)
    var detail = ListingDetail(
      id: ListingID(number), listing: listing, firstSeen: today, lastSeen: today)
    detail.postings = [
      PostingSummary(
        source: "files", externalID: nil, url: nil, posted: nil, firstSeen: today, lastSeen: today)
    ]
    change(&detail)
    return detail
  }

  /// Whole units a year.
  package static func pay(_ low: Int?, _ high: Int?, _ currency: Currency? = .usd) -> Salary {
    let words = [low, high].compactMap { $0 }.map(String.init).joined(separator: " - ")
    return Salary(
      range: PayRange(
        low: low.map { $0 * 100 }, high: high.map { $0 * 100 }, currency: currency, period: .year),
      text: words)
  }

  package static func row(_ detail: ListingDetail) -> ListingRow {
    var row = ListingRow(
      id: detail.id, title: detail.listing.title, company: detail.listing.company)
    row.location = detail.listing.location
    row.remote = detail.listing.remote
    row.salary = detail.listing.salary
    row.seniority = detail.listing.seniority
    row.posted = detail.listing.posted
    row.isNew = detail.isNew
    row.isChanged = detail.isChanged
    row.isClosed = detail.closed != nil
    row.decisions = detail.decisions
    return row
  }
}
