import Listings
import Queries

/// The words of a listing as the index of words holds them; what is not there can't be found.
struct IndexedText {
  /// Title, company, location and body.
  let values: RowValues

  init(_ listing: Listing) {
    let body = listing.searchedBody.plainTextBytes
    var row = RowValues(columns: 4, bytes: body.count + 256)
    for text in [listing.title, listing.company, listing.location] {
      row.append(text.map(SearchText.normalized))
    }
    row.appendText { bytes in
      body.withUnsafeBufferPointer { SearchText.appendNormalized($0, to: &bytes) }
    }
    values = row
  }
}
