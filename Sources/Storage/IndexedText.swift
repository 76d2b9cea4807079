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

  func bind(to statement: PreparedStatement, from index: Int) {
    for (offset, text) in [title, company, location, body].enumerated() {
      statement.bind(text, at: index + offset)
    }
  }

  private static func normalized(_ text: String) -> String { SearchText.normalized(text) }
}
