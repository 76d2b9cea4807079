import Listings
import Queries

/// A posting and what was understood of it as the rows that they become.
///
/// All that needs no database is done here, on any thread: the one that writes is what an import
/// waits for.
package struct StorablePosting: Sendable {
  let identity: PostingIdentity
  let contents: Int
  let fingerprint: Fingerprint?
  /// What tells whether a newcomer could be the posting that it is compared with.
  let names: Names
  let history: PostingHistory?
  /// The columns of `PostingRecord.published`.
  let published: RowValues
  /// The columns of `ListingRecord.understood`.
  let understood: RowValues
  /// `text` and `understood` of `body`.
  let body: RowValues
  /// `fields` and `asides` of `evidence`.
  let evidence: RowValues
  /// The columns of `words`.
  let words: RowValues

  struct Names: Sendable {
    let source: String
    let externalID: String?
    /// Title, company and place, as published.
    let heading: [String?]
  }

  package init(_ read: ReadPosting, in context: QueryContext) {
    let stored = StoredBody(read)
    identity = PostingIdentity(
      read.posting, body: stored.text, isTitled: read.listing.title != nil)
    contents = read.posting.contents(body: stored.text)
    fingerprint = read.listing.fingerprint
    history = read.posting.history
    names = Names(
      source: read.posting.source, externalID: read.posting.externalID,
      heading: [read.posting.title, read.posting.company, read.posting.location])
    published = PostingRecord.values(of: read.posting, contents: contents)
    understood = ListingRecord.values(of: read.listing, in: context)
    body = stored.values
    evidence = ListingRecord.evidence(of: read.listing)
    words = IndexedText(read.listing, read.text).values
  }
}
