import Listings

/// What a query's meaning depends on besides the listing.
package struct QueryContext: Hashable, Sendable {
  package let today: Day
  /// The person's currency: sums without one are in it, and pay is compared in it.
  package let currency: Currency
  package let rates: ExchangeRates
  /// What the person's settings hide and bring out.
  package let rules: ListingRules

  package init(
    today: Day, currency: Currency, rates: ExchangeRates, rules: ListingRules = ListingRules()
  ) {
    self.today = today
    self.currency = currency
    self.rates = rates
    self.rules = rules
  }
}

/// The three answers of a condition, joined as Kleene's logic has it.
package enum QueryAnswer: Hashable, Sendable {
  case yes, no
  /// A field that the condition needs is not stated.
  case undecided

  package init(_ holds: Bool) { self = holds ? .yes : .no }

  package static prefix func ! (answer: QueryAnswer) -> QueryAnswer {
    switch answer {
    case .yes: .no
    case .no: .yes
    case .undecided: .undecided
    }
  }
}

extension Sequence<QueryAnswer> {
  /// No beats undecided, undecided beats yes.
  package var conjunction: QueryAnswer {
    reduce(.yes) { $0 == .no || $1 == .no ? .no : $0 == .yes ? $1 : $0 }
  }

  /// Yes beats undecided, undecided beats no.
  package var disjunction: QueryAnswer { !(lazy.map { !$0 }.conjunction) }
}
