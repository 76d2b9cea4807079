import Listings

/// The small fields of a listing that filters, counts and sorts ask.
package struct ListingFacts: Hashable, Sendable {
  package var id: ListingID
  package var posted: Day?
  /// Hundredths a year in the person's currency, as `salary` compares it.
  package var payLow: Int?
  package var payHigh: Int?
  package var isPayStated = false
  package var remote = RemoteKind.unknown
  package var seniority = Seniority.unknown
  package var employment: [Employment] = []
  package var marks: Marks = []

  /// What is so or not so of a listing.
  package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let read = Marks(rawValue: 1)
    package static let saved = Marks(rawValue: 2)
    package static let flagged = Marks(rawValue: 4)
    package static let hidden = Marks(rawValue: 8)
    package static let new = Marks(rawValue: 16)
    package static let changed = Marks(rawValue: 32)
    package static let closed = Marks(rawValue: 64)
    /// It has a stage.
    package static let applied = Marks(rawValue: 128)

    package static let each: [Marks] = (0..<8).map { Marks(rawValue: 1 << $0) }
  }

  package init(id: ListingID) { self.id = id }
}
