import Listings

/// The days that a date line gives: of posting, and whether it was a repost.
package struct DateReading: Hashable, Sendable {
  /// The day named; of "Reposted 21 Days Ago" the day 21 days before the reference day.
  package let posted: Day?
  /// The same day, when the line speaks of a repost.
  package let reposted: Day?
  /// UTF-8 offsets of the words that name the day.
  package let range: Range<Int>
  package let rule: String

  package init(posted: Day?, reposted: Day?, range: Range<Int>, rule: String) {
    self.posted = posted
    self.reposted = reposted
    self.range = range
    self.rule = rule
  }
}
