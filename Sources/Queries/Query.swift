import Listings

/// A parsed query: what must hold, in which order, and whether undecided rows are in.
package struct Query: Hashable, Sendable {
  package var expression: QueryExpression
  package var sort: [SortKey]
  /// Rows for which the answer is "undecided" are in as well (`U`).
  package var includesUndecided: Bool

  package init(
    _ expression: QueryExpression = .all, sort: [SortKey] = [], includesUndecided: Bool = false
  ) {
    self.expression = expression
    self.sort = sort
    self.includesUndecided = includesUndecided
  }
}

/// Conditions joined by and, or, not; `and([])` holds always.
package indirect enum QueryExpression: Hashable, Sendable {
  case and([QueryExpression])
  case or([QueryExpression])
  case not(QueryExpression)
  case condition(QueryCondition)
  /// `salary>=150k?`: undecided counts as yes, for this clause.
  case orUndecided(QueryExpression)

  package static let all = QueryExpression.and([])
}

/// One question to a listing.
package enum QueryCondition: Hashable, Sendable {
  /// Words anywhere or in one field.
  case text(TextField, TextPattern)
  /// `salary>=150k`, `salary:120k..180k`, `salary:unknown`.
  case salary(PayCondition)
  /// `remote:yes`; several answers are alternatives.
  case remote(Set<RemoteKind>)
  /// `eligible:US`: open to people in that place.
  case eligible(String)
  /// `level:senior,staff`; a range is spelled out here. `unknown` asks for "not stated".
  case level(Set<Seniority>)
  /// `type:contract`; nil asks for "not stated".
  case employment(Set<Employment?>)
  /// `posted<14d`, `posted:2026-10`, `posted:unknown`.
  case posted(DayCondition)
  case skill(String)
  case source(String)
  case tag(String)
  case stage(Set<Stage?>)
  case state(ListingState)
  case has(QueryFieldName)
}

/// The text fields that words can be sought in.
package enum TextField: String, CaseIterable, Sendable {
  /// Title, company and body.
  case any
  case title, company, place, body, note
}

/// Words as a person writes them; they match whole words, case and diacritics folded.
package enum TextPattern: Hashable, Sendable {
  case word(String)
  /// As in `swift*`.
  case prefix(String)
  /// `"exact phrase"`
  case phrase([String])
}

/// A question about pay, as `salary` asks it.
package enum PayCondition: Hashable, Sendable {
  /// The upper end reaches the sum.
  case atLeast(PayAmount)
  /// The lower end stays within the sum.
  case atMost(PayAmount)
  /// The ranges overlap.
  case between(PayAmount, PayAmount)
  case notStated
}

/// A sum as written in a query: `150k`, `80€/h`.
package struct PayAmount: Hashable, Sendable {
  /// Hundredths.
  package let amount: Int
  /// Nil is the person's own.
  package let currency: Currency?
  package let period: PayPeriod

  package init(amount: Int, currency: Currency? = nil, period: PayPeriod = .year) {
    self.amount = amount
    self.currency = currency
    self.period = period
  }
}

/// A question about the posted day; ages count back from the day that the query is run.
package enum DayCondition: Hashable, Sendable {
  /// Fewer days ago than that, as in `posted<14d`.
  case newerThan(days: Int)
  /// More days ago than that, as in `posted>14d`.
  case olderThan(days: Int)
  /// `posted:2026-10`, `posted:2026-10-01..2026-10-15`; either end may be open.
  case between(Day?, Day?)
  case notStated
}

/// The words after `is:`, `seen:`, `changed:` and `closed:`.
package enum ListingState: String, CaseIterable, Sendable {
  case saved, flagged, hidden, read, unread, applied, new, changed, closed
  /// `is:any`: hidden listings too; holds always.
  case any
}

/// A column to sort by.
package struct SortKey: Hashable, Sendable {
  package let field: SortField
  /// As in `sort:-posted`.
  package let isDescending: Bool

  package init(_ field: SortField, isDescending: Bool) {
    self.field = field
    self.isDescending = isDescending
  }
}

/// What rows can be sorted by; rows without the field come last either way.
package enum SortField: String, CaseIterable, Sendable {
  case posted, salary, title, company, place, level, remote, seen
}
