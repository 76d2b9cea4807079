import Listings

/// What columns are loaded from, and asked for what they do not hold: the store.
package protocol ListingSource {
  /// The small fields of every listing, newest first, the larger id first in a day.
  func forEachFacts(_ body: (ListingFacts) -> Void) throws

  /// The listings that each source published, some more than once.
  func forEachSource(
    _ body: (String, ((ListingID) -> Void) throws -> Void) throws -> Void) throws

  /// The short texts of every listing, by rising id.
  func forEachText(_ body: (ListingID, ListingTexts) -> Void) throws

  /// For each listing the place of its eligibility among those returned, and how often it was
  /// reposted.
  func forEachOpenness(_ body: (ListingID, Int, Int) -> Void) throws -> [Eligibility]

  /// The number by which a listing is sorted, `seen` or `rating`; those without one are left out.
  func forEachNumber(by field: SortField, _ body: (ListingID, Int) -> Void) throws

  /// The listings that a condition does not rule out, and of each whether it is a yes.
  func forEachListing(
    answering condition: QueryCondition, _ body: (ListingID, Bool) -> Void) throws

  /// The listings that hold the words in the body, or in title, company, place or body; the words
  /// are not an expression.
  func numbers(of words: TextPattern, in field: TextField) throws -> NumberSet
}

/// The short texts of a listing as UTF-8, good only while they are handed over.
package struct ListingTexts {
  package let title: UnsafeBufferPointer<UInt8>?
  package let company: UnsafeBufferPointer<UInt8>?
  package let place: UnsafeBufferPointer<UInt8>?
  /// Folded names, each between bars, as in `|swift|node js nodejs|`.
  package let skills: UnsafeBufferPointer<UInt8>?

  package init(
    title: UnsafeBufferPointer<UInt8>?, company: UnsafeBufferPointer<UInt8>?,
    place: UnsafeBufferPointer<UInt8>?, skills: UnsafeBufferPointer<UInt8>?
  ) {
    self.title = title
    self.company = company
    self.place = place
    self.skills = skills
  }

  /// The text that a column is sorted by.
  package subscript(field: SortField) -> UnsafeBufferPointer<UInt8>? {
    switch field {
    case .title: title
    case .company: company
    case .place: place
    default: nil
    }
  }
}
