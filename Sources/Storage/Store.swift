import GRDB
import Listings
import Queries

/// The one door to the file that holds postings, listings and decisions.
///
/// Any thread may call it. Reads run beside one another and beside the one writer; each can be
/// given a `Cancellation` that ends it soon.
package struct Store: Sendable {
  let database: any DatabaseWriter
  /// The day, the currency and the rates that its answers speak in.
  package let context: QueryContext
  let applications = ApplicationMemo()

  /// Opens the file at `path`, made with mode 0600 where there is none.
  package static func open(at path: String, context: QueryContext) throws -> Store {
    let database = try StoreFile(path: path).open()
    let store = Store(database: database, context: context)
    try store.comparePay()
    return store
  }

  /// An empty store that is gone when the last copy of it is.
  package static func inMemory(context: QueryContext) throws -> Store {
    let store = Store(database: try StoreFile.inMemory(), context: context)
    try store.comparePay()
    return store
  }

  /// The same store, its answers in the words of another day, currency or table of rates.
  package func speaking(_ context: QueryContext) throws -> Store {
    let store = Store(database: database, context: context)
    try store.comparePay()
    return store
  }
}

/// One posting and what extraction understood of it, both with normalized bodies: what evidence and
/// asides point at must be what the store gives back.
package struct ReadPosting: Sendable {
  package let posting: Posting
  package let listing: Listing
  /// Of the listing's body.
  let text: BodyText

  package init(posting: Posting, listing: Listing) {
    var (posting, listing) = (posting, listing)
    posting.body = posting.body.normalized
    listing.body = listing.body.normalized
    self.init(normalized: posting, listing: listing)
  }

  /// For bodies that were normalized before they were read; `text` is that of the listing's body,
  /// where it was made already.
  package init(normalized posting: Posting, listing: Listing, text: BodyText? = nil) {
    self.posting = posting
    self.listing = listing
    self.text = text ?? BodyText(listing.body)
  }
}

/// What became of a posting that was merged.
package enum MergeOutcome: Hashable, Sendable {
  /// It made a new listing.
  case added(ListingID)
  /// It is known and says something else now.
  case updated(ListingID)
  /// It is known and says the same.
  case unchanged(ListingID)
  /// It is new and joined a listing there was.
  case duplicate(ListingID)
}
