import Listings

/// One question to a listing.
package enum QueryCondition: Hashable, Sendable {
  /// Words anywhere or in one field.
  case text(TextField, TextPattern)
  /// `salary>=150k`, `salary:120k..180k`, `salary:unknown`.
  case salary(PayCondition)
  /// `remote:yes`; several answers are alternatives.
  case remote(Set<RemoteKind>)
  /// `eligible:US`: open to people in that place; a code as `Eligibility` has them.
  case eligible(String)
  /// `tz:-5..+1`: the span that a posting is open to overlaps with this one.
  case timeZones(TimeZoneSpan)
  /// `level:senior,staff`; a range is spelled out here. `unknown` asks for "not stated".
  case level(Set<Seniority>)
  /// `type:contract`; nil asks for "not stated".
  case employment(Set<Employment?>)
  /// `posted<14d`, `posted:2026-10`, `seen<7d`.
  case day(DayField, DayCondition)
  /// A whole name, case and diacritics folded.
  case skill(String)
  /// `source:greenhouse` is every source of that board, `source:greenhouse:acme` that one.
  case source(String)
  /// A whole tag, case and diacritics folded.
  case tag(String)
  /// `stage:applied`; nil asks for listings without one.
  case stage(Set<Stage?>)
  /// Stars, of 1 to 5.
  case rating(ClosedRange<Int>)
  /// How often its sources posted it again.
  case reposted(ClosedRange<Int>)
  case state(ListingState)
  /// The field is stated.
  case has(QueryFieldName)
}

/// The text fields that words can be sought in.
package enum TextField: String, CaseIterable, Sendable {
  /// Title, company, place, skills and body.
  case any
  case title, company, place, body, note
  /// Why the person hid it.
  case reason

  /// It is the person's own words, and not in the index of words.
  package var isDecided: Bool { self == .note || self == .reason }
}

/// A question about pay, as `salary` asks it.
package enum PayCondition: Hashable, Sendable {
  /// The upper end reaches the sum.
  case atLeast(PayAmount)
  /// The upper end passes the sum.
  case above(PayAmount)
  /// The lower end stays within the sum.
  case atMost(PayAmount)
  /// The lower end stays under the sum.
  case below(PayAmount)
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

/// The days of a listing that a query can ask.
package enum DayField: String, CaseIterable, Sendable {
  case posted
  /// First seen.
  case seen
  /// The person's own follow-up date.
  case followUp = "followup"
}

/// A question about a day; both ends count.
package enum DayCondition: Hashable, Sendable {
  case from(DayBound)
  case through(DayBound)
  case between(DayBound, DayBound)
  case notStated
}

/// A day as a query names it.
package enum DayBound: Hashable, Sendable {
  case day(Day)
  /// Counted back from the day that the query is run; 0 is today.
  case daysAgo(Int)
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
///
/// Texts compare by their UTF-8 bytes with ASCII capitals folded (SQLite's NOCASE), pay by its
/// upper end (the lower where that is missing), levels by rank, remote before hybrid before on site,
/// `seen` by the day first seen, `rank` by where the words stand that are sought anywhere.
package enum SortField: String, CaseIterable, Sendable {
  case posted, salary, title, company, place, level, remote, seen, rating, rank
}
