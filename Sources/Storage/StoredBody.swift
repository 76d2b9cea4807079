import Listings

/// The body of a posting as it is kept: Markdown, once as published and once as understood.
struct StoredBody {
  /// UTF-8.
  let text: [UInt8]
  /// Nil when extraction left the body as it was.
  let understood: [UInt8]?

  init(_ read: ReadPosting) {
    text = read.posting.body.markdownOfNormalized
    // The same array, mostly, and that is seen without comparing the blocks.
    understood =
      read.listing.body == read.posting.body ? nil : read.listing.body.markdownOfNormalized
  }

  var values: RowValues {
    var row = RowValues(columns: 2, bytes: text.count + (understood?.count ?? 0))
    row.appendText { $0 += text }
    if let understood {
      row.appendText { $0 += understood }
    } else {
      row.append(nil as Int?)
    }
    return row
  }
}
