import Listings

/// The body of a posting as it is kept: Markdown, once as published and once as understood.
struct StoredBody {
  let text: String
  /// Nil when extraction left the body as it was.
  let understood: String?
  /// The blocks that the detail shows and the index of words knows, as the store gives them back.
  let shown: [Block]

  init(_ read: ReadPosting) {
    let published = read.posting.body.normalized
    text = published.markdownOfNormalized
    // The same array, mostly, and that is seen without comparing the blocks.
    if read.listing.body == read.posting.body {
      understood = nil
      shown = published
    } else {
      shown = read.listing.body.normalized
      understood = shown.markdownOfNormalized
    }
  }
}
