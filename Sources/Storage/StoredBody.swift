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

  var values: RowValues {
    var row = RowValues(columns: 2, bytes: text.utf8.count + (understood?.utf8.count ?? 0))
    row.append(text)
    row.append(understood)
    return row
  }
}
