import Listings

/// The body of a posting as it is kept: Markdown, once as published and once as understood.
struct StoredBody {
  let text: String
  /// Nil when extraction left the body as it was.
  let understood: String?
  init(_ read: ReadPosting) {
    text = read.posting.body.markdownOfNormalized
    // The same array, mostly, and that is seen without comparing the blocks.
    understood =
      read.listing.body == read.posting.body ? nil : read.listing.body.markdownOfNormalized
  }
}
