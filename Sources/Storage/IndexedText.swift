import Listings
import Queries

/// The words of a listing as the index of words holds them; what is not there can't be found.
struct IndexedText {
  let title: String?
  let company: String?
  let location: String?
  let body: String

  init(_ listing: Listing) {
    title = listing.title.map(Self.normalized)
    company = listing.company.map(Self.normalized)
    location = listing.location.map(Self.normalized)
    self.body = Self.normalized(listing.searchedBody.plainText)
  }

  var values: RowValues {
    var row = RowValues(columns: 4, bytes: body.utf8.count + 256)
    for text in [title, company, location, body] { row.append(text) }
    return row
  }

  private static func normalized(_ text: String) -> String { SearchText.normalized(text) }
}
