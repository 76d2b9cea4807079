import Listings
import Queries

/// The words of a listing as the index of words holds them; what is not there can't be found.
struct IndexedText {
  /// Title, company, location and body.
  let values: RowValues

  init(_ listing: Listing) { self.init(listing, BodyText(listing.body)) }

  /// `text` is that of the listing's body.
  init(_ listing: Listing, _ text: BodyText) {
    let body = text.bytes(outside: listing.asides)
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
