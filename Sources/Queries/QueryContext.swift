import Listings

/// What a query's meaning depends on besides the listing.
package struct QueryContext: Hashable, Sendable {
  package let today: Day
  /// The person's currency: sums without one are in it, and pay is compared in it.
  package let currency: Currency
  package let rates: ExchangeRates

  package init(today: Day, currency: Currency, rates: ExchangeRates) {
    self.today = today
    self.currency = currency
    self.rates = rates
  }
}

/// The three answers of a condition.
package enum QueryAnswer: Hashable, Sendable {
  case yes, no
  /// A field that the condition needs is not stated.
  case undecided
}
