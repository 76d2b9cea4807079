import Listings
import Queries

// Hiding all of a company at once.
extension Browser {
  /// Hides the companies of the listings decided about, or shows them again when all are hidden.
  ///
  /// The loaded rows go before the store has answered; the search that follows finds the rest.
  mutating func hideCompany() -> [Effect] {
    let ids = decided
    let rows = list.rows.filter { ids.contains($0.id) }
    let companies = Set(rows.compactMap { CompanyKey($0.company) })
    guard !ids.isEmpty, !companies.isEmpty || rows.count < ids.count else {
      message = .note(ids.isEmpty ? "there is no listing here" : "the company is not stated")
      return []
    }
    let areAllOn = rows.count == ids.count && rows.allSatisfy(\.decisions.isCompanyHidden)
    let decision = Decision.companyHidden(!areAllOn)
    let theirs = Set(
      list.rows.filter { row in CompanyKey(row.company).map(companies.contains) ?? false }
        .map(\.id))
    show(decision, of: theirs)
    list.marks = []
    if leavesList(decision) { list.remove(theirs, total: theirs.count) }
    return [.decide([decision], on: ids.sorted())]
  }
}
